"""M09-3: the increment goes only to those who took part, to the fen."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from .m09_2 import approvals, month_of
from .model import DAY, Row
from .months import clock, first_of, given, last_of, qualifying_days
from .world import World


def rows(world: World) -> list[Row]:
    days = qualifying_days(world)
    months = {
        (delivery.subject_id, month_of(delivery))
        for delivery in given(world, "M09-2")
        if delivery.subject_id in world.units
    }
    return [_row(world, unit, month, days) for unit, month in months]


def _row(world: World, unit: str, month: date, days: dict[str, set[date]]) -> Row:
    approved = approvals(world, unit, month)
    is_known = all(d.quantity is not None for d in approved)
    quantity = sum((d.quantity or Decimal(0) for d in approved), Decimal(0))
    inside = outside = Decimal(0)
    for payment in given(world, "M09-3"):
        if payment.counterpart_id != unit or month_of(payment) != month:
            continue
        fen = payment.quantity or Decimal(0)
        person = world.people.get(payment.subject_id)
        took_part = (
            person is not None
            and person.unit_id == unit
            and any(first_of(day) == month for day in days[person.person_id])
        )
        inside, outside = (inside + fen, outside) if took_part else (inside, outside + fen)
    due = max(d.on_date for d in approved) + DAY * world.params.distribute_days
    if not is_known:
        state = "unknown"
    elif outside > 0 or inside + outside > quantity:
        state = "breached"
    else:
        state = clock(world, due, met=inside == quantity)
    return Row(
        provision="M09-3",
        modality="MUST",
        subject_kind="unit",
        subject_id=unit,
        period_start=month,
        period_end=last_of(month),
        quantity=quantity,
        quantity_unit="fen",
        quantity_met=max(Decimal(0), min(inside, quantity)),
        due_on=due,
        state=state,
        owner_unit_id=unit,
        missing=None if is_known else "quantity",
    )
