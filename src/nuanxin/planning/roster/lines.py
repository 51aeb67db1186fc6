"""The check of one person's line: every rule of contract, history, wishes and settled days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from nuanxin.planning.roster.finding import Finding
from nuanxin.planning.roster.model import (
    Assignment,
    Count,
    History,
    Person,
    Problem,
    Range,
    ShiftType,
    Window,
    Wish,
)

SATURDAY, SUNDAY = 5, 6


@dataclass(frozen=True)
class Line:
    """One person's days: the assignment of each, None where off."""

    problem: Problem
    shifts: Mapping[str, ShiftType]
    person: Person
    days: Sequence[Assignment | None]

    def shift(self, day: int) -> str | None:
        """The shift of a day; of the history for day −1, where it is known."""
        if day >= 0:
            found = self.days[day]
            return None if found is None else found.shift
        history = self.person.history
        return None if history is None else history.last_shift

    def finding(self, rule: str, day: int | None, penalty: int | None, detail: str) -> Finding:
        """A finding about this person."""
        return Finding(rule, self.person.id, day, penalty, detail)


def person_findings(line: Line) -> Iterator[Finding]:
    """Everything that this line breaks."""
    contract = line.person.contract
    yield from _cells(line)
    yield from _successions(line)
    yield from _totals(line)
    yield from _runs(line, "consecutive_work", contract.work_run, True)
    yield from _runs(line, "consecutive_off", contract.off_run, False)
    for shift in line.problem.shifts:
        yield from _same_shift(line, shift)
    yield from _weekends(line)
    for count in contract.counts:
        yield from _count(line, count)
    for window in contract.windows:
        yield from _window(line, window)
    for wish in line.person.wishes:
        yield from _wish(line, wish)


def _cells(line: Line) -> Iterator[Finding]:
    person = line.person
    for day, assignment in enumerate(line.days):
        shift = None if assignment is None else assignment.shift
        if day in person.fixed and person.fixed[day] != shift:
            wanted = person.fixed[day] or "off"
            yield line.finding("fixed", day, None, f"{shift or 'off'} instead of {wanted}")
        if assignment is None:
            continue
        if day in person.days_off:
            yield line.finding("day_off", day, None, f"{shift}: {person.days_off[day]}")
        if assignment.shift in person.barred:
            yield line.finding("barred", day, None, f"{shift}: {person.barred[assignment.shift]}")
        if line.problem.skills and assignment.skill not in person.skills:
            yield line.finding("skill", day, None, f"{shift} as {assignment.skill or 'nobody'}")


def _successions(line: Line) -> Iterator[Finding]:
    for day in range(len(line.days)):
        before, now = line.shift(day - 1), line.shift(day)
        if before and now and now in line.shifts[before].forbidden_next:
            yield line.finding("forbidden_succession", day, None, f"{now} after {before}")


def _totals(line: Line) -> Iterator[Finding]:
    worked = [line.shifts[a.shift].minutes for a in line.days if a is not None]
    history = line.person.history or History()
    contract = line.person.contract
    for rule, bounds, total in (
        ("minutes", contract.minutes, history.minutes + sum(worked)),
        ("assignments", contract.assignments, history.assignments + len(worked)),
    ):
        yield from _outside(line, rule, bounds, total, None)


def _outside(
    line: Line, rule: str, bounds: Range, total: int, day: int | None
) -> Iterator[Finding]:
    if bounds.low is not None and total < bounds.low:
        missing = bounds.low - total
        cost = None if bounds.under is None else bounds.under * missing
        yield line.finding(f"min_{rule}", day, cost, f"{total}; at least {bounds.low}")
    if bounds.high is not None and total > bounds.high:
        beyond = total - bounds.high
        cost = None if bounds.over is None else bounds.over * beyond
        yield line.finding(f"max_{rule}", day, cost, f"{total}; at most {bounds.high}")


def _runs(line: Line, rule: str, bounds: Range, working: bool) -> Iterator[Finding]:
    """Runs of worked days, or of days off."""
    history = line.person.history
    before = 0
    if history is not None:
        before = history.work_run if working else history.off_run
    inside = [(assignment is not None) == working for assignment in line.days]
    yield from _run_findings(line, rule, bounds, inside, before)


def _same_shift(line: Line, shift: ShiftType) -> Iterator[Finding]:
    history = line.person.history
    same = history is not None and history.last_shift == shift.id
    before = history.same_shift if history is not None and same else 0
    inside = [assignment is not None and assignment.shift == shift.id for assignment in line.days]
    yield from _run_findings(line, f"consecutive_{shift.id}", shift.run, inside, before)


def _run_findings(
    line: Line, rule: str, bounds: Range, inside: Sequence[bool], before: int
) -> Iterator[Finding]:
    """``before`` days of the run lie in the history, and were charged there if too many."""
    free = line.person.history is None
    start = 0
    while start < len(inside):
        if not inside[start] and not (start == 0 and before):
            start += 1
            continue
        end = start
        while end < len(inside) and inside[end]:
            end += 1
        known = before if start == 0 else 0
        length = known + end - start
        if bounds.high is not None and length > bounds.high and end > start:
            charged = max(bounds.high, known)
            cost = None if bounds.over is None else bounds.over * (length - charged)
            yield line.finding(f"max_{rule}", end - 1, cost, f"{length}; at most {bounds.high}")
        exempt = end == len(inside) or (start == 0 and free)
        if bounds.low is not None and length < bounds.low and not exempt:
            cost = None if bounds.under is None else bounds.under * (bounds.low - length)
            yield line.finding(f"min_{rule}", start, cost, f"{length}; at least {bounds.low}")
        start = end + 1


def _weekends(line: Line) -> Iterator[Finding]:
    problem, contract = line.problem, line.person.contract
    history = line.person.history or History()
    total = history.weekends
    for day in range(len(line.days)):
        weekday = problem.weekday(day)
        if weekday == SATURDAY and line.days[day] is not None:
            total += 1
        if weekday == SUNDAY:
            saturday = _worked_before(line, day)
            sunday = line.days[day] is not None
            # The Saturday before day 0 was counted by the history.
            total += sunday and not saturday
            known = day > 0 or line.person.history is not None
            if saturday != sunday and known and contract.incomplete_weekend:
                which = "Saturday" if saturday else "Sunday"
                cost = contract.incomplete_weekend
                yield line.finding("incomplete_weekend", day, cost, f"only {which} is worked")
    yield from _outside(line, "weekends", contract.weekends, total, None)


def _worked_before(line: Line, day: int) -> bool:
    if day > 0:
        return line.days[day - 1] is not None
    return line.person.history is not None and line.person.history.work_run > 0


def _count(line: Line, count: Count) -> Iterator[Finding]:
    total = sum(a is not None and a.shift in count.shifts for a in line.days)
    bounds = Range(None, count.high, None, count.over)
    yield from _outside(line, count.name, bounds, total, None)


def _window(line: Line, window: Window) -> Iterator[Finding]:
    history = line.person.history or History()
    shifts = [*history.recent, *(line.shift(day) for day in range(len(line.days)))]
    loads = [_load(line, window, shift) for shift in shifts]
    first = len(history.recent)
    for day in range(len(line.days)):
        end = first + day + 1
        total = sum(loads[max(0, end - window.days) : end])
        if total > window.high and loads[end - 1]:
            text = f"{total} in {window.days} days; at most {window.high}"
            yield line.finding(window.name, day, None, text)


def _load(line: Line, window: Window, shift: str | None) -> int:
    if shift is None:
        return 0
    return line.shifts[shift].minutes if window.shifts is None else int(shift in window.shifts)


def _wish(line: Line, wish: Wish) -> Iterator[Finding]:
    shift = line.shift(wish.day)
    fits = shift is not None if wish.shift is None else shift == wish.shift
    if fits != wish.on:
        kind = "on" if wish.on else "off"
        rule = f"{wish.term}_{kind}"
        yield line.finding(rule, wish.day, wish.weight, f"{kind} {wish.shift or 'any shift'}")
