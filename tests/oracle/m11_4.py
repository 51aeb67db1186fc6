"""M11-4: a health check within thirty days of release."""

from __future__ import annotations

from decimal import Decimal

from .deliveries import serves
from .model import DAY, Person, Row
from .spells import Deployment, deployments
from .world import World


def rows(world: World) -> list[Row]:
    return [
        _row(world, person, deployment)
        for person in world.people.values()
        if person.medical
        for deployment in deployments(world, person.person_id)
    ]


def _checked(world: World, person: Person, deployment: Deployment) -> bool:
    if deployment.release is None:
        return False
    return any(
        serves(delivery, "M11-4", person.person_id, deployment.first)
        and delivery.on_date >= deployment.last
        for delivery in world.deliveries
    )


def _row(world: World, person: Person, deployment: Deployment) -> Row:
    release = deployment.release
    due = None if release is None else release + DAY * world.params.check_days
    checked = _checked(world, person, deployment)
    if checked:
        state = "met"
    elif due is not None and world.as_of > due:
        state = "overdue"
    else:
        state = "owed"
    return Row(
        provision="M11-4",
        modality="MUST",
        subject_kind="person",
        subject_id=person.person_id,
        period_start=deployment.first,
        period_end=release,
        quantity=Decimal(1),
        quantity_unit="count",
        quantity_met=Decimal(1 if checked else 0),
        due_on=due,
        state=state,
        owner_unit_id=person.unit_id,
    )
