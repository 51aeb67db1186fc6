"""Monthly tiles: a person's days of each class as masks, and sums in whole seconds."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.days import calendar, month
from nuanxin.packs.dalian2020.stages.sources import fact_in_scope
from nuanxin.packs.dalian2020.stages.standing import days_by_month
from nuanxin.packs.dalian2020.stages.work import (
    LONG,
    compensated,
    entangled_day,
    entangled_shift,
    row,
    shifts,
)
from nuanxin.policy.stage import kept_stage, stage
from nuanxin.policy.terms import (
    DAY,
    HOUR,
    as_of,
    date_of,
    day_number,
    month_number,
    param,
    when,
    whole,
    whole_part,
    without,
)

FULL_DAY = HOUR * param("subsidy.day_rule.full")
"""Above this many seconds a day is paid in full; exactly as many are half a day."""


@stage
def tile() -> ir.Table:
    """Alone rows by person, named spell and month: each class of days as a mask.

    ``confirmed`` and ``unsettled`` are days whose contact is confirmed or unknown, ``at_contact``
    and ``at_risk`` days at such posts, ``full`` days above the half-day limit.
    """
    a = row.table
    a = a.filter(a.is_alone)
    extra = compensated(a, a.length)
    return a.group_by("person_id", "spell_id", "month").agg(
        days=a.bit.bit_or(),
        full=when(a.length > FULL_DAY, a.bit).bit_or(),
        confirmed=when(a.contact_confirmed, a.bit).bit_or(),
        unsettled=when(a.contact_confirmed.isnull(), a.bit).bit_or(),
        at_contact=when(a.at_contact, a.bit).bit_or(),
        at_risk=when(a.at_risk, a.bit).bit_or(),
        compensated_days=when(extra > 0, a.bit).bit_or(),
        compensated_seconds=extra.sum().cast("int64"),
        long_shifts=(a.length > LONG).cast("int64").sum().cast("int64"),
        longest_day=a.length.max(),
    )


@stage
def month_of_person() -> ir.Table:
    """Duty days of each person and month, and what tells whether a look at overload is needed."""
    t, d, s = tile.table, entangled_day.table, entangled_shift.table
    regular = t.select("person_id", "month", "days", "long_shifts", "longest_day")
    days = d.select("person_id", "month", days=d.bit, long_shifts=whole(0), longest_day=d.seconds)
    starts = date_of(whole_part(s.shift_start, DAY))
    long = s.select(
        "person_id",
        month=month_number(starts),
        days=whole(0),
        long_shifts=((s.end - s.shift_start) > LONG).cast("int64"),
        longest_day=whole(0),
    )
    parts = ibis.union(regular, days, long)
    return parts.group_by("person_id", "month").agg(
        duty=parts.days.bit_or(),
        long_shifts=parts.long_shifts.sum().cast("int64"),
        longest_day=parts.longest_day.max(),
    )


@kept_stage
def shifts_of_unit() -> ir.Table:
    """Shifts and long shifts of each unit and month, to be summed over slices (M07-2)."""
    s = shifts()
    s = s.mutate(
        month=month_number(date_of(whole_part(s.start, DAY))), is_long=(s.end - s.start) > LONG
    )
    return s.group_by("unit_id", "month").agg(
        shifts=s.count(), long_shifts=s.is_long.cast("int64").sum().cast("int64")
    )


ABSENCES = ("rest15", "quarantine", "compensatory", "annual")


@stage
def absence_month() -> ir.Table:
    """Days absent by kind as masks, up to the as-of day."""
    a = fact_in_scope("absences")
    a = a.filter(a.kind.isin(ABSENCES)).select(
        "person_id",
        "kind",
        start=day_number(a.start_date),
        last_day=ibis.least(day_number(a.end_date), as_of()),
    )
    cut = days_by_month(a.filter(a.start <= as_of()))
    masks = {kind: when(cut.kind == kind, cut.days).bit_or() for kind in ABSENCES}
    return cut.group_by("person_id", "month").agg(**masks)


@stage
def free_day() -> ir.Table:
    """Absent days that could count, per person and month, duty days taken out.

    ``rest15`` days lose those also covered by quarantine, compensatory or annual leave
    (M11-5); ``compensatory`` days lose days off, quarantine and annual leave (M07-4).
    """
    a, p, m, c = absence_month.table, month_of_person.table, month.table, calendar.table
    workdays = c.group_by("month").agg(workdays=when(c.is_workday, c.bit).bit_or())
    a = a.inner_join(m.select("month", "first_day"), "month").inner_join(workdays, "month")
    a = a.left_join(p.select("person_id", "month", "duty"), ["person_id", "month"])
    taken = a.duty.fill_null(0) | a.quarantine | a.annual
    return a.select(
        "person_id",
        "month",
        "first_day",
        rest15=without(a.rest15, taken | a.compensatory),
        compensatory=without(a.compensatory & a.workdays, taken),
    )


def unpacked(masks: ir.Table, mask: str) -> ir.Table:
    """One row for each day of a mask: the other columns and ``day``."""
    c = calendar.table.select("month", "day", "bit")
    days = masks.inner_join(c, "month")
    return days.filter((days[mask] & days.bit) != 0).drop("bit", mask)
