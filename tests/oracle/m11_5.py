"""M11-5: fifteen days of rest beyond annual leave, in at most two blocks."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from .model import DAY, Person, Row
from .spells import Deployment, deployments, runs
from .time import credits_of, pieces, seconds_by_day
from .world import World


def rows(world: World) -> list[Row]:
    found = []
    for person in world.people.values():
        if not person.medical:
            continue
        work = world.work_of(person.person_id)
        duty = set(seconds_by_day(credits_of(pieces(work, world.end))))
        mine = deployments(world, person.person_id)
        for place, deployment in enumerate(mine):
            if duty & deployment.days:
                following = mine[place + 1].first if place + 1 < len(mine) else None
                counted = _counted(world, person, deployment, following, duty)
                found.append(_row(world, person, deployment, counted))
    return found


def _counted(
    world: World,
    person: Person,
    deployment: Deployment,
    following: date | None,
    duty: set[date],
) -> set[date]:
    rest = world.absent(person.person_id, "rest15")
    rest -= world.absent(person.person_id, "quarantine", "compensatory", "annual")
    return {
        day
        for day in rest - duty
        if day > deployment.last and (following is None or day < following)
    }


def _row(world: World, person: Person, deployment: Deployment, counted: set[date]) -> Row:
    params = world.params
    blocks = sorted(((last - first).days + 1 for first, last in runs(counted)), reverse=True)
    rested = min(sum(blocks[: params.rest_blocks]), params.rest_days)
    due = None
    if deployment.release is not None:
        days = params.rest_done_days if blocks else params.rest_begin_days
        due = deployment.release + DAY * days
    if due is None:
        state = "owed"
    elif rested >= params.rest_days:
        state = "met"
    else:
        state = "overdue" if world.as_of > due else "owed"
    return Row(
        provision="M11-5",
        modality="MUST",
        subject_kind="person",
        subject_id=person.person_id,
        period_start=deployment.first,
        period_end=deployment.release,
        quantity=Decimal(params.rest_days),
        quantity_unit="days",
        quantity_met=Decimal(rested),
        due_on=due,
        state=state,
        owner_unit_id=person.unit_id,
    )
