"""M11-3: counselling is offered in the first weeks, at the end, after it, and in a crisis."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from .model import DAY, Delivery, Person, Row
from .months import clock, given, names, one
from .spells import Deployment, deployments
from .world import World


def rows(world: World) -> list[Row]:
    found = []
    for person in world.people.values():
        if person.medical:
            mine = deployments(world, person.person_id)
            for deployment, following in zip(mine, [*mine[1:], None], strict=False):
                until = None if following is None else following.first
                found += _offers(world, person, deployment, until)
            found += _crises(world, person)
    return found


def _planned(world: World, deployment: Deployment) -> list[tuple[str, date, date]]:
    """Name, period_start and due day of the offers that have a row, in order."""
    params, start, release = world.params, deployment.first, deployment.release
    first = start + DAY * (params.counselling_first - 1)
    second = start + DAY * (params.counselling_second - 1)
    early = [("first", start, first), ("second", first + DAY, second)]
    if release is None:
        return [offer for offer in early if offer[1] <= world.as_of]
    after = release + DAY * params.counselling_after
    late = [("end", release, release), ("after", release + DAY, after)]
    return [
        *(offer for offer in early if offer[2] <= deployment.last),
        *(offer for offer in late if offer[1] <= world.as_of),
    ]


def _offers(
    world: World, person: Person, deployment: Deployment, until: date | None
) -> Iterator[Row]:
    offers = _planned(world, deployment)
    mine = [
        delivery
        for delivery in given(world, "M11-3", person.person_id)
        if deployment.first <= delivery.on_date and (until is None or delivery.on_date < until)
    ]
    by_name = _by_name(offers, mine)
    rest = [name for name, _, _ in offers if name not in by_name]
    undated = {delivery.on_date for delivery in mine if delivery.period_start is None}
    met = by_name | set(rest[: len(undated)])
    for name, start, due in offers:
        yield _row(world, person, (start, due), (name,), met=name in met)


def _by_name(offers: list[tuple[str, date, date]], mine: list[Delivery]) -> set[str]:
    named = {delivery.period_start for delivery in mine}
    return {name for name, start, _ in offers if start in named}


def _crises(world: World, person: Person) -> Iterator[Row]:
    for harm in world.harms:
        if harm.person_id != person.person_id or harm.kind != "violence":
            continue
        if harm.arises_from_duty is False:
            continue
        met = any(
            delivery.on_date >= harm.date and names(delivery, harm.date)
            for delivery in given(world, "M11-3", person.person_id)
        )
        due = harm.date + DAY
        yield _row(world, person, (harm.date, due), ("crisis", harm.harm_id), met=met)


def _row(
    world: World, person: Person, period: tuple[date, date], extra: tuple[str, ...], *, met: bool
) -> Row:
    start, due = period
    return Row(
        provision="M11-3",
        modality="MUST",
        subject_kind="person",
        subject_id=person.person_id,
        period_start=start,
        period_end=due,
        quantity=Decimal(1),
        quantity_unit="count",
        quantity_met=one(met),
        due_on=due,
        state=clock(world, due, met=met),
        owner_unit_id=person.unit_id,
        extra=extra,
    )
