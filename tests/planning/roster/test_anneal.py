"""Best responses to blurred prices: far better than greedy, and never a step back in hand."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from nuanxin.planning.roster.engine.anneal import anneal, blurred, parts
from nuanxin.planning.roster.engine.incumbent import Incumbent, margins
from nuanxin.planning.roster.engine.pricer import pricers
from nuanxin.planning.roster.engine.start import polish, start
from nuanxin.planning.roster.engine.tables import Tables
from nuanxin.planning.roster.formats import read_problem

from .large import large_text
from .test_solve import crowded


def never() -> bool:
    return False


def _first() -> Incumbent:
    tables = Tables(crowded())
    return start(tables, pricers(tables), np.random.default_rng(0))


def test_without_a_spread_the_price_is_what_one_more_saves() -> None:
    roster = _first()
    exact = margins(roster.tables, roster.held)
    assert blurred(roster.tables, roster.held, 1e-3) == pytest.approx(exact)


def test_with_a_spread_a_cell_just_met_still_pays_and_one_just_missed_pays_less() -> None:
    tables = Tables(crowded())
    level, under = tables.rows.level, tables.rows.under
    assert (blurred(tables, level, 1.0) > -tables.rows.over).all()
    assert (blurred(tables, level - 1, 1.0) < under + tables.rows.hard).all()


def test_the_roster_in_hand_only_gets_better_and_keeps_the_rules() -> None:
    roster, seen = _first(), list[float]()
    greedy = _first()
    while polish(greedy, np.random.default_rng(0), never):
        pass
    anneal(roster, np.random.default_rng(0), never, lambda: seen.append(roster.objective), 2.0)
    assert seen == sorted(seen, reverse=True)
    assert roster.objective < greedy.objective
    assert np.isfinite(roster.costs).all()
    again = Incumbent(roster.tables, roster.pricers, roster.lines)
    assert again.objective == pytest.approx(roster.objective)


def test_a_stop_leaves_the_roster_as_it_is() -> None:
    roster = _first()
    before = [line.copy() for line in roster.lines]
    anneal(roster, np.random.default_rng(0), lambda: True, lambda: None, 2.0)
    assert all((a == b).all() for a, b in zip(before, roster.lines, strict=True))


def test_parts_hold_every_day_once_and_none_is_short() -> None:
    rng = np.random.default_rng(0)
    for days in (28, 42, 182, 364):
        found = parts(days, rng)
        assert np.concatenate(found).tolist() == list(range(days))
        assert min(len(part) for part in found) >= 21


def test_a_year_settles_in_parts(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_text(large_text(6, 84, 4), encoding="utf-8")
    tables = Tables(read_problem(path))
    roster = start(tables, pricers(tables), np.random.default_rng(0), large=True)
    before = roster.objective
    anneal(roster, np.random.default_rng(0), never, lambda: None, 1.0, parted=True)
    assert roster.objective < before
    assert np.isfinite(roster.costs).all()


def test_it_gives_up_where_one_round_takes_all_the_effort() -> None:
    roster = _first()
    before = [line.copy() for line in roster.lines]
    assert not anneal(roster, np.random.default_rng(0), never, lambda: None, 1e-6)
    assert all((a == b).all() for a, b in zip(before, roster.lines, strict=True))
