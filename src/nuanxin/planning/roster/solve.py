"""Solve a roster problem: anytime, seeded, with a bound, and checked before it is returned."""

from __future__ import annotations

import time
from collections.abc import Callable
from math import ceil, inf

import numpy as np

from nuanxin.planning.roster.certificate import SCALE
from nuanxin.planning.roster.check import check
from nuanxin.planning.roster.engine.exchange import Exchange
from nuanxin.planning.roster.engine.search import SMALL, Search
from nuanxin.planning.roster.engine.tables import Tables
from nuanxin.planning.roster.model import Problem, Roster
from nuanxin.planning.roster.plan import Plan, Progress
from nuanxin.planning.roster.validate import validated


def solve(
    problem: Problem,
    seconds: float,
    *,
    seed: int = 0,
    effort: float = inf,
    warm_start: Roster | None = None,
    on_progress: Callable[[Progress], None] = lambda _: None,
    stopped: Callable[[], bool] = lambda: False,
    clock: Callable[[], float] = time.monotonic,
    exchange: Exchange | None = None,
    root: bool = True,
) -> Plan:
    """The best roster found in ``seconds`` on the clock, or when ``stopped`` says so.

    ``effort`` limits the work as it is counted (nominal seconds): with the same seed and effort,
    and time enough, the roster is the same on every machine. With an ``exchange`` the search
    shares its rosters with others; without ``root`` it begins with neighbourhoods.
    RosterError when the problem cannot stand, or a person has no line that keeps all hard rules.
    """
    began = clock()
    tables = Tables(validated(problem))

    def stop() -> bool:
        late = clock() - began >= seconds or tables.effort.spent >= effort
        return late or stopped() or (exchange is not None and exchange.ended())

    def told(objective: float, bound: float, doing: str) -> None:
        on_progress(Progress(clock() - began, objective, bound, doing))

    search = Search(tables, seed, stop, told, exchange)
    search.begin(None if warm_start is None else tables.to_lines(warm_start))
    search.run(root)
    return finished(tables, search, clock() - began)


def finished(tables: Tables, search: Search, seconds: float) -> Plan:
    """The best so far as a plan, judged by the independent check."""
    roster = tables.to_roster(search.incumbent.lines)
    return Plan(
        roster,
        check(tables.problem, roster),
        ceil(search.bound - SMALL),
        seconds,
        certified=search.certified,
        prices=prices_of(search),
    )


def prices_of(search: Search) -> tuple[int, ...]:
    """The prices of the cells of cover that prove the root bound, as a certificate holds them.

    Those of a root that stopped too early prove less than nothing; no prices prove that much.
    """
    duals = search.duals[: len(search.tables.problem.cover)]
    if search.root_bound <= 0:
        duals = np.zeros_like(duals)
    return tuple(round(float(dual) * SCALE) for dual in duals)
