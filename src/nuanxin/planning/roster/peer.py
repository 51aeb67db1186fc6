"""The peer of the benchmark: both public formats as one direct CP-SAT model (needs ortools)."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from nuanxin.planning.roster.lines import SATURDAY
from nuanxin.planning.roster.model import (
    OPEN,
    Assignment,
    Cover,
    History,
    Person,
    Problem,
    Range,
    Roster,
)


@dataclass(frozen=True)
class PeerResult:
    """What CP-SAT reached, and what it says that costs; no roster when it found none."""

    roster: Roster | None
    objective: float | None
    bound: float
    seconds: float


def cp_sat(
    problem: Problem,
    seconds: float,
    workers: int,
    seed: int,
    clock: Callable[[], float] = time.monotonic,
    on_roster: Callable[[float, float], None] = lambda _seconds, _objective: None,
) -> PeerResult:
    """Solve a problem of the text format or of INRC-II directly in ``seconds`` on the clock.

    ``on_roster`` is told the seconds and the objective of each roster as it is found. ImportError
    without ortools.
    """
    from ortools.sat.python import cp_model

    class Told(cp_model.CpSolverSolutionCallback):
        def on_solution_callback(self) -> None:
            on_roster(clock() - began, self.objective_value)

    began = clock()
    direct = _Direct(cp_model.CpModel(), problem)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = workers
    solver.parameters.random_seed = seed
    with _until(lambda: clock() - began >= seconds, solver.stop_search):
        status = solver.solve(direct.model, Told())
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return PeerResult(None, None, 0.0, clock() - began)
    chosen = tuple(a for a, used in direct.roles.items() if solver.value(used))
    took = clock() - began
    return PeerResult(Roster(chosen), solver.objective_value, solver.best_objective_bound, took)


@contextmanager
def _until(over: Callable[[], bool], stop: Callable[[], None]) -> Iterator[None]:
    """Call ``stop`` again and again once the time is over: a solver may not have begun yet."""
    ended = threading.Event()

    def watch() -> None:
        while not ended.wait(0.1):
            if over():
                stop()

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        ended.set()
        watcher.join()


class _Direct:
    """The model: a variable for each role of a person on a day; soft rules as costs."""

    def __init__(self, model: Any, problem: Problem) -> None:
        self.model = model
        self.problem = problem
        self.roles: dict[Assignment, Any] = {}
        self.costs: list[Any] = []
        self.there: dict[tuple[int, str, str | None], list[Any]] = defaultdict(list)
        for person in problem.people:
            self._person(person)
        for cover in problem.cover:
            self._cover(cover)
        model.minimize(sum(self.costs))

    def _cover(self, cover: Cover) -> None:
        under = self.model.new_int_var(0, cover.wanted - cover.minimum, "")
        over = self.model.new_int_var(0, len(self.problem.people), "")
        there = sum(self.there[cover.day, cover.shift, cover.skill])
        self.model.add(there + under - over == cover.wanted)
        self.costs += [cover.under * under, cover.over * over]

    def _person(self, person: Person) -> None:
        problem, contract = self.problem, person.contract
        history = person.history or History()
        days, new = range(problem.days), self.model.new_bool_var
        works = [{s.id: self._shift(person, day, s.id) for s in problem.shifts} for day in days]
        on = [new("") for _ in days]
        for day in days:
            self.model.add(sum(works[day].values()) == on[day])
            if day in person.days_off:
                self.model.add(on[day] == 0)
            for shift in problem.shifts:
                self._succession(works, day, shift.id, shift.forbidden_next, history)
        minutes = sum(s.minutes * works[d][s.id] for d in days for s in problem.shifts)
        self._outside(history.minutes + minutes, contract.minutes)
        self._outside(history.assignments + sum(on), contract.assignments)
        for count in contract.counts:
            total = sum(works[day][shift] for day in days for shift in count.shifts)
            self._outside(total, Range(None, count.high, None, count.over))
        free = person.history is None
        off = [day.negated() for day in on]
        self._runs(on, contract.work_run, history.work_run, free)
        self._runs(off, contract.off_run, history.off_run, free)
        for shift in problem.shifts:
            before = history.same_shift if history.last_shift == shift.id else 0
            self._runs([works[day][shift.id] for day in days], shift.run, before, free)
        self._weekends(person, on, history)
        for wish in person.wishes:
            mine = on[wish.day] if wish.shift is None else works[wish.day][wish.shift]
            self.costs.append(wish.weight * (1 - mine if wish.on else mine))

    def _shift(self, person: Person, day: int, shift: str) -> Any:
        """Whether a person works a shift on a day, in whichever role."""
        skills = sorted(person.skills) if self.problem.skills else (None,)
        roles = []
        for skill in skills:
            role = self.roles[Assignment(person.id, day, shift, skill)] = self.model.new_bool_var(
                ""
            )
            self.there[day, shift, skill].append(role)
            roles.append(role)
        if shift in person.barred:
            self.model.add(sum(roles) == 0)
        if len(roles) == 1:
            return roles[0]
        mine = self.model.new_bool_var("")
        self.model.add(sum(roles) == mine)
        return mine

    def _succession(
        self,
        works: Sequence[dict[str, Any]],
        day: int,
        shift: str,
        forbidden: frozenset[str],
        history: History,
    ) -> None:
        for after in forbidden:
            if day == 0 and history.last_shift == shift:
                self.model.add(works[0][after] == 0)
            if day + 1 < len(works):
                self.model.add_implication(works[day][shift], works[day + 1][after].negated())

    def _outside(self, total: Any, bounds: Range) -> None:
        """A total below or above its bounds: forbidden, or paid for each unit."""
        for bound, weight, sign in (
            (bounds.low, bounds.under, -1),
            (bounds.high, bounds.over, 1),
        ):
            if bound is None:
                continue
            if weight is None:
                self.model.add(sign * total <= sign * bound)
            else:
                beyond = self.model.new_int_var(0, 10**6, "")
                self.model.add(beyond >= sign * (total - bound))
                self.costs.append(weight * beyond)

    def _runs(self, inside: list[Any], bounds: Range, before: int, free: bool) -> None:
        """Runs of days, ``before`` of them in the history; ``free`` of the minimum at day 0."""
        if bounds == OPEN:
            return
        days = len(inside)
        if bounds.high is not None:
            for last in range(days):
                first = last - bounds.high
                if first >= -before:
                    self._never(inside[max(first, 0) : last + 1], bounds.over)
        low = bounds.low or 1
        for first in range(days):
            for length in range(1, min(low, days - first)):
                if first == 0 and (before or free):
                    break
                whole = inside[first : first + length]
                edges = [inside[first - 1]] * (first > 0) + [inside[first + length]]
                self._short([*whole, *(edge.negated() for edge in edges)], bounds, length)
        for length in range(min(low - before, days) if before else 0):
            self._short([*inside[:length], inside[length].negated()], bounds, before + length)

    def _short(self, literals: list[Any], bounds: Range, length: int) -> None:
        weight = None if bounds.under is None else bounds.under * ((bounds.low or 0) - length)
        self._never(literals, weight)

    def _never(self, literals: list[Any], weight: int | None) -> None:
        """All of these at once are forbidden, or cost ``weight``."""
        clause = [literal.negated() for literal in literals]
        if weight is not None:
            clause.append(self.model.new_bool_var(""))
            self.costs.append(weight * clause[-1])
        self.model.add_bool_or(clause)

    def _weekends(self, person: Person, on: list[Any], history: History) -> None:
        """Saturdays and Sundays; both public formats begin on a Monday."""
        contract, worked = person.contract, []
        for saturday in range(len(on)):
            halves = on[saturday : saturday + 2]
            if self.problem.weekday(saturday) != SATURDAY:
                continue
            weekend = self.model.new_bool_var("")
            for half in halves:
                self.model.add_implication(half, weekend)
            worked.append(weekend)
            if contract.incomplete_weekend and len(halves) == 2:
                first, second = halves
                self._never([first, second.negated()], contract.incomplete_weekend)
                self._never([first.negated(), second], contract.incomplete_weekend)
        self._outside(history.weekends + sum(worked), contract.weekends)
