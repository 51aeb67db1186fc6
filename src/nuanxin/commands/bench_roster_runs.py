"""One run of ``bench roster``: a solver on an instance, and where it stood after which second."""

from __future__ import annotations

import time
from collections.abc import Callable
from math import inf
from pathlib import Path
from typing import Any

from nuanxin.commands.shared import Refused
from nuanxin.planning.roster.check import check
from nuanxin.planning.roster.formats import read_problem
from nuanxin.planning.roster.model import Problem
from nuanxin.planning.roster.peer import cp_sat
from nuanxin.planning.roster.plan import Progress
from nuanxin.planning.roster.solve import solve
from nuanxin.planning.roster.workers import solve_with

OURS, PEER = "nuanxin", "cp-sat"
ASKED = 0.005  # seconds between two looks at the processor's clock

Steps = list[tuple[float, float]]
"""Seconds and the objective that was reached then, better with each step."""


def run(file: Path, solver: str, seconds: float, workers: int, seed: int, cpu: bool,
        enough: float = -inf) -> dict[str, Any]:  # fmt: skip
    """Solve a file: objective (None without a roster), bound, seconds taken, and the steps.

    With ``cpu`` seconds are of the processor. Ours stops at an objective that is ``enough``.
    """
    problem = read_problem(file)
    return (_ours if solver == OURS else _peer)(problem, seconds, workers, seed, cpu, enough)


def _ours(
    problem: Problem, seconds: float, workers: int, seed: int, cpu: bool, enough: float
) -> dict[str, Any]:
    steps: Steps = []

    def told(progress: Progress) -> None:
        keep(steps, progress.seconds, progress.objective)

    def stopped() -> bool:
        return bool(steps) and steps[-1][1] <= enough

    how: dict[str, Any] = {"seed": seed, "on_progress": told, "stopped": stopped}
    if cpu:
        plan = solve(problem, seconds, clock=processor(), **how)
    else:
        plan = solve_with(problem, seconds, workers=workers, **how)
    assert plan.report.valid
    return _result(plan.objective, plan.bound, plan.seconds, steps)


def _peer(
    problem: Problem, seconds: float, workers: int, seed: int, cpu: bool, _: float
) -> dict[str, Any]:
    steps: Steps = []
    clock = time.process_time if cpu else time.monotonic
    try:
        peer = cp_sat(
            problem, seconds, workers, seed, clock, lambda at, cost: keep(steps, at, cost)
        )
    except ImportError as error:
        raise Refused("CP-SAT needs ortools: make dev, or leave it out with --peer 0") from error
    if peer.roster is None:
        return _result(None, 0, peer.seconds, steps)
    report = check(problem, peer.roster)
    assert report.valid
    return _result(report.objective, peer.bound, peer.seconds, steps)


def _result(objective: int | None, bound: float, seconds: float, steps: Steps) -> dict[str, Any]:
    if objective is not None:
        keep(steps, seconds, objective)
    return {"objective": objective, "bound": bound, "took": round(seconds, 1), "steps": steps}


def keep(steps: Steps, seconds: float, objective: float) -> None:
    """Add a step where it is better than the last."""
    if objective < (steps[-1][1] if steps else inf):
        steps.append((round(seconds, 1), objective))


def processor() -> Callable[[], float]:
    """Seconds of processor of this process. Asked with threads about, it costs far more than a
    clock on the wall; it is asked anew only once that has gone on.
    """
    asked = told = 0.0

    def clock() -> float:
        nonlocal asked, told
        now = time.monotonic()
        if now - asked > ASKED:
            asked, told = now, time.process_time()
        return told

    return clock
