"""Declarations of the city and release events of people."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from nuanxin.city import columns
from nuanxin.city.aid_team import AidTeams
from nuanxin.city.figures import figure_day
from nuanxin.city.plan import CityPlan
from nuanxin.city.spells import Spells
from nuanxin.city.streams import chance, stream

KINDS = ("response_start", "task_end", "task_reopened", "release")
CITY_WIDE = (
    ("response_start", 0),
    ("task_end.first", 1),
    ("task_reopened", 2),
    ("task_end.second", 1),
)


def declarations_table(plan: CityPlan, spells: Spells, teams: AidTeams) -> pa.Table:
    """The fact table ``declarations``, up to the last day of the city.

    The aid teams are released on their return; of the spring spells whose end nobody wrote some
    are closed by a release a week after the first end of the task.
    """
    rng = stream(plan, "declarations")
    forgotten = spells.open_end & (spells.place < 0) & spells.recorded
    forgotten &= chance(rng, 0.5, len(spells))
    late = np.unique(spells.person[forgotten])
    city = np.array([figure_day(name) for name, _ in CITY_WIDE])
    day = np.r_[
        city,
        np.full(len(teams.everyone), figure_day("aid.return")),
        np.full(len(late), figure_day("task_end.first") + 7),
    ]
    kind = np.r_[[code for _, code in CITY_WIDE], np.full(len(day) - len(city), 3)]
    person = np.r_[np.full(len(city), -1), teams.everyone, late]
    known = day <= plan.last_day
    order = np.flatnonzero(known)[np.lexsort((person[known], kind[known], day[known]))]
    return columns.table(
        "declarations",
        {
            "date": columns.dates(day[order]),
            "kind": columns.words(KINDS, kind[order]),
            "person_id": columns.PERSON(person[order]),
        },
    )
