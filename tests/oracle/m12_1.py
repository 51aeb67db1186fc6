"""M12-1: the family card, with its eight needs."""

from __future__ import annotations

from decimal import Decimal

from .families import FamilyPeriod, family_periods, within
from .model import DAY, Person, Row
from .months import clock
from .world import World


def rows(world: World) -> list[Row]:
    return [
        _row(world, person, period)
        for person in world.people.values()
        for period in family_periods(world, person)
    ]


def _row(world: World, person: Person, period: FamilyPeriod) -> Row:
    cards = within(world, "M12-1", person, period, period.first)
    known = max((c.quantity for c in cards if c.quantity is not None), default=Decimal(0))
    needs = Decimal(world.params.card_needs)
    due = period.first + DAY * world.params.card_days
    met = known >= needs
    unclear = not met and any(card.quantity is None for card in cards)
    return Row(
        provision="M12-1",
        modality="MUST",
        subject_kind="person",
        subject_id=person.person_id,
        period_start=period.first,
        period_end=None if period.open else period.last,
        quantity=needs,
        quantity_unit="count",
        quantity_met=max(Decimal(0), min(known, needs)),
        due_on=due,
        state="unknown" if unclear else clock(world, due, met=met),
        owner_unit_id=person.unit_id,
        missing="quantity" if unclear else None,
    )
