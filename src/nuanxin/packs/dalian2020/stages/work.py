"""Attendance rows, shifts and person-days (T1–T4, S8).

Nearly every row is *alone*: no other row of the person touches it, overlaps it or counts to
its date. An alone row is a shift, a person-day and a paying row all at once, so it goes
straight into the monthly masks (:mod:`.tiles`); only the rest takes the exact way through
pieces and credits. Both ways use the same expressions for tiers, so there is one rule.
"""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.days import calendar
from nuanxin.packs.dalian2020.stages.sources import fact, fact_in_scope
from nuanxin.policy.stage import Stage, stage
from nuanxin.policy.terms import (
    DAY,
    HOUR,
    as_of,
    day_number,
    param,
    seconds,
    whole_part,
)

LONG = HOUR * param("roster.shift_max_normal")
"""Above this many seconds a shift is long (M07-2); exactly as many are within the limit."""


def _rows() -> ir.Table:
    a, q, c = fact_in_scope("attendance"), fact("posts"), calendar.table
    a = a.filter(a.status == "worked").select(
        "attendance_id", "person_id", "post_id", "spell_id", "contact_confirmed",
        start=seconds(a.start), end=seconds(a.end), date=a.start.date(),
        has_reason=a.reason_over_8h.notnull(),
    )  # fmt: skip
    a = a.filter(a.start < (as_of() + 1) * DAY).mutate(day=day_number(a.date))
    a = a.inner_join(
        q.select(
            "post_id",
            "unit_id",
            at_contact=q.contact.isin(["confirmed", "suspected"]),
            at_risk=q.risk.isin(["high", "higher"]),
        ),
        "post_id",
    )
    a = a.inner_join(c.select("day", "month", "bit", "is_workday"), "day")
    # A spell that starts after the as-of day does not exist yet: its rows name none (S8).
    s = fact("spells")
    unborn = s.filter(day_number(s.start_date) > as_of()).select(unborn_id="spell_id")
    a = a.left_join(unborn, a.spell_id == unborn.unborn_id)
    return a.mutate(spell_id=ibis.ifelse(a.unborn_id.isnull(), a.spell_id, ibis.null())).drop(
        "unborn_id", "date"
    )


@stage
def row() -> ir.Table:
    """Worked rows that exist at the end of the as-of day, each told whether it is alone."""
    a = _rows()
    earlier = ibis.window(group_by=a.person_id, order_by=a.start, preceding=(None, 1))
    order = ibis.window(group_by=a.person_id, order_by=a.start)
    is_cut = (a.end - a.start) > DAY
    a = a.mutate(
        length=a.end - a.start,
        earlier_end=a.end.max().over(earlier),
        cut_end=ibis.ifelse(is_cut, a.end, ibis.null()).max().over(earlier),
        earlier_day=a.day.lag().over(order),
        later_day=a.day.lead().over(order),
        later_start=a.start.lead().over(order),
    )
    is_alone = (
        (a.length <= DAY)
        & (a.earlier_end.fill_null(-1) < a.start)
        & (a.later_start.isnull() | (a.later_start > a.end))
        & (a.earlier_day.fill_null(-1) != a.day)
        & (a.later_day.fill_null(-1) != a.day)
        & (a.cut_end.fill_null(-1) <= a.day * DAY)
    )
    return a.mutate(is_alone=is_alone).drop(
        "earlier_end", "cut_end", "earlier_day", "later_day", "later_start"
    )


@stage
def entangled_shift() -> ir.Table:
    """Shifts of rows that are not alone: rows merged while they overlap or touch (T2).

    The unit is that of the post of the first row: earliest start, then latest end, then
    smallest attendance_id (M07-2).
    """
    a = row.table
    a = a.filter(~a.is_alone)
    order = [a.start, a.end.desc(), a.attendance_id]
    earlier = ibis.window(group_by=a.person_id, order_by=order, preceding=(None, 1))
    a = a.mutate(begins=(a.start > a.end.max().over(earlier)).fill_null(True))
    so_far = ibis.window(
        group_by="person_id",
        order_by=["start", ibis.desc("end"), "attendance_id"],
        preceding=None,
        following=0,
    )
    a = a.mutate(shift_start=ibis.ifelse(a.begins, a.start, ibis.null()).max().over(so_far))
    first = ibis.ifelse(a.begins, a.unit_id, ibis.null())
    return a.group_by("person_id", "shift_start").agg(
        end=a.end.max(), unit_id=first.max(), has_reason=a.has_reason.max()
    )


SHIFT_COLUMNS = ("person_id", "unit_id", "start", "end", "has_reason")


def shifts() -> ir.Table:
    """Every shift in scope: alone rows, and rows merged."""
    alone, merged = row.table, entangled_shift.table
    alone = alone.filter(alone.is_alone)
    return ibis.union(
        alone.select(*SHIFT_COLUMNS),
        merged.rename(start="shift_start").select(*SHIFT_COLUMNS),
    )


def pieces(rows: ir.Table) -> ir.Table:
    """Rows cut into pieces of at most 24 h, each counting to the date on which it starts (T3).

    Pieces that start after the as-of day carry no hours yet and are left out.
    """
    count = whole_part(rows.length + DAY - 1, DAY)
    cut = rows.mutate(k=ibis.range(0, count).unnest())
    cut = cut.mutate(
        row_start=cut.start,
        row_end=cut.end,
        start=cut.start + cut.k * DAY,
        end=ibis.least(cut.end, cut.start + (cut.k + 1) * DAY),
        day=cut.day + cut.k,
    ).drop("k", "month", "bit", "is_workday")
    cut = cut.filter(cut.day <= as_of())
    c = calendar.table
    return cut.inner_join(c.select("day", "month", "bit", "is_workday"), "day")


def credit(rows: ir.Table, counts: ir.BooleanValue | None = None) -> ir.IntegerValue:
    """Seconds of a piece that no earlier piece covers, in order of start, end and id (T3).

    With ``counts`` only the pieces for which it is true count and cover.
    """
    order = [rows.start, rows.end, rows.attendance_id]
    earlier = ibis.window(group_by=rows.person_id, order_by=order, preceding=(None, 1))
    end = rows.end if counts is None else ibis.ifelse(counts, rows.end, ibis.null())
    covered = end.max().over(earlier).fill_null(0)
    uncovered = ibis.greatest(0, rows.end - ibis.greatest(rows.start, covered))
    return uncovered if counts is None else ibis.ifelse(counts, uncovered, 0)


@stage
def entangled_day() -> ir.Table:
    """Hours of the person-days whose rows are not alone.

    ``work_end`` is the end of the last work credited to the day.
    """
    a = row.table
    p = pieces(a.filter(~a.is_alone))
    p = p.mutate(credit=credit(p))
    days = p.group_by("person_id", "day", "month", "bit", "is_workday").agg(
        seconds=p.credit.sum().cast("int64"), work_end=p.end.max(where=p.credit > 0)
    )
    return days.filter(days.seconds > 0)


DAY_COLUMNS = ("person_id", "day", "month", "bit", "is_workday", "seconds", "work_end")


def person_days() -> ir.Table:
    """Every duty day in scope with its hours in seconds (T3): alone rows, and rows untangled."""
    alone = row.table
    alone = alone.filter(alone.is_alone).mutate(seconds=alone.length, work_end=alone.end)
    return ibis.union(alone.select(*DAY_COLUMNS), entangled_day.table.select(*DAY_COLUMNS))


def compensated(days: ir.Table, duration: ir.IntegerValue) -> ir.IntegerValue:
    """Seconds of a day that accrue as compensatory hours (M07-4): all on days off, else the rest
    beyond the normal day."""
    beyond = ibis.greatest(0, duration - HOUR * param("comp.workday_hours"))
    return ibis.ifelse(days.is_workday, beyond, duration)


STAGES: tuple[Stage, ...] = (row, entangled_shift, entangled_day)
