"""Two weeks of nurse Lin, shift by shift, as the mock pages tell them.

Ten duty days in a row, one of 9.5 h with a reason and an unknown contact, and a forced rest that is
broken 31 h early: the page of a worker has something to explain.
"""

from __future__ import annotations

from datetime import datetime

import numpy as np

from nuanxin.city.figures import read
from nuanxin.city.plan import CityPlan, day
from nuanxin.city.shifts import DAY, PLANNED, REASONS, WORKED, Rows, join
from nuanxin.city.spells import Spells
from nuanxin.city.streams import Ints

FIRST, LAST = day("2020-07-22"), day("2020-08-03")


def with_diary(plan: CityPlan, spells: Spells, lin: int, rows: Rows) -> Rows:
    """The chunk with Lin's rows of those days replaced; unchanged when she is not in it."""
    hers = (rows.person == lin) & (rows.day >= FIRST) & (rows.day <= LAST)
    if not hers.any():
        return rows
    pattern = rows.take(np.flatnonzero(hers)[:1])
    return join([rows.take(~hers), _diary(plan, spells, pattern)])


def _diary(plan: CityPlan, spells: Spells, pattern: Rows) -> Rows:
    told = [row for row in read("lin_diary") if day(row["start"][:10]) <= plan.last_day]
    start, end = (_seconds([row[name] for row in told]) for name in ("start", "end"))
    size = len(told)
    spell = np.repeat(pattern.spell, size)
    reason = [REASONS.index(row["reason"]) if row["reason"] else -1 for row in told]
    return Rows(
        spell,
        np.repeat(pattern.person, size),
        spells.post[spell],
        start // DAY,
        start,
        end,
        np.where(start // DAY > plan.last_day, PLANNED, WORKED),
        np.array([int(row["contact"]) for row in told]),
        np.array(reason),
        spells.arranged_by[spell],
        np.full(size, True),
    )


def _seconds(texts: list[str]) -> Ints:
    epoch = datetime(1970, 1, 1)
    return np.array(
        [int((datetime.fromisoformat(text) - epoch).total_seconds()) for text in texts],
        dtype=np.int64,
    )
