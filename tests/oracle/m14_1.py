"""M14-1: an inquiry into a slip answers six tests."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from .model import Person, Row
from .months import given, names
from .world import World


def rows(world: World) -> list[Row]:
    found = []
    for person in world.people.values():
        opened = sorted(
            {d.on_date for d in given(world, "M14-1", person.person_id) if d.quantity == 0}
        )
        for day, following in zip(opened, [*opened[1:], None], strict=False):
            found.append(_row(world, person, day, following))
    return found


def _row(world: World, person: Person, day: date, following: date | None) -> Row:
    sheets = [
        delivery
        for delivery in given(world, "M14-1", person.person_id)
        if delivery.quantity != 0
        and day <= delivery.on_date
        and (following is None or delivery.on_date < following)
        and names(delivery, day)
    ]
    tests = Decimal(world.params.fault_tests)
    known = [(s.on_date, s.quantity) for s in sheets if s.quantity is not None]
    most = max((answered for _, answered in known), default=Decimal(0))
    complete = [on_date for on_date, answered in known if answered >= tests]
    unclear = not complete and len(known) < len(sheets)
    return Row(
        provision="M14-1",
        modality="MUST",
        subject_kind="person",
        subject_id=person.person_id,
        period_start=day,
        period_end=min(complete, default=None),
        quantity=tests,
        quantity_unit="count",
        quantity_met=max(Decimal(0), min(most, tests)),
        state="met" if complete else "unknown" if unclear else "owed",
        owner_unit_id=person.unit_id,
        missing="quantity" if unclear else None,
    )
