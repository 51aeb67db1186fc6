"""The clocks that run from a harm to a person (M10-1, M14-2)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from .model import Row
from .months import clock, one
from .records import Harm
from .world import World


def harm_row(
    world: World,
    provision: str,
    harm: Harm,
    name: str,
    due: date | None,
    *,
    met: bool = False,
    missing: str | None = None,
) -> Row:
    """One clock of a harm; without a due day it is not known whether it runs."""
    state = "unknown" if missing or due is None else clock(world, due, met=met)
    return Row(
        provision=provision,
        modality="MUST",
        subject_kind="person",
        subject_id=harm.person_id,
        period_start=harm.date,
        period_end=due,
        quantity=Decimal(1),
        quantity_unit="count",
        quantity_met=one(met),
        due_on=due,
        state=state,
        owner_unit_id=world.people[harm.person_id].unit_id,
        missing=missing,
        extra=(harm.harm_id, name),
    )


def happened(world: World, day: date | None) -> bool:
    return day is not None and day <= world.as_of
