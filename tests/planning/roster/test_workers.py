"""Several processes: a better or equal roster, many wards, the same function for each."""

from __future__ import annotations

from nuanxin.planning.roster.check import check
from nuanxin.planning.roster.workers import solve_wards, solve_with

from .test_solve import ward


def test_two_workers_return_one_checked_plan() -> None:
    plan = solve_with(ward(), 10, workers=2)
    assert plan.report == check(ward(), plan.roster)
    assert plan.report.valid
    assert plan.bound <= plan.objective


def test_many_wards() -> None:
    wards = {f"ward {n}": ward(4 + n, 10) for n in range(3)}
    plans = dict(solve_wards(wards, 5, workers=2))
    assert set(plans) == {"ward 0", "ward 1", "ward 2"}
    assert all(plan.report.valid for plan in plans.values())
