"""The peer of the benchmark: the text format as one direct CP-SAT model (needs ortools)."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from nuanxin.planning.roster.model import Assignment, Person, Problem, Roster


@dataclass(frozen=True)
class PeerResult:
    """What CP-SAT reached; no roster when it found none."""

    roster: Roster | None
    bound: float
    seconds: float


def cp_sat(
    problem: Problem,
    seconds: float,
    workers: int,
    seed: int,
    clock: Callable[[], float] = time.monotonic,
) -> PeerResult:
    """Solve a problem of the text format directly in ``seconds`` on the clock.

    ImportError without ortools.
    """
    from ortools.sat.python import cp_model

    began = clock()
    model: Any = cp_model.CpModel()
    work: dict[tuple[str, int, str], Any] = {}
    costs: list[Any] = []
    for person in problem.people:
        for day in range(problem.days):
            for shift in problem.shifts:
                work[person.id, day, shift.id] = model.new_bool_var("")
        _person(model, problem, person, work, costs)
    for cover in problem.cover:
        under = model.new_int_var(0, cover.wanted, "")
        over = model.new_int_var(0, len(problem.people), "")
        there = sum(work[p.id, cover.day, cover.shift] for p in problem.people)
        model.add(there + under - over == cover.wanted)
        costs += [cover.under * under, cover.over * over]
    model.minimize(sum(costs))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = workers
    solver.parameters.random_seed = seed
    with _until(lambda: clock() - began >= seconds, solver.stop_search):
        status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return PeerResult(None, 0.0, clock() - began)
    chosen = tuple(Assignment(*key) for key, used in work.items() if solver.value(used))
    return PeerResult(Roster(chosen), solver.best_objective_bound, clock() - began)


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


def _person(model: Any, problem: Problem, person: Person, work: Any, costs: list[Any]) -> None:
    contract, days = person.contract, range(problem.days)
    on = [model.new_bool_var("") for _ in days]
    for day in days:
        here = [work[person.id, day, shift.id] for shift in problem.shifts]
        model.add(sum(here) == on[day])
        if day in person.days_off:
            model.add(on[day] == 0)
        for shift in problem.shifts:
            mine = work[person.id, day, shift.id]
            if shift.id in person.barred:
                model.add(mine == 0)
            for after in shift.forbidden_next if day + 1 < problem.days else ():
                model.add_implication(mine, work[person.id, day + 1, after].negated())
    minutes = sum(s.minutes * work[person.id, d, s.id] for d in days for s in problem.shifts)
    model.add_linear_constraint(minutes, contract.minutes.low or 0, contract.minutes.high or 10**9)
    for count in contract.counts:
        model.add(sum(work[person.id, d, s] for d in days for s in count.shifts) <= count.high)
    _runs(model, on, contract.work_run.low or 1, contract.work_run.high, problem.days)
    _runs(model, [day.negated() for day in on], contract.off_run.low or 1, None, problem.days)
    weekends = []
    for day in days:
        if problem.weekday(day) == 5:
            weekend = model.new_bool_var("")
            for half in on[day : day + 2]:
                model.add_implication(half, weekend)
            weekends.append(weekend)
    if contract.weekends.high is not None:
        model.add(sum(weekends) <= contract.weekends.high)
    for wish in person.wishes:
        mine = work[person.id, wish.day, wish.shift]
        costs.append(wish.weight * (1 - mine if wish.on else mine))


def _runs(model: Any, on: list[Any], low: int, high: int | None, days: int) -> None:
    """Runs inside the horizon of at least ``low`` (edges exempt) and at most ``high``."""
    if high is not None:
        for first in range(days - high):
            model.add_bool_or([day.negated() for day in on[first : first + high + 1]])
    for length in range(1, low):
        for first in range(1, days - length):
            inside = [day.negated() for day in on[first : first + length]]
            model.add_bool_or([on[first - 1], *inside, on[first + length]])
