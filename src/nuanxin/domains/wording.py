"""Saying things in both languages, and numbers, days and money as people read them.

Both languages stand side by side where a thing is said, so neither can be forgotten. The day
comes as "4 月 20 日" or "20 April", money as "1,600.00 元" or "1,600.00 yuan".
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from nuanxin.policy.text import Text

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def in_chinese() -> bool:
    """Whether the page being made is the Chinese one."""
    return (get_language() or "zh").startswith("zh")


def pick(text: Text) -> str:
    """The text in the language of the page."""
    return text.of(get_language() or "zh")


def say(zh: str, en: str, **values: object) -> SafeString:
    """A sentence of ours in the language of the page, with values put in (and escaped)."""
    return format_html(zh if in_chinese() else en, **{"_": "", **values})


def name(text: str | None) -> SafeString:
    """A name as the facts have it, in whatever language: not to be translated."""
    return format_html('<span translate="no" lang="zh-Hans">{}</span>', text or "")


def number(value: Decimal | int) -> str:
    """A number with thousands separated and no empty decimals: 12,752 and 10.5."""
    exact = Decimal(value)
    whole = exact == exact.to_integral_value()
    return f"{int(exact):,}" if whole else f"{exact.normalize():,f}"


def yuan(fen: Decimal | int) -> str:
    """Money from whole fen, without its unit: 160000 -> 1,600.00."""
    sign = "-" if fen < 0 else ""
    whole, rest = divmod(abs(int(fen)), 100)
    return f"{sign}{whole:,}.{rest:02d}"


def rough(value: Decimal | int) -> str:
    """A number short enough for a narrow place: 1.4 万 or 14k."""
    steps = (("亿", 8), ("万", 4)) if in_chinese() else (("m", 6), ("k", 3))
    for word, power in steps:
        if abs(value) >= max(10**power, 10_000):
            short = (Decimal(value) / 10**power).quantize(Decimal("0.1"))
            return f"{number(short)}{' ' if in_chinese() else ''}{word}"
    return number(Decimal(value).quantize(Decimal(1)))


def rough_yuan(fen: Decimal | int) -> str:
    """Money short enough for a narrow place; the exact sum stands one page further."""
    short = rough(Decimal(fen) / 100)
    return say("{n} 元" if short[-1].isdigit() else "{n}元", "{n} yuan", n=short)


def quantity(value: Decimal | int, unit: str) -> str:
    """A quantity with its unit in words: fen, hours or days; what is counted has no unit."""
    if unit == "fen":
        return say("{n} 元", "{n} yuan", n=yuan(value))
    one = value == 1
    match unit:
        case "hours":
            return say("{n} 小时", "{n} hour" if one else "{n} hours", n=number(value))
        case "days":
            return say("{n} 天", "{n} day" if one else "{n} days", n=number(value))
    return number(value)


def day(value: date, *, year: bool = False) -> str:
    """A day in words: 4 月 20 日 or 20 April, with the year when asked."""
    zh, en = f"{value.month} 月 {value.day} 日", f"{value.day} {MONTHS[value.month - 1]}"
    if year:
        zh, en = f"{value.year} 年 {zh}", f"{en} {value.year}"
    return zh if in_chinese() else en
