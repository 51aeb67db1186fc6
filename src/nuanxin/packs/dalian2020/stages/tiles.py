"""Monthly tiles: a person's days of each class as masks, and sums in whole seconds."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.days import calendar, month
from nuanxin.packs.dalian2020.stages.lens import lens
from nuanxin.packs.dalian2020.stages.sketch import LONG, TILE, sketch, tiles
from nuanxin.packs.dalian2020.stages.sources import fact_in_scope
from nuanxin.packs.dalian2020.stages.standing import days_by_month
from nuanxin.packs.dalian2020.stages.work import entangled_day, row, shifts
from nuanxin.policy.stage import kept_stage, stage
from nuanxin.policy.terms import (
    DAY,
    as_of,
    count_days,
    date_of,
    day_number,
    month_number,
    when,
    whole_part,
    without,
)


def plain_tiles() -> ir.Table:
    """The sketch of the people who need no lens: their tiles as they are."""
    t = sketch.table
    return t.anti_join(lens.table, t.person_id == lens.table.person_id)


@stage
def tile() -> ir.Table:
    """Alone rows by person, named spell, unit and month."""
    a, plain = row.table, plain_tiles()
    a = a.filter(a.is_alone)
    seen = a.group_by(*TILE).agg(**tiles(a))
    return ibis.union(plain.select(*seen.columns), seen)


@stage
def month_of_person() -> ir.Table:
    """The duty days of each person and month."""
    t, d = tile.table, entangled_day.table
    both = ibis.union(
        t.select("person_id", "month", "days"), d.select("person_id", "month", days=d.bit)
    )
    return both.group_by("person_id", "month").agg(duty=both.days.bit_or())


@stage
def counted_shifts() -> ir.Table:
    """Shifts and long shifts of each unit and month, of the people in scope."""
    t, s = plain_tiles(), shifts()
    s = s.select(
        "unit_id",
        month=month_number(date_of(whole_part(s.start, DAY))),
        shifts=ibis.literal(1).cast("int64"),
        long_shifts=((s.end - s.start) > LONG).cast("int64"),
    )
    t = t.select("unit_id", "month", shifts="rows", long_shifts=count_days(t.long_days))
    both = ibis.union(t, s)
    return both.group_by("unit_id", "month").agg(
        shifts=both.shifts.sum().cast("int64"), long_shifts=both.long_shifts.sum().cast("int64")
    )


@kept_stage
def shifts_of_unit() -> ir.Table:
    """The counted shifts of all slices, to be summed (M07-2)."""
    return counted_shifts.table


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
    a, p, m = absence_month.table, month_of_person.table, month.table
    a = a.inner_join(m.select("month", "first_day", "workdays"), "month")
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
