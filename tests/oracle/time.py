"""Sections T2 and T3: shifts, pieces of long rows, and the hours of a person-day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from .model import Work

PIECE = timedelta(hours=24)


@dataclass(frozen=True)
class Shift:
    start: datetime
    end: datetime
    rows: tuple[Work, ...]

    @property
    def day(self) -> date:
        return self.start.date()

    @property
    def seconds(self) -> int:
        return length(self.start, self.end)


@dataclass(frozen=True)
class Credit:
    """A part of a row that no earlier row covers, credited to the row's date."""

    day: date
    start: datetime
    end: datetime


def length(start: datetime, end: datetime) -> int:
    """Whole seconds from start to end."""
    return round((end - start).total_seconds())


def in_order(rows: list[Work]) -> list[Work]:
    return sorted(rows, key=lambda row: (row.start, row.end, row.attendance_id))


def shifts(rows: list[Work]) -> list[Shift]:
    """T2: one person's worked rows, merged when they overlap or touch; earliest first."""
    found: list[Shift] = []
    for row in in_order(rows):
        if found and row.start <= found[-1].end:
            last = found[-1]
            found[-1] = Shift(last.start, max(last.end, row.end), (*last.rows, row))
        else:
            found.append(Shift(row.start, row.end, (row,)))
    return found


def pieces(rows: list[Work], seen_until: datetime) -> list[Work]:
    """T3: rows over 24 h cut into pieces of 24 h; pieces that start after as-of left out."""
    found = []
    for row in rows:
        start = row.start
        while start < row.end:
            end = min(start + PIECE, row.end)
            found.append(replace(row, start=start, end=end))
            start = end
    return [piece for piece in in_order(found) if piece.start < seen_until]


def credits_of(cut: list[Work]) -> list[Credit]:
    """T3: for each piece, the part that none before it in order covers (never empty ones).

    The pieces before it start no later than it does, so what they leave of it is one stretch.
    """
    found = []
    covered_until = datetime.min
    for piece in in_order(cut):
        start = max(piece.start, covered_until)
        if start < piece.end:
            found.append(Credit(piece.day, start, piece.end))
        covered_until = max(covered_until, piece.end)
    return found


def seconds_by_day(credit: list[Credit]) -> dict[date, int]:
    """The hours of each duty day, in seconds; a date without hours is no key."""
    found: dict[date, int] = {}
    for part in credit:
        found[part.day] = found.get(part.day, 0) + length(part.start, part.end)
    return found
