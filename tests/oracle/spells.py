"""Section S: effective ends, stints, deployments, release, and the spell of a worked row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .model import DAY, Spell, Work
from .world import World, dates


@dataclass(frozen=True)
class Span:
    """A spell with its last spell day up to as-of, and whether it is still open (S3)."""

    spell: Spell
    last: date
    open: bool

    @property
    def first(self) -> date:
        return self.spell.start_date

    @property
    def days(self) -> list[date]:
        return dates(self.first, self.last)


@dataclass(frozen=True)
class Stint:
    first: date
    last: date
    ended: bool


@dataclass(frozen=True)
class Deployment:
    spans: tuple[Span, ...]
    release: date | None

    @property
    def first(self) -> date:
        return min(span.first for span in self.spans)

    @property
    def last(self) -> date:
        """The last spell day (as-of while a spell is open)."""
        return max(span.last for span in self.spans)

    @property
    def days(self) -> set[date]:
        return {day for span in self.spans for day in span.days}


def spans(world: World, person_id: str) -> list[Span]:
    """S3 for every spell of a person."""
    found = []
    for spell in world.spells:
        if spell.person_id != person_id:
            continue
        ends = [day for day in releases(world, person_id) if day >= spell.start_date]
        if spell.end_date is not None:
            ends.append(spell.end_date)
        end = min(ends, default=None)
        if end is None or end > world.as_of:
            found.append(Span(spell, world.as_of, open=True))
        else:
            found.append(Span(spell, end, open=False))
    return found


def releases(world: World, person_id: str) -> list[date]:
    return sorted({day for day, person in world.releases if person == person_id})


def runs(days: set[date]) -> list[tuple[date, date]]:
    """Maximal runs of consecutive dates, as first and last."""
    found: list[tuple[date, date]] = []
    for day in sorted(days):
        if found and day == found[-1][1] + DAY:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found


def stints(spells: list[Span]) -> list[Stint]:
    """S4."""
    days = {day for span in spells for day in span.days}
    return [
        Stint(first, last, ended=not any(span.open and span.last == last for span in spells))
        for first, last in runs(days)
    ]


def reopenings(tasks: list[tuple[date, str]]) -> list[date]:
    """The effective ones: declared while a task_end is in force (S5, S6)."""
    found = []
    in_force = False
    for day, kind in sorted(set(tasks)):
        if kind == "task_end":
            in_force = True
        elif in_force:
            found.append(day)
            in_force = False
    return found


def task_end_in_force(tasks: list[tuple[date, str]], before: date | None) -> date | None:
    """The task_end in force just before the reopening of that date, or at as-of (S6)."""
    in_force: date | None = None
    for day, kind in sorted(set(tasks)):
        if kind == "task_end":
            if before is not None and day > before:
                break
            in_force = in_force or day
        else:
            if before is not None and day >= before:
                break
            in_force = None
    return in_force


def deployments(world: World, person_id: str) -> list[Deployment]:
    """S5 and S6, in order of start."""
    mine = spans(world, person_id)
    released = releases(world, person_id)
    boundaries = [
        day
        for day in reopenings(world.tasks)
        if not any(span.first < day <= span.last for span in mine)
    ]
    groups: dict[tuple[int, int], list[Span]] = {}
    for span in mine:
        after_releases = sum(1 for day in released if span.first > day)
        after_reopenings = sum(1 for day in boundaries if span.first >= day)
        groups.setdefault((after_releases, after_reopenings), []).append(span)
    return [
        Deployment(tuple(group), _release(world, group, released, boundaries))
        for _, group in sorted(groups.items())
    ]


def _release(
    world: World, group: list[Span], released: list[date], boundaries: list[date]
) -> date | None:
    last_start = max(span.first for span in group)
    reopening = min((day for day in boundaries if day > last_start), default=None)
    for day in released:
        if day >= last_start and (reopening is None or day < reopening):
            return day
    if any(span.open for span in group):
        return None
    last = max(span.last for span in group)
    task_end = task_end_in_force(world.tasks, reopening)
    return last if task_end is None else max(last, task_end)


def spell_of(work: Work, mine: list[Span]) -> Spell | None:
    """S8, for a row or a piece of one."""
    for span in mine:
        if span.spell.spell_id == work.spell_id:
            return span.spell
    covering = [span.spell for span in mine if span.first <= work.day <= span.last]
    if not covering:
        return None
    same_post = [spell for spell in covering if spell.post_id == work.post_id]
    choice = same_post or covering
    latest = max(spell.start_date for spell in choice)
    return min((spell for spell in choice if spell.start_date == latest), key=lambda s: s.spell_id)
