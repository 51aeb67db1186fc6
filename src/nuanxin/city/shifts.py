"""Attendance in chunks of whole people: duty days by rota, long shifts, splits, double bookings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

import numpy as np

from nuanxin.city.figures import figure
from nuanxin.city.people import People
from nuanxin.city.plan import CityPlan
from nuanxin.city.posts import HIGHER, NO_CONTACT, Posts
from nuanxin.city.rotas import (
    CYCLE,
    DAY_SHIFT,
    EVERY_DAY,
    FOUR_HOURS,
    HOUR,
    LENGTH,
    SHIFT_LENGTH,
    SHIFT_START,
    SPLITTABLE,
)
from nuanxin.city.spells import Spells
from nuanxin.city.streams import Bools, Floats, Ints, chance, stream

DAY = 24 * HOUR
PLANNED, WORKED, CANCELLED = 0, 1, 2
STATUSES = ("planned", "worked", "cancelled")
REASONS = (
    "接班人员在途",
    "等待检测结果",
    "交接时有转运",
    "抢救未结束",
    "当日采样任务增加",
    "人手不足",
)
SPELLS_AT_ONCE = 20_000


@dataclass(frozen=True)
class Rows:
    """Attendance rows. ``spell`` is the index of the spell, ``named`` whether the row says so.

    ``start`` and ``end`` are local seconds, ``contact`` is 1, 0 or -1 (unknown), ``reason`` an
    index into REASONS or -1, ``reporter`` a unit or -1.
    """

    spell: Ints
    person: Ints
    post: Ints
    day: Ints
    start: Ints
    end: Ints
    status: Ints
    contact: Ints
    reason: Ints
    reporter: Ints
    named: Bools

    def __len__(self) -> int:
        return len(self.spell)

    def take(self, which: Ints | Bools) -> Rows:
        """The rows of these indexes, or where the mask holds."""
        return Rows(*(getattr(self, field.name)[which] for field in fields(self)))


def join(parts: list[Rows]) -> Rows:
    """All rows by person and start."""
    rows = Rows(*(np.concatenate([getattr(p, f.name) for p in parts]) for f in fields(Rows)))
    return rows.take(np.lexsort((rows.end, rows.start, rows.person)))


def attendance(plan: CityPlan, people: People, posts: Posts, spells: Spells) -> Iterator[Rows]:
    """The rows of all spells, chunk by chunk, each chunk holding whole people in order."""
    rng = stream(plan, "attendance")
    silence = _silence(plan, posts)
    first = 0
    while first < len(spells):
        end = min(first + SPELLS_AT_ONCE, len(spells))
        if end < len(spells):
            end = int(np.searchsorted(spells.person, spells.person[end - 1], side="right"))
        yield _chunk(rng, plan, people, posts, silence, spells, np.arange(first, end))
        first = end


def _chunk(
    rng: np.random.Generator,
    plan: CityPlan,
    people: People,
    posts: Posts,
    silence: Floats,
    spells: Spells,
    which: Ints,
) -> Rows:
    spell, day, shift, busy = _duty_days(rng, plan, spells, which)
    rows = _plain_rows(rng, plan, people, spells, (spell, day, shift, busy))
    rows = replace(rows, contact=_contact(rng, people, posts, silence, rows))
    second = _second_shifts(rng, rows, shift)
    return join([rows, second, _double_bookings(rng, posts, rows)])


def _duty_days(
    rng: np.random.Generator, plan: CityPlan, spells: Spells, which: Ints
) -> tuple[Ints, Ints, Ints, Bools]:
    """Spell, day and shift of every duty day, and whether long shifts are likely on it."""
    ahead = np.where(spells.end > plan.last_day, int(figure("shift.planned_days")), 0)[which]
    until = np.minimum(spells.work_to[which], plan.last_day + ahead)
    length = np.maximum(until - spells.work_from[which] + 1, 0)
    cell = np.repeat(np.arange(len(which)), length)
    within = np.arange(len(cell)) - np.repeat(np.cumsum(length) - length, length)
    rota = spells.rota[which]
    phase = rng.integers(0, LENGTH[rota])
    shift = CYCLE[rota[cell], (within + phase[cell]) % LENGTH[rota[cell]]]
    shift, overload, tired = _overloads(rng, length, cell, within, shift)
    never_away = overload | (rota == EVERY_DAY)[cell]
    there = (shift >= 0) & (never_away | ~chance(rng, figure("shift.missed"), len(cell)))
    day = spells.work_from[which][cell] + within
    return which[cell[there]], day[there], shift[there], tired[there]


def _overloads(
    rng: np.random.Generator, length: Ints, cell: Ints, within: Ints, shift: Ints
) -> tuple[Ints, Bools, Bools]:
    """Runs of duty days without rest in some spells, on days off by a day shift.

    Some are relieved: a day off before, ten duty days, three days off. The others run on for up
    to sixteen days, and with long shifts (the second mask; the first marks every run).
    """
    heavy = chance(rng, figure("overload.share"), len(length))
    relieved = heavy & chance(rng, figure("overload.relieved"), len(length))
    run = np.where(heavy, np.where(relieved, 10, rng.integers(10, 17, len(length))), 0)
    since = within - rng.integers(0, np.maximum(length - run, 1))[cell]
    inside = (since >= 0) & (since < run[cell])
    free = relieved[cell] & ~inside & (since >= -1) & (since < 13)
    shift = np.where(inside & (shift < 0), DAY_SHIFT, np.where(free, -1, shift))
    return shift, inside, inside & ~relieved[cell]


def _plain_rows(
    rng: np.random.Generator,
    plan: CityPlan,
    people: People,
    spells: Spells,
    duty: tuple[Ints, Ints, Ints, Bools],
) -> Rows:
    """One row a duty day; contact still unknown."""
    spell, day, shift, busy = duty
    size = len(spell)
    length = SHIFT_LENGTH[shift]
    likely = np.where(busy, figure("shift.long_overloaded"), figure("shift.long"))
    over = (length >= 8 * HOUR) & chance(rng, likely, size)
    length = length + np.where(over, rng.integers(1, 8, size) * HOUR // 2, 0)
    status = _status(rng, plan, day)
    person = spells.person[spell]
    told = over & (status == WORKED) & chance(rng, figure("shift.long_reason"), size)
    start = day * DAY + SHIFT_START[shift]
    return Rows(
        spell,
        person,
        spells.post[spell],
        day,
        start,
        start + length,
        status,
        np.full(size, -1),
        np.where(told, rng.integers(0, len(REASONS), size), -1),
        np.where(chance(rng, 0.06, size), -1, people.unit[person]),
        spells.recorded[spell] & ~chance(rng, figure("shift.spell_unnamed"), size),
    )


def _status(rng: np.random.Generator, plan: CityPlan, day: Ints) -> Ints:
    drawn = rng.random(len(day), dtype=np.float32)
    unsure = figure("shift.cancelled")
    status = np.where(drawn < unsure, CANCELLED, WORKED)
    status[drawn > 1 - figure("shift.unconfirmed")] = PLANNED
    status[(day > plan.last_day) & (status == WORKED)] = PLANNED
    return status


def _silence(plan: CityPlan, posts: Posts) -> Floats:
    """How often the contact of a shift is left empty, by post: seldom, but often at a few."""
    rng = stream(plan, "silent posts")
    silent = chance(rng, figure("contact.silent_posts"), len(posts))
    return np.where(silent, figure("contact.unknown_there"), figure("contact.unknown"))


def _contact(
    rng: np.random.Generator, people: People, posts: Posts, silence: Floats, rows: Rows
) -> Ints:
    """Recorded contact: only at posts with contact, seldom for leaders, at times not filled in."""
    drawn = rng.random(len(rows), dtype=np.float32)
    unknown = silence[rows.post]
    yes = np.where(people.leader[rows.person], 0.05, figure("contact.confirmed"))
    contact = (drawn < unknown + yes).astype(np.int64)
    contact[posts.contact[rows.post] == NO_CONTACT] = 0
    return np.where((drawn < unknown) | (rows.status != WORKED), -1, contact)


def _second_shifts(rng: np.random.Generator, rows: Rows, shift: Ints) -> Rows:
    """Split days in the isolation ward: another 4 h, four hours after the first."""
    again = np.isin(shift, SPLITTABLE) & (rows.status == WORKED)
    second = rows.take(again & chance(rng, figure("shift.split"), len(rows)))
    return replace(second, start=second.end + FOUR_HOURS, end=second.end + 2 * FOUR_HOURS)


def _double_bookings(rng: np.random.Generator, posts: Posts, rows: Rows) -> Rows:
    """The same hours, or an hour later, reported by a second unit for a post of its own."""
    twice = (rows.status == WORKED) & chance(rng, figure("shift.double_booked"), len(rows))
    again = rows.take(twice)
    twin = posts.twin[again.post]
    late = np.where(chance(rng, 0.2, len(again)), HOUR, 0)
    return replace(
        again,
        post=twin,
        start=again.start + late,
        end=again.end + late,
        contact=np.where(posts.contact[twin] == NO_CONTACT, 0, again.contact),
        reporter=posts.unit[twin],
        reason=np.full(len(again), -1),
        named=np.zeros(len(again), dtype=np.bool_),
    )


def at_risk(posts: Posts, rows: Rows) -> Bools:
    """Worked rows at posts of risk high or higher."""
    return np.asarray((posts.risk[rows.post] <= HIGHER) & (rows.status == WORKED))
