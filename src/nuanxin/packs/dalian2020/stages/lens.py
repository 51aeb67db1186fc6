"""Which days must be looked at row by row: a necessary sign for all that masks cannot tell."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.days import month
from nuanxin.packs.dalian2020.stages.sketch import LONG, NOON, sketch, worked_rows
from nuanxin.packs.dalian2020.stages.sources import fact, fact_in_scope
from nuanxin.policy.stage import stage
from nuanxin.policy.terms import (
    DAY,
    as_of,
    bit,
    count_days,
    day_number,
    days_of_odd_number,
    in_scope,
    seconds,
    whole,
    without,
)

PERSON_MONTH = ["person_id", "month"]


@stage
def month_sketch() -> ir.Table:
    """The sketch of each person and month, whatever the spell and post."""
    t = sketch.table
    masks = ("days", "long_days", "night", "morning")
    return t.group_by(PERSON_MONTH).agg(
        **{name: t[name].bit_or() for name in masks},
        odd_days=days_of_odd_number(t.odd_days),
        rows=t.rows.sum().cast("int64"),
        longest=t.longest.max(),
        longest_tail=t.longest_tail.max(),
    )


def _crowded() -> ir.Table:
    """Days with more than one row: those with an even number, unless the rows are more still."""
    p = month_sketch.table
    even = without(p.days, p.odd_days)
    known = p.rows == count_days(p.days) + count_days(even)
    days = p.select(*PERSON_MONTH, days=ibis.ifelse(known, even, p.days))
    return days.filter(days.days != 0)


def _touching() -> ir.Table:
    """Days with a late night, and the days after it with a morning."""
    p, m = month_sketch.table, month.table
    p = p.inner_join(m.select("month", length=m.last_day - m.first_day + 1), "month")
    mornings = (p.night << 1) & p.morning
    inside = p.select(*PERSON_MONTH, days=mornings | (mornings >> 1))
    first_day, last_day = bit(whole(1)), bit(p.length)
    evening = p.filter((p.night & last_day) != 0)
    evening = evening.select(*PERSON_MONTH, days=bit(evening.length), later=evening.month + 1)
    morning = p.filter((p.morning & first_day) != 0).select("person_id", later="month")
    over = evening.inner_join(morning, ["person_id", "later"])
    return ibis.union(
        inside.filter(inside.days != 0),
        over.select(*PERSON_MONTH, "days"),
        over.select("person_id", month="later", days=first_day),
    )


def _far() -> ir.Table:
    """Every day of the people with a row that is cut or runs past the next noon."""
    p = month_sketch.table
    far = p.filter((p.longest > DAY) | (p.longest_tail >= DAY + NOON))
    return p.semi_join(far, p.person_id == far.person_id).select(*PERSON_MONTH, "days")


@stage
def lens() -> ir.Table:
    """The days whose rows may touch, overlap or share the date, per person and month.

    Their rows are read one by one; on all other days each row is alone.
    """
    tangled = ibis.union(_crowded(), _touching(), _far())
    return tangled.group_by(PERSON_MONTH).agg(tangled=tangled.days.bit_or())


def under_lens(rows: ir.Table) -> ir.Table:
    """The rows of tangled days."""
    rows = rows.inner_join(lens.table, PERSON_MONTH)
    return rows.filter((rows.tangled & rows.bit) != 0).drop("tangled")


def on_plain_days(rows: ir.Table) -> ir.Table:
    """The rows of days that need no lens."""
    rows = with_tangled(rows)
    return rows.filter((rows.tangled & rows.bit) == 0).drop("tangled")


def with_tangled(months: ir.Table) -> ir.Table:
    """Add the tangled days of each person and month."""
    m = months.left_join(lens.table, PERSON_MONTH)
    return m.mutate(tangled=m.tangled.fill_null(0)).drop("person_id_right", "month_right")


@stage
def long_row() -> ir.Table:
    """Long shifts of the days that need no lens, read off their rows."""
    a = fact_in_scope("attendance")
    a = on_plain_days(worked_rows(a.filter(seconds(a.end) - seconds(a.start) > LONG)))
    return a.select("person_id", "unit_id", "start", "end", "has_reason")


@stage
def nameless_row() -> ir.Table:
    """Rows that name no spell, or one that starts after the as-of day and so does not exist
    (S8), of the days that need no lens."""
    s, a = fact("spells"), fact("attendance")
    unborn = s.filter(day_number(s.start_date) > as_of())
    # Each half is scoped by itself: what both had in common would be read whole.
    a = a.drop("reported_by")
    silent, early = a.filter(a.spell_id.isnull()), a.semi_join(unborn, "spell_id")
    nameless = ibis.union(*(rows.filter(in_scope(rows.person_id)) for rows in (silent, early)))
    return on_plain_days(worked_rows(nameless)).mutate(spell_id=ibis.null().cast("string"))
