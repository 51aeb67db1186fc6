"""M12-5: one named contact for the family of each aid member, of at most three families."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from .families import FamilyPeriod, family_periods, family_row, within
from .model import DAY, Delivery, Person, Row
from .world import World

Family = tuple[Person, FamilyPeriod]


def rows(world: World) -> list[Row]:
    families: list[Family] = [
        (person, period)
        for person in world.people.values()
        for period in family_periods(world, person, aid=True)
    ]
    named = {family: _naming(world, family) for family in families}
    beyond = [
        family
        for contact in {naming.counterpart_id for naming in named.values() if naming}
        for family in _held_by(contact, named)[world.params.families_a_contact :]
    ]
    return [_row(world, family, named[family], beyond=family in beyond) for family in families]


def _naming(world: World, family: Family) -> Delivery | None:
    """The last delivery that names a contact for the family."""
    person, period = family
    found = [
        delivery
        for delivery in within(world, "M12-5", person, period, period.first)
        if delivery.counterpart_id
    ]
    return max(found, key=lambda naming: (naming.on_date, naming.delivery_id), default=None)


def _held_by(contact: str | None, named: dict[Family, Delivery | None]) -> list[Family]:
    """The open families of a contact in the order in which he got them."""
    held = [
        (naming.on_date, family[0].person_id, family)
        for family, naming in named.items()
        if naming and naming.counterpart_id == contact and family[1].open
    ]
    return [family for _, _, family in sorted(held, key=lambda entry: entry[:2])]


def _row(world: World, family: Family, naming: Delivery | None, *, beyond: bool) -> Row:
    person, period = family
    row = family_row(
        world,
        "M12-5",
        person,
        (period.first, None if period.open else period.last),
        period.first + DAY * world.params.contact_days,
        met=naming is not None,
    )
    return replace(row, state="breached", quantity_met=Decimal(0)) if beyond else row
