"""A problem is looked at once, before anything is built on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from nuanxin.planning.roster.errors import RosterError
from nuanxin.planning.roster.model import Contract, Person, Problem, Range


def validated(problem: Problem) -> Problem:
    """The same problem, when it can stand; RosterError names the first thing that cannot."""
    if problem.days < 1:
        raise RosterError(f"the horizon has {problem.days} days; expected at least 1")
    if not 0 <= problem.first_weekday <= 6:
        raise RosterError(f"first_weekday {problem.first_weekday}: expected 0 (Monday) to 6")
    for what, ids in (
        ("shift", [shift.id for shift in problem.shifts]),
        ("person", [person.id for person in problem.people]),
        ("skill", list(problem.skills)),
    ):
        _once(what, ids)
    if not problem.shifts:
        raise RosterError("no shift is given; name at least one")
    if not problem.people:
        raise RosterError("no person is given; name at least one")
    _shifts(problem)
    for person in problem.people:
        _person(problem, person)
    _cover(problem)
    _groups(problem)
    return problem


def _once(what: str, ids: list[str]) -> None:
    for name, times in Counter(ids).items():
        if times > 1:
            raise RosterError(f"{what} {name} is given {times} times; give it once")
        if not name:
            raise RosterError(f"a {what} has an empty id; name it")


def _known(problem: Problem, shifts: Iterable[str], where: str) -> None:
    known = {shift.id for shift in problem.shifts}
    for name in shifts:
        if name not in known:
            raise RosterError(f"{where}: there is no shift {name}")


def _range(bounds: Range, where: str) -> None:
    low, high = bounds.low, bounds.high
    for value in (low, high, bounds.under, bounds.over):
        if value is not None and value < 0:
            raise RosterError(f"{where}: {value} is negative")
    if low is not None and high is not None and low > high:
        raise RosterError(f"{where}: at least {low} and at most {high} cannot both hold")


def _shifts(problem: Problem) -> None:
    for shift in problem.shifts:
        if shift.minutes < 0:
            raise RosterError(f"shift {shift.id}: {shift.minutes} minutes is negative")
        _known(problem, shift.forbidden_next, f"shift {shift.id}, what cannot follow")
        _range(shift.run, f"shift {shift.id}, days in a row")


def _contract(problem: Problem, contract: Contract, who: str) -> None:
    for what in ("minutes", "assignments", "work_run", "off_run", "weekends"):
        _range(getattr(contract, what), f"{who}, {what}")
    if contract.incomplete_weekend < 0:
        raise RosterError(f"{who}: the weight of an incomplete weekend is negative")
    for count in contract.counts:
        _known(problem, count.shifts, f"{who}, {count.name}")
        _range(Range(0, count.high, None, count.over), f"{who}, {count.name}")
    for window in contract.windows:
        _known(problem, window.shifts or (), f"{who}, {window.name}")
        if window.days < 1 or window.high < 0:
            raise RosterError(f"{who}, {window.name}: needs at least 1 day and a limit of 0 or up")


def _person(problem: Problem, person: Person) -> None:
    who = f"person {person.id}"
    _contract(problem, person.contract, who)
    for skill in person.skills:
        if skill not in problem.skills:
            raise RosterError(f"{who}: there is no skill {skill}")
    _known(problem, person.barred, f"{who}, barred")
    _known(problem, [s for s in person.fixed.values() if s is not None], f"{who}, fixed")
    _known(problem, [w.shift for w in person.wishes if w.shift is not None], f"{who}, wish")
    for day in (*person.days_off, *person.fixed, *(wish.day for wish in person.wishes)):
        _day(problem, day, who)
    if any(wish.weight < 0 for wish in person.wishes):
        raise RosterError(f"{who}: a wish has a negative weight")
    if person.history is not None:
        recent = [s for s in (*person.history.recent, person.history.last_shift) if s]
        _known(problem, recent, f"{who}, history")
        if (person.history.last_shift is None) != (person.history.work_run == 0):
            raise RosterError(f"{who}, history: a run of work needs a last shift, and only that")
        before, weekends = person.history.weekends, person.contract.weekends
        if weekends.high is not None and weekends.over is None and before > weekends.high:
            raise RosterError(
                f"{who}: no line keeps all hard rules: {before} weekends were worked before day 0,"
                f" at most {weekends.high} may be"
            )


def _day(problem: Problem, day: int, where: str) -> None:
    if not 0 <= day < problem.days:
        raise RosterError(f"{where}: day {day} is outside 0 to {problem.days - 1}")


def _cover(problem: Problem) -> None:
    _once("cover of", [f"day {c.day}, {c.shift}, {c.skill or 'anyone'}" for c in problem.cover])
    for cover in problem.cover:
        where = f"cover of day {cover.day}, shift {cover.shift}"
        _day(problem, cover.day, where)
        _known(problem, [cover.shift], where)
        if cover.skill is not None and cover.skill not in problem.skills:
            raise RosterError(f"{where}: there is no skill {cover.skill}")
        if min(cover.wanted, cover.under, cover.over, cover.minimum) < 0:
            raise RosterError(f"{where}: a number is negative")
        if cover.minimum > cover.wanted:
            raise RosterError(f"{where}: the minimum {cover.minimum} is above {cover.wanted}")


def _groups(problem: Problem) -> None:
    people = {person.id for person in problem.people}
    for pair in problem.apart:
        for name in (pair.first, pair.second):
            if name not in people:
                raise RosterError(f"apart: there is no person {name}")
        if pair.first == pair.second:
            raise RosterError(f"apart: {pair.first} is paired with themselves")
    for budget in problem.budgets:
        _known(problem, budget.shifts, f"budget {budget.name}")
        if not 0 <= budget.percent <= 100:
            raise RosterError(f"budget {budget.name}: {budget.percent} is no percentage")
