"""The cheapest line of one person under prices, for the check of certificates: plain and slow.

Independent of the solver: dictionaries from what the rules remember to the least cost so far.
Soft ties between people and soft counts are left out, which can only lower the result.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from nuanxin.planning.roster.model import Person, Problem, Range, Window

Gains = Mapping[tuple[int, str], Sequence[tuple[str | None, Fraction]]]
Shift = str | None


class Memory(NamedTuple):
    """What the rules need to know of the days before."""

    shift: Shift
    run: int  # of work or off; exempt from the minimum while ``free``
    free: bool
    same: int
    minutes: int
    assignments: int
    weekends: int
    counts: tuple[int, ...]
    recent: tuple[Shift, ...]


def cheapest(problem: Problem, person: Person, gains: Gains) -> Fraction | None:
    """The least cost of a line that keeps the hard rules; None when there is none."""
    lines = _Lines(problem, person)
    least: dict[Memory, Fraction] = {lines.start(): Fraction(0)}
    for day in range(problem.days):
        after: dict[Memory, Fraction] = {}
        choices = lines.choices(day, gains)
        for memory, so_far in least.items():
            for shift, cost in choices:
                step = lines.step(memory, day, shift)
                if step is None:
                    continue
                then, more = step
                total = so_far + cost + more
                if then not in after or total < after[then]:
                    after[then] = total
        least = after
    ends = [(total, lines.end(memory)) for memory, total in least.items()]
    return min((total + end for total, end in ends if end is not None), default=None)


class _Lines:
    """The rules of one person, step by step."""

    def __init__(self, problem: Problem, person: Person) -> None:
        self.problem, self.person, self.contract = problem, person, person.contract
        self.shifts = {shift.id: shift for shift in problem.shifts}
        self.counts = [c for c in self.contract.counts if c.over is None]
        self.windows = [w for w in self.contract.windows if self._can_bind(w)]
        self.back = max((w.days - 1 for w in self.windows), default=0)
        self.runs = any(s.run != Range() for s in problem.shifts)
        self.history = person.history

    def _can_bind(self, window: Window) -> bool:
        loads = [self._load(window, s) for s in self.shifts if s not in self.person.barred]
        return max(loads, default=0) * window.days > window.high

    def _load(self, window: Window, shift: Shift) -> int:
        if shift is None:
            return 0
        if window.shifts is None:
            return self.shifts[shift].minutes
        return int(shift in window.shifts)

    def start(self) -> Memory:
        h = self.history
        if h is None:
            return Memory(None, 0, True, 0, 0, 0, 0, (0,) * len(self.counts), ())
        recent = h.recent[-self.back :] if self.back else ()
        run = h.work_run if h.last_shift else h.off_run
        return Memory(
            h.last_shift, run, False, h.same_shift if h.last_shift else 0,
            h.minutes, h.assignments, h.weekends, (0,) * len(self.counts), recent,
        )  # fmt: skip

    def choices(self, day: int, gains: Gains) -> list[tuple[Shift, Fraction]]:
        """The shifts of a day, and off, with what wishes cost and cover pays."""
        person, found = self.person, []
        for shift in (None, *self.shifts):
            if day in person.fixed and person.fixed[day] != shift:
                continue
            if shift is not None and (day in person.days_off or shift in person.barred):
                continue
            paid = self._paid(day, shift, gains)
            if paid is not None:
                found.append((shift, Fraction(self._unmet(day, shift)) - paid))
        return found

    def _unmet(self, day: int, shift: Shift) -> int:
        return sum(
            wish.weight
            for wish in self.person.wishes
            if wish.day == day
            and (shift is not None if wish.shift is None else shift == wish.shift) != wish.on
        )

    def _paid(self, day: int, shift: Shift, gains: Gains) -> Fraction | None:
        if shift is None:
            return Fraction(0)
        here = gains.get((day, shift), ())
        anyone = sum((price for skill, price in here if skill is None), Fraction(0))
        if not self.problem.skills:
            return anyone
        named = {skill: price for skill, price in here if skill is not None}
        own = [named.get(skill, Fraction(0)) for skill in self.person.skills]
        return anyone + max(own) if own else None

    def step(self, memory: Memory, day: int, shift: Shift) -> tuple[Memory, int] | None:
        """The memory after a day and the cost of its rules; None where a hard rule breaks."""
        was, works = memory.shift is not None, shift is not None
        if memory.shift and shift in self.shifts[memory.shift].forbidden_next:
            return None
        costs: list[int | None] = []
        goes_on = memory.run > 0 and was == works
        if memory.run and not goes_on and not memory.free:
            costs.append(_below(self._limits(was), memory.run))
        run = memory.run + 1 if goes_on else 1
        costs.append(_one_beyond(self._limits(works), run))
        free = memory.free and (goes_on or memory.run == 0)
        same = self._same(memory, shift, costs)
        weekends = memory.weekends + self._weekend(memory, day, works, costs)
        counts = tuple(
            n + (shift in c.shifts) for n, c in zip(memory.counts, self.counts, strict=True)
        )
        recent = (*memory.recent, shift)
        if any(n > c.high for n, c in zip(counts, self.counts, strict=True)):
            return None
        if works and any(self._passed(window, recent) for window in self.windows):
            return None
        if any(cost is None for cost in costs):
            return None
        minutes = memory.minutes + (self.shifts[shift].minutes if shift else 0)
        after = Memory(
            shift, self._kept(works, run), free, same,
            minutes if self.contract.minutes != Range() else 0,
            memory.assignments + works if self.contract.assignments != Range() else 0,
            weekends, counts, recent[-self.back :] if self.back else (),
        )  # fmt: skip
        return after, sum(cost or 0 for cost in costs)

    def _limits(self, working: bool) -> Range:
        return self.contract.work_run if working else self.contract.off_run

    def _kept(self, working: bool, run: int) -> int:
        if self.runs:  # ``_same`` compares with it
            return run
        limits = self._limits(working)
        return min(run, max(limits.low or 1, (limits.high or 0) + 1))

    def _same(self, memory: Memory, shift: Shift, costs: list[int | None]) -> int:
        if not self.runs:
            return 0
        if memory.shift is not None and memory.shift != shift:
            # Without a history the first run may have begun before day 0.
            began_free = memory.free and memory.run == memory.same
            if not began_free:
                costs.append(_below(self.shifts[memory.shift].run, memory.same))
        if shift is None:
            return 0
        same = memory.same + 1 if memory.shift == shift else 1
        costs.append(_one_beyond(self.shifts[shift].run, same))
        return same

    def _weekend(self, memory: Memory, day: int, works: bool, costs: list[int | None]) -> int:
        weekday = self.problem.weekday(day)
        if weekday == 5:
            return int(works)
        if weekday != 6:
            return 0
        saturday = memory.shift is not None
        known = day > 0 or self.history is not None
        if saturday != works and known:
            costs.append(self.contract.incomplete_weekend)
        return int(works and not saturday)

    def _passed(self, window: Window, recent: Sequence[Shift]) -> bool:
        return sum(self._load(window, s) for s in recent[-window.days :]) > window.high

    def end(self, memory: Memory) -> int | None:
        """What the totals cost; None where a hard one breaks."""
        contract = self.contract
        parts = [
            _outside(contract.minutes, memory.minutes),
            _outside(contract.assignments, memory.assignments),
            _outside(contract.weekends, memory.weekends),
        ]
        return None if any(part is None for part in parts) else sum(part or 0 for part in parts)


def _below(limits: Range, run: int) -> int | None:
    missing = max(0, (limits.low or 0) - run)
    if missing and limits.under is None:
        return None
    return missing * (limits.under or 0)


def _one_beyond(limits: Range, run: int) -> int | None:
    if limits.high is None or run <= limits.high:
        return 0
    return limits.over


def _outside(limits: Range, total: int) -> int | None:
    beyond = max(0, total - limits.high) if limits.high is not None else 0
    if beyond and limits.over is None:
        return None
    missing = _below(limits, total)
    return None if missing is None else missing + beyond * (limits.over or 0)
