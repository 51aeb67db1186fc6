"""Long horizons: prices put together from parts, and what they prove."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from nuanxin.planning.roster.bound import certificate_of
from nuanxin.planning.roster.certificate import proven
from nuanxin.planning.roster.engine import parts
from nuanxin.planning.roster.engine import search as searching
from nuanxin.planning.roster.engine.parts import bound_of, prices_of_parts
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


@pytest.fixture
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "SHARE", np.inf)


@pytest.mark.usefixtures("_patient")
def test_prices_of_parts_prove_a_good_part_of_what_the_root_does() -> None:
    search, whole = _search(), _search()
    whole.bound_only()
    days = search.tables.days * len(search.pricers)
    prices = prices_of_parts(search, days // 2)
    assert prices is not None
    bound = bound_of(search, prices)
    assert 0.4 * whole.root_bound < bound <= whole.root_bound + 1e-6


@pytest.mark.usefixtures("_patient")
def test_one_part_is_the_root() -> None:
    search, whole = _search(), _search()
    whole.bound_only()
    prices = prices_of_parts(search, 10**6)
    assert prices is not None
    assert bound_of(search, prices) == pytest.approx(whole.root_bound)


@pytest.mark.usefixtures("_patient")
def test_the_root_of_a_large_problem_goes_on_from_its_parts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    large, whole = _search(), _search()
    whole.bound_only()
    monkeypatch.setattr(Search, "_large", lambda _: True)
    monkeypatch.setattr(searching, "SIZES", (200,))
    large.bound_only()
    assert large.root_bound == pytest.approx(whole.root_bound)
    assert proven(certificate_of(crowded(), prices_of(large), large.certified)) == large.certified


def test_parts_that_take_too_long_are_given_up() -> None:
    search = _search()
    search.tables.effort.spent = 0.0
    assert prices_of_parts(search, 50) is None


@pytest.mark.usefixtures("_patient")
def test_a_stop_is_heard() -> None:
    stopped = _search(stopped=True)
    assert prices_of_parts(stopped, 50) is None
    assert bound_of(stopped, stopped.duals) == -np.inf


@pytest.mark.usefixtures("_patient")
def test_a_large_problem_has_a_bound_that_its_certificate_proves(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Search, "_large", lambda _: True)
    monkeypatch.setattr(searching, "SIZES", (10**6,))
    told: list[Progress] = []
    plan = solve(crowded(), 300, effort=6, on_progress=told.append)
    assert 0 < plan.bound <= plan.objective
    assert proven(certificate_of(crowded(), plan.prices, plan.certified)) == plan.certified
    assert all(a.bound <= b.bound for a, b in pairwise(told))
