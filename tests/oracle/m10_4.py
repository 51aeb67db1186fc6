"""M10-4: each F4 day needs an accident and a critical-illness cover in force."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from .model import Person, Row
from .spells import runs, spans
from .world import World

KINDS = ("accident", "critical_illness")


def rows(world: World) -> list[Row]:
    return [
        _row(world, person, kind, first, last)
        for person in world.people.values()
        for kind in KINDS
        for first, last in runs(_uncovered(world, person, kind))
    ]


def _uncovered(world: World, person: Person, kind: str) -> set[date]:
    if not person.medical:
        return set()
    return {
        day
        for span in spans(world, person.person_id)
        if span.spell.treats_confirmed or span.spell.mission == "aid"
        for day in span.days
        if not _covered(world, person, kind, day)
    }


def _covered(world: World, person: Person, kind: str, day: date) -> bool:
    return any(
        cover.person_id == person.person_id
        and cover.kind == kind
        and cover.start_date <= day <= cover.end_date
        for cover in world.covers or []
    )


def _row(world: World, person: Person, kind: str, first: date, last: date) -> Row:
    absent = world.covers is None
    return Row(
        provision="M10-4",
        modality="MUST",
        subject_kind="person",
        subject_id=person.person_id,
        period_start=first,
        period_end=last,
        quantity=Decimal((last - first).days + 1),
        quantity_unit="days",
        due_on=first,
        state="unknown" if absent else "breached",
        owner_unit_id=person.unit_id,
        missing="insurance" if absent else None,
        extra=(kind,),
    )
