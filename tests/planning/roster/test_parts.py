"""Long horizons: prices put together from parts, and what they prove."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from nuanxin.planning.roster.bound import certificate_of
from nuanxin.planning.roster.certificate import proven
from nuanxin.planning.roster.engine import parts
from nuanxin.planning.roster.engine import search as searching
from nuanxin.planning.roster.engine.parts import bound_of, counts, join, parts_of
from nuanxin.planning.roster.engine.search import Search
from nuanxin.planning.roster.engine.tables import Tables
from nuanxin.planning.roster.plan import Progress
from nuanxin.planning.roster.solve import prices_of, solve

from .test_solve import crowded


def _search(stopped: bool = False) -> Search:
    begun: list[bool] = []
    found = Search(Tables(crowded()), 0, lambda: stopped and bool(begun), lambda *_: None)
    found.begin()
    found._keep()
    begun.append(True)
    return found


def _long(monkeypatch: pytest.MonkeyPatch, *counts: int) -> None:
    """Let all problems be long, and their parts so many."""
    monkeypatch.setattr(Search, "_long", lambda _: True)
    monkeypatch.setattr(searching, "counts", lambda _: counts)


def test_parts_have_two_weeks_at_least() -> None:
    assert counts(364) == counts(182) == [8, 4, 2]
    assert counts(56) == [4, 2]
    assert counts(27) == []


def test_prices_of_parts_prove_a_good_part_of_what_the_root_does() -> None:
    search, whole = _search(), _search()
    whole.bound_only()
    found = parts_of(search, 2)
    assert found.ended
    assert 0.4 * whole.root_bound < bound_of(search, found.prices) <= whole.root_bound + 1e-6


def test_one_part_is_the_root() -> None:
    search, whole = _search(), _search()
    whole.bound_only()
    assert bound_of(search, parts_of(search, 1).prices) == pytest.approx(whole.root_bound)


def test_lines_of_parts_make_whole_lines_that_keep_the_rules() -> None:
    search, apart = _search(), _search()
    join(search, parts_of(search, 2))
    parts_of(apart, 2)
    for pricer, columns in zip(search.pricers, search.pool.columns, strict=True):
        for line, cost in zip(columns.lines[: columns.size], columns.costs, strict=False):
            assert pricer.cost(line) == cost < np.inf
    assert _begun(search) < _begun(apart)


def _begun(search: Search) -> float:
    """What the root LP begins with."""
    master = search.master()
    search.fill(master, None, 10_000)
    value = master.solve()
    assert value is not None
    return value


def test_the_root_of_a_long_problem_goes_on_from_its_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    long, whole = _search(), _search()
    whole.bound_only()
    _long(monkeypatch, 2)
    long.bound_only()
    assert long.root_bound == pytest.approx(whole.root_bound)
    assert proven(certificate_of(crowded(), prices_of(long), long.certified)) == long.certified


def test_parts_that_take_too_long_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "ALLOWED", 0.0)
    search, whole = _search(), _search()
    whole.bound_only()
    found = parts_of(search, 4)
    assert not found.ended
    assert bound_of(search, found.prices) <= whole.root_bound + 1e-6


@pytest.mark.parametrize("allowed", [0.0, np.inf])
def test_a_large_problem_has_a_root_only_where_its_parts_were_solved(
    monkeypatch: pytest.MonkeyPatch, allowed: float
) -> None:
    _long(monkeypatch, 2)
    monkeypatch.setattr(Search, "_large", lambda _: True)
    monkeypatch.setattr(searching, "REST", 1.0)
    monkeypatch.setattr(parts, "ALLOWED", allowed)
    told: list[Progress] = []
    solve(crowded(), 300, effort=6, on_progress=told.append)
    assert any(one.doing.startswith("root") for one in told) == (allowed > 0)


def test_a_stop_is_heard() -> None:
    stopped = _search(stopped=True)
    before = stopped.pool.size
    found = parts_of(stopped, 4)
    join(stopped, found)
    assert not found.ended
    assert bound_of(stopped, stopped.duals) == -np.inf
    assert stopped.pool.size <= before + 1


@pytest.mark.parametrize("large", [False, True])
def test_a_long_problem_has_a_bound_that_its_certificate_proves(
    monkeypatch: pytest.MonkeyPatch, large: bool
) -> None:
    _long(monkeypatch, 4, 2)
    monkeypatch.setattr(Search, "_large", lambda _: large)
    monkeypatch.setattr(searching, "REST", 1.0)
    told: list[Progress] = []
    plan = solve(crowded(), 300, effort=6, on_progress=told.append)
    assert 0 < plan.bound <= plan.objective
    assert proven(certificate_of(crowded(), plan.prices, plan.certified)) == plan.certified
    assert all(a.bound <= b.bound for a, b in pairwise(told))
