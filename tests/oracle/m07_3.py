"""M07-3: forced rest after long overload, and seven days after thirty days on end."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from .model import DAY, Person, Row, in_hours, seconds
from .spells import Stint, spans, stints
from .time import Credit, Shift, credits_of, length, pieces, seconds_by_day, shifts
from .world import World


def rows(world: World) -> list[Row]:
    found = []
    for person in world.people.values():
        found += _episodes(world, person)
        for stint in stints(spans(world, person.person_id)):
            if stint.ended and (stint.last - stint.first).days + 1 >= world.params.long_stint_days:
                found.append(_after_stint(world, person, stint))
    return found


def _episodes(world: World, person: Person) -> list[Row]:
    work = world.work_of(person.person_id)
    worked = shifts(work)
    credit = credits_of(pieces(work, world.end))
    found = []
    closed: datetime | None = datetime.min
    for day in _firing_days(world, worked, credit):
        if closed is None:
            break
        last_work = max(part.end for part in credit if part.day == day)
        held = next(shift for shift in worked if shift.start < last_work <= shift.end)
        if held.start < closed:
            continue
        later = [shift for shift in worked if shift.start > held.end]
        closed = _closing(world, held.end, later)
        found.append(_episode_row(world, person, day, held.end, later, closed))
    return found


def _firing_days(world: World, worked: list[Shift], credit: list[Credit]) -> list[date]:
    params = world.params
    hours = seconds_by_day(credit)
    found = []
    in_a_row = 0
    for day in sorted(hours):
        in_a_row = in_a_row + 1 if day - DAY in hours else 1
        week = [day - DAY * step for step in range(7)]
        long = [
            shift
            for shift in worked
            if shift.day in week and shift.seconds > seconds(params.shift_max_hours)
        ]
        if (
            sum(hours.get(other, 0) for other in week) > seconds(params.week_max_hours)
            or in_a_row >= params.duty_days_in_a_row
            or len(long) >= params.long_shifts_in_week
        ):
            found.append(day)
    return found


def _rest(world: World) -> timedelta:
    return timedelta(hours=world.params.forced_rest_hours)


def _closing(world: World, since: datetime, later: list[Shift]) -> datetime | None:
    """When the first 48 h free of work from E on are complete; None while they are not."""
    for shift in later:
        if shift.start - since >= _rest(world):
            return since + _rest(world)
        since = shift.end
    complete = since + _rest(world)
    return complete if complete <= world.end else None


def _longest_rest(world: World, since: datetime, later: list[Shift]) -> int:
    rests = []
    for shift in later:
        rests.append(length(since, shift.start))
        since = shift.end
    rests.append(max(0, length(since, world.end)))
    return min(max(rests), seconds(world.params.forced_rest_hours))


def _episode_row(
    world: World,
    person: Person,
    day: date,
    end: datetime,
    later: list[Shift],
    closed: datetime | None,
) -> Row:
    due = end + _rest(world)
    if any(shift.start < due for shift in later):
        state = "breached"
    elif due <= world.end:
        state = "met"
    else:
        state = "owed"
    return Row(
        provision="M07-3",
        modality="MUST",
        subject_kind="person",
        subject_id=person.person_id,
        period_start=day,
        period_end=None if closed is None else closed.date(),
        quantity=Decimal(world.params.forced_rest_hours),
        quantity_unit="hours",
        quantity_met=in_hours(_longest_rest(world, end, later)),
        due_on=due.date(),
        state=state,
        owner_unit_id=person.unit_id,
        extra=("hours",),
    )


def _after_stint(world: World, person: Person, stint: Stint) -> Row:
    first = stint.last + DAY
    last = stint.last + DAY * world.params.long_stint_rest_days
    begin, end = datetime.combine(first, time()), datetime.combine(last + DAY, time())
    if any(begin <= shift.start < end for shift in shifts(world.work_of(person.person_id))):
        state = "breached"
    elif world.as_of >= last:
        state = "met"
    else:
        state = "owed"
    return Row(
        provision="M07-3",
        modality="MUST",
        subject_kind="person",
        subject_id=person.person_id,
        period_start=first,
        period_end=last,
        quantity=Decimal(world.params.long_stint_rest_days),
        quantity_unit="days",
        due_on=last,
        state=state,
        owner_unit_id=person.unit_id,
        extra=("days",),
    )
