"""M08-2: meals and night duty, day by day, and whether the worker confirms them."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from .model import Person, Row, seconds
from .months import clock, first_of, given, last_of
from .spells import spans
from .time import credits_of, pieces, seconds_by_day
from .world import World


def rows(world: World) -> list[Row]:
    silent_units = set(world.units) - {
        world.people[delivery.subject_id].unit_id
        for delivery in given(world, "M08-2")
        if delivery.subject_id in world.people
    }
    found = []
    unknown: dict[tuple[str, date], int] = defaultdict(int)
    for person in world.people.values():
        for month, days in _by_month(_services(world, person)).items():
            owed = sum(days.values())
            if person.unit_id in silent_units:
                unknown[person.unit_id, month] += owed
                continue
            confirmed = sum(
                min(Decimal(count), _confirmed(world, person, day)) for day, count in days.items()
            )
            if confirmed < owed:
                found.append(_row(world, person, month, owed, Decimal(confirmed)))
    silent = [_silent(unit, month, owed) for (unit, month), owed in unknown.items()]
    return found + silent


def _services(world: World, person: Person) -> dict[date, int]:
    """The services owed on each day that is a duty day and a spell day, where there are any."""
    cut = pieces(world.work_of(person.person_id), world.end)
    worked = seconds_by_day(credits_of(cut))
    at_front = {day for span in spans(world, person.person_id) for day in span.days}
    found = {}
    for day, length in worked.items():
        if day not in at_front:
            continue
        today = [piece for piece in cut if piece.day == day]
        meal = length >= seconds(world.params.meal_hours)
        night = any(_is_night(world, piece.start, piece.end) for piece in today)
        if meal or night:
            found[day] = int(meal) + int(night)
    return found


def _is_night(world: World, start: datetime, end: datetime) -> bool:
    midnight = datetime.combine(start.date(), time())
    until = midnight + timedelta(hours=world.params.night_until_hour)
    return start < until or end > midnight + timedelta(hours=world.params.night_from_hour)


def _by_month(days: dict[date, int]) -> dict[date, dict[date, int]]:
    found: dict[date, dict[date, int]] = defaultdict(dict)
    for day, count in days.items():
        found[first_of(day)][day] = count
    return found


def _confirmed(world: World, person: Person, day: date) -> Decimal:
    return sum(
        (
            Decimal(1) if delivery.quantity is None else delivery.quantity
            for delivery in given(world, "M08-2", person.person_id)
            if delivery.on_date == day
        ),
        Decimal(0),
    )


def _row(world: World, person: Person, month: date, owed: int, confirmed: Decimal) -> Row:
    due = last_of(month)
    return Row(
        provision="M08-2",
        modality="MUST",
        subject_kind="person",
        subject_id=person.person_id,
        period_start=month,
        period_end=due,
        quantity=Decimal(owed),
        quantity_unit="count",
        quantity_met=confirmed,
        due_on=due,
        state=clock(world, due, met=False),
        owner_unit_id=person.unit_id,
    )


def _silent(unit: str, month: date, owed: int) -> Row:
    return Row(
        provision="M08-2",
        modality="MUST",
        subject_kind="unit",
        subject_id=unit,
        period_start=month,
        period_end=last_of(month),
        quantity=Decimal(owed),
        quantity_unit="count",
        state="unknown",
        owner_unit_id=unit,
        missing="deliveries",
    )
