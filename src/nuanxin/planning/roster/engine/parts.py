"""Parts of a problem, some people over some days; prices and a bound for a long horizon from them.

The LP of half a year takes a simplex minutes from cold. Some weeks after the other, with what lies
around them as it is in the roster at hand, take seconds; their prices put together are close to
those of the whole, and any prices prove a bound.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from nuanxin.planning.roster.engine.dive import Mask
from nuanxin.planning.roster.engine.generate import generate
from nuanxin.planning.roster.engine.master import Master
from nuanxin.planning.roster.engine.tables import Floats, Ints, Roles

if TYPE_CHECKING:
    from nuanxin.planning.roster.engine.search import Search

COUNTS = 8, 4, 2
FEWEST = 14  # days of a part; parts of a few days say little of a month's limits
LINES = 60  # of the pool for each person
USED = 1e-6  # of a line, to count as used
JOINED = 12  # whole lines a person from the lines of parts
KEPT = 30.0  # what keeping a cell is worth when such a line is mended
ALLOWED = 15.0  # of effort for the parts of one size


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


def counts(days: int) -> list[int]:
    """Into how many parts a horizon is cut, one time after the other."""
    return [count for count in COUNTS if days >= count * FEWEST]


@dataclass(frozen=True)
class Piece:
    """What the LP of a part put its weight on: by person, lines and how much of each."""

    window: Ints
    lines: dict[int, tuple[Roles, Floats]]


@dataclass(frozen=True)
class Parts:
    """A price for each row from the LPs of parts; whether all of these were solved to the end."""

    prices: Floats
    pieces: list[Piece]
    ended: bool


def parts_of(search: Search, count: int) -> Parts:
    """Solve the LPs of so many parts; all their lines are kept."""
    tables, ended = search.tables, True
    found: Floats = np.zeros_like(search.duals)
    pieces = []
    for window in np.array_split(np.arange(tables.days), count):
        master, masks = part(search, range(len(search.pricers)), window)
        most = ALLOWED / count
        root = generate(master, search.pricers, search.stop, masks=masks, effort=most)
        search.keep(master)
        ended = ended and root.ended
        if root.duals is not None:
            found += master.spread(root.duals)
        pieces.append(Piece(window, {person: _used(master, person) for person in master.people}))
    return Parts(found, pieces, ended)


def _used(master: Master, person: int) -> tuple[Roles, Floats]:
    weights = master.weights(person)
    (used,) = np.nonzero(weights > USED)
    return master.columns[person].lines[used].copy(), weights[used]


def join(search: Search, parts: Parts) -> None:
    """Put the lines of parts together to whole ones, and keep them.

    The shares of a person's lines are laid out beside each other in each part, and cut at the same
    places, so that together they hold what each LP holds.
    """
    for person in range(len(search.pricers)):
        if search.stop():
            return
        for share in (np.arange(JOINED) + 0.5) / JOINED:
            line = search.incumbent.lines[person].copy()
            for piece in parts.pieces:
                lines, weights = piece.lines[person]
                total = np.cumsum(weights)
                if len(total):
                    at = int(np.searchsorted(total, share * total[-1]))
                    line[piece.window] = lines[at, piece.window]
            _keep(search, person, line, parts.prices)


def _keep(search: Search, person: int, line: Roles, prices: Floats) -> None:
    """Add a line to the pool; where it breaks a rule of the person, the nearest that does not."""
    pricer = search.pricers[person]
    cost = pricer.cost(line)
    if np.isinf(cost):
        near = np.zeros((len(line), len(search.tables.roles)))
        near[np.arange(len(line)), line] = -KEPT
        found = pricer.best(prices, noise=near, rough=True).lines
        if not found:
            return
        line = found[0][1]
        cost = pricer.cost(line)
    search.pool.add(person, line, cost)


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
