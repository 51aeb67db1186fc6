"""M11-2: help with the way to work for those who say they need it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from .deliveries import serves
from .model import DAY, Person, Row
from .months import clock, one
from .spells import deployments
from .world import World


def rows(world: World) -> list[Row]:
    return [
        row
        for person in world.people.values()
        if person.medical and person.needs_transport is not False
        for row in _rows(world, person)
    ]


def _rows(world: World, person: Person) -> Iterator[Row]:
    mine = deployments(world, person.person_id)
    for deployment, following in zip(mine, [*mine[1:], None], strict=False):
        start = deployment.first
        helped = any(
            serves(delivery, "M11-2", person.person_id, start)
            and start <= delivery.on_date
            and (following is None or delivery.on_date < following.first)
            for delivery in world.deliveries
        )
        is_known = person.needs_transport is not None
        if not is_known and (helped or deployment.release is not None):
            continue
        due = start + DAY * world.params.transport_days
        yield Row(
            provision="M11-2",
            modality="MUST",
            subject_kind="person",
            subject_id=person.person_id,
            period_start=start,
            period_end=deployment.release,
            quantity=Decimal(1),
            quantity_unit="count",
            quantity_met=one(helped),
            due_on=due if is_known else None,
            state=clock(world, due, met=helped) if is_known else "unknown",
            owner_unit_id=person.unit_id,
            missing=None if is_known else "needs_transport",
        )
