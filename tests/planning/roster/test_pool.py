"""What a search remembers, and what searches share."""

from __future__ import annotations

import numpy as np

from nuanxin.planning.roster.engine.exchange import Exchange
from nuanxin.planning.roster.engine.pool import BYTES, MOST, Pool
from nuanxin.planning.roster.engine.pricer import Pricer
from nuanxin.planning.roster.engine.tables import Roles, Tables

from .test_solve import ward


def line(number: int, days: int = 14) -> Roles:
    """Another line for each number."""
    return np.array([number >> day & 1 for day in range(days)], dtype=np.int16)


def test_the_dearest_half_is_forgotten_once_there_are_too_many() -> None:
    pricer = Pricer(Tables(ward()), 0)
    pool = Pool(14, 8)
    gain = np.zeros((14, len(pricer.tables.roles)))
    for number in range(MOST):
        pool.add(0, line(number), float(MOST - number))
    pool.prune(pricer, gain)
    assert pool.size == MOST  # not yet too many
    pool.add(0, line(MOST), 0.0)
    pool.prune(pricer, gain)
    assert pool.size == MOST // 2
    assert [cost for _, cost in pool.best(pricer, gain, 3)] == [0.0, 1.0, 2.0]
    pool.add(0, line(0), 3000.0)  # forgotten, so it may come back
    assert pool.size == MOST // 2 + 1


def test_a_year_of_many_people_stays_within_the_bytes() -> None:
    pool = Pool(364, 150)
    assert 2 * 364 * 150 * pool.most <= BYTES
    assert pool.most >= 100


def test_only_what_is_better_is_shared() -> None:
    shared = Exchange(2, 14)
    assert shared.better(1e9) is None
    shared.offer([line(1), line(2)], 50.0)
    shared.offer([line(3), line(4)], 60.0)
    found = shared.better(51.0)
    assert found is not None
    assert [list(one) for one in found] == [list(line(1)), list(line(2))]
    assert shared.better(50.0) is None
