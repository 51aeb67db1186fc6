"""A stretch of days in words."""

from __future__ import annotations

from datetime import date

from nuanxin.domains.wording import MONTHS, day, in_chinese


def span(first: date, last: date) -> str:
    """From one day to another: 4 月 14–20 日, or 14–20 April."""
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        if in_chinese():
            return f"{first.month} 月 {first.day}–{last.day} 日"
        return f"{first.day}–{last.day} {MONTHS[first.month - 1]}"
    return f"{day(first)}–{day(last)}"
