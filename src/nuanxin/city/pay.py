"""What a finance office would have paid: an independent, simple reckoning of 300 and 200 yuan days.

Not the rule of the pack: it takes the best row of a day and adds the hours up, so a few amounts
differ from what is owed, as they do in life.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nuanxin.city.figures import figure, figure_day
from nuanxin.city.people import People
from nuanxin.city.posts import HIGHER, NO_CONTACT, Posts
from nuanxin.city.rotas import FOUR_HOURS
from nuanxin.city.shifts import WORKED, Rows
from nuanxin.city.spells import Spells
from nuanxin.city.streams import Ints


@dataclass(frozen=True)
class Pay:
    """Fen by person, payer and month (months counted from 1970-01), amounts above zero."""

    person: Ints
    payer: Ints
    month: Ints
    fen: Ints


def month_of(days: Ints) -> Ints:
    """Months since 1970-01 of days since 1970-01-01."""
    return days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)


def reckon(people: People, posts: Posts, spells: Spells, rows: Rows) -> Pay:
    """The pay of one chunk of attendance."""
    rate = _rates(people, posts, rows)
    kept = np.flatnonzero((rate > 0) & spells.recorded[rows.spell])
    rows, rate = rows.take(kept), rate[kept]
    if not len(rows):
        return Pay(kept, kept, kept, kept)
    first = np.flatnonzero(np.r_[True, (np.diff(rows.person) != 0) | (np.diff(rows.day) != 0)])
    best = _best_rows(rate, first)
    fen = rate[best] * np.where(_hours(rows, first) > FOUR_HOURS, 2, 1) // 2
    fen = fen * np.where(_doubled(spells, rows, best), 2, 1)
    fen = np.where(people.leader[rows.person[first]] & ~_touched(rows, first), 0, fen)
    payer = spells.arranged_by[rows.spell[best]]
    return _by_month(rows.person[first], payer, month_of(rows.day[first]), fen)


def _rates(people: People, posts: Posts, rows: Rows) -> Ints:
    touched = (rows.contact == 1) & (posts.contact[rows.post] != NO_CONTACT)
    helped = (posts.risk[rows.post] <= HIGHER) | people.medical[rows.person]
    rate = np.where(
        touched, int(figure("tier1.fen")), np.where(helped, int(figure("tier2.fen")), 0)
    )
    paid = (rows.status == WORKED) & (rows.day >= figure_day("tier.first_day"))
    return np.where(paid, rate, 0)


def _best_rows(rate: Ints, first: Ints) -> Ints:
    """Of each day the first row with the highest rate."""
    rank = rate * (len(rate) + 1) + np.arange(len(rate), 0, -1)
    return len(rate) - np.maximum.reduceat(rank, first) % (len(rate) + 1)


def _hours(rows: Rows, first: Ints) -> Ints:
    """Seconds of each day, double bookings (which start before the running end) left out."""
    ends = np.r_[np.int64(0), rows.end[:-1]]
    same_day = np.ones(len(rows), dtype=np.bool_)
    same_day[first] = False
    fresh = ~same_day | (rows.start >= ends)
    return np.add.reduceat(np.where(fresh, rows.end - rows.start, 0), first)


def _doubled(spells: Spells, rows: Rows, best: Ints) -> Ints:
    away = spells.place[rows.spell[best]] >= 0
    return np.asarray(away & (rows.day[best] >= figure_day("hubei.double_from")))


def _touched(rows: Rows, first: Ints) -> Ints:
    return np.asarray(np.maximum.reduceat(rows.contact, first) == 1)


def _by_month(person: Ints, payer: Ints, month: Ints, fen: Ints) -> Pay:
    order = np.lexsort((payer, month, person))
    keys = [column[order] for column in (person, month, payer)]
    changed = np.any([np.diff(key) != 0 for key in keys], axis=0)
    first = np.flatnonzero(np.r_[True, changed])
    total = np.add.reduceat(fen[order], first)
    due = total > 0
    person, month, payer = (key[first][due] for key in keys)
    return Pay(person, payer, month, total[due])


def gather(parts: list[Pay]) -> Pay:
    """The pay of all chunks."""
    empty = np.zeros(0, dtype=np.int64)
    parts = parts or [Pay(empty, empty, empty, empty)]
    return Pay(
        *(
            np.concatenate([getattr(part, name) for part in parts])
            for name in ("person", "payer", "month", "fen")
        )
    )
