"""What the policy desk's templates need: values, states and steps in words."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from nuanxin.domains.board.templatetags.board import UNITS
from nuanxin.domains.modalities import CERTAINTY
from nuanxin.domains.wording import number, pick, quantity, say
from nuanxin.policy.parameter import Scalar
from nuanxin.policy.provenance import place
from nuanxin.policy.text import Text

register = template.Library()

STATES = {
    "draft": ("available", Text("草稿", "Draft")),
    "proposed": ("available", Text("已提出", "Proposed")),
    "approved": ("met", Text("已批准", "Approved")),
    "declined": ("none", Text("未批准", "Declined")),
    "withdrawn": ("none", Text("已撤回", "Withdrawn")),
}
STEPS = {
    "draft": Text("起草", "drafted"),
    "proposed": Text("送批", "handed over"),
    "approved": Text("批准", "approved"),
    "declined": Text("没有批准", "declined"),
    "withdrawn": Text("撤回", "withdrew"),
    "recompute": Text("再次重算", "computed again"),
    "stop": Text("停下计算", "stopped the computation"),
}
WORK = {
    "waiting": Text("等着计算", "Waiting to be computed"),
    "running": Text("正在计算", "Being computed"),
    "done": Text("算完了", "Computed"),
    "stopped": Text("停下了", "Stopped"),
    "failed": Text("没有算成", "Could not be computed"),
}


@register.simple_tag
def value_words(value: Scalar | None, unit: str) -> SafeString:
    """A parameter's value, its unit small behind; said when none is in force."""
    if value is None:
        return say("还没有值", "none in force")
    told = UNITS[unit]
    return format_html("{} <small>{}</small>", _said(value), pick(told) if told else "")


@register.simple_tag
def text_value(text: str, unit: str) -> SafeString:
    """A value as it was written in a form."""
    if unit == "yes/no":
        return value_words(text.lower() == "true", unit)
    try:
        return value_words(Decimal(text), unit)
    except InvalidOperation:
        return value_words(text, unit)


def _said(value: Scalar) -> str:
    if isinstance(value, bool):
        return say("是", "yes") if value else say("否", "no")
    if isinstance(value, Decimal):
        return number(value)
    words = value if isinstance(value, str) else say("、", ", ").join(value)
    return format_html('<span class="long" translate="no">{}</span>', words)


@register.simple_tag
def proposal_state(code: str, look: str = "chip") -> SafeString:
    """A proposal's state as mark and word."""
    mark, words = STATES[code]
    use = format_html(
        '<svg class="mk" aria-hidden="true" focusable="false"><use href="#m-{}"/></svg>', mark
    )
    return format_html('<span class="st s-{} st--{}">{}{}</span>', mark, look, use, pick(words))


@register.filter
def step_words(kind: str) -> str:
    """What was done."""
    return pick(STEPS[kind])


@register.filter
def work_words(state: str) -> str:
    """How far a computation is."""
    return pick(WORK[state])


@register.filter
def where(jurisdiction: str) -> str:
    """A place in words."""
    return pick(place(jurisdiction))


@register.filter
def certainty_words(code: str) -> str:
    """How sure, in words."""
    return pick(CERTAINTY[code][1])


@register.simple_tag
def difference(size: int | None, unit: str) -> str:
    """A signed quantity with its unit."""
    size = size or 0
    sign = "+" if size > 0 else "−" if size < 0 else ""
    return f"{sign}{quantity(abs(size), unit)}"
