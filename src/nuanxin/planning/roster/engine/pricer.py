"""The cheapest line of one person for given prices of the rows: exact, with a bound."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nuanxin.planning.roster.engine import paths
from nuanxin.planning.roster.engine.automaton import OFF, Automaton, Group, build, classes_of
from nuanxin.planning.roster.engine.counters import Counter, Slots, counters_of, slots_of
from nuanxin.planning.roster.engine.frame import Frame, frame_of, whole_frame
from nuanxin.planning.roster.engine.load import load_of
from nuanxin.planning.roster.engine.tables import Floats, Ints, Roles, Tables
from nuanxin.planning.roster.model import History

WIDTH = 200_000  # labels of one search, over all days
NARROW = 10_000  # of a quick one
TURNS = 12  # of the search for the price of a weekend
CHARGES = 40  # of the search for the charges of counters
SMALL = 1e-6


@dataclass(frozen=True)
class Priced:
    """No line costs less than ``bound``; ``lines`` are (cost, line), the cheapest first."""

    bound: float
    lines: list[tuple[float, Roles]]


@dataclass(frozen=True)
class _Shape:
    """Groups and automaton; both depend on which counters are active."""

    groups: list[Ints]
    members: Ints
    bounds: Ints
    group_of: Ints  # by role, −1 where barred
    load: Ints
    automaton: Automaton
    fin: Floats  # by state and load
    band: Ints
    slots: Slots


class Pricer:
    """One person. It learns which counters bind and what a weekend is worth."""

    def __init__(self, tables: Tables, person: int) -> None:
        self.tables, self.number = tables, person
        self.person = tables.problem.people[person]
        self.load = load_of(tables.problem, self.person)
        self.counters = counters_of(tables, self.person)
        self.active: list[Counter] = []
        self._framed: tuple[tuple[bytes, int], Frame | None] = ((b"", 0), None)
        self.price = 0.0
        self.charges: dict[str, float] = {}  # by active counter of the whole horizon
        contract = self.person.contract
        history = self.person.history or History()
        limit = contract.weekends.high
        self.limited = limit is not None
        self.most = 0 if limit is None else max(0, limit - history.weekends)
        over = contract.weekends.over
        self.soft = 0.0 if limit is None else np.inf if over is None else float(over)
        # Weekends beyond the limit before day 0 are charged whatever is done.
        before = 0 if limit is None or over is None else max(0, history.weekends - limit)
        self.sunk = float(before * (over or 0))
        self.incomplete = float(contract.incomplete_weekend)
        self.weekday = self._weekdays()
        self.shape = self._shape()

    def _weekdays(self) -> Ints:
        kinds = {5: paths.SATURDAY, 6: paths.SUNDAY}
        problem = self.tables.problem
        found = np.array([kinds.get(problem.weekday(d), 0) for d in range(problem.days)])
        if found[0] == paths.SUNDAY and self.person.history is None:
            found[0] = paths.FIRST_SUNDAY
        return found

    def _shape(self) -> _Shape:
        tables, problem = self.tables, self.tables.problem
        allowed = np.isfinite(tables.cells[self.number]).any(axis=0)
        classes, number = classes_of(problem.shifts)
        keys: dict[tuple[object, ...], list[int]] = {(OFF,): [0]}
        for n, role in enumerate(tables.roles[1:], 1):
            shift = problem.shifts[role.shift].id
            if not allowed[n] or shift not in self.load.of:
                continue
            follows = tuple(shift in c.forbidden_next for c in classes)
            gains = tuple(c.gain[n] for c in self.active)
            key = (number[shift], follows, self.load.of[shift], gains)
            keys.setdefault(key, []).append(n)
        groups = [np.array(roles) for roles in keys.values()]
        named = [Group(OFF, frozenset())] + [
            Group(
                number[problem.shifts[tables.roles[roles[0]].shift].id],
                frozenset(problem.shifts[tables.roles[n].shift].id for n in roles),
            )
            for roles in groups[1:]
        ]
        group_of = np.full(len(tables.roles), -1)
        for g, roles in enumerate(groups):
            group_of[roles] = g
        load = [0] + [
            self.load.of[problem.shifts[tables.roles[roles[0]].shift].id] for roles in groups[1:]
        ]
        contract, history = self.person.contract, self.person.history
        arcs = build(contract, problem.shifts, named, history, problem.days)
        loads = np.array(load)
        fin = np.tile(self.load.fin, (len(arcs.works), 1))
        return _Shape(
            groups,
            np.concatenate(groups),
            np.cumsum([0, *(len(roles) for roles in groups)]),
            group_of,
            loads,
            arcs,
            fin,
            paths.bands(problem.days, loads, arcs.first, arcs.group, arcs.to, fin, 0),
            slots_of(self.active, problem.days, groups),
        )

    def cost(self, line: Roles) -> float:
        """What a line costs by itself; infinite when it breaks a hard rule of the person."""
        if any(counter.broken(line) for counter in self.counters):
            return np.inf
        groups = self.shape.group_of[line]
        if (groups < 0).any():
            return np.inf
        cells = self.tables.cells[self.number][np.arange(self.tables.days), line]
        return float(cells.sum()) + self._rules_cost(groups)

    def _rules_cost(self, groups: Ints) -> float:
        """The cost of runs, weekends and totals along a line of groups."""
        a = self.shape.automaton
        _, load, weekends, total = paths.follow(
            groups, self.shape.load, a.first, a.group, a.to, a.cost, a.works,
            self.weekday, self.incomplete,
        )  # fmt: skip
        if not np.isfinite(total):
            return np.inf
        if load >= len(self.load.fin):
            return np.inf
        beyond = weekends - self.most
        over = self.soft * beyond if self.limited and beyond > 0 else 0.0
        return float(total) + self.sunk + float(self.load.fin[load]) + over

    def best(
        self,
        duals: Floats,
        allowed: NDArray[np.bool_] | None = None,
        known: float = np.inf,
        noise: Floats | None = None,
        rough: bool = False,
        width: int = WIDTH,
    ) -> Priced:
        """The cheapest line under the duals. ``known`` is the cost of some line already at hand.

        ``rough`` is content with the first lines that keep the rules. With a smaller ``width`` a
        cheaper line may be missed; the bound holds all the same.
        ``allowed[day, role]`` restricts it; ``noise`` is added to the cells (and to the costs).
        """
        self.tables.effort.call()
        while True:
            frame = whole_frame(self) if allowed is None else self._frame(allowed)
            if frame is None:
                return Priced(np.inf, [])
            search = _Search(self, frame, duals, noise, rough, width)
            found = search.run(known)
            broken = [c for c in self.counters if any(c.broken(line) for _, line in found.lines)]
            fresh = [c for c in broken if c not in self.active]
            if not fresh:
                return found
            self.active.extend(fresh)
            self.shape = self._shape()

    def _frame(self, allowed: NDArray[np.bool_]) -> Frame | None:
        """The frame of a mask; the last is kept, for it is asked again round after round."""
        key = allowed.tobytes(), len(self.active)
        if key != self._framed[0]:
            self._framed = key, frame_of(self, allowed)
        return self._framed[1]

    def relaxed(self, cells: Floats, price: float) -> Roles | None:
        """The cheapest line when weekends are paid for and nothing else is counted but totals."""
        shape, a = self.shape, self.shape.automaton
        costs, roles = paths.grouped(cells, shape.members, shape.bounds)
        arcs = (costs, shape.load, a.first, a.group, a.to, a.cost, a.works)
        rest = (self.weekday, self.incomplete, shape.band)
        table = paths.to_go(*arcs, *rest, shape.fin, price, 0)
        if not np.isfinite(table[0, 0, 0]):
            return None
        groups, _ = paths.walk(table, 0, *arcs, *rest, price)
        line: Roles = roles[np.arange(len(groups)), groups]
        return line

    def counted(self, duals: Floats) -> Priced:
        """The cheapest line with everything counted, whether it must be or not."""
        search = _Search(self, whole_frame(self), duals)
        search.run(np.inf)
        return search.counted()

    def all_below(self, duals: Floats, beyond: float, limit: int) -> tuple[list[Roles], bool]:
        """All lines at most ``beyond`` dearer than the cheapest; False when that is not all."""
        self.price = 0.0
        search = _Search(self, whole_frame(self), duals)
        bound = search.run(np.inf).bound
        if search.table is None or not np.isfinite(bound):
            return [], True
        cells = self.tables.priced(self.number, duals)
        return search.listed(cells, bound + beyond, limit)


class _Search:
    """One call: the price of weekends is searched, then lines are counted for real if needed."""

    def __init__(
        self,
        pricer: Pricer,
        frame: Frame,
        duals: Floats,
        noise: Floats | None = None,
        rough: bool = False,
        width: int = WIDTH,
    ) -> None:
        self.pricer, self.frame, self.rough, shape = pricer, frame, rough, pricer.shape
        inside = pricer.tables.priced(pricer.number, duals, frame.days)
        if noise is not None:
            inside = inside + noise[frame.days]
        if frame.barred is not None:
            inside[frame.barred] = np.inf
        self.sunk = frame.sunk - float(duals[frame.rows] @ frame.gains)
        self.costs, self.roles = paths.grouped(inside, shape.members, shape.bounds)
        self.width = width // len(self.costs)
        a = shape.automaton
        self.arcs = (self.costs, shape.load, a.first, a.group, a.to, a.cost, a.works)
        self.lines: list[tuple[float, Roles]] = []
        self.bound = -np.inf
        self.price = 0.0
        self.table: Floats | None = None
        end = len(self.costs) - 1
        self.whole = [c for c in frame.counters if c.first == 0 and c.last == end]
        self.gains = np.array([[c.gain[g[0]] for g in shape.groups] for c in self.whole])
        self.spare = np.array([c.most - c.before for c in self.whole], dtype=float)
        for gains, spare in zip(self.gains, self.spare, strict=True):
            if spare <= 0:
                self.costs[:, gains > 0] = np.inf
        self.charge = np.array([pricer.charges.get(c.name, 0.0) for c in self.whole])
        self.used = np.zeros(len(self.whole))
        self.charge_kept = self.charge

    def run(self, known: float) -> Priced:
        pricer = self.pricer
        self._charged()
        pricer.charges.update(
            zip((c.name for c in self.whole), self.charge_kept.tolist(), strict=True)
        )
        self.lines.sort(key=lambda found: found[0])
        upper = min([known, *(c for c, _ in self.lines[:1])])
        enough = self.rough and bool(self.lines)
        if not enough and self.bound < upper - SMALL and self.bound < np.inf:
            self._counted(upper)
        self.lines.sort(key=lambda found: found[0])
        return Priced(self.bound, self.lines)

    def counted(self) -> Priced:
        """Count for real, after ``run``."""
        self._counted(self.bound + 1.0)
        self.lines.sort(key=lambda found: found[0])
        return Priced(self.bound, self.lines)

    def _charged(self) -> None:
        """Search charges at which the counters keep their limits; steps grow until they turn."""
        step, before = np.full(len(self.whole), 4.0), np.zeros(len(self.whole))
        for turn in range(CHARGES):
            self._priced(self.charge)
            if self.bound == np.inf:
                return
            # Ties may make it circle about the limit; then something below it is aimed at.
            aim = np.maximum(self.spare - max(0, turn - 6), 0.0)
            way = np.sign(self.used - aim)
            settled = ~((way > 0) | ((way < 0) & (self.charge > 0)))
            if settled.all() or (self.lines and (turn >= 4 or self.rough)):
                return
            step = np.where(
                way * before > 0, 1.6 * step, np.where(way * before < 0, step / 2, step)
            )
            before = way
            self.charge = np.maximum(self.charge + way * step, 0.0)

    def _priced(self, charge: Floats) -> None:
        """Search the price at which the limit on weekends is met by itself."""
        pricer = self.pricer
        cells = self.costs + charge @ self.gains if len(charge) else self.costs
        self.charged = (cells, *self.arcs[1:])
        inside: tuple[float, int] | None = None  # cost and weekends of a line within the limit
        outside: tuple[float, int] | None = None
        price = min(pricer.price, pricer.soft) if pricer.limited else 0.0
        best = -np.inf
        for _ in range(TURNS):
            found = self._at(price)
            if found is None:
                self.bound = np.inf
                return
            cost, weekends, bound = found
            if bound > best:
                best, pricer.price = bound, price
            if not pricer.limited or weekends == self.frame.most:
                break
            if weekends < self.frame.most:
                if price == 0.0:
                    break
                inside = cost, weekends
            else:
                if price >= pricer.soft:
                    break
                outside = cost, weekends
            following = self._next(price, best, inside, outside)
            if following is None:
                break
            price = following

    def _next(
        self,
        price: float,
        best: float,
        inside: tuple[float, int] | None,
        outside: tuple[float, int] | None,
    ) -> float | None:
        if inside is None:
            return min(max(2 * price, 8.0), self.pricer.soft)
        if outside is None:
            return price / 2 if price > 1.0 else 0.0
        following = (inside[0] - outside[0]) / (outside[1] - inside[1])
        expected = inside[0] + following * (inside[1] - self.frame.most)
        expected += self.sunk - float(self.charge @ self.spare)
        if following < 0 or expected <= best + SMALL or abs(following - price) < SMALL:
            return None
        return float(following)

    def _at(self, price: float) -> tuple[float, int, float] | None:
        """Follow the best line when a weekend has this price: cost, weekends, and the bound."""
        pricer = self.pricer
        rest = self._calendar()
        table = paths.to_go(*self.charged, *rest, self.frame.fin, price, self.frame.state)
        pricer.tables.effort.table(self.frame.band, len(self.arcs[3]))
        total = float(table[0, self.frame.state, 0])
        if not np.isfinite(total):
            return None
        groups, weekends = paths.walk(table, self.frame.state, *self.charged, *rest, price)
        bound = total - price * self.frame.most + self.sunk - float(self.charge @ self.spare)
        if bound > self.bound:
            self.bound, self.price, self.table = bound, price, table
            self.charge_kept = self.charge
        bare = total - price * weekends
        self.used = self.gains[:, groups].sum(axis=1) if len(self.whole) else np.zeros(0)
        cost = bare - float(self.charge @ self.used) + self.sunk + self._beyond(weekends)
        line = self.frame.filled(self.roles[np.arange(len(groups)), groups])
        if np.isfinite(cost) and not any(c.broken(line) for c in pricer.active):
            self.lines.append((cost, line))
        return bare, weekends, bound

    def _beyond(self, weekends: int) -> float:
        beyond = weekends - self.frame.most
        return self.pricer.soft * beyond if self.pricer.limited and beyond > 0 else 0.0

    def _counted(self, upper: float) -> None:
        """Count weekends and active counters for real, with a threshold that grows."""
        gap = upper - self.bound
        steps = [gap / 16, gap / 4, gap] if np.isfinite(gap) else [4.0 * 4**n for n in range(12)]
        for step in steps:
            limit = self.bound + step
            cost, line, complete = self._labels(limit)
            if line is not None:
                self.lines.append((cost, line))
                upper = min(upper, cost)
            if not complete:
                return
            # Only below its threshold has a search seen everything.
            if upper <= limit + SMALL:
                self.bound = upper
                return

    def _labels(self, threshold: float) -> tuple[float, Roles | None, bool]:
        pricer, slots = self.pricer, self.frame.slots
        assert self.table is not None
        most = self.frame.most if pricer.limited else LARGE_WEEKENDS
        cost, groups, complete, made = paths.labels(
            self.table, self.frame.state, *self.arcs, *self._calendar(), self.price,
            pricer.soft, most, len(slots.names), slots.gains, slots.limits, slots.starts,
            self._worth(), threshold - self.sunk + SMALL / 10, self.width,
        )  # fmt: skip
        pricer.tables.effort.labels(int(made))
        if not np.isfinite(cost):
            return np.inf, None, bool(complete)
        line = self.frame.filled(self.roles[np.arange(len(groups)), groups])
        return cost + self.sunk, line, bool(complete)

    def listed(self, cells: Floats, threshold: float, limit: int) -> tuple[list[Roles], bool]:
        """All lines up to a cost; without charges, so that the bound holds for each."""
        pricer, shape = self.pricer, self.pricer.shape
        table = paths.to_go(*self.arcs, *self._calendar(), self.frame.fin, self.price, 0)
        most = self.frame.most if pricer.limited else LARGE_WEEKENDS
        lines, complete = paths.listing(
            table, 0, cells, shape.members, shape.bounds, *self.arcs[1:], *self._calendar(),
            self.price, pricer.soft, most, threshold - self.sunk + SMALL, limit,
        )  # fmt: skip
        pricer.tables.effort.labels(len(self.costs) * len(lines))
        kept = [line for line in lines if not any(c.broken(line) for c in pricer.counters)]
        return kept, bool(complete)

    def _calendar(self) -> tuple[Ints, float, Ints]:
        return self.frame.weekday, self.pricer.incomplete, self.frame.band

    def _worth(self) -> Floats:
        """What the bound charges for a unit in each slot."""
        charge = dict(zip((c.name for c in self.whole), self.charge_kept, strict=True))
        return np.array([charge.get(name, 0.0) for name in self.frame.slots.names])


LARGE_WEEKENDS = 10_000


def pricers(tables: Tables, people: Sequence[int] | None = None) -> list[Pricer]:
    """A pricer for each person."""
    chosen = range(len(tables.problem.people)) if people is None else people
    return [Pricer(tables, number) for number in chosen]
