"""M08-3: days of cover of masks, coveralls, thermometers and disinfectant."""

from __future__ import annotations

from decimal import Decimal

from .model import DAY, Row
from .months import given
from .world import World

KINDS = {
    "mask": ("口罩", "mask", "respirator", "n95"),
    "coverall": ("防护服", "coverall"),
    "thermometer": ("测温", "体温", "额温", "thermometer"),
    "disinfectant": ("消毒", "酒精", "84", "disinfect", "alcohol"),
}


def rows(world: World) -> list[Row]:
    found = [_row(world, unit, kind) for unit in world.units for kind in KINDS]
    return [row for row in found if row is not None]


def kind_of(item: str) -> str | None:
    for kind, words in KINDS.items():
        if any(word in item.lower() for word in words):
            return kind
    return None


def _row(world: World, unit: str, kind: str) -> Row | None:
    issued = [i for i in world.issues if i.unit_id == unit and kind_of(i.item) == kind]
    received = [d for d in given(world, "M08-3", unit) if d.counterpart_id == kind]
    recent = world.as_of - DAY * (world.params.cover_days - 1)
    needed = sum((i.quantity for i in issued if i.at.date() >= recent), Decimal(0))
    if needed == 0:
        return None
    got = sum((d.quantity or Decimal(0) for d in received), Decimal(0))
    stock = got - sum(i.quantity for i in issued)
    if received and stock >= needed:
        return None
    days = [i.at.date() for i in issued] + [d.on_date for d in received]
    state = "unknown" if not received else "owed" if stock > 0 else "breached"
    return Row(
        provision="M08-3",
        modality="MUST",
        subject_kind="unit",
        subject_id=unit,
        period_start=min(days),
        period_end=None,
        quantity=needed,
        quantity_unit="count",
        quantity_met=None if not received else max(stock, Decimal(0)),
        state=state,
        owner_unit_id=unit,
        missing="deliveries" if not received else None,
        extra=(kind,),
    )
