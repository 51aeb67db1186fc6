"""Days, months and the rates of each day (C1–C3)."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.sources import calendar_day, parameter_values
from nuanxin.policy.stage import once_stage
from nuanxin.policy.terms import bit, day_number, month_number, when


@once_stage
def calendar() -> ir.Table:
    """Every day with its month, its bit in the month, and the workdays counted up to it."""
    c = calendar_day
    days = c.select(
        day=day_number(c.date),
        month=month_number(c.date),
        bit=bit(c.date.day()),
        is_workday=c.is_workday,
    )
    so_far = ibis.window(order_by=days.day, preceding=None, following=0)
    return days.mutate(workday_count=days.is_workday.cast("int64").sum().over(so_far).cast("int64"))


@once_stage
def month() -> ir.Table:
    """Every month with its first and last day, its workdays, and these counted up to the last."""
    c = calendar.table
    return c.group_by("month").agg(
        first_day=c.day.min(),
        last_day=c.day.max(),
        workday_count=c.workday_count.max(),
        workdays=when(c.is_workday, c.bit).bit_or(),
    )


def _rate(days: ir.Table, key: str) -> ir.Table:
    values = parameter_values.filter(parameter_values.key == key)
    return days.left_join(
        values, (days.day >= values.from_day) & (days.day <= values.to_day)
    ).select(days, value=values.value)


@once_stage
def rate_of_day() -> ir.Table:
    """The subsidy of each day: tiers in fen (0 before they begin), Hubei factor (100 before)."""
    days = calendar.table.select("day", "month", "bit")
    for name, key in (
        ("tier1_fen", "subsidy.tier1.daily"),
        ("tier2_fen", "subsidy.tier2.daily"),
        ("hubei_percent", "subsidy.multiplier.hubei"),
    ):
        days = _rate(days, key)
        hundredths = (days.value * 100).cast("int64")
        days = days.mutate(**{name: hundredths}).drop("value")
    return days


@once_stage
def rate_of_month() -> ir.Table:
    """The months cut where a rate changes: the days of each part as a mask, and its rates (C3)."""
    days = rate_of_day.table
    return days.group_by("month", "tier1_fen", "tier2_fen", "hubei_percent").agg(
        part=days.bit.bit_or()
    )


def with_workday_after(
    rows: ir.Table, day: str, count: ir.IntegerValue, name: str = "due"
) -> ir.Table:
    """Add the ``count``-th workday after each row's ``day``, counted from the next day (C1)."""
    c = calendar.table
    on_day = c.select(**{day: c.day, "due_count": c.workday_count + count})
    workdays = c.filter(c.is_workday).select("workday_count", **{name: c.day})
    rows = rows.left_join(on_day, day).drop(f"{day}_right")
    rows = rows.left_join(workdays, rows.due_count == workdays.workday_count)
    return rows.drop("due_count", "workday_count")
