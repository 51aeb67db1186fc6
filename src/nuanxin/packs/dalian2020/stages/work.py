"""Attendance rows, shifts and person-days (T1–T4, S8).

Nearly every row is *alone*: no other row of the person touches it, overlaps it or counts to
its date. An alone row is a shift, a person-day and a paying row all at once, so days whose rows
are alone are read off monthly masks (:mod:`.sketch`), without ordering anything. The rest are
looked at under the lens (:mod:`.lens`): row by row, through pieces and credits. Both ways use
the same expressions for tiers and hours, so there is one rule.
"""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.days import calendar
from nuanxin.packs.dalian2020.stages.lens import long_rows, under_lens
from nuanxin.packs.dalian2020.stages.sketch import LONG, is_night, worked_rows
from nuanxin.packs.dalian2020.stages.sources import reference
from nuanxin.policy.stage import stage
from nuanxin.policy.terms import DAY, as_of, whole_part


@stage
def worked_row() -> ir.Table:
    """Every worked row in scope, for explanations only."""
    a = worked_rows()
    return a.select(
        "person_id", "start", "end", "day", "contact_confirmed",
        ref=reference(a, "attendance"),
    )  # fmt: skip


@stage
def row() -> ir.Table:
    """Worked rows of tangled days, each told whether it is alone all the same."""
    return _looked_at(under_lens())


def alone_rows() -> ir.Table:
    """The rows of tangled days that are alone."""
    return row.table.filter(row.table.is_alone)


def _looked_at(a: ir.Table) -> ir.Table:
    """Tell of each row whether another touches it, overlaps it or counts to its date."""
    rows, a = a, a.select("attendance_id", "person_id", "start", "end", "day", "length")
    earlier = ibis.window(group_by=a.person_id, order_by=a.start, preceding=(None, 1))
    order = ibis.window(group_by=a.person_id, order_by=a.start)
    is_cut = a.length > DAY
    a = a.mutate(
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
    return rows.inner_join(a.select("attendance_id", is_alone=is_alone), "attendance_id")


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
    """Every shift of tangled days: alone rows, and rows merged."""
    alone, merged = alone_rows(), entangled_shift.table
    return ibis.union(
        alone.select(*SHIFT_COLUMNS),
        merged.rename(start="shift_start").select(*SHIFT_COLUMNS),
    )


def long_shifts() -> ir.Table:
    """Every shift in scope that is longer than the limit of M07-2."""
    s = shifts()
    s = s.filter(s.end - s.start > LONG)
    return ibis.union(s, long_rows().select(*SHIFT_COLUMNS))


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

    ``work_end`` is the end of the last work credited to the day, ``is_night`` whether any of its
    rows is worked at night.
    """
    a = row.table
    p = pieces(a.filter(~a.is_alone))
    p = p.mutate(credit=credit(p))
    days = p.group_by("person_id", "day", "month", "bit", "is_workday").agg(
        seconds=p.credit.sum().cast("int64"),
        work_end=p.end.max(),
        is_night=is_night(p).max(),
    )
    return days.filter(days.seconds > 0)


DAY_COLUMNS = ("person_id", "day", "month", "bit", "is_workday", "seconds", "work_end")


def person_days() -> ir.Table:
    """Duty days among the tangled days with their hours in seconds (T3)."""
    alone = alone_rows()
    alone = alone.mutate(seconds=alone.length, work_end=alone.end)
    return ibis.union(alone.select(*DAY_COLUMNS), entangled_day.table.select(*DAY_COLUMNS))
