"""M09-2: the increment of performance pay that an institution may be approved."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal

from .model import Delivery, Row
from .months import INSTITUTIONS, first_of, given, last_of, month_before, qualifying_days
from .world import World


def rows(world: World) -> list[Row]:
    days: dict[tuple[str, date], int] = defaultdict(int)
    for person_id, theirs in qualifying_days(world).items():
        for day in theirs:
            days[world.people[person_id].unit_id, first_of(day)] += 1
    return [
        _row(world, unit, month, count)
        for (unit, month), count in days.items()
        if world.units[unit].kind in INSTITUTIONS
    ]


def month_of(delivery: Delivery) -> date:
    """The month that a delivery names, else the one before its day."""
    if delivery.period_start is not None:
        return first_of(delivery.period_start)
    return month_before(delivery.on_date)


def approvals(world: World, unit: str, month: date) -> list[Delivery]:
    return [d for d in given(world, "M09-2", unit) if month_of(d) == month]


def _row(world: World, unit: str, month: date, days: int) -> Row:
    approved = approvals(world, unit, month)
    rate = world.params.increment_yuan
    has_rate = rate > 0
    quantity = (days * rate * 100) // 1 if has_rate else Decimal(days)
    met = sum((d.quantity or Decimal(0) for d in approved), Decimal(0))
    state = "met" if approved else "available" if has_rate else "unknown"
    shown = max(Decimal(0), min(met, quantity)) if has_rate and approved else None
    return Row(
        provision="M09-2",
        modality="MAY",
        subject_kind="unit",
        subject_id=unit,
        period_start=month,
        period_end=last_of(month),
        quantity=quantity,
        quantity_unit="fen" if has_rate else "days",
        quantity_met=shown,
        state=state,
        owner_unit_id=unit,
        missing="increment rate" if state == "unknown" else None,
    )
