"""Accident and critical-illness cover: group policies, with late starts, lapses and gaps."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from nuanxin.city import columns
from nuanxin.city.figures import figure, figure_day
from nuanxin.city.people import People
from nuanxin.city.plan import CityPlan, day
from nuanxin.city.service import Service
from nuanxin.city.streams import Ints, chance, stream

KINDS = ("accident", "critical_illness")
LONG_END, LAPSE = day("2021-02-01"), day("2020-06-30")
MONTH = 30
Cover = tuple[Ints, Ints, Ints, int, str]


def insurance_table(plan: CityPlan, people: People, service: Service, lin: int) -> pa.Table:
    """The fact table ``insurance`` for those who treat cases or are sent away.

    A policy number is a group policy of one unit, kind and year half. Most are covered from the
    first day; some late, some with one kind only, some not again in the summer.
    """
    rng = stream(plan, "insurance")
    covers = [
        cover
        for kind in range(len(KINDS))
        for cover in (*_spring(rng, service, kind, lin), *_summer(rng, service, kind, lin))
    ]
    person, start, end = (np.concatenate([cover[i] for cover in covers]) for i in range(3))
    kind = np.concatenate([np.full(len(cover[0]), cover[3]) for cover in covers])
    part = np.concatenate([np.full(len(cover[0]), cover[4]) for cover in covers])
    order = np.lexsort((start, kind, person))
    order = order[start[order] <= plan.last_day]
    policy = [
        f"G{place}{number + 1:05d}{'AC'[code]}"
        for place, number, code in zip(
            part[order].tolist(),
            people.unit[person[order]].tolist(),
            kind[order].tolist(),
            strict=True,
        )
    ]
    return columns.table(
        "insurance",
        {
            "policy_no": policy,
            "person_id": columns.PERSON(person[order]),
            "kind": columns.words(KINDS, kind[order]),
            "start_date": columns.dates(start[order]),
            "end_date": columns.dates(end[order]),
        },
    )


def _spring(rng: np.random.Generator, service: Service, kind: int, lin: int) -> list[Cover]:
    """Cover from the first spring day; a gap of a week in the middle for a few."""
    who = np.flatnonzero((service.treats & service.spring) | service.away)
    first = np.where(service.treats[who], service.spring_start[who], service.away_start[who])
    start = first - rng.integers(0, 2, len(who))
    late = ~chance(rng, figure("insured.share"), len(who)) & (who != lin)
    absent = late & chance(rng, 0.4, len(who))
    start = np.where(late, start + rng.integers(2, 9, len(who)), start)
    lapses = chance(rng, 0.25, len(who)) & (who != lin) & (start < LAPSE - MONTH)
    end = np.where(lapses, LAPSE, LONG_END)
    broken = chance(rng, 0.015, len(who)) & (who != lin) & ~absent
    whole, torn = ~absent & ~broken, broken
    pause = figure_day("wave1.first") + 30
    return [
        (who[whole], start[whole], end[whole], kind, "1"),
        (who[torn], start[torn], np.maximum(start[torn], pause), kind, "1"),
        (who[torn], np.maximum(start[torn], pause) + 8, end[torn], kind, "2"),
    ]


def _summer(rng: np.random.Generator, service: Service, kind: int, lin: int) -> list[Cover]:
    """New policies for those who treat cases in the summer; the lapsed ones mostly renewed."""
    who = np.flatnonzero(service.treats & service.summer)
    who = who[chance(rng, figure("insured.share"), len(who)) | (who == lin)]
    start = service.summer_start[who]
    return [(who, start, np.full(len(who), LONG_END), kind, "3")]
