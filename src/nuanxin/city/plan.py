"""What is asked of the city, what is answered, and the errors a user can meet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

Format = Literal["csv", "parquet"]

FIRST_DATE = date(2020, 1, 23)
_EPOCH = date(1970, 1, 1)
MOST_PEOPLE = 10_000_000
MOST_DAYS = 3_660


class CityError(Exception):
    """The city cannot be built as asked; the text says what is wrong and what to do."""


def day(text: str) -> int:
    """The date ``YYYY-MM-DD`` as days since 1970-01-01, the unit of every day in this package."""
    return (date.fromisoformat(text) - _EPOCH).days


@dataclass(frozen=True)
class CityPlan:
    """The arguments of a city; the same plan gives the same bytes.

    ``people`` is the number of people (at least 1), ``days`` the number of days from 2020-01-23
    on, ``dirty_rows`` the number of deliberately bad rows (none unless asked for).
    """

    people: int
    seed: int = 2020
    days: int = 220
    dirty_rows: int = 0

    @property
    def first_day(self) -> int:
        """2020-01-23 as days since 1970-01-01."""
        return (FIRST_DATE - _EPOCH).days

    @property
    def last_day(self) -> int:
        """The last day of the city: no fact but a planned shift is dated later."""
        return self.first_day + self.days - 1

    @property
    def last_date(self) -> date:
        """The last day of the city as a date."""
        return FIRST_DATE + timedelta(days=self.days - 1)

    def check(self) -> None:
        """Raise CityError when an argument is out of its range."""
        _within("people", self.people, 1, MOST_PEOPLE)
        _within("days", self.days, 1, MOST_DAYS)
        _within("seed", self.seed, 0, 2**63 - 1)
        _within("dirty_rows", self.dirty_rows, 0, 1_000)


def _within(name: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        raise CityError(f"{name} is {value}: give a whole number from {least} to {most}")


@dataclass(frozen=True)
class CitySummary:
    """What was written: the folder, the plan, rows per table, bad rows per kind."""

    out: Path
    plan: CityPlan
    format: Format
    rows: Mapping[str, int]
    dirty: Mapping[str, int]
