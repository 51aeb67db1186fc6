"""Several processes: a better or equal roster, many wards, the same function for each."""

from __future__ import annotations

from concurrent.futures import Future, ProcessPoolExecutor
from typing import Any

import pytest

from nuanxin.planning.roster import workers
from nuanxin.planning.roster.check import check
from nuanxin.planning.roster.workers import solve_wards, solve_with

from .test_solve import crowded, ward


@pytest.mark.parametrize(("alone", "joined"), [(0.0, 1), (60.0, 0)])
def test_others_join_a_search_that_does_not_end_soon(
    monkeypatch: pytest.MonkeyPatch, alone: float, joined: int
) -> None:
    began: list[object] = []
    submit = ProcessPoolExecutor.submit

    def noted(pool: ProcessPoolExecutor, *args: Any) -> Future[Any]:
        began.append(args)
        return submit(pool, *args)

    monkeypatch.setattr(workers, "ALONE", alone)
    monkeypatch.setattr(ProcessPoolExecutor, "submit", noted)
    plan = solve_with(crowded(), 5, workers=2)
    assert len(began) == joined
    assert plan.report == check(crowded(), plan.roster)
    assert plan.report.valid
    assert plan.bound <= plan.objective


def test_many_wards() -> None:
    wards = {f"ward {n}": ward(4 + n, 10) for n in range(3)}
    plans = dict(solve_wards(wards, 5, workers=2))
    assert set(plans) == {"ward 0", "ward 1", "ward 2"}
    assert all(plan.report.valid for plan in plans.values())
