"""Re-planning a published roster: fewest changes first, then quality.

First the hard rules and the minimum of cover alone are solved with one point for each changed
cell. Then everything else counts too, with a changed cell dearer than all that it could gain.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from nuanxin.planning.roster.check import check
from nuanxin.planning.roster.model import (
    Assignment,
    Contract,
    Person,
    Problem,
    Range,
    Roster,
    Wish,
)
from nuanxin.planning.roster.plan import Plan
from nuanxin.planning.roster.solve import solve

CHANGE = "change"


@dataclass(frozen=True)
class Change:
    """One cell that differs from what was published; None is off."""

    person: str
    day: int
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Replan:
    """The new roster with its check by the original rules, and every change; absences included."""

    plan: Plan
    changes: tuple[Change, ...]


def replan(
    problem: Problem,
    published: Roster,
    absences: Mapping[str, Collection[int]],
    from_day: int,
    seconds: float,
    *,
    seed: int = 0,
    stopped: Callable[[], bool] = lambda: False,
    clock: Callable[[], float] = time.monotonic,
) -> Replan:
    """Plan anew from ``from_day`` on, with people absent on the days named.

    Days before are kept as they were published. RosterError when somebody has no line left.
    """
    now = _absent(problem, absences, from_day)
    bare = _stable(only_hard(now), published, from_day, 1)
    how: dict[str, Any] = {"seed": seed, "stopped": stopped, "clock": clock}
    first = solve(bare, seconds / 2, warm_start=published, **how)
    left = seconds - first.seconds
    quality = solve(now, 1e-3, warm_start=first.roster, stopped=lambda: True).report.objective
    whole = _stable(now, published, from_day, quality + 1)
    second = solve(whole, left, warm_start=first.roster, **how)
    found = changes(problem, published, second.roster)
    # Judged without the price of changes; what was proven with it is no bound without.
    judged = check(now, second.roster)
    return Replan(Plan(second.roster, judged, 0, first.seconds + second.seconds), found)


def changes(problem: Problem, before: Roster, after: Roster) -> tuple[Change, ...]:
    """The cells that differ, by person and day."""
    old = {(a.person, a.day): a for a in before.assignments}
    new = {(a.person, a.day): a for a in after.assignments}
    order = {person.id: n for n, person in enumerate(problem.people)}
    cells = sorted(old.keys() | new.keys(), key=lambda cell: (order.get(cell[0], -1), cell[1]))
    return tuple(
        Change(*cell, _shift(old.get(cell)), _shift(new.get(cell)))
        for cell in cells
        if _shift(old.get(cell)) != _shift(new.get(cell))
    )


def _shift(assignment: Assignment | None) -> str | None:
    return None if assignment is None else assignment.shift


def _absent(problem: Problem, absences: Mapping[str, Collection[int]], from_day: int) -> Problem:
    people = []
    for person in problem.people:
        days = {day: "absent" for day in absences.get(person.id, ()) if day >= from_day}
        fixed = {day: shift for day, shift in person.fixed.items() if day not in days}
        people.append(replace(person, days_off={**person.days_off, **days}, fixed=fixed))
    return replace(problem, people=tuple(people))


def _stable(problem: Problem, published: Roster, from_day: int, weight: int) -> Problem:
    """Cells before ``from_day`` fixed; each later one that changes costs ``weight``."""
    cells = {(a.person, a.day): a.shift for a in published.assignments}

    def held(person: Person) -> Person:
        fixed = {day: cells.get((person.id, day)) for day in range(from_day)}
        kept = []
        for day in range(from_day, problem.days):
            shift = cells.get((person.id, day))
            if day in person.days_off:
                continue
            wish = Wish(day, shift, True, weight, CHANGE)
            kept.append(wish if shift else replace(wish, on=False))
        return replace(person, fixed={**person.fixed, **fixed}, wishes=(*person.wishes, *kept))

    return replace(problem, people=tuple(held(person) for person in problem.people))


def only_hard(problem: Problem) -> Problem:
    """The same hard rules; nothing soft costs anything."""
    cover = tuple(replace(c, under=0, over=0) for c in problem.cover)
    people = tuple(
        replace(person, wishes=(), contract=_bare(person.contract)) for person in problem.people
    )
    shifts = tuple(replace(s, run=_hard(s.run)) for s in problem.shifts)
    return replace(
        problem,
        cover=cover,
        people=people,
        shifts=shifts,
        apart=(),
        budgets=tuple(replace(b, weight=0) for b in problem.budgets),
    )


def _bare(contract: Contract) -> Contract:
    return replace(
        contract,
        minutes=_hard(contract.minutes),
        assignments=_hard(contract.assignments),
        work_run=_hard(contract.work_run),
        off_run=_hard(contract.off_run),
        weekends=_hard(contract.weekends),
        incomplete_weekend=0,
        counts=tuple(count for count in contract.counts if count.over is None),
    )


def _hard(bounds: Range) -> Range:
    """The hard sides of a range only."""
    low = bounds.low if bounds.under is None else None
    high = bounds.high if bounds.over is None else None
    return Range(low, high)
