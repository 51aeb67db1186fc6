"""A roster annealed by small changes: exchanges of days between people, and within a line."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from nuanxin.planning.roster.engine import swaps
from nuanxin.planning.roster.engine.counters import LARGE
from nuanxin.planning.roster.engine.effort import TRY
from nuanxin.planning.roster.engine.incumbent import Incumbent
from nuanxin.planning.roster.engine.pricer import LARGE_WEEKENDS, Pricer
from nuanxin.planning.roster.engine.tables import Floats, Ints, Roles, Tables

HOT, COLD = 0.15, 0.2  # temperatures, in the dearest and the cheapest departure from a rule
TRIES, ROUNDS = 50_000, 20  # at one temperature; temperatures at least
BETTER = 0.5
FIRST = 0.5  # seconds of effort of the first attempt
BRIEF, SHARE = 3.0, 0.5  # of effort that one attempt may take: seconds, of all effort so far
LOWER = 0.15  # of where the first attempt ended: how much lower the second may end
HABIT = 0.5  # how much earlier attempts count for that
SLOWER = 0.5  # each time what one twice as long ends lower is about half of what it was
MUCH = 0.05  # of the objective: where that much is hoped for, another attempt comes at once

Stop = Callable[[], bool]
Records = np.ndarray[Any, np.dtype[np.void]]


class Walk(NamedTuple):
    """What annealing met."""

    saved: float
    """What the best roster met costs less than the first."""
    lines: list[Roles]
    """The best roster met."""
    end: float
    """What the last roster costs more than the first; infinite where it was stopped on the way."""


class Trader:
    """A problem as the loops want it."""

    def __init__(self, tables: Tables, pricers: list[Pricer]) -> None:
        self.tables, self.pricers = tables, pricers
        counters = [counter for pricer in pricers for counter in pricer.counters]
        ties = [link for links in tables.links for link in links]
        roles = len(tables.roles)
        self.arcs = _arcs(pricers)
        self.roles = np.zeros((len(pricers), roles), dtype=swaps.ROLE)
        for number, pricer in enumerate(pricers):
            self.roles[number]["group"] = np.maximum(pricer.shape.group_of, 0)
            self.roles[number]["load"] = pricer.shape.load[self.roles[number]["group"]]
        self.people = _people(tables, pricers)
        able = np.asarray(tables.possible.any(axis=1))
        self.own, self.people["able"] = _first(able)
        work = able[:, 1:].astype(np.int64)
        alike = work @ work.T > 0
        np.fill_diagonal(alike, False)
        self.peers, self.people["peer"] = _first(alike)
        self.fin = _padded([pricer.load.fin for pricer in pricers])
        self.weekday = np.stack([pricer.weekday for pricer in pricers])
        self.counters = np.array(
            [(c.first, c.last, min(c.most, LARGE) - c.before, 0) for c in counters],
            dtype=swaps.COUNTER,
        )
        self.gain = np.array([c.gain for c in counters], dtype=np.int64).reshape(-1, roles)
        self.rows = np.zeros(len(tables.rows.level), dtype=swaps.ROW)
        for name in ("level", "least", "under", "hard", "over"):
            self.rows[name] = getattr(tables.rows, name)
        self.ties = np.array([(link.row, link.day) for link in ties], dtype=swaps.TIE)
        self.tie_gain = np.array([link.gain for link in ties], dtype=float).reshape(-1, roles)
        self.hot, self.cold = self._temperatures()

    def _temperatures(self) -> tuple[float, float]:
        """Where most that a change costs is taken, and where hardly anything is."""
        rows = self.tables.rows
        cells, arcs = self.tables.cells, self.arcs["cost"]
        costs = np.concatenate([rows.under, rows.over, cells[np.isfinite(cells)], arcs.ravel()])
        costs = np.append(costs, self.people["incomplete"])
        costs = costs[(costs > 0) & np.isfinite(costs)]
        if not len(costs):
            return 1.0, 0.1
        return HOT * float(costs.max()), COLD * float(costs.min())

    def anneal(
        self,
        incumbent: Incumbent,
        rng: np.random.Generator,
        effort: float,
        stop: Stop = lambda: False,
    ) -> Walk:
        """Anneal for so much effort, or until ``stop`` says so.

        It begins with the roster in hand, but hot enough to leave it far behind.
        """
        best, days = np.stack(incumbent.lines), self._days(incumbent)
        seed = rng.integers(1, 1 << 63, 1, dtype=np.uint64)
        now = found = 0.0
        rounds = max(ROUNDS, int(effort / (TRY * TRIES)))
        for n in range(rounds):
            if stop():
                now = np.inf
                break
            heat = self.hot * (self.cold / self.hot) ** (n / (rounds - 1))
            found, now = swaps.swaps(
                self.arcs, self.roles, self.people, self.own, self.peers, self.fin,
                self.tables.cells, self.weekday, self.counters, self.gain, self.rows,
                self.tables.cover_rows, self.ties, self.tie_gain, days, seed, best,
                found, now, heat, TRIES,
            )  # fmt: skip
            self.tables.effort.changes(TRIES)
        return Walk(-found, list(best), now)

    def _days(self, incumbent: Incumbent) -> Records:
        people = len(self.pricers)
        days = np.zeros((people, self.tables.days + 1), dtype=swaps.DAY)
        for number, line in enumerate(incumbent.lines):
            swaps.laid(
                self.arcs[number], self.roles[number], self.people, self.weekday[number],
                self.counters, self.gain, line, days[number], number,
            )  # fmt: skip
        self.rows["held"] = incumbent.held
        return days


class Trade:
    """Annealing as one kind of neighbourhood: each attempt takes twice as long as the one before.

    One that takes twice as long ends lower, by about half as much each time. So where the next
    attempt will end can be told from the last ones, and it comes when that is worth it.
    """

    def __init__(self, tables: Tables, pricers: list[Pricer]) -> None:
        self.tables, self.pricers = tables, pricers
        self.effort = FIRST  # that the next attempt would take
        self.reached = self.hoped = np.inf  # where the last one ended; where the next one may
        self.lower = np.nan  # how much lower each one ends

    @cached_property
    def trader(self) -> Trader:
        """Made when it is first needed."""
        return Trader(self.tables, self.pricers)

    def share(self) -> float:
        """The effort that the next attempt may take."""
        return min(self.effort, max(BRIEF, SHARE * self.tables.effort.spent))

    def rate(self, objective: float) -> float:
        """What the next attempt will gain for each second of effort; infinite before the first."""
        if np.isinf(self.hoped):
            return np.inf
        return max(0.0, objective - self.hoped) / self.share()

    def eager(self, objective: float) -> bool:
        """Whether it comes before everything else: it is brief, and untried or full of hope."""
        much = np.isinf(self.hoped) or objective - self.hoped > MUCH * objective
        return bool(much and self.effort < BRIEF)

    def lines(
        self, incumbent: Incumbent, rng: np.random.Generator, stop: Stop
    ) -> dict[int, tuple[Roles, float]] | None:
        """A better line for everybody, and its cost; None where nothing was gained."""
        took, before = self.share(), incumbent.objective
        walk = self.trader.anneal(incumbent, rng, took, stop)
        self.learn(before + walk.end, took)
        if walk.saved < BETTER:
            return None
        return {n: (line, self.pricers[n].cost(line)) for n, line in enumerate(walk.lines)}

    def learn(self, reached: float, took: float) -> None:
        """Take in where an attempt of so much effort ended."""
        if np.isinf(self.reached):
            self.hoped = (1 - LOWER) * reached
        else:
            lower = self.reached - reached
            known = lower if np.isnan(self.lower) else self.lower
            self.lower = HABIT * known + (1 - HABIT) * lower
            self.hoped = reached - SLOWER * max(0.0, self.lower)
        self.reached, self.effort = reached, 2 * took


def _arcs(pricers: list[Pricer]) -> Records:
    states = max(len(pricer.shape.automaton.works) for pricer in pricers)
    groups = max(len(pricer.shape.groups) for pricer in pricers)
    found = np.zeros((len(pricers), states, groups), dtype=swaps.ARC)
    found["to"] = -1
    for number, pricer in enumerate(pricers):
        arcs = pricer.shape.automaton
        leave = np.repeat(np.arange(len(arcs.works)), np.diff(arcs.first))
        found["to"][number, leave, arcs.group] = arcs.to
        found["cost"][number, leave, arcs.group] = arcs.cost
        found["works"][number, : len(arcs.works)] = arcs.works[:, None]
    return found


def _people(tables: Tables, pricers: list[Pricer]) -> Records:
    found = np.zeros(len(pricers), dtype=swaps.PERSON)
    found["incomplete"] = [pricer.incomplete for pricer in pricers]
    found["soft"] = [pricer.soft for pricer in pricers]
    found["most"] = [p.most if p.limited else LARGE_WEEKENDS for p in pricers]
    for name, sizes in (
        ("counter", [len(pricer.counters) for pricer in pricers]),
        ("tie", [len(links) for links in tables.links]),
    ):
        ends = np.cumsum(sizes)
        found[f"{name}s"], found[name] = ends, ends - sizes
    return found


def _first(true: NDArray[np.bool_]) -> tuple[Ints, Ints]:
    """In each row, the places of what is true before all others; and how many these are."""
    return np.argsort(~true, axis=1, kind="stable"), true.sum(axis=1)


def _padded(parts: list[Floats]) -> Floats:
    found = np.full((len(parts), max(len(part) for part in parts)), np.inf)
    for number, part in enumerate(parts):
        found[number, : len(part)] = part
    return found
