"""The root bound and the search for rosters take turns, by counted effort."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from nuanxin.planning.roster.engine import search
from nuanxin.planning.roster.engine.generate import Root, generate
from nuanxin.planning.roster.engine.master import Master
from nuanxin.planning.roster.engine.neighbours import Kind, Neighbours
from nuanxin.planning.roster.engine.pricer import pricers
from nuanxin.planning.roster.engine.search import Search
from nuanxin.planning.roster.engine.start import start
from nuanxin.planning.roster.engine.tables import Tables
from nuanxin.planning.roster.model import Problem
from nuanxin.planning.roster.plan import Plan, Progress
from nuanxin.planning.roster.solve import solve

from .test_solve import crowded


def _root(problem: Problem, effort: float) -> tuple[Root, int]:
    """The root by turns of that effort, and how many it took."""
    tables = Tables(problem)
    people = pricers(tables)
    first = start(tables, people, np.random.default_rng(0))
    master = Master(tables, range(len(people)), np.zeros(len(tables.rows.level)))
    for person, line in enumerate(first.lines):
        master.add(person, line, people[person].cost(line))
    root, turns = None, 0
    while root is None or not root.ended:
        root = generate(master, people, lambda: False, before=root, effort=effort)
        turns += 1
    return root, turns


def test_a_root_by_turns_ends_where_one_at_once_does() -> None:
    whole, once = _root(crowded(), np.inf)
    parts, often = _root(crowded(), 0.0)
    assert once == 1
    assert often > 5
    assert np.ceil(parts.bound - 1e-6) == np.ceil(whole.bound - 1e-6)
    assert parts.bound <= parts.value + 1e-6


def _told(problem: Problem, effort: float) -> tuple[Plan, list[Progress]]:
    told: list[Progress] = []
    return solve(problem, 300, effort=effort, on_progress=told.append), told


def test_rosters_get_better_before_the_root_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "TURN", 0.05)
    plan, told = _told(crowded(), 2.0)
    roots = [n for n, one in enumerate(told) if one.doing.startswith("root")]
    during = told[roots[0] : roots[-1]]
    assert during[-1].objective < during[0].objective
    assert all(a.objective >= b.objective and a.bound <= b.bound for a, b in pairwise(told))
    assert plan.report.valid
    assert plan.bound <= plan.objective
    again, _ = _told(crowded(), 2.0)
    assert again.roster == plan.roster


def test_neighbourhoods_are_not_tired_before_they_had_as_long_as_a_dive() -> None:
    tables = Tables(crowded())
    found = Neighbours(Search(tables, 0, lambda: False, lambda *_: None))
    found.owed(2.0)
    found.failed = 25
    assert not found.tired()
    tables.effort.spent = 2.0
    assert found.tired()
    assert not found.tired(), "they begin to count anew"


def test_a_neighbourhood_that_fails_at_once_grows_fastest() -> None:
    cells = []
    for took in (0.1, 0.5, 2.0, 4.0):
        kind = Kind(7, 100.0, 1000.0)
        kind.learn(50.0, 50.0, took)
        cells.append(round(kind.cells))
    assert cells == [130, 110, 100, 85]


def test_small_changes_come_where_they_promise_more_than_neighbourhoods_gain() -> None:
    tables = Tables(crowded())
    search = Search(tables, 0, lambda: False, lambda *_: None)
    search.begin()
    found = Neighbours(search)
    assert found._kind() is search.trade, "never tried"
    objective = search.incumbent.objective
    search.trade.learn(objective, 4.0)  # the next may end lower by LOWER, but takes eight
    search.tables.effort.spent = 100.0
    promised = search.trade.rate(objective)
    for kind in found.kinds:
        kind.rate = promised / 2
    assert found._kind() is search.trade
    for kind in found.kinds:
        kind.rate = promised * 2
    assert found._kind() in found.kinds
    search.trade.learn(2 * objective, 8.0)
    for kind in found.kinds:
        kind.rate = 0.0
    assert found._kind() in found.kinds, "hopeless"
