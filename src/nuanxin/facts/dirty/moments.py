"""Days and times as people write them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

FIRST_SERIAL = date(1899, 12, 30)
SERIALS = range(20_000, 80_000)
"""Day numbers of a spreadsheet that can be meant: 1954 to 2119."""

_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_SHORT_DAY = re.compile(r"(?:(\d{2})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?")
_BARE_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})")
_CLOCK = re.compile(
    r"(上午|下午|早上|晚上|凌晨|中午)?\s*(\d{1,2})\s*[:时点]\s*(?:(\d{1,2})\s*分?|半)?"
    r"(?:\s*:?\s*(\d{1,2})(?:\.0+)?\s*秒?)?"
)
_AFTER_NOON = ("下午", "晚上")


def a_day(text: str, year: int | None) -> date | None:
    """The day that a text (of plain digits and marks) means; None when it means none.

    ``year`` is taken where the text gives none, as in 3月8日.
    """
    return _day_and_rest(text, year)[0] if not _day_and_rest(text, year)[1] else None


def needs_year(text: str) -> bool:
    """Whether a text begins with a day that names no year."""
    return (
        not _DAY.match(text)
        and not _BARE_DAY.match(text)
        and bool(_day_and_rest(text, 2000)[0] and not _day_and_rest(text, None)[0])
    )


def a_moment(text: str, year: int | None) -> datetime | None:
    """The day and time that a text means, 24:00 being the next day's start; None if none."""
    iso = re.fullmatch(r"(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2})?)", text)
    if iso:
        text = f"{iso[1]} {iso[2]}"
    day, rest = _day_and_rest(text, year)
    clock = a_clock(rest) if rest else None
    return None if day is None or clock is None else on(day, clock)


def a_clock(text: str) -> timedelta | None:
    """The time of day that a text means, from 0:00 to 24:00; None if none."""
    found = _CLOCK.fullmatch(text.strip())
    if not found:
        return None
    part, hour, minute, second = found.groups()
    half = "半" in text
    hours, minutes, seconds = int(hour), 30 if half else int(minute or 0), int(second or 0)
    if part in _AFTER_NOON and hours < 12:
        hours += 12
    clock = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    sound = minutes < 60 and seconds < 60 and clock <= timedelta(hours=24)
    return clock if sound else None


def a_span(text: str) -> tuple[timedelta, timedelta] | None:
    """Two times of day in one text, as 20:00-08:00."""
    parts = re.split(r"\s*[-–—~至到]+\s*", text.strip())
    if len(parts) != 2:
        return None
    start, end = a_clock(parts[0]), a_clock(parts[1].removeprefix("次日").removeprefix("翌日"))
    return None if start is None or end is None else (start, end)


def on(day: date, clock: timedelta) -> datetime:
    """A time of a day."""
    return datetime.combine(day, time.min) + clock


def of_serial(number: float) -> datetime | None:
    """The moment of a spreadsheet's day number; None beyond reason.

    Numbers are often cut to four decimals (44046.6667 is four o'clock), so what is within
    five seconds of a whole minute is that minute.
    """
    if int(number) not in SERIALS:
        return None
    seconds = round((number - int(number)) * 86_400)
    minute = round(seconds / 60) * 60
    seconds = minute if abs(seconds - minute) <= 5 else seconds
    return datetime.combine(FIRST_SERIAL, time.min) + timedelta(days=int(number), seconds=seconds)


def _day_and_rest(text: str, year: int | None) -> tuple[date | None, str]:
    for form in (_DAY, _BARE_DAY):
        if found := form.match(text):
            return _real(*map(int, found.groups())), text[found.end() :].strip()
    if found := _SHORT_DAY.match(text):
        told, month, day = found.groups()
        meant = 2000 + int(told) if told else year
        rest = text[found.end() :].strip()
        return (None if meant is None else _real(meant, int(month), int(day))), rest
    return None, text


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
