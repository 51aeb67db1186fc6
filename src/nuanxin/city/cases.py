"""Harms, findings about people, and waivers."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from nuanxin.city import columns
from nuanxin.city.columns import UNKNOWN_DAY
from nuanxin.city.people import People
from nuanxin.city.plan import CityPlan, day
from nuanxin.city.service import Service
from nuanxin.city.streams import Bools, Ints, chance, stream
from nuanxin.city.units import Units

HARM_KINDS = ("illness", "injury", "violence", "rumour")
RUMOUR = 3
LEVELS = ("outstanding", "exceptional")
CHANNELS = ("phone", "network", "leader", "meeting", "assessment")
WAIVED = (
    ("M11-4", "本人书面放弃，已在外院体检"),
    ("M11-5", "本人申请推迟休息"),
    ("M12-3", "家属不希望上门走访"),
    ("M11-1", "夫妻双方书面同意"),
    ("M07-4", "本人愿意保留补休"),
)


def _drawn(rng: np.random.Generator, who: Bools, share: float, least: int) -> Ints:
    """A share of the people of the mask, at least ``least`` where there are so many."""
    pool = np.flatnonzero(who)
    count = min(len(pool), max(least, round(share * len(pool))))
    return np.sort(rng.permutation(pool)[:count])


def harmed_people(plan: CityPlan, service: Service) -> tuple[Ints, Ints]:
    """People harmed on duty in the spring, and the day of it."""
    rng = stream(plan, "harmed")
    who = _drawn(rng, service.spring, 0.003, 12)
    start, end = service.spring_start[who], service.spring_end[who]
    on = start + (rng.random(len(who)) * (np.minimum(end, start + 60) - start)).astype(np.int64)
    return who[on <= plan.last_day], on[on <= plan.last_day]


def harms_table(plan: CityPlan, harmed: tuple[Ints, Ints]) -> pa.Table:
    """The fact table ``harms``: each kind, with filing, decision and payment in or out of time."""
    rng = stream(plan, "harms")
    who, on = harmed
    size = len(who)
    kind = np.arange(size) % len(HARM_KINDS)
    rumour = kind == RUMOUR
    filed = on + rng.integers(0, 6, size)
    decided = filed + rng.integers(5, 22, size)
    paid = decided + rng.integers(3, 25, size)
    clarified = on + rng.integers(0, 4, size)
    stage = rng.integers(0, 4, size)
    duty = np.where(chance(rng, 0.12, size), -1, chance(rng, 0.85, size).astype(np.int64))

    def done(days: Ints, reached: Bools) -> pa.Array:
        return columns.dates(np.where(reached & (days <= plan.last_day), days, UNKNOWN_DAY))

    known = ~rumour & (stage >= 2) & (decided <= plan.last_day)
    return columns.table(
        "harms",
        {
            "harm_id": columns.HARM(np.arange(size)),
            "person_id": columns.PERSON(who),
            "date": columns.dates(on),
            "kind": columns.words(HARM_KINDS, kind),
            "arises_from_duty": columns.flags(duty),
            "filed_on": done(filed, ~rumour & (stage >= 1)),
            "decided_on": done(decided, ~rumour & (stage >= 2)),
            "recognised": columns.flags(np.where(known, (duty != 0).astype(np.int64), -1)),
            "paid_on": done(paid, ~rumour & (stage >= 3)),
            "clarified_on": done(clarified, rumour & (stage >= 1)),
        },
    )


def _found(rng: np.random.Generator, plan: CityPlan, service: Service) -> Ints:
    return _drawn(rng, service.spring & (service.spring_end < plan.last_day), 0.012, 6)


def found_people(plan: CityPlan, service: Service) -> Ints:
    """The people about whom there is a finding."""
    return _found(stream(plan, "findings"), plan, service)


def findings_table(plan: CityPlan, people: People, units: Units, service: Service) -> pa.Table:
    """The fact table ``findings``: by unit or organisation department, one to four channels."""
    rng = stream(plan, "findings")
    who = _found(rng, plan, service)
    size = len(who)
    on = np.minimum(service.spring_end[who] + rng.integers(3, 40, size), plan.last_day)
    level = (np.arange(size) % 5 == 4).astype(np.int64)
    by_unit = chance(rng, 0.6, size)
    decided_by = np.where(by_unit, people.unit[who], units.named("市委组织部"))
    count = 1 + rng.integers(0, 4, size)
    channels = [
        [CHANNELS[(first + step * 2) % len(CHANNELS)] for step in range(many)]
        for first, many in zip(rng.integers(0, 5, size).tolist(), count.tolist(), strict=True)
    ]
    return columns.table(
        "findings",
        {
            "finding_id": columns.FINDING(np.arange(size)),
            "person_id": columns.PERSON(who),
            "level": columns.words(LEVELS, level),
            "decided_on": columns.dates(on),
            "decided_by": columns.UNIT(decided_by),
            "channels": channels,
            "expires_on": columns.dates(
                np.where(chance(rng, 0.8, size), on + 3 * 365, UNKNOWN_DAY)
            ),
        },
    )


def waivers_table(plan: CityPlan, people: People, service: Service) -> pa.Table:
    """The fact table ``waivers``: what medical people declined or consented to."""
    rng = stream(plan, "waivers")
    on = day("2020-04-10")
    ready = service.spring & people.medical & (on <= plan.last_day)
    who = _drawn(rng, ready, 0.004, 5)
    kind = np.arange(len(who)) % len(WAIVED)
    dates = np.minimum(on + rng.integers(0, 40, len(who)), plan.last_day)
    return columns.table(
        "waivers",
        {
            "waiver_id": columns.WAIVER(np.arange(len(who))),
            "person_id": columns.PERSON(who),
            "provision": columns.words([provision for provision, _ in WAIVED], kind),
            "on_date": columns.dates(dates),
            "reason": columns.words([reason for _, reason in WAIVED], kind),
        },
    )
