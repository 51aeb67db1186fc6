"""M13-1 to M13-5: schooling of the children of those who treat or travel."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from .deliveries import serves
from .model import DAY, Row
from .records import Child
from .spells import spans
from .world import World

BY_STAGE = {
    "kindergarten_entry": "M13-2",
    "primary_entry": "M13-3",
    "senior_entry": "M13-4",
    "vocational_entry": "M13-5",
}
IN_THE_HOUSEHOLD_DISTRICT = ("M13-2", "M13-3")


def rows(world: World) -> list[Row]:
    found = []
    for child in world.children:
        start = _eligible_from(world, child)
        if start is None:
            continue
        if child.needs_home_study is not False:
            found.append(_home_study(world, child, start))
        if child.stage in BY_STAGE:
            found.append(_entry(world, child, start, BY_STAGE[child.stage]))
    return found


def _eligible_from(world: World, child: Child) -> date | None:
    """The first F4 day of any guardian."""
    return min(
        (
            span.first
            for guardian in child.guardians
            if guardian in world.people and world.people[guardian].medical
            for span in spans(world, guardian)
            if span.spell.treats_confirmed or span.spell.mission == "aid"
        ),
        default=None,
    )


def _home_study(world: World, child: Child, start: date) -> Row:
    if child.needs_home_study is None:
        return _row(world, child, start, "M13-1", "unknown", missing="needs_home_study")
    due = start + DAY * world.params.tutor_days
    state = "overdue" if world.as_of > due else "owed"
    return _row(world, child, start, "M13-1", state, due=due)


def _entry(world: World, child: Child, start: date, provision: str) -> Row:
    if provision == "M13-5":
        return _row(world, child, start, provision, "owed")
    if provision in IN_THE_HOUSEHOLD_DISTRICT and child.household_district is None:
        return _row(world, child, start, provision, "unknown", missing="household_district")
    return _row(world, child, start, provision, "available")


def _row(
    world: World,
    child: Child,
    start: date,
    provision: str,
    state: str,
    *,
    due: date | None = None,
    missing: str | None = None,
) -> Row:
    met = any(
        serves(delivery, provision, child.child_id, start) and delivery.on_date >= start
        for delivery in world.deliveries
    )
    return Row(
        provision=provision,
        modality="MAY" if provision in ("M13-2", "M13-3", "M13-4") else "MUST",
        subject_kind="child",
        subject_id=child.child_id,
        period_start=start,
        period_end=None,
        quantity=Decimal(world.params.exam_bonus if provision == "M13-4" else 1),
        quantity_unit="count",
        due_on=due,
        state="met" if met else state,
        owner_unit_id=None,
        missing=None if met else missing,
    )
