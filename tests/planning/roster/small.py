"""Small problems and rosters for tests, written as short as they are read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nuanxin.planning.roster.model import (
    Assignment,
    Contract,
    Cover,
    Person,
    Problem,
    Roster,
    ShiftType,
)

EARLY = ShiftType("E", 480)
LATE = ShiftType("L", 480, frozenset("E"))
NIGHT = ShiftType("N", 600, frozenset("EL"))


def problem(contract: Contract, days: int = 7, **more: Any) -> Problem:
    """One person A with that contract and the shifts E, L, N; nothing is wanted."""
    person = {name: more.pop(name) for name in _PERSON if name in more}
    given: dict[str, Any] = {"shifts": (EARLY, LATE, NIGHT), "cover": (), **more}
    return Problem("small", days, people=(Person("A", contract, **person),), **given)


_PERSON = ("skills", "history", "days_off", "barred", "fixed", "wishes")


def roster(lines: Mapping[str, str]) -> Roster:
    """``{"A": "EE-L"}``: a letter a day, ``-`` off."""
    return Roster(
        tuple(
            Assignment(person, day, shift)
            for person, line in lines.items()
            for day, shift in enumerate(line)
            if shift != "-"
        )
    )


def wanted(days: int, shift: str, count: int, under: int = 100, over: int = 1) -> tuple[Cover, ...]:
    """The same cover on each day."""
    return tuple(Cover(day, shift, count, under, over) for day in range(days))
