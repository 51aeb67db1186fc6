"""M07-4: hours beyond eight, and hours on days off, come back as rest after the task."""

from __future__ import annotations

from datetime import date

from .model import DAY, Person, Row, in_hours, seconds
from .spells import Deployment, deployments
from .time import credits_of, pieces, seconds_by_day
from .world import World


def rows(world: World) -> list[Row]:
    found = []
    for person in world.people.values():
        mine = deployments(world, person.person_id)
        hours = seconds_by_day(credits_of(pieces(world.work_of(person.person_id), world.end)))
        left = _paid(world, person, mine, hours)
        for deployment in mine:
            accrued = _accrued(world, deployment, hours)
            paid = min(left, accrued)
            left -= paid
            if accrued > 0:
                found.append(_row(world, person, deployment, accrued, paid))
    return found


def _accrued(world: World, deployment: Deployment, hours: dict[date, int]) -> int:
    total = 0
    for day in deployment.days:
        worked = hours.get(day, 0)
        if world.workdays.is_workday(day):
            worked = max(0, worked - seconds(world.params.shift_max_hours))
        total += worked
    return total


def _paid(world: World, person: Person, mine: list[Deployment], hours: dict[date, int]) -> int:
    """Seconds paid by compensatory days, all deployments together."""
    if not mine:
        return 0
    first = min(deployment.first for deployment in mine)
    days = world.absent(person.person_id, "compensatory")
    days -= world.absent(person.person_id, "quarantine", "annual")
    paying = [
        day for day in days if day >= first and day not in hours and world.workdays.is_workday(day)
    ]
    return len(paying) * seconds(world.params.compensatory_hours_a_day)


def _row(world: World, person: Person, deployment: Deployment, accrued: int, paid: int) -> Row:
    params = world.params
    due = None
    if deployment.release is not None:
        days = params.compensatory_done_days if paid else params.compensatory_begin_days
        due = deployment.release + DAY * days
    if paid >= accrued:
        state = "met"
    elif due is not None and world.as_of > due:
        state = "overdue"
    else:
        state = "owed"
    return Row(
        provision="M07-4",
        modality="MUST",
        subject_kind="person",
        subject_id=person.person_id,
        period_start=deployment.first,
        period_end=deployment.release,
        quantity=in_hours(accrued),
        quantity_unit="hours",
        quantity_met=in_hours(paid),
        due_on=due,
        state=state,
        owner_unit_id=person.unit_id,
    )
