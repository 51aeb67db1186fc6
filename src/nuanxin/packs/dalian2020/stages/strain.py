"""In which months overload is possible at all (M07-3): a necessary sign, read off masks."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.days import month
from nuanxin.packs.dalian2020.stages.lens import month_sketch, with_tangled
from nuanxin.packs.dalian2020.stages.sketch import LONG
from nuanxin.packs.dalian2020.stages.work import person_days, shifts
from nuanxin.policy.stage import stage
from nuanxin.policy.terms import (
    DAY,
    HOUR,
    bit,
    count_days,
    date_of,
    month_number,
    param,
    when,
    whole,
    whole_part,
    without,
)


@stage
def watched() -> ir.Table:
    """People and months in which overload is possible, and the months before these: by the
    sketch where days are plain, by shifts and person-days where they are tangled.

    A run of days that begins still earlier fills the month before, which is then watched itself.
    """
    p = with_tangled(month_sketch.table)
    plain, mixed = p.filter(p.tangled == 0), _mixed_months(p.filter(p.tangled != 0))
    columns = ("person_id", "month", "days", "long_days", "longest")
    both = with_month_before(
        ibis.union(plain.select(*columns), mixed.select(*columns)), ("days", "long_days")
    )
    # Two long shifts that start on one day count twice, which a mask cannot show.
    doubled = mixed.filter(mixed.long_shifts > count_days(mixed.long_starts))
    months = ibis.union(
        both.filter(strained(both)).select("person_id", "month"),
        doubled.select("person_id", "month"),
        doubled.select("person_id", month=doubled.month + 1),
    )
    before = months.select("person_id", month=months.month - 1)
    return ibis.union(months, before, distinct=True)


def _mixed_months(p: ir.Table) -> ir.Table:
    """What the sketch says of a month, for months with tangled days."""
    s, d = shifts(), person_days()
    long = s.filter(s.end - s.start > LONG)
    date = date_of(whole_part(long.start, DAY))
    long_days = without(p.long_days, p.tangled)
    parts = ibis.union(
        p.select(
            "person_id",
            "month",
            days=without(p.days, p.tangled),
            long_days=long_days,
            long_starts=long_days,
            long_shifts=count_days(long_days),
            longest="longest",
        ),
        d.select(
            "person_id",
            "month",
            days="bit",
            long_days=when(d.seconds > LONG, d.bit),
            long_starts=whole(0),
            long_shifts=whole(0),
            longest="seconds",
        ),
        long.select(
            "person_id",
            month=month_number(date),
            days=whole(0),
            long_days=bit(date.day()),
            long_starts=bit(date.day()),
            long_shifts=whole(1),
            longest=whole(0),
        ),
    )
    return parts.group_by("person_id", "month").agg(
        days=parts.days.bit_or(),
        long_days=parts.long_days.bit_or(),
        long_starts=parts.long_starts.bit_or(),
        long_shifts=parts.long_shifts.sum().cast("int64"),
        longest=parts.longest.max(),
    )


def with_month_before(p: ir.Table, masks: tuple[str, ...]) -> ir.Table:
    """Put the month before into the low bits of each mask, and its longest day beside."""
    m = month.table
    p = p.inner_join(m.select("month", length=m.last_day - m.first_day + 1), "month")
    before = p.select(
        "person_id",
        month=p.month + 1,
        before_length="length",
        before_longest="longest",
        **{f"before_{name}": name for name in masks},
    )
    others = [name for name in p.columns if name not in (*masks, "longest", "length")]
    p = p.left_join(before, ["person_id", "month"])
    shift = p.before_length.fill_null(0)
    return p.select(
        *others,
        longest=ibis.greatest(p.longest, p.before_longest.fill_null(0)),
        **{name: p[f"before_{name}"].fill_null(0) | (p[name] << shift) for name in masks},
    )


def _in_a_row(days: ir.IntegerValue, length: int) -> ir.IntegerValue:
    """Where a run of ``length`` days begins (a power of two, or seven)."""
    steps = {7: (1, 2, 3), 8: (1, 2, 4)}[length]
    for step in steps:
        days = days & (days >> step)
    return days


def _three_in_seven(days: ir.IntegerValue) -> ir.BooleanValue:
    """Whether three of the days lie within seven days on end."""
    found = whole(0)
    for second in range(1, 6):
        for third in range(second + 1, 7):
            found = found | (days & (days >> second) & (days >> third))
    return found != 0


def strained(p: ir.Table) -> ir.BooleanValue:
    """Months in which the overload rule of M07-3 can fire; ``long_days`` are days on which a
    long shift starts or more than a normal day is worked.

    Ten days in a row hold eight; 60 hours in seven days need three long days, or seven days in
    a row with a long one, or a day above 14 hours. Where the parameters are stricter than
    that reckoning allows, everybody is looked at.
    """
    stricter = (
        (param("rest.duty_run_max") < 8)
        | (param("rest.long_shifts_in_week") < 3)
        | (param("rest.week_hours_max") < 60)
        | (param("rest.week_window") > 7)
        | (param("roster.shift_max_normal") > 8)
    )
    return (
        stricter
        | (_in_a_row(p.days, 8) != 0)
        | _three_in_seven(p.long_days)
        | ((_in_a_row(p.days, 7) != 0) & (p.longest > LONG))
        | (p.longest > 14 * HOUR)
    )
