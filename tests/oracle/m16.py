"""M16: what is published, how far it reaches, and stories with consent and two approvals."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal

from .model import Delivery, Person, Row
from .months import clock, first_of, given, last_of, rounded_up
from .world import World

Months = dict[tuple[str, date], list[Delivery]]


def rows(world: World) -> list[Row]:
    found = [
        _items(provision, unit, month, items)
        for provision in ("M16-1", "M16-2")
        for (unit, month), items in _by_unit(world, provision).items()
    ]
    stories: dict[tuple[str, date], list[Person]] = defaultdict(list)
    for story in given(world, "M16-3"):
        person = world.people.get(story.subject_id)
        if person is None:
            continue
        found += _story(world, person, story)
        if story.counterpart_id in world.units:
            stories[str(story.counterpart_id), first_of(story.on_date)].append(person)
    return found + [_balance(world, *key, people) for key, people in stories.items()]


def _by_unit(world: World, provision: str) -> Months:
    found: Months = defaultdict(list)
    for delivery in given(world, provision):
        if delivery.subject_id in world.units:
            found[delivery.subject_id, first_of(delivery.on_date)].append(delivery)
    return found


def _items(provision: str, unit: str, month: date, items: list[Delivery]) -> Row:
    reached = any((item.quantity or Decimal(0)) > 0 for item in items)
    is_known = provision == "M16-1" or reached
    return Row(
        provision=provision,
        modality="MUST",
        subject_kind="unit",
        subject_id=unit,
        period_start=month,
        period_end=last_of(month),
        quantity=Decimal(len(items)),
        quantity_unit="count",
        state="met" if is_known else "unknown",
        owner_unit_id=unit,
        missing=None if is_known else "quantity",
    )


def _story(world: World, person: Person, story: Delivery) -> list[Row]:
    wanted = Decimal(world.params.story_approvals)
    refused = any(
        (waiver.person_id, waiver.provision) == (person.person_id, "M16-3")
        and waiver.on_date <= story.on_date
        for waiver in world.waivers
    )
    approvals = story.quantity
    if refused or (approvals is not None and approvals < wanted):
        state = "breached"
    elif approvals is None:
        state = "unknown"
    else:
        return []
    return [
        Row(
            provision="M16-3",
            modality="MUST",
            subject_kind="person",
            subject_id=person.person_id,
            period_start=story.on_date,
            period_end=story.on_date,
            quantity=wanted,
            quantity_unit="count",
            quantity_met=None if approvals is None else max(Decimal(0), min(approvals, wanted)),
            state=state,
            owner_unit_id=story.counterpart_id if story.counterpart_id in world.units else None,
            missing="quantity" if state == "unknown" else None,
            extra=(story.delivery_id,),
        )
    ]


def _balance(world: World, unit: str, month: date, people: list[Person]) -> Row:
    least = rounded_up(Decimal(len(people) * world.params.grassroots_percent) / 100)
    grassroots = min(Decimal(sum(not person.is_leader for person in people)), least)
    last = last_of(month)
    state = clock(world, last, met=grassroots >= least)
    return Row(
        provision="M16-3",
        modality="MUST",
        subject_kind="unit",
        subject_id=unit,
        period_start=month,
        period_end=last,
        quantity=least,
        quantity_unit="count",
        quantity_met=grassroots,
        due_on=last,
        state="breached" if state == "overdue" else state,
        owner_unit_id=unit,
    )
