"""Hours and shifts of one person as the definitions count them (T2, T3)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

DAY = timedelta(days=1)
WEEK = 7


@dataclass(frozen=True, order=True)
class Worked:
    """One row of worked hours: local times and number."""

    start: datetime
    end: datetime
    number: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Shift:
    """Worked rows that overlap or touch, as one; ``reason`` is that of its first row with one."""

    start: datetime
    end: datetime
    reason: str

    @property
    def length(self) -> timedelta:
        return self.end - self.start


def shifts(rows: Iterable[Worked]) -> list[Shift]:
    """The shifts of a person, in order (T2)."""
    found: list[Shift] = []
    for row in sorted(rows):
        if found and row.start <= found[-1].end:
            last = found.pop()
            end = max(last.end, row.end)
            found.append(Shift(last.start, end, last.reason or row.reason))
        else:
            found.append(Shift(row.start, row.end, row.reason))
    return found


def credited(rows: Iterable[Worked]) -> dict[date, timedelta]:
    """The hours of each duty day: every hour once, to the day its row starts (T3)."""
    found: dict[date, timedelta] = defaultdict(timedelta)
    reached = datetime.min
    for piece in sorted(piece for row in rows for piece in _pieces(row)):
        fresh = piece.end - max(piece.start, reached)
        if fresh > timedelta():
            found[piece.start.date()] += fresh
            reached = piece.end
    return dict(found)


def _pieces(row: Worked) -> Iterator[Worked]:
    """A row longer than a day, cut into days from its start."""
    start = row.start
    while row.end - start > DAY:
        yield Worked(start, start + DAY, row.number)
        start += DAY
    yield Worked(start, row.end, row.number)


def of_week(days: dict[date, timedelta], on: date) -> timedelta:
    """The hours of the seven days that end with a day."""
    first = on - timedelta(days=WEEK - 1)
    return sum((h for day, h in days.items() if first <= day <= on), timedelta())


def run_of_days(days: dict[date, timedelta], on: date) -> int:
    """How many duty days in a row end on a day, or on the one before when it has none yet."""
    last = on if on in days else on - DAY
    length = 0
    while last in days:
        length, last = length + 1, last - DAY
    return length


def long_ones(of: Sequence[Shift], on: date, limit: timedelta) -> list[Shift]:
    """The shifts longer than a limit that began in the seven days that end with a day."""
    first = on - timedelta(days=WEEK - 1)
    return [s for s in of if first <= s.start.date() <= on and s.length > limit]
