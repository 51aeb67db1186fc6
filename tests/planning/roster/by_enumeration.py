"""The optimum by another road: every line of every person, judged by the check, in one MIP."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import highspy

from nuanxin.planning.roster.check import cover_findings
from nuanxin.planning.roster.lines import Line, person_findings
from nuanxin.planning.roster.model import Assignment, Person, Problem

HARD = 10**6


def all_lines(problem: Problem, person: Person) -> Iterator[tuple[tuple[str, ...], int]]:
    """Each line that keeps the hard rules of a person, with its penalty."""
    shifts = {shift.id: shift for shift in problem.shifts}
    for line in itertools.product(("", *shifts), repeat=problem.days):
        days = [Assignment(person.id, d, s) if s else None for d, s in enumerate(line)]
        findings = list(person_findings(Line(problem, shifts, person, days)))
        if all(f.penalty is not None for f in findings):
            yield line, sum(f.penalty or 0 for f in findings)


def optimum(problem: Problem) -> int | None:
    """The least penalty of a problem without skills and ties; None when nobody has a line."""
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    cells: dict[tuple[int, str], list[highspy.highs_var]] = {}
    for person in problem.people:
        mine = []
        for line, cost in all_lines(problem, person):
            used = highs.addBinary(obj=cost)
            mine.append(used)
            for day, shift in enumerate(line):
                cells.setdefault((day, shift), []).append(used)
        if not mine:
            return None
        highs.addConstr(sum(mine) == 1)
    for cover in problem.cover:
        levels = []
        for there in range(len(problem.people) + 1):
            costs = [HARD if f.penalty is None else f.penalty for f in cover_findings(cover, there)]
            levels.append(highs.addBinary(obj=sum(costs)))
        highs.addConstr(sum(levels) == 1)
        here = cells.get((cover.day, cover.shift), [])
        total = sum(there * level for there, level in enumerate(levels))
        highs.addConstr(sum(here) - total == 0)
    highs.minimize()
    return round(highs.getInfo().objective_function_value)
