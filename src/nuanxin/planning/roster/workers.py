"""Several processes: one problem searched together, or many wards side by side.

Each ward is solved by ``solve_ward``, a plain function of plain values, so that another engine
(a cluster) can run the same.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from threading import Timer
from typing import Any

from nuanxin.planning.roster.engine.exchange import Exchange
from nuanxin.planning.roster.model import Problem, Roster
from nuanxin.planning.roster.plan import Plan, Progress
from nuanxin.planning.roster.solve import solve
from nuanxin.planning.roster.validate import validated

ALONE = 1.0  # seconds after which other searches join the first: small problems end before
_exchange: Exchange | None = None  # of this process, where it searches with others


def solve_with(
    problem: Problem,
    seconds: float,
    *,
    workers: int = 1,
    seed: int = 0,
    on_progress: Callable[[Progress], None] = lambda _: None,
    warm_start: Roster | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> Plan:
    """The best of ``workers`` searches that share their rosters, with the best bound of all.

    The first works for the bound before it looks around it; the others join it after a second,
    where it has not ended by then, and look around at once.
    """
    given: dict[str, Any] = {"seed": seed, "on_progress": on_progress, "warm_start": warm_start}
    if workers == 1:
        return solve(problem, seconds, stopped=stopped, **given)
    exchange = Exchange(len(validated(problem).people), problem.days)
    with _pool(workers - 1, exchange) as pool:
        others: list[Future[Plan]] = []

        def join() -> None:
            for n in range(1, workers):
                others.append(pool.submit(_one, problem, seconds - ALONE, seed + n, warm_start))

        def enough() -> bool:
            return stopped() or any(map(_proved, others))

        joining = Timer(ALONE, join)
        joining.start()
        try:
            mine = solve(problem, seconds, stopped=enough, exchange=exchange, **given)
        finally:
            joining.cancel()
            joining.join()
            exchange.end()
        plans = [mine, *(other.result() for other in others)]
    best = min(plans, key=lambda plan: (not plan.report.valid, plan.objective))
    proof = max(plans, key=lambda plan: plan.certified)
    bound = max(plan.bound for plan in plans)
    return Plan(best.roster, best.report, bound, mine.seconds, proof.certified, proof.prices)


def _one(problem: Problem, seconds: float, seed: int, warm_start: Roster | None) -> Plan:
    return solve(problem, seconds, seed=seed, warm_start=warm_start, exchange=_exchange, root=False)


def _proved(other: Future[Plan]) -> bool:
    return other.done() and other.exception() is None and other.result().status == "optimal"


def solve_ward(problem: Problem, seconds: float, seed: int = 0) -> Plan:
    """One ward, for a pool or a cluster."""
    return solve(problem, seconds, seed=seed)


def solve_named(ward: tuple[str, Problem], seconds: float, seed: int) -> tuple[str, Plan]:
    """One ward with its name, where results come in any order."""
    name, problem = ward
    return name, solve_ward(problem, seconds, seed)


def solve_wards(
    wards: Mapping[str, Problem],
    seconds: float,
    workers: int,
    seed: int = 0,
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[tuple[str, Plan]]:
    """Solve many wards, each within ``seconds``; yields name and plan as they are done.

    Once ``stopped`` says so, wards that have not begun are left out.
    """
    with _pool(workers) as pool:
        jobs = [pool.submit(solve_named, ward, seconds, seed) for ward in wards.items()]
        for job in as_completed(jobs):
            yield job.result()
            if stopped():
                pool.shutdown(wait=False, cancel_futures=True)
                return


def _pool(workers: int, exchange: Exchange | None = None) -> ProcessPoolExecutor:
    # Forking a process in which a solver has run would inherit its threads.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, context, _begin, (exchange,))


def _begin(exchange: Exchange | None) -> None:
    """A worker leaves signals to the process that started it, which tells it when to stop."""
    global _exchange
    _exchange = exchange
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
