"""A roster annealed by small changes: exchanges of days between people, and within a line."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

import numpy as np

from nuanxin.planning.roster.engine import swaps
from nuanxin.planning.roster.engine.counters import LARGE
from nuanxin.planning.roster.engine.effort import TRY
from nuanxin.planning.roster.engine.incumbent import Incumbent
from nuanxin.planning.roster.engine.pricer import LARGE_WEEKENDS, Pricer
from nuanxin.planning.roster.engine.tables import Floats, Ints, Roles, Tables

HOT, COLD = 0.3, 0.2  # temperatures, in the dearest and the cheapest departure from a rule
TRIES, ROUNDS = 50_000, 20  # at one temperature; temperatures at least
BETTER = 0.5
FIRST = 0.5  # seconds of effort of the first attempt
BRIEF, SHARE = 3.0, 0.15  # of effort that one attempt may take: seconds, of all effort so far
MUCH = 0.05  # of the objective: after that much another attempt comes at once

Stop = Callable[[], bool]
Records = np.ndarray[Any, np.dtype[np.void]]


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
        self.own: Ints = np.argsort(~tables.possible.any(axis=1), axis=1, kind="stable")
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
    ) -> tuple[float, list[Roles]]:
        """The best lines met within so much effort, or until ``stop`` says so; and what they save.

        It begins with the roster in hand, but hot enough to leave it far behind.
        """
        best, days = np.stack(incumbent.lines), self._days(incumbent)
        seed = rng.integers(1, 1 << 63, 1, dtype=np.uint64)
        now = found = 0.0
        rounds = max(ROUNDS, int(effort / (TRY * TRIES)))
        for n in range(rounds):
            if stop():
                break
            heat = self.hot * (self.cold / self.hot) ** (n / (rounds - 1))
            found, now = swaps.swaps(
                self.arcs, self.roles, self.people, self.own, self.fin, self.tables.cells,
                self.weekday, self.counters, self.gain, self.rows, self.tables.cover_rows,
                self.ties, self.tie_gain, days, seed, best, found, now, heat, TRIES,
            )  # fmt: skip
            self.tables.effort.changes(TRIES)
        return -found, list(best)

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
    """Annealing as one kind of neighbourhood; after an attempt that gains comes a longer one."""

    def __init__(self, tables: Tables, pricers: list[Pricer]) -> None:
        self.tables, self.pricers = tables, pricers
        self.effort = FIRST  # that the next attempt would take
        self.rate = np.inf  # gained for each second of effort, the last time
        self.eager = True  # it is brief and gained much, or was never tried

    @cached_property
    def trader(self) -> Trader:
        """Made when it is first needed."""
        return Trader(self.tables, self.pricers)

    def share(self) -> float:
        """The effort that the next attempt may take."""
        return min(self.effort, max(BRIEF, SHARE * self.tables.effort.spent))

    def lines(
        self, incumbent: Incumbent, rng: np.random.Generator, stop: Stop
    ) -> dict[int, tuple[Roles, float]] | None:
        """A better line for everybody, and its cost; None where nothing was gained."""
        saved, lines = self.trader.anneal(incumbent, rng, self.share(), stop)
        if saved < BETTER:
            return None
        return {n: (line, self.pricers[n].cost(line)) for n, line in enumerate(lines)}

    def learn(self, before: float, after: float, took: float) -> None:
        """Take in the objective before and after one attempt, and the effort that it took."""
        self.rate = (before - after) / took
        if after < before:
            self.effort = 2 * took
        self.eager = after < (1 - MUCH) * before and self.effort < BRIEF


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
    found["able"] = tables.possible.any(axis=1).sum(axis=1)
    for name, sizes in (
        ("counter", [len(pricer.counters) for pricer in pricers]),
        ("tie", [len(links) for links in tables.links]),
    ):
        ends = np.cumsum(sizes)
        found[f"{name}s"], found[name] = ends, ends - sizes
    return found


def _padded(parts: list[Floats]) -> Floats:
    found = np.full((len(parts), max(len(part) for part in parts)), np.inf)
    for number, part in enumerate(parts):
        found[number, : len(part)] = part
    return found
