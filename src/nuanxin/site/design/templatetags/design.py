"""The design system's tags: words in both languages, marks, chips, bands, certainty.

Every part draws its meaning twice, as a shape and as a word (design.md): never colour alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import template
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from nuanxin.domains import wording
from nuanxin.domains.modalities import CERTAINTY
from nuanxin.domains.states import FAMILIES
from nuanxin.domains.states import family as family_of
from nuanxin.policy.modality import Modality, State
from nuanxin.policy.text import Text

register = template.Library()
LEAST = 1.4
"""A share above zero is never drawn thinner than this, in percent."""

register.simple_tag(wording.say, name="say")
register.simple_tag(wording.name, name="name")
register.filter("day", wording.day)


@register.filter
def words(text: Text) -> str:
    """A bilingual text in the language of the page."""
    return wording.pick(text)


@register.filter
def date_in_full(value: date) -> str:
    """A day with its year."""
    return wording.day(value, year=True)


@register.filter
def num(value: Decimal | int) -> str:
    """A number with thousands separated."""
    return wording.number(value)


@register.filter
def yuan(fen: Decimal | int) -> str:
    """Money, with its unit."""
    return wording.quantity(fen, "fen")


@register.simple_tag
def mark(name: str) -> SafeString:
    """A mark of the sprite; the word beside it carries the meaning for readers."""
    return format_html(
        '<svg class="mk" aria-hidden="true" focusable="false"><use href="#m-{}"/></svg>', name
    )


@register.simple_tag
def state(code: str, look: str = "") -> SafeString:
    """A state as mark and word; ``look`` is empty, ``chip`` or ``big``."""
    family = family_of(code)
    style = f"s-{family}" + (f" st--{look}" if look else "")
    said = wording.pick(State(code).text)
    return format_html('<span class="st {}">{}{}</span>', style, mark(family), said)


@register.simple_tag
def modality(code: str) -> SafeString:
    """The force of the policy's word, in its frame."""
    return format_html(
        '<span class="mod mod--{}">{}</span>', code.lower(), wording.pick(Modality(code).text)
    )


@register.simple_tag
def certainty(code: str) -> SafeString:
    """How sure a text or number is, as steps of four and a word."""
    steps, text = CERTAINTY[code]
    boxes = format_html_join(
        "",
        '<rect class="{}" x="{}" y="1.5" width="8" height="8"/>',
        (("on" if step < steps else "off", 0.5 + 11 * step) for step in range(4)),
    )
    return format_html(
        '<span class="cert5"><svg viewBox="0 0 43 11" aria-hidden="true">{}</svg>{}</span>',
        boxes,
        wording.pick(text),
    )


@register.simple_tag
def band(counts: Mapping[str, int], tall: bool = False) -> SafeString:
    """The states of many obligations as one band; its label says the numbers."""
    shown = [(family, counts[family]) for family in FAMILIES if counts.get(family)]
    label = wording.say("，", ", ").join(f"{wording.pick(State(f).text)} {n:,}" for f, n in shown)
    parts, start = [], 0.0
    for (family, _), width in zip(shown, shares([n for _, n in shown]), strict=True):
        place = format_html('x="{}%" width="{}%" height="100%"', f"{start:.2f}", f"{width:.2f}")
        parts.append(format_html('<rect {} fill="url(#p-{})"/>', place, family))
        if family not in ("met", "overdue", "breached"):
            parts.append(format_html('<rect class="kb kb-{}" {}/>', family, place))
        start += width
    return format_html(
        '<svg class="band{}" role="img" aria-label="{}">{}</svg>',
        " band--tall" if tall else "",
        label or wording.say("没有", "none"),
        format_html_join("", "{}", ((part,) for part in parts)),
    )


def shares(counts: Iterable[int]) -> list[float]:
    """Percentages that add up to 100, none below LEAST; the large ones give way."""
    numbers = list(counts)
    total = sum(numbers)
    exact = [100 * n / total for n in numbers]
    small = [max(share, LEAST) for share in exact]
    over = sum(small) - 100
    room = sum(share - LEAST for share in small) or 1
    return [share - over * (share - LEAST) / room for share in small]


@register.simple_tag(takes_context=True)
def other_language(context: Mapping[str, Any]) -> SafeString:
    """A link to this very page, with its filters, in the other language."""
    request: HttpRequest = context["request"]
    code, label, lang = (
        ("en", "English", "en") if wording.in_chinese() else ("zh-hans", "中文", "zh-Hans")
    )
    address = translate_url(request.get_full_path(), code)
    return format_html('<a href="{}" lang="{}" hreflang="{}">{}</a>', address, lang, lang, label)


@register.simple_tag(takes_context=True)
def as_sheet(context: Mapping[str, Any]) -> SafeString:
    """A link to the list of this very page, with its filters, as a workbook."""
    request: HttpRequest = context["request"]
    asked = request.GET.copy()
    asked.pop("page", None)
    asked["as"] = "xlsx"
    return format_html(
        '<a class="btn btn--2 btn--sm no-print" href="?{}" download>{}</a>',
        asked.urlencode(),
        wording.say("导出 XLSX", "Export XLSX"),
    )
