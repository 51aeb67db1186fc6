"""M01-1: people asked for by communities are sent; M01-4: young cadres come first."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from .merit import (
    Call,
    Conditions,
    Profile,
    Tie,
    aged_at_most,
    calls_of,
    counting,
    is_absent,
    is_free,
    preferred,
    profiles,
    unit_row,
)
from .model import DAY, Row
from .world import World

TASKS = ("grid", "screening", "patrol", "checkpoint", "key_visit")


def rows(world: World) -> list[Row]:
    asked = calls_of(world, [d for d in world.deliveries if d.provision == "M01-1"])
    found = [row for call in asked for row in _asked(world, call)]
    young = calls_of(world, [d for d in world.deliveries if d.provision == "M01-4"])
    return found + [row for call in young for row in _young(world, call)]


def _asked(world: World, call: Call) -> list[Row]:
    due = call.on + DAY * world.merit["respond_days"]
    if call.quantity is None:
        unclear = unit_row("M01-1", "MUST", call.unit_id, call.on, None, None, "unknown", due=due)
        return [_with_missing(unclear)]
    people = [p for p in profiles(world) if p.unit_id == call.unit_id]
    cap = len(people) * world.merit["unit_share_percent"] // 100
    quantity = min(call.quantity, Decimal(cap))
    if quantity == 0:
        return []
    sent = {
        spell.person_id
        for spell in world.spells
        if spell.person_id in {p.person_id for p in people}
        and call.holds(spell.start_date)
        and _kind_of_post(world, spell.post_id) in TASKS
    }
    met = min(Decimal(len(sent)), quantity)
    state = "met" if met >= quantity else "overdue" if world.as_of > due else "owed"
    return [
        unit_row("M01-1", "MUST", call.unit_id, call.on, None, quantity, state, met=met, due=due)
    ]


def _with_missing(row: Row) -> Row:
    return Row(**{**vars(row), "missing": "quantity"})


def _kind_of_post(world: World, post_id: str) -> object:
    return next(row["kind"] for row in world.facts["posts"] if row["post_id"] == post_id)


def _young(world: World, call: Call) -> list[Row]:
    people = [p for p in profiles(world) if p.unit_id == call.unit_id]
    given = {p.person_id for p in people if _is_given(world, call, p)}
    enough = call.quantity is not None and len(given) >= call.quantity
    return [
        row
        for p in people
        if p.person_id in given or not enough
        for row in preferred(
            world,
            "M01-4",
            "PREFER",
            p,
            call.on,
            _conditions(world, call.on, p),
            given=p.person_id in given,
            tie=Tie(
                "unit",
                lacks=lambda q: _is_young(world, call.on, q) is False,
                further=lambda q: _can_go(world, call.on, q),
            ),
        )
    ]


def _is_given(world: World, call: Call, person: Profile) -> bool:
    found = counting(world, "M01-4", person.person_id, call.on)
    return any(call.holds(delivery.on_date) for delivery in found)


def _is_young(world: World, on: date, person: Profile) -> bool | None:
    limit = world.merit["young_leader_age" if person.is_leader else "young_age"]
    return aged_at_most(limit, person, on)


def _can_go(world: World, on: date, person: Profile) -> bool:
    away = is_absent(world, person.person_id, world.as_of)
    return person.is_cadre and is_free(world, person.person_id, on) and not away


def _conditions(world: World, on: date, person: Profile) -> Conditions:
    return [(_can_go(world, on, person), ""), (_is_young(world, on, person), "birth_date")]
