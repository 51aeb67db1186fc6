"""Frontline spells as arrays: the parts they are put together from, and the fact table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
import pyarrow as pa

from nuanxin.city import columns
from nuanxin.city.columns import UNKNOWN_DAY
from nuanxin.city.plan import CityPlan
from nuanxin.city.posts import Posts
from nuanxin.city.streams import Bools, Ints, chance, stream

PLACES = ("湖北武汉（武汉大学人民医院东院）", "湖北武汉雷神山医院")
LOCAL, EAST, LEISHENSHAN = -1, 0, 1


@dataclass(frozen=True)
class Spells:
    """Spells, one entry each, days inclusive.

    ``place`` is -1 at home, else an index into PLACES. Attendance lies in ``work_from`` to
    ``work_to`` by the ``rota``. ``open_end``: the end is not written. ``recorded`` false: there
    is attendance but the spell itself was never entered.
    """

    person: Ints
    post: Ints
    arranged_by: Ints
    start: Ints
    end: Ints
    work_from: Ints
    work_to: Ints
    rota: Ints
    place: Ints
    open_end: Bools
    recorded: Bools

    def __len__(self) -> int:
        return len(self.person)

    def take(self, which: Ints | Bools) -> Spells:
        """The spells of these indexes, or where the mask holds."""
        return Spells(*(getattr(self, field.name)[which] for field in fields(self)))

    @property
    def number(self) -> Ints:
        """The number of each recorded spell from 0, -1 for the others."""
        return np.where(self.recorded, np.cumsum(self.recorded) - 1, -1)


def part(
    person: Ints,
    post: Ints,
    arranged_by: Ints,
    start: Ints,
    end: Ints,
    rota: Ints,
    place: int = LOCAL,
    *,
    recorded: bool = True,
) -> Spells:
    """Spells whose attendance fills them and whose end is written."""
    size = len(person)
    return Spells(
        person,
        post,
        arranged_by,
        start,
        end,
        start,
        end,
        rota,
        np.full(size, place, dtype=np.int64),
        np.zeros(size, dtype=np.bool_),
        np.full(size, recorded),
    )


def together(plan: CityPlan, parts: Sequence[Spells]) -> Spells:
    """All parts by person and start, without what begins after the last day of the city."""
    joined = Spells(
        *(np.concatenate([getattr(p, field.name) for p in parts]) for field in fields(Spells))
    )
    joined = joined.take(joined.start <= plan.last_day)
    return joined.take(np.lexsort((joined.start, joined.person)))


def spells_table(plan: CityPlan, spells: Spells, posts: Posts) -> pa.Table:
    """The fact table ``spells``."""
    rng = stream(plan, "spells table")
    told = spells.take(spells.recorded)
    size = len(told)
    running = told.end > plan.last_day
    unwritten = told.open_end | (running & chance(rng, 0.75, size))
    unknown_place = (told.place >= 0) & chance(rng, 0.004, size)
    away = np.flatnonzero(told.place >= 0)
    if len(away) and not unknown_place.any():
        unknown_place[away[-1]] = True
    return columns.table(
        "spells",
        {
            "spell_id": columns.SPELL(np.arange(size)),
            "person_id": columns.PERSON(told.person),
            "post_id": columns.POST(told.post),
            "arranged_by": columns.UNIT(told.arranged_by),
            "start_date": columns.dates(told.start),
            "end_date": columns.dates(np.where(unwritten, UNKNOWN_DAY, told.end)),
            "mission": columns.words(("local", "aid"), (told.place >= 0).astype(np.int64)),
            "aid_place": columns.words(PLACES, np.where(unknown_place, -1, told.place)),
            "treats_confirmed": columns.flags(posts.treats[told.post]),
        },
    )
