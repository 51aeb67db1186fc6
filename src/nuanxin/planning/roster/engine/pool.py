"""All lines that were ever priced, by person: restarts and neighbourhoods begin with them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nuanxin.planning.roster.engine.master import Columns, Master
from nuanxin.planning.roster.engine.pricer import Pricer
from nuanxin.planning.roster.engine.tables import Floats, Roles

MOST = 3000  # lines a person; then the dearest half goes
BYTES = 60_000_000  # of all lines, where that is fewer


class Pool:
    """Columns of each person, without a master."""

    def __init__(self, days: int, people: int) -> None:
        self.days = days
        self.most = int(np.clip(BYTES // (2 * days * people), 100, MOST))
        self.columns = [Columns(days) for _ in range(people)]

    def add(self, person: int, line: Roles, cost: float) -> None:
        """Keep a line."""
        if self.columns[person].is_new(line):
            self.columns[person].add(line, cost, 0)

    def take(self, master: Master) -> None:
        """Keep what a master has generated."""
        for person, columns in master.columns.items():
            for n in range(columns.size):
                self.add(person, columns.lines[n], float(columns.costs[n]))

    def best(
        self, pricer: Pricer, gain: Floats, count: int, mask: np.ndarray | None = None
    ) -> Sequence[tuple[Roles, float]]:
        """The ``count`` lines that are cheapest once ``gain[day, role]`` is taken off."""
        columns = self.columns[pricer.number]
        lines, costs = columns.lines[: columns.size], columns.costs[: columns.size]
        days = np.arange(self.days)
        if mask is not None:
            fits = mask[days, lines].all(axis=1)
            lines, costs = lines[fits], costs[fits]
        reduced = costs - gain[days, lines].sum(axis=1)
        order = np.argsort(reduced, kind="stable")[:count]
        return [(lines[n], float(costs[n])) for n in order]

    @property
    def size(self) -> int:
        """Lines of all people."""
        return sum(columns.size for columns in self.columns)

    def prune(self, pricer: Pricer, gain: Floats) -> None:
        """Forget the dearest half when there are too many."""
        if self.columns[pricer.number].size > self.most:
            kept = self.best(pricer, gain, self.most // 2)
            self.columns[pricer.number] = Columns(self.days)
            for line, cost in kept:
                self.add(pricer.number, line.copy(), cost)
