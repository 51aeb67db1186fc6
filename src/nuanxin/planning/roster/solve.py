"""Solve a roster problem: anytime, seeded, with a bound, and checked before it is returned."""

from __future__ import annotations

import time
from collections.abc import Callable
from math import ceil

import numpy as np

from nuanxin.planning.roster.check import check
from nuanxin.planning.roster.engine.incumbent import Incumbent
from nuanxin.planning.roster.engine.pricer import pricers
from nuanxin.planning.roster.engine.start import polish, start
from nuanxin.planning.roster.engine.tables import Tables
from nuanxin.planning.roster.model import Problem, Roster
from nuanxin.planning.roster.plan import Plan, Progress
from nuanxin.planning.roster.validate import validated


def solve(
    problem: Problem,
    seconds: float,
    *,
    seed: int = 0,
    on_progress: Callable[[Progress], None] = lambda _: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Plan:
    """The best roster found in ``seconds`` of wall time, or when ``stopped`` says so.

    RosterError when the problem cannot stand, or a person has no line that keeps all hard rules.
    """
    began = time.monotonic()
    tables = Tables(validated(problem))
    people = pricers(tables)
    rng = np.random.default_rng(seed)

    def stop() -> bool:
        return stopped() or time.monotonic() - began >= seconds

    incumbent = start(tables, people, rng)
    on_progress(Progress(time.monotonic() - began, incumbent.objective, 0, "first roster"))
    while not stop() and polish(incumbent, rng, stop):
        on_progress(Progress(time.monotonic() - began, incumbent.objective, 0, "polishing"))
    return finished(tables, incumbent, 0.0, began)


def finished(tables: Tables, incumbent: Incumbent, bound: float, began: float) -> Plan:
    """The incumbent as a plan, judged by the independent check."""
    roster: Roster = tables.to_roster(incumbent.lines)
    report = check(tables.problem, roster)
    return Plan(roster, report, ceil(bound - 1e-6), time.monotonic() - began)
