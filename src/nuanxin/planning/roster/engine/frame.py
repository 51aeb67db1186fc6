"""The days of a line that are open, and what the settled days around them leave.

Before the open days there is one state and one load; after them each state has one cost. So only
the open days are searched, however long the horizon.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from nuanxin.planning.roster.engine import paths
from nuanxin.planning.roster.engine.counters import Counter, Slots, slots_of
from nuanxin.planning.roster.engine.tables import Floats, Ints, Roles

if TYPE_CHECKING:
    from nuanxin.planning.roster.engine.pricer import Pricer


NOTHING = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True)
class Frame:
    """Days ``first`` to ``last`` (exclusive) are open; ``base`` is the line around them.

    ``fin[state, load]`` is what the rules cost after them, loads counted from day ``first``;
    ``sunk`` what they cost before, with the wishes of all settled days; ``most`` weekends are left
    for the open days. The settled days put ``gains`` into ``rows``; no ``barred`` role can be.
    """

    first: int
    last: int
    state: int
    fin: Floats
    weekday: Ints
    band: Ints
    counters: tuple[Counter, ...]
    slots: Slots
    most: int
    sunk: float
    base: Roles
    rows: Ints
    gains: Floats
    barred: NDArray[np.bool_] | None = None

    @property
    def days(self) -> slice:
        """The open days."""
        return slice(self.first, self.last)

    def filled(self, part: Roles) -> Roles:
        """The whole line with these roles on the open days."""
        line = self.base.copy()
        line[self.first : self.last] = part
        return line


def whole_frame(pricer: Pricer, barred: NDArray[np.bool_] | None = None) -> Frame:
    """All days are open."""
    shape, days = pricer.shape, pricer.tables.days
    return Frame(
        0, days, 0, shape.fin, pricer.weekday, shape.band, tuple(pricer.active), shape.slots,
        pricer.most, pricer.sunk, np.zeros(days, dtype=np.int16), NOTHING, np.zeros(0), barred,
    )  # fmt: skip


def open_days(possible: NDArray[np.bool_], weekday: Ints) -> tuple[int, int]:
    """The first day on which more or less than one role can be, and the day after the last."""
    (free,) = np.nonzero(possible.sum(axis=1) != 1)
    first, last = (int(free[0]), int(free[-1]) + 1) if len(free) else (0, 1)
    # Saturday tells what a Sunday counts for: they are not parted.
    if last < len(weekday) and weekday[last] == paths.SUNDAY:
        last += 1
    return first, last


def frame_of(pricer: Pricer, allowed: NDArray[np.bool_]) -> Frame | None:
    """The frame where many days allow one role only; None when those break a rule."""
    tables, number = pricer.tables, pricer.number
    possible = allowed & tables.possible[number]
    first, last = open_days(possible, pricer.weekday)
    days, shape = len(possible), pricer.shape
    if last - first > 0.75 * days:
        return whole_frame(pricer, ~allowed)
    base = possible.argmax(axis=1).astype(np.int16)
    base[first:last] = 0
    groups = shape.group_of[base]
    groups[first:last] = 0
    if (groups < 0).any():
        return None
    arcs = shape.automaton
    before = slice(0, first)
    state, load, weekends, sunk = paths.follow(
        groups[before], shape.load, arcs.first, arcs.group, arcs.to, arcs.cost, arcs.works,
        pricer.weekday[before], pricer.incomplete,
    )  # fmt: skip
    if not np.isfinite(sunk):
        return None
    settled = np.r_[:first, last:days]
    sunk += float(tables.cells[number, settled, base[settled]].sum()) + pricer.sunk
    most = pricer.most - weekends - _weekends(pricer.weekday[last:], groups[last:])
    if pricer.limited and most < 0:
        sunk -= pricer.soft * most
        most = 0
    fin = _after(pricer, groups[last:], load, last - first)
    counters = tuple(_cut(pricer.active, base, first, last))
    band = paths.bands(last - first, shape.load, arcs.first, arcs.group, arcs.to, fin, state)
    return Frame(
        first, last, state, fin, pricer.weekday[first:last], band, counters,
        slots_of(counters, last - first, shape.groups), most, sunk, base,
        *tables.held(number, base), ~allowed[first:last],
    )  # fmt: skip


def _weekends(weekday: Ints, groups: Ints) -> int:
    """Weekends worked from a day on that is no Sunday after a Saturday."""
    worked = groups > 0
    sunday = worked & (weekday >= paths.SUNDAY)
    sunday[1:] &= ~worked[:-1]
    return int((worked & (weekday == paths.SATURDAY)).sum() + sunday.sum())


def _after(pricer: Pricer, groups: Ints, load: int, days: int) -> Floats:
    """What the rules cost from each (state, load) on the day after the open ones to the end."""
    shape, a, left = pricer.shape, pricer.shape.automaton, len(groups)
    alone = np.full((left, len(shape.groups)), np.inf)
    alone[np.arange(left), groups] = 0.0
    states = len(a.works)
    rest = paths.to_go(
        alone, np.zeros_like(shape.load), a.first, a.group, a.to, a.cost, a.works,
        pricer.weekday[len(pricer.weekday) - left :], pricer.incomplete,
        np.zeros((left + 1, 2), dtype=np.int64), np.zeros((states, 1)), 0.0, 0,
    )[0, :, 0]  # fmt: skip
    begin = load + int(shape.load[groups].sum())
    total = begin + np.arange(days * int(shape.load.max()) + 1)
    total = total[total < len(pricer.load.fin)]
    if not len(total):
        return np.full((states, 1), np.inf)
    fin: Floats = rest[:, None] + pricer.load.fin[total][None, :]
    return np.ascontiguousarray(fin)


def _cut(active: list[Counter], base: Roles, first: int, last: int) -> list[Counter]:
    """The counters that reach into the open days, with what lies outside counted already."""
    found = []
    for c in active:
        begin, end = max(c.first, first), min(c.last, last - 1)
        if begin <= end:
            gain = c.gains
            outside = gain[base[c.first : begin]].sum() + gain[base[end + 1 : c.last + 1]].sum()
            before = c.before + int(outside)
            found.append(replace(c, first=begin - first, last=end - first, before=before))
    return found
