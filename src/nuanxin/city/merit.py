"""Calls, contacts, assessments, listings and awards: the acts that measures 1 to 6 read.

All shares are estimates, set so that each provision is mostly kept and now and then is not.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from nuanxin.city import columns
from nuanxin.city.cases import found_people
from nuanxin.city.figures import COMMUNITY, FLAVOURS, HOSPITAL
from nuanxin.city.people import People
from nuanxin.city.plan import CityPlan, day
from nuanxin.city.service import Service
from nuanxin.city.streams import Bools, Ints, chance, stream

NOTHING = -1
CHANNELS = ("phone", "network", "leader", "meeting")
CALLED = tuple(FLAVOURS.index(x) for x in ("organ", "institution", "school", "enterprise"))


@dataclass(frozen=True)
class Acts:
    """Deliveries of one provision; ``words`` is the counterpart; -1 in ``quantity``: not stated."""

    provision: str
    subject: pa.Array
    on: Ints
    quantity: Ints | None = None
    words: pa.Array | None = None


def merit_deliveries(
    plan: CityPlan, people: People, service: Service, written: int
) -> list[pa.Table]:
    """Rows of ``deliveries``, numbered on from ``written``, none after the city's last day."""
    rng = stream(plan, "merit")
    tables = []
    for acts in (*_calls(rng, people), *_at_the_front(rng, people, service),
                 *_listed(rng, plan, service)):  # fmt: skip
        kept = np.flatnonzero(acts.on <= plan.last_day)
        tables.append(_table(acts, kept, written))
        written += len(kept)
    return tables


def _table(acts: Acts, kept: Ints, written: int) -> pa.Table:
    size, rows = len(kept), pa.array(kept)
    none = np.full(len(acts.on), NOTHING)
    words = pa.nulls(len(acts.on), pa.string()) if acts.words is None else acts.words
    made = {
        "delivery_id": columns.DELIVERY(np.arange(written, written + size)),
        "provision": pa.array([acts.provision] * size, pa.string()),
        "subject_id": acts.subject.take(rows),
        "on_date": columns.dates(acts.on[kept]),
        "quantity": columns.numbers((none if acts.quantity is None else acts.quantity)[kept]),
        "counterpart_id": words.take(rows),
        "period_start": columns.dates(np.full(size, columns.UNKNOWN_DAY)),
    }
    return columns.table("deliveries", made)


def _said(word: str, size: int) -> pa.Array:
    return pa.array([word] * size, pa.string())


# -- units --------------------------------------------------------------------------------------


def _calls(rng: np.random.Generator, people: People) -> list[Acts]:
    """M01-1 for a third of the units, M01-4 for a few, M05-4 for two hospitals."""
    called, staff = _units_of(people, np.isin(people.flavour, CALLED))
    asked = chance(rng, 0.33, len(called)) & (staff >= 4)
    units, most = called[asked], staff[asked] // 10
    communities, _ = _units_of(people, people.flavour == COMMUNITY)
    asking = rng.integers(0, max(len(communities), 1), len(units))
    others = columns.UNIT(communities[asking]) if len(communities) else None
    on = day("2020-01-25") + rng.integers(0, 8, len(units))
    number = np.where(chance(rng, 0.05, len(units)), NOTHING, np.maximum(most, 1))
    young = called[chance(rng, 0.04, len(called)) & (staff >= 4)]
    chosen = np.flatnonzero(np.isin(people.unit, young) & chance(rng, 0.1, len(people)))
    hospitals, _ = _units_of(people, people.flavour == HOSPITAL)
    short = hospitals[:2]
    return [
        Acts("M01-1", columns.UNIT(units), on, number, others),
        Acts(
            "M01-4",
            columns.UNIT(young),
            np.full(len(young), day("2020-02-10")),
            np.full(len(young), 2),
        ),
        Acts("M01-4", columns.PERSON(chosen), np.full(len(chosen), day("2020-02-14"))),
        Acts(
            "M05-4",
            columns.UNIT(short),
            np.full(len(short), day("2020-04-12")),
            10 + rng.integers(0, 20, len(short)),
            _said("certificate", len(short)),
        ),
        Acts("M05-4", columns.UNIT(short[:1]), np.full(len(short[:1]), day("2020-04-15"))),
    ]


def _units_of(people: People, those: Bools) -> tuple[Ints, Ints]:
    """The units of these people, and how many of them each has."""
    units, staff = np.unique(people.unit[those], return_counts=True)
    return units.astype(np.int64), staff.astype(np.int64)


# -- people -------------------------------------------------------------------------------------


def _at_the_front(rng: np.random.Generator, people: People, service: Service) -> list[Acts]:
    """M02-1 contacts, M02-2 assessments, M05-2 credits recognised."""
    contacted = np.flatnonzero(service.spring & chance(rng, 0.85, len(people)))
    channel = rng.integers(0, len(CHANNELS), len(contacted))
    assessed = np.flatnonzero(service.spring_over & chance(rng, 0.75, len(people)))
    late = np.where(chance(rng, 0.1, len(assessed)), 30, 0)
    credited = np.flatnonzero(service.spring & people.medical & chance(rng, 0.6, len(people)))
    return [
        Acts(
            "M02-1",
            columns.PERSON(contacted),
            service.spring_start[contacted] + rng.integers(0, 15, len(contacted)),
            words=columns.words(CHANNELS, channel),
        ),
        Acts(
            "M02-2",
            columns.PERSON(assessed),
            service.spring_end[assessed] + rng.integers(1, 26, len(assessed)) + late,
        ),
        Acts(
            "M05-2",
            columns.PERSON(credited),
            day("2020-04-10") + rng.integers(0, 40, len(credited)),
        ),
    ]


def _listed(rng: np.random.Generator, plan: CityPlan, service: Service) -> list[Acts]:
    """What follows a finding: pool and plan, awards, and now and then an appointment.

    Findings are decided at most 39 days after the service; these acts follow them.
    """
    who = found_people(plan, service)
    known = service.spring_end[who] + 40
    number = np.arange(len(who))

    def some(share: float, provision: str, after: int, word: str | None = None) -> Acts:
        chosen = np.flatnonzero(chance(rng, share, len(who)))
        said = None if word is None else _said(word, len(chosen))
        on = known[chosen] + after + rng.integers(0, 15, len(chosen))
        return Acts(provision, columns.PERSON(who[chosen]), on, words=said)

    cited = number[number % 5 == 4]
    return [
        some(0.7, "M02-3", 0, "pool"),
        some(0.55, "M02-3", 3, "plan"),
        some(0.25, "M03-6", 5, "publicity"),
        some(0.45, "M06-1", 8, "commendation"),
        Acts(
            "M06-1", columns.PERSON(who[cited]), known[cited] + 9, words=_said("merit", len(cited))
        ),
        Acts("M06-2", columns.PERSON(who[cited][::2]), known[cited][::2] + 30),
        *(some(0.05, provision, 20) for provision in ("M03-1", "M04-1", "M04-3", "M05-1", "M05-3")),
    ]
