"""A line that keeps every hard rule, in a handful of passes: for the first roster.

A pass keeps runs and totals but not maxima. Where its line passes one, the dearest of what is too
much is forbidden for good, so that each pass settles at least one limit.
"""

from __future__ import annotations

import numpy as np

from nuanxin.planning.roster.engine import paths
from nuanxin.planning.roster.engine.counters import Counter
from nuanxin.planning.roster.engine.pricer import Pricer
from nuanxin.planning.roster.engine.tables import Floats, Ints, Roles

PASSES = 30


class Quick:
    """Makes lines one after the other; what a weekend is worth is learned on the way."""

    def __init__(self) -> None:
        self.price = 0.0

    def line(self, pricer: Pricer, cells: Floats) -> Roles | None:
        """A cheap line under these ``cells[day, role]``; None where the passes found no way."""
        cells, first = cells.copy(), True
        for _ in range(PASSES):
            line = pricer.relaxed(cells, self.price)
            if line is None:
                return None
            beyond = self._weekends(pricer, cells, line)
            if first and pricer.limited:
                self.price = max(8.0, 1.5 * self.price) if beyond > 0 else 0.8 * self.price
                first = False
            broken = [counter for counter in pricer.counters if counter.broken(line)]
            for counter in broken:
                _forbid(cells, line, counter)
            if beyond <= 0 and not broken:
                return line
        return None

    def _weekends(self, pricer: Pricer, cells: Floats, line: Roles) -> int:
        """How many weekends are too many; all but the best are forbidden then."""
        if not pricer.limited or np.isfinite(pricer.soft):
            return 0
        weekends = _worked_weekends(pricer.weekday, line)
        beyond = len(weekends) - pricer.most
        if beyond > 0:
            worth = [sum(float(cells[d, line[d]]) for d in days if line[d]) for days in weekends]
            kept = {weekends[n][0] for n in np.argsort(worth, kind="stable")[: pricer.most]}
            for days in _weekends_of(pricer.weekday):
                if days[0] not in kept:
                    cells[days, 1:] = np.inf
        return beyond


def _weekends_of(weekday: Ints) -> list[list[int]]:
    """The days of each weekend; half a weekend at an edge is one too."""
    found: list[list[int]] = []
    for day, kind in enumerate(weekday):
        if kind >= paths.SUNDAY and found and found[-1][-1] == day - 1:
            found[-1].append(day)
        elif kind:
            found.append([day])
    return found


def _worked_weekends(weekday: Ints, line: Roles) -> list[list[int]]:
    return [days for days in _weekends_of(weekday) if line[days].any()]


def _forbid(cells: Floats, line: Roles, counter: Counter) -> None:
    """Keep the cheapest uses that the counter allows; forbid it on all other days it spans."""
    gain = counter.gains
    days = np.arange(counter.first, counter.last + 1)
    used = days[gain[line[days]] > 0]
    total, kept = counter.before, []
    for day in used[np.argsort(cells[used, line[used]], kind="stable")]:
        if total + gain[line[day]] <= counter.most:
            total += int(gain[line[day]])
            kept.append(day)
    others = np.setdiff1d(days, kept)
    cells[np.ix_(others, np.nonzero(gain > 0)[0])] = np.inf
