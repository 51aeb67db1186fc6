"""M08-1: the money of a fund goes mainly to the front line, counted from its first entry."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from .model import Row
from .months import first_of, last_of, rounded_up
from .records import FundEntry
from .world import World

FRONTLINE = ("frontline_support", "consolation")


def rows(world: World) -> list[Row]:
    months = sorted({(entry.fund, first_of(entry.on_date)) for entry in world.funds})
    found = [_row(world, fund, month) for fund, month in months]
    return [row for row in found if row is not None]


def _sum(entries: list[FundEntry]) -> int:
    return sum(entry.amount_fen for entry in entries)


def _row(world: World, fund: str, month: date) -> Row | None:
    last, params = last_of(month), world.params
    entries = [e for e in world.funds if e.fund == fund and e.on_date <= last]
    total = _sum(entries)
    if total <= 0:
        return None
    high_entries = [entry for entry in entries if entry.purpose in FRONTLINE]
    high = _sum(high_entries)
    sure = _sum([entry for entry in high_entries if entry.beneficiary_kind is not None])
    if sure * 100 >= params.dues_floor_percent * total:
        state = "met"
    elif high * 100 >= params.dues_floor_percent * total:
        state = "unknown"
    elif world.as_of <= last:
        state = "owed"
    elif high * 100 < params.dues_alarm_percent * total:
        state = "breached"
    else:
        state = "overdue"
    floor = rounded_up(Decimal(total * params.dues_floor_percent) / 100)
    return Row(
        provision="M08-1",
        modality="MUST",
        subject_kind="fund",
        subject_id=fund,
        period_start=month,
        period_end=last,
        quantity=floor,
        quantity_unit="fen",
        quantity_met=max(Decimal(0), min(Decimal(sure), floor)),
        due_on=last,
        state=state,
        owner_unit_id=None,
        missing="beneficiary_kind" if state == "unknown" else None,
    )
