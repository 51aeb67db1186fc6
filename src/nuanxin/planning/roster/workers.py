"""Several processes: one problem from different seeds, or many wards side by side.

Each ward is solved by ``solve_ward``, a plain function of plain values, so that another engine
(a cluster) can run the same.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed

from nuanxin.planning.roster.model import Problem, Roster
from nuanxin.planning.roster.plan import Plan, Progress
from nuanxin.planning.roster.solve import solve


def solve_with(
    problem: Problem,
    seconds: float,
    *,
    workers: int = 1,
    seed: int = 0,
    on_progress: Callable[[Progress], None] = lambda _: None,
    warm_start: Roster | None = None,
) -> Plan:
    """The best of ``workers`` searches from different seeds, with the best bound of all."""
    if workers == 1:
        return solve(problem, seconds, seed=seed, on_progress=on_progress, warm_start=warm_start)
    with _pool(workers - 1) as pool:
        others = [
            pool.submit(_one, problem, 0.97 * seconds - 0.5, seed + n, warm_start)
            for n in range(1, workers)
        ]
        mine = solve(problem, seconds, seed=seed, on_progress=on_progress, warm_start=warm_start)
        plans = [mine, *(other.result() for other in others)]
    best = min(plans, key=lambda plan: (not plan.report.valid, plan.objective))
    bound = max(plan.bound for plan in plans)
    return Plan(best.roster, best.report, bound, mine.seconds)


def _one(problem: Problem, seconds: float, seed: int, warm_start: Roster | None) -> Plan:
    return solve(problem, max(seconds, 0.1), seed=seed, warm_start=warm_start)


def solve_ward(problem: Problem, seconds: float, seed: int = 0) -> Plan:
    """One ward, for a pool or a cluster."""
    return solve(problem, seconds, seed=seed)


def solve_wards(
    wards: Iterable[Problem], seconds: float, workers: int, seed: int = 0
) -> Iterator[tuple[str, Plan]]:
    """Solve many wards, each within ``seconds``; yields name and plan as they are done."""
    with _pool(workers) as pool:
        jobs = {pool.submit(solve_ward, ward, seconds, seed): ward.name for ward in wards}
        for job in as_completed(jobs):
            yield jobs[job], job.result()


def _pool(workers: int) -> ProcessPoolExecutor:
    # Forking a process in which a solver has run would inherit its threads.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(max_workers=workers, mp_context=context)
