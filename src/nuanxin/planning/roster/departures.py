"""Exceptions that a roster makes, one by one, each with its reason.

What is normally kept (a budget) or kept with best effort (people apart) may be left where cover
needs it. The reason says which cover that is, or that none would miss it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from nuanxin.planning.roster.model import Assignment, Problem, Roster


@dataclass(frozen=True)
class Departure:
    """One exception: the rule by its name, who and when, and why."""

    rule: str
    person: str
    day: int
    reason: str


def departures(problem: Problem, roster: Roster) -> tuple[Departure, ...]:
    """All exceptions of a roster, by rule, day and person."""
    needs = _Needs(problem, roster)
    found = []
    for budget in problem.budgets:
        for a in roster.assignments:
            if a.shift in budget.shifts:
                found.append(Departure(budget.name, a.person, a.day, needs.of(a)))
    cells = {(a.person, a.day): a for a in roster.assignments}
    for pair in problem.apart:
        for day in range(problem.days):
            first, second = cells.get((pair.first, day)), cells.get((pair.second, day))
            if first and second:
                reason = f"with {pair.second}; {needs.of(first)}; {needs.of(second)}"
                found.append(Departure(pair.term, pair.first, day, reason))
    return tuple(sorted(found, key=lambda d: (d.rule, d.day, d.person)))


def counted(found: tuple[Departure, ...]) -> dict[str, int]:
    """How many exceptions each rule has."""
    return dict(sorted(Counter(d.rule for d in found).items()))


class _Needs:
    """What cover would miss without one assignment."""

    def __init__(self, problem: Problem, roster: Roster) -> None:
        self.covers = problem.cover
        self.by_shift = Counter((a.day, a.shift) for a in roster.assignments)
        self.by_skill = Counter((a.day, a.shift, a.skill) for a in roster.assignments)

    def of(self, a: Assignment) -> str:
        for cover in self.covers:
            if (cover.day, cover.shift) != (a.day, a.shift) or cover.skill not in (None, a.skill):
                continue
            if cover.skill is None:
                there = self.by_shift[a.day, a.shift]
            else:
                there = self.by_skill[a.day, a.shift, a.skill]
            if there <= cover.wanted:
                cell = f"{a.shift} {cover.skill}" if cover.skill else a.shift
                return f"{cell}: {there} of {cover.wanted} wanted with {a.person}"
        return f"{a.shift}: cover would not miss {a.person}"
