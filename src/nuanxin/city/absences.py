"""Absences of every kind after the spring: rest, quarantine, leave, sickness."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from nuanxin.city import columns
from nuanxin.city.figures import figure, figure_day
from nuanxin.city.plan import CityPlan, day
from nuanxin.city.service import Service
from nuanxin.city.streams import Bools, Ints, chance, stream

KINDS = ("annual", "compensatory", "rest15", "forced", "quarantine", "sick", "injury")
ANNUAL, COMPENSATORY, REST15, FORCED, QUARANTINE, SICK, INJURY = range(7)
Block = tuple[Ints, Ints, Ints, int]
# First and last day of the two rests of nurse Lin, and of her compensatory rest.
LIN_RESTS = (("2020-04-14", "2020-04-20"), ("2020-05-06", "2020-05-13"))
LIN_GIVEN_BACK = ("2020-06-03", "2020-06-05")
# How the fifteen days were given: lengths of the blocks, and the share of people.
REST_FORMS = (
    ((), 0.10),
    ((7, 8), 0.35),
    ((15,), 0.30),
    ((8,), 0.10),
    ((5,), 0.05),
    ((5, 5, 5), 0.10),
)


def absences_table(
    plan: CityPlan, service: Service, medical: Bools, harmed: tuple[Ints, Ints], lin: int
) -> pa.Table:
    """The fact table ``absences``; ``harmed`` are people and days of illness and injury at work."""
    rng = stream(plan, "absences")
    blocks = [
        *_aid(rng, service, lin),
        *_local(rng, service, medical),
        *_anybody(rng, len(medical)),
        (harmed[0], harmed[1] + 1, harmed[1] + 10, INJURY),
    ]
    person, start, end = (np.concatenate([block[i] for block in blocks]) for i in range(3))
    kind = np.concatenate([np.full(len(block[0]), block[3]) for block in blocks])
    order = np.lexsort((kind, start, person))
    order = order[start[order] <= plan.last_day]
    return columns.table(
        "absences",
        {
            "absence_id": columns.ABSENCE(np.arange(len(order))),
            "person_id": columns.PERSON(person[order]),
            "start_date": columns.dates(start[order]),
            "end_date": columns.dates(end[order]),
            "kind": columns.words(KINDS, kind[order]),
        },
    )


def _some(rng: np.random.Generator, mask: Bools, share: float) -> Ints:
    return np.flatnonzero(mask & chance(rng, share, len(mask)))


def _aid(rng: np.random.Generator, service: Service, lin: int) -> list[Block]:
    """Quarantine for the whole team after the return, then rest for some, in part."""
    team = np.flatnonzero(service.away)
    back, free = figure_day("aid.return") + 1, figure_day("aid.quarantine_end")
    quarantine = (team, np.full(len(team), back), np.full(len(team), free), QUARANTINE)
    others = team[team != lin]
    begin = free + 1 + rng.integers(0, 12, len(others))
    rests = _rests(rng, others, begin)
    if lin >= 0:
        who = np.array([lin])
        rests += [(who, np.array([day(a)]), np.array([day(b)]), REST15) for a, b in LIN_RESTS]
        first, last = map(day, LIN_GIVEN_BACK)
        rests.append((who, np.array([first]), np.array([last]), COMPENSATORY))
    resting = _some(rng, service.away, 0.35)
    resting = resting[resting != lin]
    start = day("2020-06-01") + rng.integers(0, 12, len(resting))
    back_again = (resting, start, start + rng.integers(0, 7, len(resting)), COMPENSATORY)
    return [quarantine, *rests, back_again]


def _rests(rng: np.random.Generator, who: Ints, begin: Ints) -> list[Block]:
    """The fifteen days of each person in one of the forms of REST_FORMS."""
    bounds = np.cumsum([share for _, share in REST_FORMS])
    form = np.searchsorted(bounds, rng.random(len(who)) * bounds[-1], side="right")
    blocks: list[Block] = []
    for code, (lengths, _) in enumerate(REST_FORMS):
        some, start = who[form == code], begin[form == code]
        for length in lengths:
            blocks.append((some, start, start + length - 1, REST15))
            start = start + length + rng.integers(3, 20, len(some))
    return blocks


def _local(rng: np.random.Generator, service: Service, medical: Bools) -> list[Block]:
    """After a spring at home: quarantine, forced rest, compensatory rest, the fifteen days."""
    home = service.spring & ~service.away & (service.spring_end <= figure_day("wave1.last"))
    free = service.spring_end + 1
    isolated = _some(rng, home & service.treats, 0.7)
    forced = _some(rng, home & ~service.treats, 0.07)
    rested = _some(rng, home, figure("rest.given"))
    begin = day("2020-03-23") + rng.integers(0, 24, len(rested))
    again = rested[chance(rng, 0.45, len(rested))]
    later = day("2020-05-28") + rng.integers(0, 20, len(again))
    fifteen = _some(rng, home & medical, figure("rest15.given"))
    early = day("2020-05-01") + rng.integers(0, 25, len(fifteen))
    summer = _some(rng, service.summer, 0.02)
    given = service.summer_start[summer] + rng.integers(8, 25, len(summer))
    return [
        (isolated, free[isolated], free[isolated] + 13, QUARANTINE),
        (forced, free[forced], free[forced] + 1, FORCED),
        (rested, begin, begin + rng.integers(2, 14, len(rested)), COMPENSATORY),
        (again, later, later + rng.integers(4, 15, len(again)), COMPENSATORY),
        (summer, given, given, COMPENSATORY),
        *_rests(rng, fifteen, early),
    ]


def _anybody(rng: np.random.Generator, people: int) -> list[Block]:
    """Annual leave in early summer and a few sick days in spring."""
    everyone = np.ones(people, dtype=np.bool_)
    on_leave, sick = _some(rng, everyone, 0.1), _some(rng, everyone, 0.015)
    leave = day("2020-06-20") + rng.integers(0, 22, len(on_leave))
    ill = day("2020-04-14") + rng.integers(0, 80, len(sick))
    return [
        (on_leave, leave, leave + rng.integers(1, 9, len(on_leave)), ANNUAL),
        (sick, ill, ill + rng.integers(0, 5, len(sick)), SICK),
    ]
