"""The LP of the master: columns closed, left out and opened again; a cold beginning."""

from __future__ import annotations

import numpy as np
import pytest

from nuanxin.planning.roster.engine import master as mastering
from nuanxin.planning.roster.engine.master import Master
from nuanxin.planning.roster.engine.search import Search
from nuanxin.planning.roster.engine.tables import Tables

from .test_solve import crowded


@pytest.fixture(scope="module")
def solved() -> Search:
    search = Search(Tables(crowded()), 0, lambda: False, lambda *_: None)
    search.begin()
    search.bound_only()
    return search


def _full(search: Search) -> Master:
    master = search.master()
    search.fill(master, None, 10_000)
    return master


def _close(search: Search, master: Master, days: int) -> None:
    """Let everybody do what they do now on the first days, and anything later."""
    for person in master.people:
        master.restrict(person, search.incumbent.mask(person, np.arange(days, search.tables.days)))


def test_columns_left_out_change_no_solution(solved: Search) -> None:
    master, other = _full(solved), _full(solved)
    before, size = master.solve(), master.count
    other.solve()
    for days in (4, 9):
        _close(solved, master, days)
        _close(solved, other, days)
        assert master.solve() == pytest.approx(other.solve())
        master.leave_out()
        assert master.count < other.count == size
        for person in master.people:
            assert master.weights(person).sum() == pytest.approx(1)
        assert master.solve() == pytest.approx(other.solve())
    _close(solved, master, 0)
    assert master.solve() == pytest.approx(before)
    assert master.count == size


def test_a_line_left_out_is_still_known(solved: Search) -> None:
    master = _full(solved)
    master.solve()
    _close(solved, master, 9)
    master.solve()
    master.leave_out()
    columns = master.columns[0]
    gone = int(np.nonzero(columns.places[: columns.size] < 0)[0][0])
    assert not master.add(0, columns.lines[gone], float(columns.costs[gone]))
    assert master.weights(0)[gone] == 0


def test_interior_points_begin_with_what_the_simplex_finds(
    solved: Search, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_simplex = _full(solved).solve()
    monkeypatch.setattr(mastering, "MANY", 0)
    master = _full(solved)
    assert master.solve() == pytest.approx(by_simplex)
    assert master.highs.getBasis().valid


def test_a_large_lp_is_broken_off_and_solved_later(
    solved: Search, monkeypatch: pytest.MonkeyPatch
) -> None:
    value = _full(solved).solve()
    monkeypatch.setattr(mastering, "MANY", 0)
    master = _full(solved)
    assert master.solve(lambda: True) is None
    assert master.solve(lambda: False) == pytest.approx(value)
    _close(solved, master, 9)
    assert master.solve(lambda: True) is None
    _close(solved, master, 0)
    assert master.solve() == pytest.approx(value)
