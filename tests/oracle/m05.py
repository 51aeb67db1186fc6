"""M05: titles, credits and talent projects of professionals; recruitment of what is short."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from .merit import (
    TITLED,
    Call,
    Conditions,
    Holds,
    Profile,
    Tie,
    calls_of,
    counting,
    delivered,
    listings,
    person_row,
    preferred,
    profiles,
    spell_days,
    unit_row,
)
from .model import DAY, Row
from .world import World


def rows(world: World) -> list[Row]:
    listed = listings(world)
    served = {p.person_id: spell_days(world, p.person_id) for p in profiles(world)}
    found = []
    for person in profiles(world):
        days = served[person.person_id]
        if not person.is_professional:
            continue
        if days:
            tie = Tie("title", lambda q: not served[q.person_id], lambda q: _years(world, q))
            given = bool(counting(world, "M05-1", person.person_id, min(days)))
            found += preferred(
                world, "M05-1", "PREFER", person, min(days), _title(world, person),
                given=given, tie=tie,
            )  # fmt: skip
            found += [_credits(world, person, days, year) for year in {day.year for day in days}]
        if person.person_id in listed:
            start = listed[person.person_id]
            known = True if person.title_level is not None else None
            found += preferred(
                world, "M05-3", "PREFER", person, start, [(known, "title_level")],
                given=bool(counting(world, "M05-3", person.person_id, start)),
                tie=Tie("title", lambda q: q.person_id not in listed),
            )  # fmt: skip
    return found + [row for call in _certificates(world) for row in _recruitment(world, call)]


def _years(world: World, person: Profile) -> Holds:
    if person.title_since is None:
        return None
    return world.as_of.year - person.title_since.year >= world.merit["title_review_years"]


def _title(world: World, person: Profile) -> Conditions:
    level = None if person.title_level is None else person.title_level in TITLED
    named = "title_since" if level else ""
    return [(level, "title_level"), (_years(world, person), named)]


def _credits(world: World, person: Profile, days: set[date], year: int) -> Row:
    first, last = date(year, 1, 1), date(year, 12, 31)
    count = sum(1 for day in days if day.year == year)
    most = world.merit["year_credits"]
    enough = count >= world.merit["year_days"]
    quantity = most if enough else min(count * world.merit["credit_a_day"], most)
    given = any(
        d.period_start == first or (d.period_start is None and d.on_date <= last)
        for d in delivered(world, "M05-2", person.person_id)
        if d.on_date >= first
    )
    state = "met" if given else "available"
    return person_row("M05-2", "PREFER", person, first, last, Decimal(quantity), state)


def _certificates(world: World) -> list[Call]:
    proofs = [
        d for d in world.deliveries
        if d.provision == "M05-4" and d.counterpart_id == "certificate"
    ]  # fmt: skip
    return calls_of(world, proofs)


def _recruitment(world: World, call: Call) -> list[Row]:
    end = call.on + DAY * (world.merit["horizon_days"] - 1)
    given = any(
        d.counterpart_id != "certificate" and call.holds(d.on_date)
        for d in counting(world, "M05-4", call.unit_id, call.on)
    )
    missing = None
    if given:
        state = "met"
    elif world.as_of > end:
        return []
    elif call.quantity is None:
        state, missing = "unknown", "quantity"
    else:
        state = "available"
    return [
        unit_row("M05-4", "MAY", call.unit_id, call.on, end, call.quantity, state, missing=missing)
    ]
