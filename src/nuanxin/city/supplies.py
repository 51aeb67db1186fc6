"""Stock issues: respirators to people at risk, and the ones that should have been refused."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from nuanxin.city import columns
from nuanxin.city.plan import CityPlan, day
from nuanxin.city.posts import Posts
from nuanxin.city.rotas import HOUR
from nuanxin.city.shifts import DAY, WORKED, Rows, at_risk
from nuanxin.city.streams import Ints, chance, stream
from nuanxin.city.units import Units

# item, standard; the first two are medical respirators
ITEMS = (
    ("医用防护口罩", "GB 19083-2010"),
    ("N95 医用防护口罩", ""),
    ("KN95 口罩", "GB2626-2019"),
    ("医用外科口罩", "YY 0469-2011"),
    ("一次性医用口罩", "YY/T 0969-2013"),
    ("医用防护服", "GB 19082-2009"),
    ("84 消毒液", ""),
)
RESPIRATOR, UNMARKED, KN95, SURGICAL, DISPOSABLE, COVERALL, DISINFECTANT = range(7)
SAMPLE = 0.004


@dataclass(frozen=True)
class Issues:
    """Stock issues: second, item, quantity, unit and person (-1: to nobody by name)."""

    at: Ints
    item: Ints
    quantity: Ints
    unit: Ints
    person: Ints


def from_rows(rng: np.random.Generator, posts: Posts, rows: Rows) -> Issues:
    """Issues half an hour before a sample of shifts: the item follows the risk of the post.

    One in thirty of those at little risk is handed a respirator all the same.
    """
    some = rows.take((rows.status == WORKED) & chance(rng, SAMPLE, len(rows)))
    size = len(some)
    risk = at_risk(posts, some)
    high = np.where(chance(rng, 0.25, size), COVERALL, RESPIRATOR)
    high = np.where(chance(rng, 0.05, size), UNMARKED, high)
    low = np.where(
        chance(rng, 0.2, size), KN95, np.where(chance(rng, 0.5, size), SURGICAL, DISPOSABLE)
    )
    low = np.where(chance(rng, 0.04, size), DISINFECTANT, low)
    low = np.where(chance(rng, 1 / 30, size), RESPIRATOR, low)
    return Issues(
        some.start - HOUR // 2,
        np.where(risk, high, low),
        rng.integers(1, 4, size),
        posts.unit[some.post],
        some.person,
    )


def _scene(plan: CityPlan, units: Units, clerk: int) -> list[tuple[int, int, int, int, int]]:
    """The respirator for the clerk, and the box of twenty that left without a name."""
    second = int(units.hospitals[1])
    first = int(units.hospitals[0])
    noon = day("2020-08-03") * DAY
    spring = day("2020-02-12") * DAY
    rows = [
        (noon + 14 * HOUR + 32 * 60, RESPIRATOR, 2, second, clerk),
        (noon + 13 * HOUR + 54 * 60, RESPIRATOR, 20, second, -1),
        (noon + 14 * HOUR + 11 * 60, SURGICAL, 10, second, -1),
        (spring + 9 * HOUR, RESPIRATOR, 50, first, -1),
        (spring + 9 * HOUR + 300, UNMARKED, 5, first, -1),
        (spring + 10 * HOUR, RESPIRATOR, 2, first, clerk),
    ]
    last = (plan.last_day + 1) * DAY
    return [row for row in rows if row[0] < last and not (row[4] < 0 and row[2] == 2)]


def stock_issues_table(plan: CityPlan, units: Units, clerk: int, sampled: list[Issues]) -> pa.Table:
    """The fact table ``stock_issues``, in order of time."""
    rng = stream(plan, "stock issues")
    scene = np.array(_scene(plan, units, clerk), dtype=np.int64).reshape(-1, 5)
    names = ("at", "item", "quantity", "unit", "person")
    at, item, quantity, unit, person = (
        np.concatenate([*(getattr(part, name) for part in sampled), scene[:, place]])
        for place, name in enumerate(names)
    )
    person = np.where(chance(rng, 0.01, len(at)), -1, person)
    order = np.lexsort((item, unit, person, at))
    order = order[at[order] < (plan.last_day + 1) * DAY]
    standard = [standard or None for _, standard in ITEMS]
    return columns.table(
        "stock_issues",
        {
            "issue_id": columns.ISSUE(np.arange(len(order))),
            "at": columns.times(at[order]),
            "item": columns.words([name for name, _ in ITEMS], item[order]),
            "standard": pa.array(standard, pa.string()).take(pa.array(item[order])),
            "quantity": columns.numbers(quantity[order]),
            "unit_id": columns.UNIT(unit[order]),
            "person_id": columns.PERSON(person[order]),
        },
    )
