"""From a fractional master to whole lines: fix single cells, price again, until all is whole.

The LP of a large problem loses nothing for most of the way; then more is fixed at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from nuanxin.planning.roster.engine.generate import Root, generate
from nuanxin.planning.roster.engine.master import Master
from nuanxin.planning.roster.engine.pricer import Pricer
from nuanxin.planning.roster.engine.tables import Roles

WHOLE = 1 - 1e-5
SURE = 0.7, 0.65, 0.6  # people whose best cell is above this are fixed together
CERTAIN = 0.97, 0.93, 0.89  # all cells of theirs above this too
SHARE = 1 / 3, 2 / 3, 1.0  # of the people at most
FLAT = 1e-4  # of the LP: as long as no more is lost, the next step is bolder
ROUNDS = 3  # of column generation after each
Mask = NDArray[np.bool_]
Lines = dict[int, tuple[Roles, float]]


def dive(
    master: Master,
    pricers: Sequence[Pricer],
    masks: dict[int, Mask],
    root: Root,
    cutoff: float,
    rng: np.random.Generator,
    stop: Callable[[], bool],
    rounds: int = ROUNDS,
) -> Lines | None:
    """A line and its cost for each person; None when nothing below ``cutoff`` lies this way.

    ``master`` has just been solved under ``masks``, which are changed.
    """
    bold = 0
    while not stop():
        fractional = [p for p in master.people if master.weights(p).max() < WHOLE]
        if not fractional:
            return {person: _whole(master, person) for person in master.people}
        master.leave_out()
        for person, day, role in _choice(master, fractional, rng, bold):
            _fix(master, pricers[person], masks, day, role)
        value = root.value
        root = generate(
            master, pricers, stop, masks=masks, rounds=rounds, cutoff=cutoff, smooth=0.0,
            before=Root(np.inf, root.bound, None, False),
        )  # fmt: skip
        if root.bound >= cutoff or (root.closed and root.value >= cutoff):
            return None
        flat = root.value <= value + FLAT * abs(value)
        bold = min(bold + 1, len(SURE) - 1) if flat else 0
    return None


def _whole(master: Master, person: int) -> tuple[Roles, float]:
    columns = master.columns[person]
    at = int(master.weights(person).argmax())
    return columns.lines[at].copy(), float(columns.costs[at])


def _choice(
    master: Master, people: Sequence[int], rng: np.random.Generator, bold: int
) -> list[tuple[int, int, int]]:
    """For some people their most certain open cells: all that are quite sure, at least one."""
    found: list[tuple[float, int, list[list[int]]]] = []
    for person in people:
        weights, lines = master.weights(person), master.columns[person].lines
        (used,) = np.nonzero(weights > 1e-7)
        days = np.arange(lines.shape[1])
        sums = np.zeros((lines.shape[1], len(master.tables.roles)))
        for place in used:
            sums[days, lines[place]] += weights[place]
        sums[sums > WHOLE] = 0.0
        sums += 0.02 * rng.random(sums.shape) * (sums > 0)
        first = np.unravel_index(int(sums.argmax()), sums.shape)
        sure = float(sums[first])
        sums[first] = 1.0
        cells = np.argwhere(sums >= CERTAIN[bold]).tolist()
        found.append((sure, person, cells))
    found.sort(reverse=True)
    most = max(1, int(len(people) * SHARE[bold]))
    chosen = [one for one in found if one[0] >= SURE[bold]][:most] or found[:1]
    return [(person, day, role) for _, person, cells in chosen for day, role in cells]


def _fix(master: Master, pricer: Pricer, masks: dict[int, Mask], day: int, role: int) -> None:
    """Leave only this role on this day; if no line can have it, forbid it instead."""
    person = pricer.number
    before = masks[person]
    masks[person] = before.copy()
    masks[person][day] = False
    masks[person][day, role] = True
    if master.restrict(person, masks[person]) or _priced(master, pricer, masks[person]):
        return
    masks[person] = before
    masks[person][day, role] = False
    if not master.restrict(person, masks[person]):
        _priced(master, pricer, masks[person])


def _priced(master: Master, pricer: Pricer, mask: Mask) -> bool:
    duals = master.spread(master.duals)
    for _, line in pricer.best(duals, mask).lines[:1]:
        return master.add(pricer.number, line, pricer.cost(line))
    return False
