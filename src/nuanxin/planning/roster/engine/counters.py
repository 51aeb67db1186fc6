"""Hard limits that are counted only once a line has broken them: maxima of shifts, windows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from math import gcd

import numpy as np
from numpy.typing import NDArray

from nuanxin.planning.roster.engine.tables import Ints, Roles, Tables
from nuanxin.planning.roster.model import History, Person, Window

LARGE = 30_000


@dataclass(frozen=True)
class Counter:
    """Over days ``first`` to ``last``: ``before`` and what each role adds, never above ``most``."""

    name: str
    first: int
    last: int
    gain: tuple[int, ...]  # by role
    before: int
    most: int

    @cached_property
    def gains(self) -> Ints:
        """What each role adds, as an array."""
        return np.array(self.gain)

    def broken(self, line: Roles) -> bool:
        """Whether a line passes the limit."""
        return self.before + int(self.gains[line[self.first : self.last + 1]].sum()) > self.most


def counters_of(tables: Tables, person: Person) -> list[Counter]:
    """All counters of a person that could bind at all."""
    found = []
    for count in person.contract.counts:
        if count.over is None:
            gain = tuple(int(g) for g in tables.members(count.shifts))
            found.append(Counter(count.name, 0, tables.days - 1, gain, 0, count.high))
    for window in person.contract.windows:
        found.extend(_windows(tables, person, window))
    return [c for c in found if c.before + max(c.gain) * (c.last - c.first + 1) > c.most]


def _windows(tables: Tables, person: Person, window: Window) -> Iterator[Counter]:
    gain = _gains(tables, window)
    history = (person.history or History()).recent
    index = {tables.problem.shifts[r.shift].id: n for n, r in enumerate(tables.roles) if n}
    past = [gain[index[shift]] if shift in index else 0 for shift in history]
    unit = reduce(gcd, (*gain, *past, window.high)) or 1
    small = tuple(g // unit for g in gain)
    for last in range(tables.days):
        first = last - window.days + 1
        before = sum(past[first:]) // unit if first < 0 else 0
        most = max(window.high // unit, before)
        yield Counter(f"{window.name}_{last}", max(first, 0), last, small, before, most)


def _gains(tables: Tables, window: Window) -> list[int]:
    if window.shifts is not None:
        return [int(g) for g in tables.members(window.shifts)]
    shifts = tables.problem.shifts
    return [0] + [shifts[role.shift].minutes for role in tables.roles[1:]]


@dataclass(frozen=True)
class Slots:
    """Active counters as arrays for ``paths.labels``: gains, limits, starts by day and slot."""

    names: tuple[str, ...]  # of the only counter, empty where several take turns
    gains: NDArray[np.int16]
    limits: NDArray[np.int16]
    starts: NDArray[np.int16]


def slots_of(active: Sequence[Counter], days: int, groups: Sequence[Ints]) -> Slots:
    """Counters that do not overlap in time share a slot. ``groups`` lists the roles of each."""
    placed: list[list[Counter]] = []
    for counter in sorted(active, key=lambda c: c.first):
        for slot in placed:
            if slot[-1].last < counter.first:
                slot.append(counter)
                break
        else:
            placed.append([counter])
    gains = np.zeros((days, len(groups), len(placed)), dtype=np.int16)
    limits = np.full((days, len(placed)), LARGE, dtype=np.int16)
    starts = np.full((days, len(placed)), -1, dtype=np.int16)
    for f, slot in enumerate(placed):
        for c in slot:
            span = slice(c.first, c.last + 1)
            for g, roles in enumerate(groups):
                gains[span, g, f] = c.gain[roles[0]]
            limits[span, f] = min(c.most, LARGE)
            starts[c.first, f] = c.before
            if c.last + 1 < days:
                starts[c.last + 1, f] = 0
    names = tuple(slot[0].name if len(slot) == 1 else "" for slot in placed)
    return Slots(names, gains, limits, starts)
