"""From a fractional master to whole lines: fix single cells, price again, until all is whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from nuanxin.planning.roster.engine.generate import Root, generate
from nuanxin.planning.roster.engine.master import Master
from nuanxin.planning.roster.engine.pricer import Pricer
from nuanxin.planning.roster.engine.tables import Roles

WHOLE = 1 - 1e-5
SURE = 0.7  # people whose best cell is above this are fixed together
CERTAIN = 0.97  # all cells of theirs above this too
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
    while not stop():
        fractional = [p for p in master.people if master.weights(p).max() < WHOLE]
        if not fractional:
            return {person: _whole(master, person) for person in master.people}
        for person, day, role in _choice(master, fractional, rng):
            _fix(master, pricers[person], masks, day, role)
        root = generate(
            master, pricers, stop, masks=masks, rounds=rounds, cutoff=cutoff, smooth=0.0
        )
        if root.bound >= cutoff or (root.closed and root.value >= cutoff):
            return None
    return None


def _whole(master: Master, person: int) -> tuple[Roles, float]:
    columns = master.columns[person]
    at = int(master.weights(person).argmax())
    return columns.lines[at].copy(), float(columns.costs[at])


def _choice(
    master: Master, people: Sequence[int], rng: np.random.Generator
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
        cells = np.argwhere(sums >= CERTAIN).tolist()
        found.append((sure, person, cells))
    found.sort(reverse=True)
    most = max(1, len(people) // 3)
    chosen = [one for one in found if one[0] >= SURE][:most] or found[:1]
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
