"""M07-1: the roster of a unit's week is published ahead."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal

from .model import DAY, Row
from .months import clock, given, monday_of, one
from .spells import spans
from .world import World, dates

WEEK = 7 * DAY


def rows(world: World) -> list[Row]:
    weeks: dict[str, set[date]] = defaultdict(set)
    for person_id in world.people:
        for span in spans(world, person_id):
            last = world.as_of + WEEK if span.open else span.last
            unit = world.posts[span.spell.post_id].unit_id
            weeks[unit] |= {monday_of(day) for day in dates(span.first, last)}
    return [
        _row(world, unit, monday)
        for unit, mondays in weeks.items()
        for monday in mondays
        if monday - WEEK in mondays
    ]


def _row(world: World, unit: str, monday: date) -> Row:
    published = {
        monday_of(delivery.period_start)
        if delivery.period_start is not None
        else monday_of(delivery.on_date) + WEEK
        for delivery in given(world, "M07-1", unit)
    }
    planned = {
        monday_of(row.start.date())
        for row in world.unworked
        if world.posts[row.post_id].unit_id == unit
    }
    met = monday in published | planned
    due = monday - DAY * world.params.publish_ahead_days
    is_silent = not published and not planned
    return Row(
        provision="M07-1",
        modality="MUST",
        subject_kind="unit",
        subject_id=unit,
        period_start=monday,
        period_end=monday + 6 * DAY,
        quantity=Decimal(1),
        quantity_unit="count",
        quantity_met=one(met),
        due_on=due,
        state="unknown" if is_silent else clock(world, due, met=met),
        owner_unit_id=unit,
        missing="deliveries" if is_silent else None,
    )
