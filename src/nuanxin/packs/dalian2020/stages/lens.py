"""Which months must be looked at row by row: a necessary sign for all that masks cannot tell."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.days import month
from nuanxin.packs.dalian2020.stages.sketch import LONG, NOON, sketch, worked_rows
from nuanxin.packs.dalian2020.stages.sources import fact, fact_in_scope
from nuanxin.packs.dalian2020.stages.standing import (
    days_by_month,
    deployment_month,
    stint,
)
from nuanxin.policy.stage import stage
from nuanxin.policy.terms import (
    DAY,
    as_of,
    bit,
    count_days,
    day_number,
    param,
    seconds,
)

PERSON_MONTH = ["person_id", "month"]


@stage
def month_sketch() -> ir.Table:
    """The sketch of each person and month, whatever the spell and post."""
    t = sketch.table
    masks = ("days", "long_days", "night", "morning", "compensated_days")
    return t.group_by(PERSON_MONTH).agg(
        **{name: t[name].bit_or() for name in masks},
        rows=t.rows.sum().cast("int64"),
        longest=t.longest.max(),
        longest_tail=t.longest_tail.max(),
    )


def _tangled() -> ir.Table:
    """Months with rows that may touch, overlap or share a date: more rows than days, or a
    morning after a late night. Of people with a row that is cut or runs past the next noon,
    every month."""
    p, m = month_sketch.table, month.table
    inside = p.filter((p.rows != count_days(p.days)) | (((p.night << 1) & p.morning) != 0))
    m = m.select("month", length=m.last_day - m.first_day + 1)
    evening = p.inner_join(m, "month")
    evening = evening.filter((evening.night & bit(evening.length)) != 0)
    morning = p.filter((p.morning & bit(ibis.literal(1))) != 0).select("person_id", later="month")
    over = evening.select("person_id", "month", later=evening.month + 1)
    over = over.inner_join(morning, ["person_id", "later"])
    far = p.filter((p.longest > DAY) | (p.longest_tail >= DAY + NOON))
    far = p.semi_join(far, p.person_id == far.person_id)
    return ibis.union(
        *(months.select(PERSON_MONTH) for months in (inside, over, far)),
        over.select("person_id", month="later"),
    )


def _split() -> ir.Table:
    """Months in which only some of the compensated days are spell days of a deployment (M07-4)."""
    p, d = month_sketch.table, deployment_month.table
    both = p.inner_join(d, PERSON_MONTH)
    inside = both.compensated_days & both.spell_days
    return both.filter((inside != 0) & (inside != both.compensated_days)).select(PERSON_MONTH)


def _recalled() -> ir.Table:
    """Months with a duty day in the days owed after a long stint (M07-3)."""
    t, p = stint.table, month_sketch.table
    t = t.filter(~t.is_open, t.last_day - t.start + 1 >= param("rest.long_deployment"))
    owed = t.select(
        "person_id",
        start=t.last_day + 1,
        last_day=t.last_day + param("rest.long_deployment_rest"),
    )
    cut = days_by_month(owed).inner_join(p.select("person_id", "month", duty="days"), PERSON_MONTH)
    return cut.filter((cut.days & cut.duty) != 0).select(PERSON_MONTH)


@stage
def lens() -> ir.Table:
    """The persons' months whose rows are read one by one."""
    return ibis.union(_tangled(), _split(), _recalled(), distinct=True)


def under_lens(rows: ir.Table) -> ir.Table:
    """The rows of months under the lens."""
    return rows.semi_join(lens.table, PERSON_MONTH)


def in_plain_months(rows: ir.Table) -> ir.Table:
    """The rows of months that need no lens."""
    return rows.anti_join(lens.table, PERSON_MONTH)


@stage
def long_row() -> ir.Table:
    """Long shifts of the months that need no lens, read off their rows."""
    a = fact_in_scope("attendance")
    a = in_plain_months(worked_rows(a.filter(seconds(a.end) - seconds(a.start) > LONG)))
    return a.select("person_id", "unit_id", "start", "end", "has_reason")


@stage
def nameless_row() -> ir.Table:
    """Rows that name no spell, or one that starts after the as-of day and so does not exist
    (S8), of the months that need no lens."""
    s, a = fact("spells"), fact_in_scope("attendance")
    unborn = s.filter(day_number(s.start_date) > as_of())
    nameless = ibis.union(a.filter(a.spell_id.isnull()), a.semi_join(unborn, "spell_id"))
    return in_plain_months(worked_rows(nameless)).mutate(spell_id=ibis.null().cast("string"))
