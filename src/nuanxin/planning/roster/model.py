"""The roster problem: who can work when, what is wanted, and what each departure costs.

One model carries the public shift-scheduling benchmark, INRC-II and the wards of the front line.
Days are whole numbers from 0; time is whole minutes; weights are whole penalty points a unit, and
a weight of None makes a rule hard. People work at most one shift a day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

MINUTES_A_DAY = 24 * 60


@dataclass(frozen=True)
class Range:
    """From ``low`` to ``high`` (None: open); what a unit below or above costs (None: hard)."""

    low: int | None = None
    high: int | None = None
    under: int | None = None
    over: int | None = None


OPEN = Range()


@dataclass(frozen=True)
class ShiftType:
    """A kind of shift. ``start`` is minutes after midnight, None where the time is not known."""

    id: str
    minutes: int
    forbidden_next: frozenset[str] = frozenset()
    start: int | None = None
    run: Range = OPEN  # days in a row of this same shift

    @property
    def end(self) -> int | None:
        """Minutes after the midnight with which its day begins."""
        return None if self.start is None else self.start + self.minutes


@dataclass(frozen=True)
class Window:
    """In any ``days`` days in a row, history included, at most ``high`` (a hard rule).

    Counts the shifts named in ``shifts``, or with ``shifts`` None the minutes worked.
    """

    name: str
    days: int
    high: int
    shifts: frozenset[str] | None = None


@dataclass(frozen=True)
class Count:
    """Over the horizon, at most ``high`` of the shifts named; ``over`` as in Range."""

    name: str
    shifts: frozenset[str]
    high: int
    over: int | None = None


@dataclass(frozen=True)
class Contract:
    """The rules of one person's own line of the roster.

    Runs that began before day 0 count from the history; without a history they are free of the
    minimum and count from day 0 for the maximum. A run that reaches the last day is free of the
    minimum. A weekend counts once when its Saturday or Sunday is worked.
    """

    minutes: Range = OPEN
    assignments: Range = OPEN
    work_run: Range = OPEN
    off_run: Range = OPEN
    weekends: Range = OPEN
    incomplete_weekend: int = 0
    counts: tuple[Count, ...] = ()
    windows: tuple[Window, ...] = ()


@dataclass(frozen=True)
class History:
    """What went before day 0: totals, the runs that reach day −1, and the last days themselves.

    ``recent`` holds the shifts of the last days (None: off), the latest last; windows look there.
    """

    assignments: int = 0
    minutes: int = 0
    weekends: int = 0
    last_shift: str | None = None
    same_shift: int = 0
    work_run: int = 0
    off_run: int = 0
    recent: tuple[str | None, ...] = ()


@dataclass(frozen=True)
class Wish:
    """A day (``shift`` None) or shift that is wanted (``on``) or not; ``weight`` when unmet.

    ``term`` groups the penalty: a wish, the change of a published cell, a best-effort rule.
    """

    day: int
    shift: str | None
    on: bool
    weight: int
    term: str = "wish"


@dataclass(frozen=True)
class Person:
    """One person: contract, skills, and what is settled for single days."""

    id: str
    contract: Contract
    skills: frozenset[str] = frozenset()
    history: History | None = None
    days_off: Mapping[int, str] = field(default_factory=dict)  # day: reason
    barred: Mapping[str, str] = field(default_factory=dict)  # shift: reason
    fixed: Mapping[int, str | None] = field(default_factory=dict)  # day: shift, None is off
    wishes: tuple[Wish, ...] = ()


@dataclass(frozen=True)
class Cover:
    """People wanted on a day in a shift, with a skill (None: anyone).

    Fewer than ``minimum`` breaks a hard rule; each one missing to ``wanted`` costs ``under``, each
    one beyond it ``over``.
    """

    day: int
    shift: str
    wanted: int
    under: int
    over: int = 0
    minimum: int = 0
    skill: str | None = None


@dataclass(frozen=True)
class Apart:
    """Two people who should not work on the same day; each such day costs ``weight``."""

    first: str
    second: str
    weight: int
    term: str = "apart"


@dataclass(frozen=True)
class Budget:
    """Of all shifts worked, at most ``percent`` may be of these (one is always allowed); hard.

    Each one costs ``weight`` besides: normally there are none.
    """

    name: str
    shifts: frozenset[str]
    percent: int
    weight: int


@dataclass(frozen=True)
class Problem:
    """A whole problem. ``first_weekday`` is that of day 0 (0 is Monday)."""

    name: str
    days: int
    shifts: tuple[ShiftType, ...]
    people: tuple[Person, ...]
    cover: tuple[Cover, ...]
    skills: tuple[str, ...] = ()
    apart: tuple[Apart, ...] = ()
    budgets: tuple[Budget, ...] = ()
    first_weekday: int = 0

    def weekday(self, day: int) -> int:
        """0 Monday to 6 Sunday."""
        return (self.first_weekday + day) % 7

    def shift(self, name: str) -> ShiftType:
        """The shift type of that id."""
        return next(shift for shift in self.shifts if shift.id == name)


@dataclass(frozen=True, order=True)
class Assignment:
    """One person works one shift on one day, in the role of a skill where skills are asked."""

    person: str
    day: int
    shift: str
    skill: str | None = None


@dataclass(frozen=True)
class Roster:
    """A roster as a list; what is not in it is a day off. It may break rules: see ``check``."""

    assignments: tuple[Assignment, ...]
