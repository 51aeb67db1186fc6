"""The whole search: a first roster, the root bound, then dives and neighbourhoods."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

import numpy as np

from nuanxin.planning.roster.engine.cache import Maker
from nuanxin.planning.roster.engine.close import close
from nuanxin.planning.roster.engine.dive import Lines, Mask, dive
from nuanxin.planning.roster.engine.exchange import Exchange
from nuanxin.planning.roster.engine.generate import generate, paid
from nuanxin.planning.roster.engine.incumbent import Incumbent
from nuanxin.planning.roster.engine.master import Master
from nuanxin.planning.roster.engine.neighbours import Neighbours
from nuanxin.planning.roster.engine.pool import Pool
from nuanxin.planning.roster.engine.pricer import Pricer, pricers
from nuanxin.planning.roster.engine.start import comb, polish, start
from nuanxin.planning.roster.engine.tables import Floats, Roles, Tables

SMALL = 1e-6
SPAN = 28  # days combed at once
CLOSING = 30.0  # of effort that settling the gap may take, and a share of what was spent
Told = Callable[[float, float, str], None]


class Search:
    """One run on one problem; ``incumbent`` and ``bound`` are the best so far at any time."""

    def __init__(
        self,
        tables: Tables,
        seed: int,
        stop: Callable[[], bool],
        told: Told,
        exchange: Exchange | None = None,
    ) -> None:
        self.tables, self.stop, self.told, self.exchange = tables, stop, told, exchange
        self.maker = Maker()
        self.tried = np.inf  # the objective at which closing the gap was last tried
        self.rng = np.random.default_rng(seed)
        self.pricers: list[Pricer] = pricers(tables)
        self.pool = Pool(tables.days, len(self.pricers))
        self.bound = self.root_bound = 0.0
        self.duals: Floats = np.zeros(len(tables.rows.level))
        self.incumbent: Incumbent

    def begin(self, warm: Sequence[Roles] | None = None) -> None:
        """A first roster: the one given where it keeps the rules of its people, else our own."""
        quick = self._large() or self.maker.cold
        self.incumbent = start(self.tables, self.pricers, self.rng, warm, quick)
        self._say("first roster")
        self.maker.wait(self.stop)
        if self._large():
            # A whole line takes long to price; four weeks of it do not.
            while not self.done() and comb(self.incumbent, self.rng, self.stop, SPAN) > 0.03:
                self._say("combing")
        else:
            while not self.done() and polish(self.incumbent, self.rng, self.stop):
                self._say("polishing")

    def run(self, root: bool = True) -> None:
        """Search until the bound is met or ``stop`` says so; without a ``root`` bound first."""
        if self.done():
            return
        self._keep()
        neighbours = Neighbours(self)
        if self._large():
            neighbours.sweep()
        elif root:
            self._root()
            self._close()
        while not self.done():
            if not self._large() and neighbours.tired():
                self._close()
                self._dive_root()
            neighbours.try_one()

    def bound_only(self) -> None:
        """The bound of the root and its prices, without looking for rosters."""
        self._keep()
        self._root(dives=False)

    def done(self) -> bool:
        """Nothing better can be found, or no time is left."""
        return self.stop() or ceil(self.bound - SMALL) >= self.incumbent.objective - 0.5

    def _large(self) -> bool:
        """Whether the root LP is too big for a simplex."""
        return self.tables.days * len(self.pricers) > 6000

    def keep(self, master: Master) -> None:
        """Keep the lines of a master; the dearest are forgotten where there are too many."""
        self.pool.take(master)
        for person in master.people:
            pricer = self.pricers[person]
            self.pool.prune(pricer, paid(pricer, self.duals))

    def adopt(self) -> None:
        """Go on from the roster of another search where that is better."""
        lines = self.exchange and self.exchange.better(self.incumbent.objective)
        if lines:
            for person, line in enumerate(lines):
                self.incumbent.put(person, line, self.pricers[person].cost(line))
            self._keep()
            self._say("from another search")

    def _keep(self) -> None:
        costs = self.incumbent.costs
        for person, line in enumerate(self.incumbent.lines):
            self.pool.add(person, line, float(costs[person]))
        if self.exchange:
            self.exchange.offer(self.incumbent.lines, self.incumbent.objective)

    def _say(self, doing: str) -> None:
        self.told(self.incumbent.objective, self.bound, doing)

    def _root(self, dives: bool = True) -> None:
        """Solve the root LP; keep its columns, duals and bound; dive from it."""
        people = range(len(self.pricers))
        master = Master(self.tables, people, np.zeros(len(self.tables.rows.level)))
        self.fill(master, None, 10_000)

        def told(value: float, bound: float) -> None:
            self.bound = max(self.bound, bound)
            self._say(f"root, LP {value:.1f}")

        cutoff = self.incumbent.objective - 1 + SMALL if dives else np.inf
        stop = self.done if dives else self.stop
        root = generate(master, self.pricers, stop, cutoff=cutoff, told=told)
        self.keep(master)
        if root.duals is not None:
            self.duals, self.root_bound = master.spread(root.duals), root.bound
        if dives and not self.done():
            masks = {person: self.all_roles() for person in people}
            self._take(dive(master, self.pricers, masks, root, cutoff, self.rng, self.stop))
            self.keep(master)

    def _close(self) -> None:
        """Settle what lies between bound and incumbent, where that is little."""
        gap = self.incumbent.objective - 1 - self.root_bound
        if self.done() or self.tried <= self.incumbent.objective:
            return
        self.tried = self.incumbent.objective
        master = Master(self.tables, range(len(self.pricers)), np.zeros_like(self.duals))
        self._say("closing the gap")
        most = self.incumbent.objective - 0.5
        allowed = CLOSING + 0.25 * self.tables.effort.spent
        found = close(master, self.pricers, self.duals, gap, most, allowed, self.stop)
        if found is None:
            return
        self._take(found.lines)
        if found.proved:
            self.bound = self.incumbent.objective

    def _dive_root(self) -> None:
        """Dive anew from the pool."""
        people = range(len(self.pricers))
        master = Master(self.tables, people, np.zeros(len(self.tables.rows.level)))
        self.fill(master, None, 200)
        cutoff = self.incumbent.objective - 1 + SMALL
        masks = {person: self.all_roles() for person in people}
        root = generate(master, self.pricers, self.stop, cutoff=cutoff)
        self.bound = max(self.bound, root.bound)
        if root.duals is not None and root.bound > self.root_bound:
            self.duals, self.root_bound = master.spread(root.duals), root.bound
        if not self.done():
            self._take(dive(master, self.pricers, masks, root, cutoff, self.rng, self.stop))
        self.keep(master)

    def all_roles(self) -> Mask:
        """A mask that forbids nothing."""
        return np.ones((self.tables.days, len(self.tables.roles)), dtype=np.bool_)

    def fill(self, master: Master, masks: dict[int, Mask] | None, count: int) -> None:
        """Give a master the lines in hand and the best of the pool."""
        for person in master.people:
            pricer = self.pricers[person]
            gain = paid(pricer, self.duals)
            mask = None if masks is None else masks[person]
            line, cost = self.incumbent.lines[person], float(self.incumbent.costs[person])
            master.add(person, line, cost)
            for other, price in self.pool.best(pricer, gain, count, mask):
                master.add(person, other, price)

    def _take(self, lines: Lines | None) -> bool:
        """Make a set of lines the incumbent when it is better."""
        if lines is None:
            return False
        before = self.incumbent.objective
        kept = [(line.copy(), float(cost)) for line, cost in
                zip(self.incumbent.lines, self.incumbent.costs, strict=True)]  # fmt: skip
        for person, (line, cost) in lines.items():
            self.incumbent.put(person, line, cost)
        if len(lines) == len(self.pricers):
            while not self.stop() and polish(self.incumbent, self.rng, self.stop):
                pass
        if self.incumbent.objective >= before - 0.5:
            for person, (line, cost) in enumerate(kept):
                self.incumbent.put(person, line, cost)
            return False
        self._keep()
        self._say("dive" if len(lines) == len(self.pricers) else "neighbourhood")
        return True

    take = _take
