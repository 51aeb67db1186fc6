"""What only the pages of money need."""

from __future__ import annotations

from datetime import date

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from nuanxin.domains.pay.differences import Part
from nuanxin.domains.pay.models import PayLine
from nuanxin.domains.pay.words import HELD, PARTS, STATES, STEPS
from nuanxin.domains.wording import MONTHS, in_chinese, pick, say, yuan

register = template.Library()


@register.filter
def plain_yuan(fen: int) -> str:
    """Money without its unit, for a column whose header has it."""
    return yuan(fen)


@register.filter
def signed_yuan(fen: int) -> str:
    """A difference with its sign."""
    return f"+{yuan(fen)}" if fen > 0 else yuan(fen).replace("-", "−")


@register.filter
def month_words(month: date) -> str:
    """2020 年 3 月 or March 2020."""
    if in_chinese():
        return f"{month.year} 年 {month.month} 月"
    return f"{MONTHS[month.month - 1]} {month.year}"


@register.filter
def held_words(code: str) -> str:
    """Why somebody is left out."""
    return pick(HELD[code])


@register.simple_tag
def run_state(code: str, look: str = "chip") -> SafeString:
    """A run's state as mark and word."""
    mark, text = STATES[code]
    style = f"s-{mark}" + (f" st--{look}" if look else "")
    return format_html(
        '<span class="st {}"><svg class="mk" aria-hidden="true" focusable="false">'
        '<use href="#m-{}"/></svg>{}</span>',
        style,
        mark,
        pick(text),
    )


@register.filter
def subsidy_number(line: PayLine) -> str:
    """The obligation that a line pays."""
    return f"M09-1|person|{line.person_id}|{line.run.month}|{line.run.payer}|fen"


@register.simple_tag
def step_word(kind: str) -> str:
    """A step in a word."""
    return pick(STEPS[kind])


@register.simple_tag
def part_words(part: Part) -> SafeString:
    """A part of a difference: what happened to how many days, and the money."""
    text = PARTS[part.kind]
    return say(text.zh, text.en, n=part.days, f=signed_yuan(part.fen))


@register.filter
def add_px(value: float, more: float) -> float:
    """A place moved by some pixels."""
    return round(value + more, 1)
