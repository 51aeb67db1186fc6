"""Column generation: price, add, solve, and a bound every round."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

import numpy as np
from numpy.typing import NDArray

from nuanxin.planning.roster.engine.master import Master
from nuanxin.planning.roster.engine.pricer import NARROW, WIDTH, Pricer
from nuanxin.planning.roster.engine.tables import Floats

Masks = Mapping[int, NDArray[np.bool_]]
SMALL = 1e-6


@dataclass
class Root:
    """What column generation ended with: the value of the LP, the best bound, the duals of it."""

    value: float
    bound: float
    duals: Floats | None
    closed: bool  # no column is left that would help
    ended: bool = False  # or none is needed


def generate(
    master: Master,
    pricers: Sequence[Pricer],
    stop: Callable[[], bool],
    *,
    masks: Masks | None = None,
    rounds: int = 10_000,
    cutoff: float = np.inf,
    smooth: float = 0.5,
    told: Callable[[float, float], None] | None = None,
    before: Root | None = None,
    effort: float = np.inf,
) -> Root:
    """Run until nothing helps, ``rounds`` are over, or the bound reaches ``cutoff``.

    Lines are sought with few labels until a round finds none so. It also ends, not ``ended``, once
    it took so much ``effort``; ``before`` is where it goes on.
    """
    root = replace(before) if before else Root(np.inf, -np.inf, None, False)
    began, width = master.tables.effort.spent, NARROW
    for _ in range(rounds):
        value = master.solve(stop)
        if value is None or stop():
            break
        root.value = value
        if settled(root.value, root.bound):
            root.closed = root.ended = True
            break
        blend = smooth if root.duals is not None else 0.0
        while True:
            duals = master.duals
            if blend and root.duals is not None:
                duals = blend * root.duals + (1 - blend) * duals
            added, bound = _round(master, pricers, duals, masks, stop, width)
            if bound > root.bound:
                root.bound, root.duals = bound, duals
            if added or not (blend or width < WIDTH) or stop():
                break
            if blend:
                blend = 0.0  # what was priced was too far from the LP; price the LP itself
            else:
                width = WIDTH
        width = NARROW if added else WIDTH
        if told is not None:
            told(root.value, root.bound)
        root.closed = not added and not stop()
        root.ended = not added or root.bound >= cutoff or settled(root.value, root.bound)
        if root.ended or master.tables.effort.spent - began >= effort:
            break
    return root


def settled(value: float, bound: float) -> bool:
    """Whether the LP can no longer lower the whole number above the bound."""
    return bool(np.isfinite(bound) and ceil(bound - SMALL) >= ceil(value - SMALL))


def _round(
    master: Master,
    pricers: Sequence[Pricer],
    duals: Floats,
    masks: Masks | None,
    stop: Callable[[], bool],
    width: int,
) -> tuple[int, float]:
    """Price everybody once: columns added, and the bound that follows."""
    full, true = master.spread(duals), master.spread(master.duals)
    cheapest, added = 0.0, 0
    for place, person in enumerate(master.people):
        if stop():
            return added, -np.inf
        pricer = pricers[person]
        base = pricer.tables.cells[person]
        shifted = paid(pricer, full)
        known = _known(master, person, shifted)
        found = pricer.best(full, None if masks is None else masks[person], known, width=width)
        cheapest += min(found.bound, known)
        exact = paid(pricer, true)
        days = np.arange(len(base))
        for cost, line in found.lines[:3]:
            own = cost + float(shifted[days, line].sum())
            if own - float(exact[days, line].sum()) < master.rents[place] - SMALL:
                added += master.add(person, line, float(round(own)))
    return added, master.bound(duals, cheapest)


def paid(pricer: Pricer, duals: Floats) -> Floats:
    """What the duals pay this person for each role on each day."""
    gain = pricer.tables.paid(pricer.number, duals)
    return np.where(pricer.tables.possible[pricer.number], gain, 0.0)


def _known(master: Master, person: int, gain: Floats) -> float:
    """The cheapest open column of a person under these duals."""
    columns = master.columns[person]
    lines = columns.lines[: columns.size]
    paid = gain[np.arange(gain.shape[0]), lines].sum(axis=1)
    costs = columns.costs[: columns.size] - paid
    costs = costs[columns.open[: columns.size]]
    return float(costs.min()) if len(costs) else np.inf
