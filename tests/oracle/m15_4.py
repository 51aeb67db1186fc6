"""M15-4: at most one group visits a community in a day."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal

from .model import Row
from .months import given
from .world import World


def rows(world: World) -> list[Row]:
    visits: dict[tuple[str, date], list[str | None]] = defaultdict(list)
    for delivery in given(world, "M15-4"):
        unit = world.units.get(delivery.subject_id)
        if unit is not None and unit.kind in ("community", "village"):
            visits[unit.unit_id, delivery.on_date].append(delivery.counterpart_id)
    found = [_row(world, unit, day, groups) for (unit, day), groups in visits.items()]
    return [row for row in found if row is not None]


def _row(world: World, unit: str, day: date, groups: list[str | None]) -> Row | None:
    named, nameless = len({group for group in groups if group is not None}), groups.count(None)
    least, most = named or 1, named + nameless
    if most <= world.params.visits_a_day:
        return None
    state = "breached" if least > world.params.visits_a_day else "unknown"
    return Row(
        provision="M15-4",
        modality="MUST_NOT",
        subject_kind="unit",
        subject_id=unit,
        period_start=day,
        period_end=day,
        quantity=Decimal(most),
        quantity_unit="count",
        state=state,
        owner_unit_id=None,
        missing="counterpart_id" if state == "unknown" else None,
    )
