"""M04: promotion and rank of those who are listed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from .merit import (
    Conditions,
    Holds,
    Profile,
    Tie,
    completed,
    counting,
    delivered,
    listings,
    preferred,
    profiles,
    taken_together,
    unit_row,
    units,
)
from .model import Row
from .world import World


def rows(world: World) -> list[Row]:
    listed, exceptional = listings(world), listings(world, "exceptional")
    found = []
    for person in profiles(world):
        who = person.person_id
        if who in listed:
            start = listed[who]
            cadre: Conditions = [(person.is_cadre, "")]
            for provision, conditions, tie in (
                ("M04-1", cadre, Tie("unit", lambda q: q.person_id not in listed)),
                (
                    "M04-3",
                    _rank(world, person),
                    Tie(
                        "unit",
                        lambda q: q.person_id not in listed,
                        lambda q: _in_rank(world, q, world.merit["rank_years"]),
                    ),
                ),
            ):
                given = bool(counting(world, provision, who, start))
                found += preferred(
                    world, provision, "PREFER", person, start, conditions, given=given, tie=tie
                )
        if who in exceptional:
            start = exceptional[who]
            given = bool(counting(world, "M04-2", who, start))
            conditions = _fire_line(world, person, start)
            found += preferred(world, "M04-2", "MAY", person, start, conditions, given=given)
    return found + _pools(world, listed)


def _in_rank(world: World, person: Profile, years: int) -> Holds:
    if person.rank_since is None:
        return None
    return completed(person.rank_since, world.as_of, years)


def _rank(world: World, person: Profile) -> Conditions:
    return [
        (person.employment == "civil_servant", ""),
        (_in_rank(world, person, world.merit["rank_years"]), "rank_since"),
    ]


def _fire_line(world: World, person: Profile, start: date) -> Conditions:
    before = any(d.on_date < start for d in delivered(world, "M04-2", person.person_id))
    return [
        (person.is_cadre, ""),
        (bool(delivered(world, "M06-1", person.person_id)), ""),
        (not before, ""),
        (_in_rank(world, person, world.merit["promotion_years"]), "rank_since"),
    ]


def _pools(world: World, listed: dict[str, date]) -> list[Row]:
    used = sum(
        Decimal(1) if d.quantity is None else d.quantity
        for d in world.deliveries
        if d.provision == "M04-4" and d.subject_id in units(world)
    )
    found = []
    for unit_id in units(world):
        candidates = [
            p.person_id
            for p in profiles(world)
            if p.unit_id == unit_id
            and p.person_id in listed
            and taken_together(_rank(world, p)) is True
        ]
        if not candidates:
            continue
        start = min(listed[who] for who in candidates)
        given = bool(counting(world, "M04-4", unit_id, start))
        if given or used < world.merit["pool_size"]:
            state = "met" if given else "available"
            size = Decimal(len(candidates))
            found.append(unit_row("M04-4", "MAY", unit_id, start, None, size, state))
    return found
