"""Long horizons: a valid roster at once, and open days priced as the whole line would be."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from nuanxin.planning.roster.engine import frame
from nuanxin.planning.roster.engine.pricer import Pricer
from nuanxin.planning.roster.engine.start import start
from nuanxin.planning.roster.engine.tables import Tables
from nuanxin.planning.roster.formats import read_problem
from nuanxin.planning.roster.model import Problem
from nuanxin.planning.roster.solve import solve
from tests.planning.roster.large import large_text


def _problem(folder: Path, people: int, days: int, shifts: int) -> Problem:
    path = folder / "large.txt"
    path.write_text(large_text(people, days, shifts), encoding="utf-8")
    return read_problem(path)


def test_a_year_of_many_people_is_valid_though_no_time_is_left(tmp_path: Path) -> None:
    plan = solve(_problem(tmp_path, 30, 364, 32), 0.01)
    assert plan.report.valid


def test_open_days_cost_the_same_as_a_search_of_all_days(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables = Tables(_problem(tmp_path, 6, 56, 8))
    pricers = [Pricer(tables, number) for number in range(6)]
    incumbent = start(tables, pricers, np.random.default_rng(0))
    prices = 40.0 * np.random.default_rng(1).random(len(tables.rows.level))
    masks = [incumbent.mask(number, np.arange(17, 31)) for number in range(6)]
    part = [pricer.best(prices, mask) for pricer, mask in zip(pricers, masks, strict=True)]
    monkeypatch.setattr(frame, "open_days", lambda cells, _: (0, len(cells)))
    whole = [pricer.best(prices, mask) for pricer, mask in zip(pricers, masks, strict=True)]
    assert [p.bound for p in part] == pytest.approx([w.bound for w in whole])
    assert [p.lines[0][0] for p in part] == pytest.approx([w.lines[0][0] for w in whole])


def test_with_few_labels_the_bound_holds_and_lines_keep_the_rules(tmp_path: Path) -> None:
    tables = Tables(_problem(tmp_path, 6, 56, 8))
    prices = 40.0 * np.random.default_rng(1).random(len(tables.rows.level))
    missed = 0
    for number in range(6):
        pricer = Pricer(tables, number)
        narrow, exact = pricer.best(prices, width=60), pricer.best(prices)
        missed += narrow.bound < exact.bound - 1e-6
        assert narrow.bound <= exact.bound + 1e-6
        for cost, line in narrow.lines:
            assert cost >= exact.lines[0][0] - 1e-6
            assert np.isfinite(pricer.cost(line))
    assert missed
