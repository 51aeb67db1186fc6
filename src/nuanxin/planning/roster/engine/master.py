"""The master problem: one line for each person so that the rows cost least, as an LP in HiGHS.

Rows are soft, so it is always feasible once everybody has a line. Lines outside the problem part
at hand are taken off the levels.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from itertools import compress
from typing import Any

import highspy
import numpy as np
from numpy.typing import NDArray

from nuanxin.planning.roster.engine.quiet import quiet_highs
from nuanxin.planning.roster.engine.tables import Floats, Ints, Roles, Tables

INF = highspy.kHighsInf
DUAL, PRIMAL = 1, 4  # simplex: what HiGHS calls them
MOSTLY = 0.3  # of the columns closed, and they are left out
MANY = 2000  # columns from which on interior points begin quicker, and a stop must be heard within


Stop = Callable[[], bool]


@contextmanager
def _heard(highs: highspy.Highs, stop: Stop) -> Iterator[None]:
    """Let HiGHS ask now and then whether to stop: a large LP may take a minute."""

    def ask(event: Any) -> None:
        event.data_in.user_interrupt = stop()  # what was said once would stand for ever

    asked = highs.cbSimplexInterrupt, highs.cbIpmInterrupt
    for callback in asked:
        callback.subscribe(ask)
    try:
        yield
    finally:
        for callback in asked:
            callback.unsubscribe(ask)


class Columns:
    """Lines of one person that the master knows: as a matrix, with their costs and places."""

    def __init__(self, days: int) -> None:
        self.lines = np.zeros((16, days), dtype=np.int16)
        self.costs = np.zeros(16)
        self.places = np.zeros(16, dtype=np.int32)
        self.open = np.zeros(16, dtype=np.bool_)
        self.seen: set[int] = set()  # hashes: a line that shares one is not missed
        self.size = 0

    def is_new(self, line: Roles) -> bool:
        """Whether a line is not among them."""
        return hash(line.tobytes()) not in self.seen

    def add(self, line: Roles, cost: float, place: int) -> None:
        """One more line."""
        if self.size == len(self.costs):
            self.lines = np.vstack([self.lines, np.zeros_like(self.lines)])
            self.costs = np.concatenate([self.costs, np.zeros_like(self.costs)])
            self.places = np.concatenate([self.places, np.zeros_like(self.places)])
            self.open = np.concatenate([self.open, np.zeros_like(self.open)])
        self.lines[self.size], self.costs[self.size] = line, cost
        self.places[self.size], self.open[self.size] = place, True
        self.seen.add(hash(line.tobytes()))
        self.size += 1


class Master:
    """The LP of some people over some rows.

    ``held`` is what the others put into the rows, ``constant`` what the rows left out cost.
    """

    def __init__(
        self,
        tables: Tables,
        people: Sequence[int],
        held: Floats,
        rows: Ints | None = None,
        constant: float = 0.0,
    ) -> None:
        self.tables, self.people = tables, list(people)
        self.rows = np.arange(len(tables.rows.level)) if rows is None else rows
        self.place = np.full(len(tables.rows.level), -1, dtype=np.int32)
        self.place[self.rows] = np.arange(len(self.rows))
        part = tables.rows
        self.level = part.level[self.rows] - held[self.rows]
        self.under, self.over = part.under[self.rows], part.over[self.rows]
        self.hard = part.hard[self.rows]
        self.mild = (part.level - part.least)[self.rows]
        self.mild[self.hard == 0] = INF
        self.constant = constant
        self.columns = {person: Columns(tables.days) for person in self.people}
        self.highs = self._build()
        self.count = 3 * len(self.rows)
        self.values: Floats = np.zeros(0)  # by column of the LP, in the last solution
        self.solved = False
        self.closed = False  # columns in use may have been closed since the last solution

    def _build(self) -> highspy.Highs:
        highs = quiet_highs()
        highs.setOptionValue("presolve", "off")
        number, people = len(self.rows), len(self.people)
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = 3 * number, number + people
        lp.col_cost_ = np.concatenate([self.under, self.under + self.hard, self.over])
        lp.col_lower_ = np.zeros(3 * number)
        deep = np.where(self.hard > 0, INF, 0.0)
        lp.col_upper_ = np.concatenate([self.mild, deep, np.full(number, INF)])
        bound = np.concatenate([self.level, np.ones(people)])
        lp.row_lower_, lp.row_upper_ = bound, bound
        # A row of one person's count or a couple never runs short: no cost below.
        lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        lp.a_matrix_.start_ = np.arange(3 * number + 1, dtype=np.int32)
        lp.a_matrix_.index_ = np.tile(np.arange(number, dtype=np.int32), 3)
        lp.a_matrix_.value_ = np.concatenate([np.ones(2 * number), -np.ones(number)])
        highs.passModel(lp)
        return highs

    def add(self, person: int, line: Roles, cost: float) -> bool:
        """A new column; False when it is there already."""
        columns = self.columns[person]
        if not columns.is_new(line):
            return False
        columns.add(line, cost, self._enter(person, line, cost))
        return True

    def _enter(self, person: int, line: Roles, cost: float) -> int:
        """Put a column into the LP; its place."""
        rows, gains = self.tables.held(person, line)
        places = self.place[rows]
        inside = places >= 0
        index = np.append(places[inside], len(self.rows) + self.people.index(person))
        value = np.append(gains[inside], 1.0)
        self.highs.addCol(cost, 0.0, INF, len(index), index.astype(np.int32), value)
        self.count += 1
        return self.count - 1

    def leave_out(self) -> None:
        """Take closed columns out of the LP where they are many; opened again, they come back."""
        stay = np.ones(self.count, dtype=np.bool_)
        for columns in self.columns.values():
            places = columns.places[: columns.size]
            stay[places[~columns.open[: columns.size] & (places >= 0)]] = False
        if (~stay).sum() < MOSTLY * self.count:
            return
        basis = self.highs.getBasis()
        basic = [status == highspy.HighsBasisStatus.kBasic for status in basis.col_status]
        stay |= np.array(basic)
        (gone,) = np.nonzero(~stay)
        self.highs.deleteCols(len(gone), gone.astype(np.int32))
        basis.col_status = list(compress(basis.col_status, stay))
        self.highs.setBasis(basis)  # deleting has dropped it
        after = np.where(stay, np.cumsum(stay) - 1, -1).astype(np.int32)
        for columns in self.columns.values():
            places = columns.places[: columns.size]
            columns.places[: columns.size] = np.where(places >= 0, after[places], -1)
        self.values = self.values[stay[: len(self.values)]]
        self.count = int(stay.sum())

    def solve(self, stop: Stop = lambda: False) -> float | None:
        """Solve the LP; its objective, with what the rows outside cost. None when ``stop`` said so.

        New columns leave the last basis primal feasible, closed ones dual feasible. Without a
        basis and with many columns interior points come first, and end in one.
        """
        many = self.count - 3 * len(self.rows) > MANY
        self.highs.setOptionValue("solver", "ipm" if many and not self.solved else "simplex")
        self.highs.setOptionValue("simplex_strategy", DUAL if self.closed else PRIMAL)
        with _heard(self.highs, stop) if many else nullcontext():
            status = self.highs.run()
        info = self.highs.getInfo()
        iterations = max(0, info.simplex_iteration_count) + max(0, info.crossover_iteration_count)
        self.tables.effort.linear(iterations, len(self.rows))
        if self.highs.getModelStatus() == highspy.HighsModelStatus.kInterrupt:
            return None
        if status == highspy.HighsStatus.kError:
            raise RuntimeError("HiGHS could not solve the master problem")
        self.closed, self.solved = False, True
        solution = self.highs.getSolution()
        self.values = np.array(solution.col_value)
        duals = np.array(solution.row_dual)
        number = len(self.rows)
        self.duals = np.clip(duals[:number], -self.over, self.under + self.hard)
        self.rents = duals[number:]
        return float(info.objective_function_value) + self.constant

    def spread(self, duals: Floats) -> Floats:
        """Duals of our rows as duals of all rows."""
        full = np.zeros(len(self.tables.rows.level))
        full[self.rows] = duals
        return full

    def bound(self, duals: Floats, cheapest: float) -> float:
        """The Lagrangian bound, when the cheapest lines under these duals sum to ``cheapest``."""
        with np.errstate(invalid="ignore"):
            mild = np.where(self.hard > 0, self.mild * np.minimum(0, self.under - duals), 0.0)
        return float(duals @ self.level + mild.sum()) + cheapest + self.constant

    def weights(self, person: int) -> Floats:
        """The values of a person's columns in the last solution."""
        columns = self.columns[person]
        found = np.zeros(columns.size)
        places = columns.places[: columns.size]
        # Columns may have come since, or been left out.
        solved = (places >= 0) & (places < len(self.values))
        found[solved] = self.values[places[solved]]
        return found

    def restrict(self, person: int, allowed: NDArray[np.bool_]) -> int:
        """Close the columns that ``allowed[day, role]`` forbids, open the others; how many stay."""
        columns = self.columns[person]
        days = np.arange(self.tables.days)
        lines = columns.lines[: columns.size]
        fits = np.atleast_1d(np.all(allowed[days, lines], axis=1))
        changed = np.nonzero(fits != columns.open[: columns.size])[0]
        if len(changed):
            back = changed[fits[changed] & (columns.places[changed] < 0)]
            for n in back:
                columns.places[n] = self._enter(person, columns.lines[n], float(columns.costs[n]))
            upper = np.where(fits[changed], INF, 0.0)
            places = columns.places[changed]
            self.highs.changeColsBounds(len(changed), places, np.zeros(len(changed)), upper)
            columns.open[changed] = fits[changed]
            self.closed = True
        return int(fits.sum())
