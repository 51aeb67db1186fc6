"""M11-1: both spouses medical and both on spells on the same day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from .model import Row
from .spells import runs, spans
from .world import World


def rows(world: World) -> list[Row]:
    found = []
    for pair in sorted({tuple(sorted(couple)) for couple in world.couples}):
        both = [world.people.get(person_id) for person_id in pair]
        if pair[0] == pair[1] or not all(person and person.medical for person in both):
            continue
        for first, last in runs(_spell_days(world, pair[0]) & _spell_days(world, pair[1])):
            found.append(_row(world, pair[0], pair[1], first, last))
            found.append(_row(world, pair[1], pair[0], first, last))
    return found


def _spell_days(world: World, person_id: str) -> set[date]:
    return {day for span in spans(world, person_id) for day in span.days}


def _row(world: World, person_id: str, spouse_id: str, first: date, last: date) -> Row:
    return Row(
        provision="M11-1",
        modality="BEST_EFFORT",
        subject_kind="person",
        subject_id=person_id,
        period_start=first,
        period_end=last,
        quantity=Decimal((last - first).days + 1),
        quantity_unit="days",
        state="not_kept",
        owner_unit_id=world.people[person_id].unit_id,
        extra=(spouse_id,),
    )
