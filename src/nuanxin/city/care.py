"""Care and its gaps: rosters published, services confirmed, offers, rides, family cards, stories.

Deliveries that measures 7 to 16 read beside pay, checks, visits and school places; all shares are
estimates, set so that each provision is mostly kept and now and then is not.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from nuanxin.city import columns
from nuanxin.city.cases import HARM_KINDS, found_people
from nuanxin.city.columns import UNKNOWN_DAY
from nuanxin.city.figures import COMMUNITY, VILLAGE
from nuanxin.city.pay import Pay
from nuanxin.city.people import People
from nuanxin.city.plan import CityPlan, day
from nuanxin.city.posts import Posts
from nuanxin.city.service import NEVER, Service
from nuanxin.city.streams import Ints, allocate, chance, stream
from nuanxin.city.units import Units

NOTHING = -1
SUPPLIES = ("mask", "coverall", "thermometer", "disinfectant")
RECEIVED = (4_000, 300, 30, 150)
FAMILY_NEEDS = 8
TESTS = 6


@dataclass(frozen=True)
class Acts:
    """Deliveries of one provision; -1 in ``quantity``: not stated."""

    provision: str
    subject: pa.Array
    on: Ints
    quantity: Ints | None = None
    counterpart: pa.Array | None = None
    period: Ints | None = None


@dataclass(frozen=True)
class Cared:
    """The city as far as care looks at it; ``harmed`` are people and the days of their harms."""

    plan: CityPlan
    people: People
    units: Units
    posts: Posts
    service: Service
    pay: Pay
    harmed: tuple[Ints, Ints]


def care_deliveries(city: Cared, written: int) -> list[pa.Table]:
    """Rows of ``deliveries``, numbered on from ``written``, none after the city's last day."""
    tables = []
    for acts in (*_units(city), *_persons(city), *_incidents(city), *_publicity(city)):
        kept = np.flatnonzero(acts.on <= city.plan.last_day)
        tables.append(_table(acts, kept, written))
        written += len(kept)
    return tables


def _table(acts: Acts, kept: Ints, written: int) -> pa.Table:
    size, rows = len(kept), pa.array(kept)
    none = np.full(len(acts.on), NOTHING)
    quantity = none if acts.quantity is None else acts.quantity
    period = np.full(len(acts.on), UNKNOWN_DAY) if acts.period is None else acts.period
    other = pa.nulls(len(acts.on), pa.string()) if acts.counterpart is None else acts.counterpart
    made = {
        "delivery_id": columns.DELIVERY(np.arange(written, written + size)),
        "provision": pa.array([acts.provision] * size, pa.string()),
        "subject_id": acts.subject.take(rows),
        "on_date": columns.dates(acts.on[kept]),
        "quantity": columns.numbers(quantity[kept]),
        "counterpart_id": other.take(rows),
        "period_start": columns.dates(period[kept]),
    }
    return columns.table("deliveries", made)


# -- units -----------------------------------------------------------------------------------


def _units(city: Cared) -> list[Acts]:
    rng = stream(city.plan, "care of units")
    return [_rosters(rng, city), *_supplies(rng, city), *_increments(rng, city)]


def _rosters(rng: np.random.Generator, city: Cared) -> Acts:
    """M07-1: two units in three record their rosters, week by week, one in seven of them late."""
    units = np.unique(city.posts.unit)
    units = units[chance(rng, 0.66, len(units))]
    weeks = np.arange(day("2020-02-03"), city.plan.last_day + 8, 7)
    unit, week = (grid.ravel() for grid in np.meshgrid(units, weeks, indexing="ij"))
    told = chance(rng, 0.96, len(unit))
    unit, week = unit[told], week[told]
    late = chance(rng, 0.14, len(unit))
    on = week - np.where(late, rng.integers(-2, 3, len(unit)), rng.integers(3, 6, len(unit)))
    return Acts("M07-1", columns.UNIT(unit), on, period=week)


def _supplies(rng: np.random.Generator, city: Cared) -> list[Acts]:
    """M08-3: what hospitals received; one in eight of each kind was not recorded."""
    hospitals = city.units.hospitals
    acts = []
    for kind, pieces in zip(SUPPLIES, RECEIVED, strict=True):
        unit = hospitals[chance(rng, 0.875, len(hospitals))]
        share = city.units.staff[unit] / max(int(city.units.staff[hospitals].max()), 1)
        quantity = np.maximum((pieces * share * rng.uniform(0.1, 1.5, len(unit))).astype(int), 1)
        on = day("2020-01-25") + rng.integers(0, 40, len(unit))
        word = pa.array([kind] * len(unit), pa.string())
        acts.append(Acts("M08-3", columns.UNIT(unit), on, quantity, word))
    return acts


def _increments(rng: np.random.Generator, city: Cared) -> list[Acts]:
    """M09-2, M09-3: half the hospitals got an increment for March and shared it by days of pay.

    Every sixth of them kept a part back, every eighth gave its first leader a share too.
    """
    hospitals = city.units.hospitals
    hospitals = hospitals[chance(rng, 0.5, len(hospitals))]
    march = int((np.datetime64("2020-03") - np.datetime64("1970-01")).astype(int))
    approved, paid = [], []
    for turn, unit in enumerate(hospitals.tolist()):
        staff = city.people.staff_of(unit)
        mine = (city.pay.month == march) & np.isin(city.pay.person, staff)
        person, fen = city.pay.person[mine], city.pay.fen[mine]
        if not len(person):
            continue
        total = int(fen.sum()) // 10
        shares = allocate(total, fen.astype(np.float64))
        if turn % 6 == 5:
            shares[0] //= 2
        approved.append((unit, total))
        paid.append((np.full(len(person), unit), person, shares))
        if turn % 8 == 7:
            paid.append((np.array([unit]), staff[:1], np.array([10_000])))
    unit = np.array([row[0] for row in approved], dtype=np.int64)
    raised = np.array([row[1] for row in approved], dtype=np.int64)
    payer, payee, fen = (
        np.concatenate([row[i] for row in paid] or [np.zeros(0, np.int64)]) for i in range(3)
    )
    month = day("2020-03-01")
    return [
        Acts("M09-2", columns.UNIT(unit), np.full(len(unit), day("2020-04-10")), raised,
             period=np.full(len(unit), month)),
        Acts("M09-3", columns.PERSON(payee), np.full(len(payee), day("2020-04-17")), fen,
             columns.UNIT(payer), np.full(len(payee), month)),
    ]  # fmt: skip


# -- persons ---------------------------------------------------------------------------------


def _persons(city: Cared) -> list[Acts]:
    rng = stream(city.plan, "care of persons")
    medics = np.flatnonzero(city.people.medical & city.service.spring)
    start, end = city.service.spring_start[medics], city.service.spring_end[medics]
    acts = [_services(rng, city)]
    ride = chance(rng, 0.8, len(medics))
    acts.append(Acts("M11-2", columns.PERSON(medics[ride]), start[ride] + _late(rng, ride.sum())))
    for due, share in ((start + 5, 0.8), (start + 12, 0.7), (end, 0.75), (end + 20, 0.6)):
        made = chance(rng, share, len(medics)) & (due < NEVER)
        on = due[made] + rng.integers(0, 5, int(made.sum()))
        acts.append(Acts("M11-3", columns.PERSON(medics[made]), on))
    carded = np.flatnonzero(chance(rng, 0.9, len(medics)))
    needs = np.where(chance(rng, 0.85, len(carded)), FAMILY_NEEDS, 5)
    needs = np.where(chance(rng, 0.05, len(carded)), NOTHING, needs)
    on = start[carded] + rng.integers(2, 9, len(carded))
    acts.append(Acts("M12-1", columns.PERSON(medics[carded]), on, needs))
    found = found_people(city.plan, city.service)
    found = found[city.people.medical[found]]
    batch = np.full(len(found[::2]), day("2020-06-08"))
    acts.append(Acts("M11-6", columns.PERSON(found[::2]), batch))
    return [*acts, *_needs(rng, medics, start)]


def _late(rng: np.random.Generator, size: int) -> Ints:
    """On the day, the day after, and now and then days later."""
    return np.asarray(rng.integers(0, 2, size) + np.where(chance(rng, 0.1, size), 4, 0))


def _services(rng: np.random.Generator, city: Cared) -> Acts:
    """M08-2: one unit in fifty has its people confirm each day of service, most do."""
    units = np.flatnonzero(chance(rng, 0.02, len(city.units)))
    units = np.union1d(units, city.units.hospitals[-1:])
    who = np.flatnonzero(city.service.spring & np.isin(city.people.unit, units))
    first = city.service.spring_start[who]
    last = np.minimum(np.minimum(city.service.spring_end[who], first + 60), city.plan.last_day)
    days = np.maximum(last - first + 1, 0)
    person = np.repeat(who, days)
    offset = np.arange(len(person)) - np.repeat(np.cumsum(days) - days, days)
    on = np.repeat(first, days) + offset
    kept = chance(rng, 0.97, len(person))
    two = np.where(chance(rng, 0.9, int(kept.sum())), 2, 1)
    return Acts("M08-2", columns.PERSON(person[kept]), on[kept], two)


def _needs(rng: np.random.Generator, medics: Ints, start: Ints) -> list[Acts]:
    """M12-4: one family in twenty asks for something; most needs are solved in time."""
    asks = chance(rng, 0.05, len(medics))
    who, on = medics[asks], start[asks] + rng.integers(0, 20, int(asks.sum()))
    solved = chance(rng, 0.9, len(who))
    after = on[solved] + rng.integers(0, 4, int(solved.sum()))
    after = after + np.where(chance(rng, 0.08, len(after)), 5, 0)
    return [
        Acts("M12-4", columns.PERSON(who), on, np.zeros(len(who), dtype=np.int64)),
        Acts("M12-4", columns.PERSON(who[solved]), after, period=on[solved]),
    ]


# -- incidents and publicity -------------------------------------------------------------------


def _incidents(city: Cared) -> list[Acts]:
    """M10-1 the police, M11-3 the offer after violence, M14-1 inquiries and their sheets."""
    rng = stream(city.plan, "care after incidents")
    who, on = city.harmed
    violent = np.arange(len(who)) % len(HARM_KINDS) == HARM_KINDS.index("violence")
    who, on = who[violent], on[violent]
    told = chance(rng, 0.8, len(who))
    offered = chance(rng, 0.7, len(who))
    later = np.where(chance(rng, 0.15, len(who)), 3, 0)
    leaders = np.flatnonzero(city.people.leader & city.service.spring)
    asked = leaders[:: max(len(leaders) // 12, 1)][:12]
    opened = np.minimum(city.service.spring_start[asked] + 15, city.plan.last_day)
    sheets = np.where(np.arange(len(asked)) % 4 == 3, NOTHING, TESTS)
    sheets = np.where(np.arange(len(asked)) % 4 == 2, 4, sheets)
    answered = np.flatnonzero(np.arange(len(asked)) % 5 != 4)
    return [
        Acts("M10-1", columns.PERSON(who[told]), (on + later)[told]),
        Acts("M11-3", columns.PERSON(who[offered]), (on + 1 + later)[offered], period=on[offered]),
        Acts("M14-1", columns.PERSON(asked), opened, np.zeros(len(asked), dtype=np.int64)),
        Acts("M14-1", columns.PERSON(asked[answered]), opened[answered] + 12, sheets[answered]),
    ]


def _publicity(city: Cared) -> list[Acts]:
    """M15-4 visits to communities; M16 items, their reach, and stories of people."""
    rng = stream(city.plan, "visits and publicity")
    desk = city.units.named("市委宣传部")
    villages = city.units.of(COMMUNITY, VILLAGE)
    size = 3 * len(villages)
    visited = rng.choice(villages, size) if size else villages
    on = day("2020-02-05") + rng.integers(0, 60, size)
    again = np.flatnonzero(chance(rng, 0.06, size))
    visitors = rng.integers(0, desk + 1, size + len(again))
    visitors = np.where(chance(rng, 0.04, len(visitors)), NOTHING, visitors)
    items = day("2020-01-24") + np.arange(0, 240, 2)
    reach = rng.lognormal(9, 1, len(items)).astype(np.int64)
    reach = np.where(chance(rng, 0.2, len(items)), NOTHING, reach)
    office = columns.UNIT(np.full(len(items), desk))
    told = found_people(city.plan, city.service)
    boss = np.flatnonzero(city.people.leader & city.service.spring)[: max(len(told) // 4, 1)]
    told = np.r_[told, boss]
    approvals = np.where(chance(rng, 0.06, len(told)), 1, 2)
    approvals = np.where(chance(rng, 0.04, len(told)), NOTHING, approvals)
    return [
        Acts("M15-4", columns.UNIT(np.r_[visited, visited[again]]), np.r_[on, on[again]],
             counterpart=columns.UNIT(visitors)),
        Acts("M16-1", office, items),
        Acts("M16-2", office, items + 1, reach),
        Acts("M16-3", columns.PERSON(told), day("2020-03-20") + rng.integers(0, 70, len(told)),
             approvals, columns.UNIT(np.full(len(told), desk))),
    ]  # fmt: skip
