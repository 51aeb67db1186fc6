"""Who must be looked at row by row: a necessary sign for everything that masks cannot tell."""

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
    HOUR,
    as_of,
    count_days,
    day_number,
    param,
    seconds,
    whole,
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


@stage
def month_sketch() -> ir.Table:
    """The sketch of each person and month, as one line of days with the month before."""
    t = sketch.table
    masks = ("days", "long_days", "night", "morning")
    p = t.group_by("person_id", "month").agg(
        **{name: t[name].bit_or() for name in masks},
        own_days=t.days.bit_or(),
        compensated_days=t.compensated_days.bit_or(),
        rows=t.rows.sum().cast("int64"),
        longest=t.longest.max(),
        longest_tail=t.longest_tail.max(),
    )
    return with_month_before(p, masks)


def _tangled(p: ir.Table) -> ir.BooleanValue:
    """Rows that may touch, overlap or share a date: those in a morning after a late night, more
    rows than days, or a row that is cut or runs past the next noon."""
    return (
        (p.longest > DAY)
        | (p.rows != count_days(p.own_days))
        | (((p.night << 1) & p.morning) != 0)
        | (p.longest_tail >= DAY + NOON)
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


def _split() -> ir.Table:
    """People with a month in which only some of the compensated days are spell days of a
    deployment (M07-4)."""
    p, d = month_sketch.table, deployment_month.table
    both = p.inner_join(d, ["person_id", "month"])
    inside = both.compensated_days & both.spell_days
    return both.filter((inside != 0) & (inside != both.compensated_days)).select("person_id")


def _recalled() -> ir.Table:
    """People with a duty day in the days owed after a long stint (M07-3)."""
    t, p = stint.table, month_sketch.table
    t = t.filter(~t.is_open, t.last_day - t.start + 1 >= param("rest.long_deployment"))
    owed = t.select(
        "person_id",
        start=t.last_day + 1,
        last_day=t.last_day + param("rest.long_deployment_rest"),
    )
    cut = days_by_month(owed).inner_join(
        p.select("person_id", "month", duty="own_days"), ["person_id", "month"]
    )
    return cut.filter((cut.days & cut.duty) != 0).select("person_id")


@stage
def lens() -> ir.Table:
    """The people whose rows are read one by one."""
    p = month_sketch.table
    marked = p.filter(_tangled(p) | strained(p)).select("person_id")
    return ibis.union(marked, _split(), _recalled(), distinct=True)


@stage
def long_row() -> ir.Table:
    """Long shifts of the people who need no lens, read off their rows."""
    t = sketch.table
    people = t.filter(t.long_days != 0).anti_join(lens.table, t.person_id == lens.table.person_id)
    a = fact_in_scope("attendance")
    a = worked_rows(a.filter(seconds(a.end) - seconds(a.start) > LONG))
    a = a.semi_join(people, a.person_id == people.person_id)
    return a.select("person_id", "unit_id", "start", "end", "has_reason")


@stage
def nameless_row() -> ir.Table:
    """Rows that name no spell, or one that starts after the as-of day and so does not exist
    (S8), of the people who need no lens."""
    s, a = fact("spells"), fact_in_scope("attendance")
    unborn = s.filter(day_number(s.start_date) > as_of())
    nameless = ibis.union(a.filter(a.spell_id.isnull()), a.semi_join(unborn, "spell_id"))
    rows = worked_rows(nameless).mutate(spell_id=ibis.null().cast("string"))
    return rows.anti_join(lens.table, rows.person_id == lens.table.person_id)
