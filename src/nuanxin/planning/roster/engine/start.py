"""A first roster in seconds: person by person against what is still short, then each anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from nuanxin.planning.roster.engine.incumbent import Incumbent, margins
from nuanxin.planning.roster.engine.pricer import Pricer
from nuanxin.planning.roster.engine.quick import Quick
from nuanxin.planning.roster.engine.tables import Roles, Tables
from nuanxin.planning.roster.errors import RosterError

Stop = Callable[[], bool]


class NoLine(RosterError):
    """A person for whom no line keeps the hard rules; names the person."""


def start(
    tables: Tables,
    pricers: Sequence[Pricer],
    rng: np.random.Generator,
    warm: Sequence[Roles] | None = None,
    large: bool = False,
) -> Incumbent:
    """Lines that keep all rules of their persons; NoLine when somebody has none.

    Lines given in ``warm`` are taken where they keep the rules. In ``large`` problems the quick
    way is tried first.
    """
    held = np.zeros(len(tables.rows.level))
    found: dict[int, Roles] = {}
    for number, line in enumerate(warm or ()):
        if np.isfinite(pricers[number].cost(line)):
            rows, gains = tables.held(number, line)
            held[rows] += gains
            found[number] = line
    quick = Quick()
    for number in rng.permutation(len(pricers)):
        if int(number) in found:
            continue
        cells = tables.priced(int(number), margins(tables, held)) if large else None
        made = None if cells is None else quick.line(pricers[number], cells)
        line = _line(tables, pricers[number], held, rng) if made is None else made
        rows, gains = tables.held(number, line)
        held[rows] += gains
        found[int(number)] = line
    lines = [found[number] for number in range(len(pricers))]
    return Incumbent(tables, pricers, lines)


def _line(tables: Tables, pricer: Pricer, held: np.ndarray, rng: np.random.Generator) -> Roles:
    duals = margins(tables, held)
    # Equal prices on all days leave maxima of shifts no hold; a little noise parts them.
    for scale in (0.03, 0.3, 3.0):
        size = scale * float(np.abs(duals).max(initial=1.0))
        noise = size * rng.random((tables.days, len(tables.roles)))
        found = pricer.best(duals, noise=noise, rough=True)
        if found.lines:
            return found.lines[0][1]
    raise NoLine(f"person {pricer.person.id}: no line keeps all hard rules")


def polish(incumbent: Incumbent, rng: np.random.Generator, stop: Stop) -> bool:
    """Give each person in turn their best line against the others; True if anything was gained."""
    gained = False
    for number in rng.permutation(len(incumbent.lines)):
        if stop():
            break
        gained |= _better(incumbent, int(number))
    return gained


def _better(incumbent: Incumbent, number: int) -> bool:
    tables, pricer = incumbent.tables, incumbent.pricers[number]
    held = incumbent.without([number])
    before = incumbent.objective
    for _, line in pricer.best(margins(tables, held)).lines[:2]:
        cost = pricer.cost(line)
        rows, gains = tables.held(number, line)
        there = held.copy()
        there[rows] += gains
        total = incumbent.costs.sum() - incumbent.costs[number] + cost
        if total + tables.rows.cost(there) < before - 0.5:
            incumbent.put(number, line, cost)
            return True
    return False
