"""The independent check: what a roster breaks and what it costs, person by person, day by day.

Plain loops over the rules as they read. It shares nothing with the solver but the model.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nuanxin.planning.roster.finding import Finding
from nuanxin.planning.roster.lines import Line, person_findings
from nuanxin.planning.roster.model import Assignment, Cover, Problem, Roster


@dataclass(frozen=True)
class Report:
    """All findings. A roster is valid when no hard rule is broken; objective is its penalty."""

    findings: tuple[Finding, ...]

    @property
    def violations(self) -> tuple[Finding, ...]:
        """Broken hard rules."""
        return tuple(f for f in self.findings if f.penalty is None)

    @property
    def valid(self) -> bool:
        """No hard rule is broken."""
        return not self.violations

    @property
    def objective(self) -> int:
        """The sum of all penalties of soft rules."""
        return sum(f.penalty for f in self.findings if f.penalty is not None)

    @property
    def terms(self) -> dict[str, int]:
        """Penalty by term."""
        sums: Counter[str] = Counter()
        for finding in self.findings:
            if finding.penalty is not None:
                sums[finding.rule] += finding.penalty
        return dict(sorted(sums.items()))


def check(problem: Problem, roster: Roster) -> Report:
    """Judge a roster by every rule of the problem."""
    findings, kept = _sound(problem, roster)
    shifts = {shift.id: shift for shift in problem.shifts}
    worked: dict[str, dict[int, Assignment]] = defaultdict(dict)
    for assignment in kept:
        worked[assignment.person][assignment.day] = assignment
    for person in problem.people:
        days = worked[person.id]
        line = Line(problem, shifts, person, [days.get(day) for day in range(problem.days)])
        findings.extend(person_findings(line))
    findings.extend(_cover(problem, kept))
    findings.extend(_apart(problem, worked))
    findings.extend(_budgets(problem, kept))
    return Report(tuple(findings))


def _sound(problem: Problem, roster: Roster) -> tuple[list[Finding], list[Assignment]]:
    """Assignments that name things that are there, at most one a person and day; and the rest."""
    findings: list[Finding] = []
    kept: dict[tuple[str, int], Assignment] = {}
    people = {person.id for person in problem.people}
    shifts = {shift.id for shift in problem.shifts}
    for a in roster.assignments:
        fault = None
        if a.person not in people:
            fault = ("unknown_person", "is not in the problem")
        elif a.shift not in shifts:
            fault = ("unknown_shift", f"there is no shift {a.shift}")
        elif not 0 <= a.day < problem.days:
            fault = ("unknown_day", "is outside the horizon")
        elif (a.person, a.day) in kept:
            fault = ("one_shift_a_day", f"{kept[a.person, a.day].shift}, {a.shift}")
        if fault:
            findings.append(Finding(fault[0], a.person, a.day, None, fault[1]))
        else:
            kept[a.person, a.day] = a
    return findings, list(kept.values())


def _cover(problem: Problem, kept: Sequence[Assignment]) -> Iterator[Finding]:
    by_shift = Counter((a.day, a.shift) for a in kept)
    by_skill = Counter((a.day, a.shift, a.skill) for a in kept)
    for cover in problem.cover:
        if cover.skill is None:
            there = by_shift[cover.day, cover.shift]
        else:
            there = by_skill[cover.day, cover.shift, cover.skill]
        yield from cover_findings(cover, there)


def cover_findings(cover: Cover, there: int) -> Iterator[Finding]:
    """What ``there`` people mean for one cell of cover."""
    cell = f"{cover.shift} {cover.skill}" if cover.skill else cover.shift
    what = f"{cell}: {there} of {cover.wanted}"
    if there < cover.minimum:
        yield Finding("minimum_cover", None, cover.day, None, f"{cell}: {there} of {cover.minimum}")
    if there < cover.wanted:
        yield Finding("cover_under", None, cover.day, cover.under * (cover.wanted - there), what)
    if there > cover.wanted and cover.over:
        yield Finding("cover_over", None, cover.day, cover.over * (there - cover.wanted), what)


def _apart(problem: Problem, worked: dict[str, dict[int, Assignment]]) -> Iterator[Finding]:
    for pair in problem.apart:
        for day in sorted(worked[pair.first].keys() & worked[pair.second].keys()):
            yield Finding(pair.term, pair.first, day, pair.weight, f"with {pair.second}")


def allowed(percent: int, worked: int) -> int:
    """How many exceptions a budget allows among ``worked`` shifts: one always."""
    return max(1, worked * percent // 100)


def _budgets(problem: Problem, kept: Sequence[Assignment]) -> Iterator[Finding]:
    for budget in problem.budgets:
        used = sorted(a for a in kept if a.shift in budget.shifts)
        for a in used:
            yield Finding(budget.name, a.person, a.day, budget.weight, a.shift)
        most = allowed(budget.percent, len(kept))
        if len(used) > most:
            text = f"{len(used)} of {len(kept)} shifts; at most {most}"
            yield Finding(f"{budget.name}_budget", None, None, None, text)
