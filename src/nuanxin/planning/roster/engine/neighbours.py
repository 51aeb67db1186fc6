"""Large neighbourhoods: some people, or some days of everybody, are solved anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from nuanxin.planning.roster.engine.dive import dive
from nuanxin.planning.roster.engine.generate import generate
from nuanxin.planning.roster.engine.master import Master
from nuanxin.planning.roster.engine.tables import Ints

if TYPE_CHECKING:
    from nuanxin.planning.roster.engine.search import Search

CROWD = 20  # people at once on long horizons
CROWD_ROUNDS = 25  # of column generation then
LONG = 3.0  # seconds of effort of one attempt from which on neighbourhoods shrink
SHORT = 1.0
MOST = 4000.0  # person-days set free at once
PART = 0.6  # of all: beyond it, a dive from the root does better


class Neighbours:
    """Chooses neighbourhoods; their size follows the effort that they take."""

    def __init__(self, search: Search) -> None:
        self.search = search
        whole = len(search.pricers) * search.tables.days
        self.most = min(MOST, PART * whole)
        self.cells = min(250.0, self.most)  # person-days set free
        self.failed = 0

    def tired(self) -> bool:
        """Many attempts in a row gained nothing."""
        if self.failed < 25:
            return False
        self.failed = 0
        return True

    def sweep(self) -> None:
        """For long horizons: two weeks at a time, in steps of one, a crowd of people at once."""
        search, span = self.search, 14
        total, begin = len(search.pricers), 0
        while begin < search.tables.days - 7 and not search.done():
            window = np.arange(begin, min(begin + span, search.tables.days))
            order = search.rng.permutation(total)
            for part in np.array_split(order, -(-total // CROWD)):
                began = search.tables.effort.spent
                self._solve(sorted(int(p) for p in part), window, CROWD_ROUNDS)
                if search.tables.effort.spent - began > 12.0:
                    span = 7
            begin += span // 2

    def work(self, effort: float) -> None:
        """Try one after the other for so much effort."""
        search = self.search
        end = search.tables.effort.spent + effort
        while search.tables.effort.spent < end and not search.done():
            self.try_one()

    def try_one(self) -> bool:
        """Solve one neighbourhood; True if it was better."""
        search = self.search
        search.adopt()
        began = search.tables.effort.spent
        people, days = self._choose()
        gained = self._solve(people, days)
        took = search.tables.effort.spent - began
        if took > LONG:
            self.cells = max(40.0, 0.85 * self.cells)
        elif took < SHORT and not gained:
            self.cells = min(self.most, 1.1 * self.cells)
        self.failed = 0 if gained else self.failed + 1
        return gained and not search.stop()

    def _choose(self) -> tuple[list[int], Ints]:
        search = self.search
        rng, total, days = search.rng, len(search.pricers), search.tables.days
        longest = min(days, 42)
        span = days if days <= 42 and rng.random() < 0.5 else int(rng.integers(7, longest + 1))
        count = int(np.clip(self.cells / span, 2, total))
        begin = int(rng.integers(0, days - span + 1))
        window = np.arange(begin, begin + span)
        first = self._costly()
        order = rng.permutation(total)
        chosen = [first, *(int(p) for p in order if p != first)][:count]
        return sorted(chosen), window

    def _costly(self) -> int:
        """A person who costs something."""
        weights = self.search.incumbent.costs + 1.0
        return int(self.search.rng.choice(len(weights), p=weights / weights.sum()))

    def _solve(self, people: list[int], window: Ints, rounds: int = 200) -> bool:
        search = self.search
        tables, incumbent = search.tables, search.incumbent
        masks = {person: incumbent.mask(person, window) for person in people}
        rows = self._rows(window)
        costs = tables.rows.costs(incumbent.held)
        constant = float(costs.sum() - costs[rows].sum())
        master = Master(tables, people, incumbent.without(people), rows, constant)
        search.fill(master, masks, 60)
        others = incumbent.costs.sum() - incumbent.costs[people].sum()
        cutoff = incumbent.objective - float(others) - 1 + 1e-6
        root = generate(
            master, search.pricers, search.stop, masks=masks, rounds=rounds, cutoff=cutoff
        )
        lines = None
        if root.bound < cutoff and not search.stop():
            lines = dive(master, search.pricers, masks, root, cutoff, search.rng, search.stop)
        search.keep(master)
        return search.take(lines)

    def _rows(self, window: Ints) -> Ints:
        """Rows that can change: cover of these days, and all that tie people."""
        tables = self.search.tables
        covers = tables.cover_rows[:, window]
        links = np.arange(tables.first_link, len(tables.rows.level))
        found: Ints = np.concatenate([np.unique(covers[covers >= 0]), links])
        return found
