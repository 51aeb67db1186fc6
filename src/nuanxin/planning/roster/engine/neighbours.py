"""Large neighbourhoods: some people, or some days of everybody, are solved anew."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from nuanxin.planning.roster.engine.dive import dive
from nuanxin.planning.roster.engine.generate import generate
from nuanxin.planning.roster.engine.parts import part
from nuanxin.planning.roster.engine.tables import Ints
from nuanxin.planning.roster.engine.trade import Trade

if TYPE_CHECKING:
    from nuanxin.planning.roster.engine.search import Search

SPANS = (7, 14, 28, 42)
LONG = 3.0  # seconds of effort of one attempt from which on neighbourhoods shrink
SHORT = 1.0
HABIT = 0.8  # how much what a kind of neighbourhood gained before counts
CHANCE = 0.03  # of the best kind's rate, for kinds that gained less
MOST = 4000.0  # person-days set free at once
WHOLE = 42  # days that can be set free at once
LOT = 0.01  # of the objective
PART = 0.6  # of all: beyond it, a dive from the root does better


@dataclass
class Kind:
    """Neighbourhoods of so many days; their size follows the effort that they take."""

    span: int
    cells: float  # person-days set free
    most: float
    rate: float = np.inf  # gained for each second of effort, of late

    def learn(self, before: float, after: float, took: float) -> None:
        """Take in the objective before and after one attempt, and the effort that it took."""
        rate = (before - after) / took
        late = rate if np.isinf(self.rate) else self.rate
        self.rate = HABIT * late + (1 - HABIT) * rate
        if took > LONG:
            self.cells = max(40.0, 0.85 * self.cells)
        elif took < SHORT and after >= before:
            self.cells = min(self.most, (1.1 if took > SHORT / 4 else 1.3) * self.cells)


class Neighbours:
    """Chooses neighbourhoods: those kinds more often that gained more for their effort."""

    def __init__(self, search: Search) -> None:
        self.search = search
        days = search.tables.days
        whole = len(search.pricers) * days
        most = min(MOST, PART * whole)
        spans = [span for span in SPANS if span < days] + [days] * (days <= WHOLE)
        self.kinds = [Kind(span, min(250.0, most), most) for span in spans]
        self.failed = 0
        self.turn = 0.0  # the effort up to which they are not tired
        self.gains: deque[float] = deque(maxlen=6)  # of the last attempts

    def tired(self) -> bool:
        """Many attempts in a row gained nothing, and they had their turn."""
        if self.failed < 25 or self.search.tables.effort.spent < self.turn:
            return False
        self.failed = 0
        return True

    def owed(self, effort: float) -> None:
        """Something else took so much effort: not tired until as much was tried."""
        self.turn = self.search.tables.effort.spent + effort

    def work(self, effort: float) -> None:
        """Try one after the other for so much effort, and for as long as it goes well."""
        search = self.search
        end = search.tables.effort.spent + effort
        while (search.tables.effort.spent < end or self.lively()) and not search.done():
            self.try_one()

    def lively(self) -> bool:
        """Whether the last attempts gained a lot."""
        return sum(self.gains) > LOT * self.search.incumbent.objective

    def try_one(self) -> bool:
        """Solve one neighbourhood; True if it was better."""
        search = self.search
        search.adopt()
        began, before = search.tables.effort.spent, search.incumbent.objective
        kind = self._kind()
        if isinstance(kind, Trade):
            gained = search.change()
        else:
            gained = self._solve(*self._choose(kind))
            after = search.incumbent.objective
            kind.learn(before, after, search.tables.effort.spent - began)
            self.gains.append(before - after)
        self.failed = 0 if gained else self.failed + 1
        return gained and not search.stop()

    def _kind(self) -> Kind | Trade:
        """Small changes where they promise most; one never tried; else by what they gained."""
        trade, objective = self.search.trade, self.search.incumbent.objective
        rates = np.array([kind.rate for kind in self.kinds])
        if trade.eager(objective) or trade.rate(objective) > rates.max():
            return trade
        if np.isinf(rates).any():
            rates = np.isinf(rates).astype(float)
        weights = np.maximum(rates, CHANCE * rates.max())
        weights = weights if weights.any() else weights + 1.0
        return self.kinds[int(self.search.rng.choice(len(rates), p=weights / weights.sum()))]

    def _choose(self, kind: Kind) -> tuple[list[int], Ints]:
        search = self.search
        rng, total, days = search.rng, len(search.pricers), search.tables.days
        count = int(np.clip(kind.cells / kind.span, 2, total))
        begin = int(rng.integers(0, days - kind.span + 1))
        window = np.arange(begin, begin + kind.span)
        first = self._costly()
        order = rng.permutation(total)
        chosen = [first, *(int(p) for p in order if p != first)][:count]
        return sorted(chosen), window

    def _costly(self) -> int:
        """A person who costs something."""
        weights = self.search.incumbent.costs + 1.0
        return int(self.search.rng.choice(len(weights), p=weights / weights.sum()))

    def _solve(self, people: list[int], window: Ints) -> bool:
        search = self.search
        master, masks = part(search, people, window)
        incumbent = search.incumbent
        others = incumbent.costs.sum() - incumbent.costs[people].sum()
        cutoff = incumbent.objective - float(others) - 1 + 1e-6
        root = generate(
            master, search.pricers, search.stop, masks=masks, cutoff=cutoff, effort=LONG
        )
        lines = None
        if root.ended and root.bound < cutoff and not search.stop():
            lines = dive(master, search.pricers, masks, root, cutoff, search.rng, search.stop)
        search.keep(master)
        return search.take(lines, "neighbourhood")
