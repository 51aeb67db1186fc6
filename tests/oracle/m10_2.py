"""M10-2: a volunteer's harm has no employment link, and is listed as unknown."""

from __future__ import annotations

from decimal import Decimal

from .model import Row
from .records import Harm
from .world import World

KINDS = ("illness", "injury")


def rows(world: World) -> list[Row]:
    return [
        _row(world, harm)
        for harm in world.harms
        if harm.kind in KINDS
        and harm.arises_from_duty is not False
        and world.people[harm.person_id].employment == "volunteer"
    ]


def _row(world: World, harm: Harm) -> Row:
    return Row(
        provision="M10-2",
        modality="MUST",
        subject_kind="person",
        subject_id=harm.person_id,
        period_start=harm.date,
        period_end=harm.date,
        quantity=Decimal(1),
        quantity_unit="count",
        state="unknown",
        owner_unit_id=world.people[harm.person_id].unit_id,
        missing="employment link",
        extra=(harm.harm_id,),
    )
