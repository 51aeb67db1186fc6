"""Which days must be looked at row by row: a necessary sign for all that masks cannot tell."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.days import month
from nuanxin.packs.dalian2020.stages.sketch import (
    LONG,
    NOON,
    dated_rows,
    sketch,
    with_post,
)
from nuanxin.packs.dalian2020.stages.sources import fact_in_scope
from nuanxin.policy.stage import stage
from nuanxin.policy.terms import (
    DAY,
    as_of,
    bit,
    count_days,
    day_number,
    days_of_odd_number,
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


def on_plain_days(rows: ir.Table) -> ir.Table:
    """The rows of days that need no lens."""
    rows = with_tangled(rows)
    return rows.filter((rows.tangled & rows.bit) == 0).drop("tangled")


def with_tangled(months: ir.Table) -> ir.Table:
    """Add the tangled days of each person and month."""
    m = months.left_join(lens.table, PERSON_MONTH)
    return m.mutate(tangled=m.tangled.fill_null(0)).drop("person_id_right", "month_right")


@stage
def picked_row() -> ir.Table:
    """The rows that are read one by one, in one pass over attendance: those of tangled days
    (``in_lens``), long ones, and those that name no spell.

    ``written_spell`` is the spell as the row names it. One that starts after the as-of day does
    not exist yet: its rows name none (S8).
    """
    a, s = with_tangled(dated_rows()), fact_in_scope("spells")
    unborn = s.filter(day_number(s.start_date) > as_of()).select(unborn_id="spell_id")
    a = a.mutate(in_lens=(a.tangled & a.bit) != 0).drop("tangled")
    nameless = a.spell_id.isnull() | a.spell_id.isin(unborn.unborn_id)
    a = with_post(a.filter(a.in_lens | (a.length > LONG) | nameless))
    a = a.left_join(unborn, a.spell_id == unborn.unborn_id)
    named = ibis.ifelse(a.unborn_id.isnull(), a.spell_id, ibis.null())
    return a.mutate(spell_id=named, written_spell="spell_id").drop("unborn_id")


def under_lens() -> ir.Table:
    """The rows of tangled days."""
    return picked_row.table.filter(picked_row.table.in_lens).drop("in_lens")


def long_rows() -> ir.Table:
    """Long shifts of the days that need no lens, read off their rows."""
    a = picked_row.table
    a = a.filter(~a.in_lens & (a.length > LONG))
    return a.select("person_id", "unit_id", "start", "end", "has_reason")


def nameless_rows() -> ir.Table:
    """Rows that name no spell, of the days that need no lens."""
    a = picked_row.table
    return a.filter(~a.in_lens & a.spell_id.isnull()).drop("in_lens", "written_spell")
