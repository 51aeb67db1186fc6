"""The runs of a contract as a small automaton: states, and arcs labelled by groups of roles.

Roles that no rule of a person tells apart form one *group*; group 0 is off. A state is what the
rules on runs need to know of the days before; only states that can be reached are built.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nuanxin.planning.roster.model import OPEN, Contract, History, Range, ShiftType

OFF = -1


class State(NamedTuple):
    """Last class of shift (OFF: none), length of the run, of the same-shift run; min-exempt?"""

    kind: int
    run: int
    free: bool
    same: int
    same_free: bool


class Class(NamedTuple):
    """Shifts alike for what may follow; ``tracked`` names the one whose runs are limited."""

    forbidden_next: frozenset[str]
    tracked: str | None
    limits: Range


def class_of(shift: ShiftType) -> Class:
    """The class of a shift."""
    tracked = shift.id if shift.run != OPEN else None
    return Class(shift.forbidden_next, tracked, shift.run)


@dataclass(frozen=True)
class Group:
    """Roles of one class that may follow the same shifts: the shifts they belong to, or off."""

    kind: int
    shifts: frozenset[str]


@dataclass(frozen=True)
class Automaton:
    """Arcs sorted by their state: ``first[s] … first[s+1]`` are those that leave state ``s``."""

    first: NDArray[np.int64]
    group: NDArray[np.int64]
    to: NDArray[np.int64]
    cost: NDArray[np.float64]
    works: NDArray[np.bool_]


def classes_of(shifts: Sequence[ShiftType]) -> tuple[list[Class], dict[str, int]]:
    """The classes of all shifts, and the number of the class of each shift."""
    classes = list(dict.fromkeys(class_of(shift) for shift in shifts))
    return classes, {shift.id: classes.index(class_of(shift)) for shift in shifts}


def build(
    contract: Contract,
    shifts: Sequence[ShiftType],
    groups: Sequence[Group],
    history: History | None,
    days: int,
) -> Automaton:
    """The automaton of one contract from its state before day 0, which is state 0."""
    rules = _Rules(contract, shifts, days)
    start = rules.start(history)
    states, index = [start], {start: 0}
    first: list[int] = [0]
    arcs: list[tuple[int, int, float]] = []
    for state in states:  # grows while it is walked
        for number, group in enumerate(groups):
            found = rules.step(state, group)
            if found is None:
                continue
            after, cost = found
            if after not in index:
                index[after] = len(states)
                states.append(after)
            arcs.append((number, index[after], cost))
        first.append(len(arcs))
    group_of, to, cost_of = zip(*arcs, strict=True) if arcs else ((), (), ())
    works = np.array([state.kind != OFF for state in states])
    return Automaton(
        np.array(first, dtype=np.int64),
        np.array(group_of, dtype=np.int64),
        np.array(to, dtype=np.int64),
        np.array(cost_of, dtype=np.float64),
        works,
    )


class _Rules:
    """How a state goes over into the next, and at what cost."""

    def __init__(self, contract: Contract, shifts: Sequence[ShiftType], days: int) -> None:
        self.classes, self.number = classes_of(shifts)
        self.work, self.off = contract.work_run, contract.off_run
        self.days = days

    def start(self, history: History | None) -> State:
        if history is None:
            return State(OFF, 0, True, 0, True)
        if history.last_shift is None:
            run = self._kept(self.off, history.off_run)
            return State(OFF, run, False, 0, False)
        kind = self.number[history.last_shift]
        same = history.same_shift if self.classes[kind].tracked else 0
        limits = self.classes[kind].limits
        run, same = self._kept(self.work, history.work_run), self._kept(limits, same)
        return State(kind, run, False, same, False)

    def step(self, state: State, group: Group) -> tuple[State, float] | None:
        """The state after one more day, and its cost; None when it is forbidden."""
        working = group.kind != OFF
        was = state.kind != OFF
        if working and was and self.classes[state.kind].forbidden_next & group.shifts:
            return None
        cost = 0.0
        same, same_free = 0, False
        if was:
            part = self._same(state, group)
            if part is None:
                return None
            same, same_free, cost = part
        if working and not same:
            same, same_free = self._new_same(state, group)
        run, free = 1, state.run == 0 and state.free
        limits = self.work if working else self.off
        if working == was and state.run:
            run, free = state.run + 1, state.free
        elif state.run and not state.free:
            left = _missing(self.work if was else self.off, state.run)
            if left is None:
                return None
            cost += left
        beyond = _beyond(limits, run)
        if beyond is None:
            return None
        kept = self._kept(limits, run)
        free = free and limits.low is not None and run < limits.low
        return State(group.kind, kept, free, same, same_free), cost + beyond

    def _same(self, state: State, group: Group) -> tuple[int, bool, float] | None:
        """The run of the same shift goes on, or ends here."""
        before = self.classes[state.kind]
        if before.tracked is None:
            return 0, False, 0.0
        if group.kind == state.kind:
            same = state.same + 1
            beyond = _beyond(before.limits, same)
            if beyond is None:
                return None
            free = state.same_free and same < (before.limits.low or 0)
            return self._kept(before.limits, same), free, beyond
        missing = 0.0 if state.same_free else _missing(before.limits, state.same)
        return None if missing is None else (0, False, missing)

    def _new_same(self, state: State, group: Group) -> tuple[int, bool]:
        now = self.classes[group.kind]
        if now.tracked is None:
            return 0, False
        return 1, state.run == 0 and state.same_free and (now.limits.low or 0) > 1

    def _kept(self, limits: Range, run: int) -> int:
        """Lengths that no rule tells apart are one."""
        longest = max(limits.low or 1, 1)
        if limits.high is not None and limits.high < 2 * self.days:
            longest = max(longest, limits.high + 1)
        return min(run, longest)


def _missing(limits: Range, run: int) -> float | None:
    if limits.low is None or run >= limits.low:
        return 0.0
    return None if limits.under is None else float(limits.under * (limits.low - run))


def _beyond(limits: Range, run: int) -> float | None:
    if limits.high is None or run <= limits.high:
        return 0.0
    return None if limits.over is None else float(limits.over)
