"""Minutes and assignments of a line as one whole number, and what each total costs at the end."""

from __future__ import annotations

from dataclasses import dataclass
from math import gcd

import numpy as np

from nuanxin.planning.roster.engine.tables import Floats, Ints
from nuanxin.planning.roster.model import OPEN, History, Person, Problem, Range


@dataclass(frozen=True)
class Load:
    """``of[shift]`` is what a shift adds; ``fin[total]`` what the total costs."""

    of: dict[str, int]
    fin: Floats


def load_of(problem: Problem, person: Person) -> Load:
    """The load of a person: the coarsest unit that keeps every limit exact."""
    contract, history = person.contract, person.history or History()
    minutes = {s.id: s.minutes for s in problem.shifts if s.id not in person.barred}
    lengths = set(minutes.values())
    timed = contract.minutes != OPEN and bool(lengths - {0})
    counted = contract.assignments != OPEN
    days = problem.days
    if not (timed or counted):
        return Load(dict.fromkeys(minutes, 0), np.zeros(1))
    if timed and counted and len(lengths) == 1:
        timed = False
    unit = gcd(*lengths) if timed else 1
    wide = days + 1 if timed and counted else 1
    of = {s: (m // unit * wide if timed else 0) + int(counted) for s, m in minutes.items()}
    size = days * max(of.values()) + 1
    total = np.arange(size)
    shifts = total % wide if timed and counted else total
    worked = total // wide * unit if timed else total * max(lengths)
    fin = np.zeros(size)
    if contract.minutes != OPEN:
        fin += _costs(contract.minutes, worked + history.minutes)
    if counted:
        fin += _costs(contract.assignments, shifts + history.assignments)
    (allowed,) = np.nonzero(np.isfinite(fin))
    last = int(allowed[-1]) if len(allowed) else 0
    return Load(of, np.ascontiguousarray(fin[: last + 1]))


def _costs(bounds: Range, total: Ints) -> Floats:
    costs = np.zeros(len(total))
    for limit, weight, beyond in (
        (bounds.low, bounds.under, (bounds.low or 0) - total),
        (bounds.high, bounds.over, total - (bounds.high or 0)),
    ):
        if limit is not None:
            each = np.inf if weight is None else weight
            costs[beyond > 0] += each * beyond[beyond > 0]
    return costs
