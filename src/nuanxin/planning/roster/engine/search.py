"""The whole search: a first roster, the root bound, then dives and neighbourhoods."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

import numpy as np

from nuanxin.planning.roster.engine.anneal import anneal
from nuanxin.planning.roster.engine.cache import Maker
from nuanxin.planning.roster.engine.close import close
from nuanxin.planning.roster.engine.dive import Lines, Mask, dive
from nuanxin.planning.roster.engine.exchange import Exchange
from nuanxin.planning.roster.engine.generate import Root, generate, paid
from nuanxin.planning.roster.engine.incumbent import Incumbent
from nuanxin.planning.roster.engine.master import Master
from nuanxin.planning.roster.engine.neighbours import Neighbours
from nuanxin.planning.roster.engine.parts import bound_of, counts, join, parts_of
from nuanxin.planning.roster.engine.pool import Pool
from nuanxin.planning.roster.engine.pricer import Pricer, pricers
from nuanxin.planning.roster.engine.start import polish, start
from nuanxin.planning.roster.engine.tables import Floats, Roles, Tables
from nuanxin.planning.roster.engine.trade import Trade

SMALL = 1e-6
FAST, SLOW = 0.6, 30.0  # of effort for the first roster to settle; slow where no LP follows
CLOSING = 3.0  # of effort that settling the gap may take, and a share of what was spent
LONG, MIDDLE, LARGE = 56, 1500, 6000  # days, person-days
FIRST = 3.0  # of effort for better rosters before parts are cut out of one
REST = 40.0  # of effort for better rosters of large problems before their root
TURN = 0.7  # of effort of the root before rosters have their first turn
LEAN = 100  # lines a person in the LP of a dive
SHARED = 30  # lines a person that they hand to the root
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
        self.closed_at = 0.0  # and the effort spent by then
        self.rng = np.random.default_rng(seed)
        self.pricers: list[Pricer] = pricers(tables)
        self.trade = Trade(tables, self.pricers)
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
        if warm is None and not self._settle():
            while self.trade.eager(self.incumbent.objective) and not self.done():
                self.change()
            return
        before = np.inf
        while not self.done() and self._pays(before):
            before = self.incumbent.objective
            polish(self.incumbent, self.rng, self.stop)
            self._say("polishing")

    def _settle(self) -> bool:
        """Let the first roster settle line by line; False where lines take too long."""
        large, told = self._large(), lambda: self._say("annealing")
        return anneal(self.incumbent, self.rng, self.done, told, SLOW if large else FAST, large)

    def change(self) -> bool:
        """Anneal by small changes; True if the roster became better."""
        lines = self.trade.lines(self.incumbent, self.rng, self.stop)
        return self.take(lines, "small changes")

    def _pays(self, before: float) -> bool:
        """Whether the last round gained enough for another; where lines are short, any."""
        gained = before - self.incumbent.objective
        return gained > (0.01 * before if self._large() and before < np.inf else 0)

    def run(self, root: bool = True) -> None:
        """Search until the bound is met or ``stop`` says so; without a ``root`` bound first."""
        if self.done():
            return
        self._keep()
        neighbours = Neighbours(self)
        if root and self._prepared(neighbours):
            self._root(neighbours)
            self._close()
        while not self.done():
            if not self._large() and neighbours.tired():
                began = self.tables.effort.spent
                self._close()
                self._dive_root()
                neighbours.owed(self.tables.effort.spent - began)
            neighbours.try_one()

    def _prepared(self, neighbours: Neighbours) -> bool:
        """Get ready for the root of a long problem; False where even its parts take too long."""
        ended = False
        if self._long():
            neighbours.work(FIRST)
            ended = self._parts()
        if not self._large():
            return True
        if ended:
            neighbours.work(REST)
        return ended

    def bound_only(self) -> None:
        """The bound of the root and its prices, without looking for rosters."""
        self._keep()
        if self._long():
            self._parts()
        self._root()

    def done(self) -> bool:
        """Nothing better can be found, or no time is left."""
        return self.stop() or ceil(self.bound - SMALL) >= self.incumbent.objective - 0.5

    @property
    def certified(self) -> int:
        """What the prices of the root prove; nothing where it stopped too early."""
        return max(0, ceil(self.root_bound - SMALL))

    def _parts(self) -> bool:
        """Prices, a bound and lines from parts, for the root to begin with; False if broken off."""
        for count in counts(self.tables.days):
            self._say("pricing parts")
            parts = parts_of(self, count)
            bound = bound_of(self, parts.prices)
            if bound > self.root_bound:
                self.duals, self.root_bound = parts.prices, bound
                self.bound = max(self.bound, bound)
            join(self, parts)
            if self.stop() or not parts.ended:
                return False
        return True

    def _large(self) -> bool:
        """Whether lines and the root LP take long."""
        return self.tables.days * len(self.pricers) > LARGE

    def _long(self) -> bool:
        """Whether the root LP is better begun from parts of the horizon."""
        return self.tables.days >= LONG and self.tables.days * len(self.pricers) > MIDDLE

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

    def _root(self, neighbours: Neighbours | None = None) -> None:
        """Solve the root LP; keep its columns, duals and bound.

        With ``neighbours`` the search for rosters takes turns with it and ends in a dive.
        """
        master = self.master()
        self.fill(master, None, 10_000)

        def told(value: float, bound: float) -> None:
            self.bound = max(self.bound, bound)
            self._say(f"root, LP {value:.1f}")

        stop = self.done if neighbours else self.stop
        turn = TURN if neighbours else np.inf
        root = Root(np.inf, self.root_bound, self.duals, False) if self.root_bound > 0 else None
        while root is None or not (root.ended or stop()):
            cutoff = self._cutoff() if neighbours else np.inf
            root = generate(
                master, self.pricers, stop, cutoff=cutoff, told=told, before=root, effort=turn
            )
            self.keep(master)
            if root.duals is not None:
                self.duals, self.root_bound = master.spread(root.duals), root.bound
            if neighbours and not (root.ended or stop()):
                turn = self._turn(neighbours, master, turn)
        if neighbours and not self.done():
            self._dive(*self._lean(root))

    def _turn(self, neighbours: Neighbours, master: Master, effort: float) -> float:
        """Better rosters while the root waits, for so much effort or more; what it took."""
        began = self.tables.effort.spent
        neighbours.work(began + effort - self.tables.effort.spent)
        self.fill(master, None, SHARED)
        return self.tables.effort.spent - began

    def _cutoff(self) -> float:
        """What a better roster costs at most."""
        return self.incumbent.objective - 1 + SMALL

    def _lean(self, root: Root) -> tuple[Master, Root]:
        """A small LP of the lines that are best now; ``root`` is what they came from."""
        master = self.master()
        self.fill(master, None, LEAN)
        cutoff = self._cutoff()
        again = generate(master, self.pricers, self.stop, rounds=1, cutoff=cutoff, before=root)
        return master, again

    def _dive(self, master: Master, root: Root) -> None:
        """Dive from a solved LP of everybody."""
        cutoff, masks = self._cutoff(), {person: self.all_roles() for person in master.people}
        if not self.done():
            lines = dive(master, self.pricers, masks, root, cutoff, self.rng, self.stop)
            self.take(lines, "dive", settle=True)
        self.keep(master)

    def master(self) -> Master:
        """An LP of everybody, without lines."""
        return Master(self.tables, range(len(self.pricers)), np.zeros_like(self.duals))

    def _close(self) -> None:
        """Settle what lies between bound and incumbent, where that is little."""
        gap = self.incumbent.objective - 1 - self.root_bound
        spent = self.tables.effort.spent
        if self.done() or (self.tried <= self.incumbent.objective and spent < 2 * self.closed_at):
            return
        self.tried, self.closed_at = self.incumbent.objective, spent
        master = self.master()
        self._say("closing the gap")
        most = self.incumbent.objective - 0.5
        allowed = CLOSING + 0.25 * spent
        found = close(master, self.pricers, self.duals, gap, most, allowed, self.stop)
        if found is None:
            return
        self.take(found.lines, "dive", settle=True)
        if found.proved:
            self.bound = self.incumbent.objective

    def _dive_root(self) -> None:
        """Dive anew from the pool."""
        master = self.master()
        self.fill(master, None, 200)
        root = generate(master, self.pricers, self.stop, cutoff=self._cutoff())
        self.bound = max(self.bound, root.bound)
        if root.duals is not None and root.bound > self.root_bound:
            self.duals, self.root_bound = master.spread(root.duals), root.bound
        self._dive(master, root)

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

    def take(self, lines: Lines | None, doing: str, *, settle: bool = False) -> bool:
        """Make a set of lines the incumbent when it is better; first ``settle`` the others."""
        if lines is None:
            return False
        before = self.incumbent.objective
        kept = [(line.copy(), float(cost)) for line, cost in
                zip(self.incumbent.lines, self.incumbent.costs, strict=True)]  # fmt: skip
        for person, (line, cost) in lines.items():
            self.incumbent.put(person, line, cost)
        if settle:
            while not self.stop() and polish(self.incumbent, self.rng, self.stop):
                pass
        if self.incumbent.objective >= before - 0.5:
            for person, (line, cost) in enumerate(kept):
                self.incumbent.put(person, line, cost)
            return False
        self._keep()
        self._say(doing)
        return True
