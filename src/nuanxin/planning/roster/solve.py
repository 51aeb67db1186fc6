"""Solve a roster problem: anytime, seeded, with a bound, and checked before it is returned."""

from __future__ import annotations

import time
from collections.abc import Callable
from math import ceil

from nuanxin.planning.roster.check import check
from nuanxin.planning.roster.engine.search import Search
from nuanxin.planning.roster.engine.tables import Tables
from nuanxin.planning.roster.model import Problem, Roster
from nuanxin.planning.roster.plan import Plan, Progress
from nuanxin.planning.roster.validate import validated


def solve(
    problem: Problem,
    seconds: float,
    *,
    seed: int = 0,
    warm_start: Roster | None = None,
    on_progress: Callable[[Progress], None] = lambda _: None,
    stopped: Callable[[], bool] = lambda: False,
    clock: Callable[[], float] = time.monotonic,
) -> Plan:
    """The best roster found in ``seconds`` on the clock, or when ``stopped`` says so.

    RosterError when the problem cannot stand, or a person has no line that keeps all hard rules.
    """
    began = clock()
    tables = Tables(validated(problem))

    def stop() -> bool:
        return stopped() or clock() - began >= seconds

    def told(objective: float, bound: float, doing: str) -> None:
        on_progress(Progress(clock() - began, objective, bound, doing))

    search = Search(tables, seed, stop, told, lambda: seconds - (clock() - began))
    search.begin(None if warm_start is None else tables.to_lines(warm_start))
    search.run()
    return finished(tables, search, clock() - began)


def finished(tables: Tables, search: Search, seconds: float) -> Plan:
    """The best so far as a plan, judged by the independent check."""
    roster = tables.to_roster(search.incumbent.lines)
    return Plan(roster, check(tables.problem, roster), ceil(search.bound - 1e-6), seconds)
