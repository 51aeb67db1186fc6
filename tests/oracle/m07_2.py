"""M07-2: a shift normally lasts no longer than eight hours."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from datetime import date
from decimal import Decimal

from .model import Row, in_hours, seconds
from .time import Shift, shifts
from .world import World


def rows(world: World) -> list[Row]:
    found = []
    by_unit_month: dict[tuple[str, date], list[Shift]] = defaultdict(list)
    for person_id in world.people:
        for shift in shifts(world.work_of(person_id)):
            unit = _unit(world, shift)
            by_unit_month[unit, shift.day.replace(day=1)].append(shift)
            if _is_over(world, shift):
                found.append(_shift_row(person_id, unit, shift))
    for (unit, month), worked in by_unit_month.items():
        found.append(_month_row(world, unit, month, worked))
    return found


def _is_over(world: World, shift: Shift) -> bool:
    return shift.seconds > seconds(world.params.shift_max_hours)


def _unit(world: World, shift: Shift) -> str:
    start = min(row.start for row in shift.rows)
    end = max(row.end for row in shift.rows if row.start == start)
    first = min(
        (row for row in shift.rows if (row.start, row.end) == (start, end)),
        key=lambda row: row.attendance_id,
    )
    return world.posts[first.post_id].unit_id


def _shift_row(person_id: str, unit: str, shift: Shift) -> Row:
    reasoned = any((row.reason_over_8h or "").strip() for row in shift.rows)
    return Row(
        provision="M07-2",
        modality="NORMALLY",
        subject_kind="person",
        subject_id=person_id,
        period_start=shift.day,
        period_end=shift.day,
        quantity=in_hours(shift.seconds),
        quantity_unit="hours",
        state="excepted" if reasoned else "breached",
        owner_unit_id=unit,
        extra=(shift.start.isoformat(),),
    )


def _month_row(world: World, unit: str, month: date, worked: list[Shift]) -> Row:
    params = world.params
    over = sum(1 for shift in worked if _is_over(world, shift))
    too_many = over > params.over_always_allowed and over * 100 > params.over_share_percent * len(
        worked
    )
    return Row(
        provision="M07-2",
        modality="NORMALLY",
        subject_kind="unit",
        subject_id=unit,
        period_start=month,
        period_end=month.replace(day=monthrange(month.year, month.month)[1]),
        quantity=Decimal(over),
        quantity_unit="count",
        state="breached" if too_many else "kept",
        owner_unit_id=unit,
    )
