"""Parts of a problem, some people over some days; prices and a bound for a long horizon from them.

The LP of half a year takes a simplex minutes from cold. Some weeks after the other, with what lies
around them as it is in the roster at hand, take seconds; their prices put together are close to
those of the whole, and any prices prove a bound.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from nuanxin.planning.roster.engine.dive import Mask
from nuanxin.planning.roster.engine.generate import generate
from nuanxin.planning.roster.engine.master import Master
from nuanxin.planning.roster.engine.tables import Floats, Ints

if TYPE_CHECKING:
    from nuanxin.planning.roster.engine.search import Search

SIZES = 2300, 4600  # person-days of a part; parts of a few days say little of a month's limits
LINES = 60  # of the pool for each person
SHARE = 0.5  # of the effort so far that the parts of one size may take


def part(search: Search, people: Sequence[int], window: Ints) -> tuple[Master, dict[int, Mask]]:
    """An LP of some people over some days, with lines of the pool; all else as in the roster."""
    tables, incumbent = search.tables, search.incumbent
    masks = {person: incumbent.mask(person, window) for person in people}
    rows = _rows(search, window)
    costs = tables.rows.costs(incumbent.held)
    constant = float(costs.sum() - costs[rows].sum())
    master = Master(tables, people, incumbent.without(people), rows, constant)
    search.fill(master, masks, LINES)
    return master, masks


def _rows(search: Search, window: Ints) -> Ints:
    """Rows that can change: cover of these days, and all that tie people."""
    tables = search.tables
    covers = tables.cover_rows[:, window]
    links = np.arange(tables.first_link, len(tables.rows.level))
    found: Ints = np.concatenate([np.unique(covers[covers >= 0]), links])
    return found


def prices_of_parts(search: Search, size: int) -> Floats | None:
    """A price for each row from parts of about ``size``; None where they take too long."""
    tables = search.tables
    days, people = tables.days, list(range(len(search.pricers)))
    count = -(-days * len(people) // size)
    most = tables.effort.spent * SHARE / count
    found: Floats = np.zeros_like(search.duals)
    for window in np.array_split(np.arange(days), count):
        master, masks = part(search, people, window)
        root = generate(master, search.pricers, search.stop, masks=masks, effort=most)
        search.keep(master)
        if root.duals is None or not root.ended or search.stop():
            return None
        found += master.spread(root.duals)
    return found


def bound_of(search: Search, prices: Floats) -> float:
    """What the prices prove; nothing when it was stopped. The lines found are kept."""
    cheapest = 0.0
    for person, pricer in enumerate(search.pricers):
        found = pricer.best(prices)
        cheapest += found.bound
        for _, line in found.lines[:1]:
            search.pool.add(person, line, pricer.cost(line))
        if search.stop():
            return -np.inf
    return search.master().bound(prices, cheapest)
