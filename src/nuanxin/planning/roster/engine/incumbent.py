"""A solution in hand: one line a person, what the rows hold, and what it costs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from nuanxin.planning.roster.engine.pricer import Pricer
from nuanxin.planning.roster.engine.tables import Floats, Ints, Roles, Tables


class Incumbent:
    """Lines that keep every hard rule of their persons; rows may fall short at a high cost."""

    def __init__(self, tables: Tables, pricers: Sequence[Pricer], lines: Sequence[Roles]) -> None:
        self.tables, self.pricers = tables, pricers
        self.lines = [line.copy() for line in lines]
        self.costs = np.array([p.cost(line) for p, line in zip(pricers, lines, strict=True)])
        self.held = np.zeros(len(tables.rows.level))
        for number, line in enumerate(lines):
            self._add(number, line, 1.0)

    def _add(self, number: int, line: Roles, times: float) -> None:
        rows, gains = self.tables.held(number, line)
        self.held[rows] += times * gains

    @property
    def objective(self) -> float:
        """Cost of lines and rows."""
        return float(self.costs.sum()) + self.tables.rows.cost(self.held)

    def without(self, people: Sequence[int]) -> Floats:
        """What the rows hold when these people are taken out."""
        held = self.held.copy()
        for number in people:
            rows, gains = self.tables.held(number, self.lines[number])
            held[rows] -= gains
        return held

    def mask(self, number: int, window: Ints) -> NDArray[np.bool_]:
        """Which role may be on which day when only the days of the window are open."""
        found = np.zeros((self.tables.days, len(self.tables.roles)), dtype=np.bool_)
        found[np.arange(self.tables.days), self.lines[number]] = True
        found[window] = True
        return found

    def put(self, number: int, line: Roles, cost: float) -> None:
        """Exchange one line."""
        self._add(number, self.lines[number], -1.0)
        self._add(number, line, 1.0)
        self.lines[number], self.costs[number] = line.copy(), cost


def margins(tables: Tables, held: Floats) -> Floats:
    """What one more in each row would save: prices for the next person."""
    saved: Floats = tables.rows.costs(held) - tables.rows.costs(held + 1.0)
    return saved
