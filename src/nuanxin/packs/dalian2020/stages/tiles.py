"""Monthly tiles: a person's days of each class as masks, and sums in whole seconds."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.days import calendar, month
from nuanxin.packs.dalian2020.stages.lens import with_tangled
from nuanxin.packs.dalian2020.stages.sketch import LONG, TILE, compensated, day_masks, sketch, tiles
from nuanxin.packs.dalian2020.stages.sources import fact_in_scope
from nuanxin.packs.dalian2020.stages.standing import days_by_month, deployment_month
from nuanxin.packs.dalian2020.stages.work import alone_rows, entangled_day, entangled_shift, row
from nuanxin.policy.stage import kept_stage, stage
from nuanxin.policy.terms import (
    DAY,
    as_of,
    count_days,
    date_of,
    day_number,
    month_number,
    when,
    whole,
    whole_part,
    without,
)


@stage
def tile() -> ir.Table:
    """Alone rows by person, named spell, post and month: the sketch without its tangled days, and
    those of their rows that are alone all the same."""
    plain = _without_tangled(sketch.table)
    a = alone_rows().drop("unit_id", "at_contact", "at_risk")
    seen = tiles(a.mutate(spell_id="written_spell"))
    return ibis.union(plain, seen.select(*plain.columns))


def _without_tangled(t: ir.Table) -> ir.Table:
    """Take the tangled days out of the masks, and their rows out of the sums."""
    a = row.table
    a = a.mutate(named=a.written_spell.fill_null(""), seconds=compensated(a, a.length))
    keys = ["person_id", "named", "post_id", "month"]
    taken = a.group_by(keys).agg(taken_rows=a.count(), taken_seconds=a.seconds.sum().cast("int64"))
    t = with_tangled(t.mutate(named=t.spell_id.fill_null("")))
    t = t.left_join(taken, keys)
    masks = (*day_masks(a), "at_contact", "at_risk")
    t = t.select(
        *TILE,
        "unit_id",
        rows=t.rows - t.taken_rows.fill_null(0),
        compensated_seconds=t.compensated_seconds - t.taken_seconds.fill_null(0),
        **{name: without(t[name], t.tangled) for name in masks},
    )
    return t.filter(t.days != 0)


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
    t, s = tile.table, entangled_shift.table
    merged = s.select(
        "unit_id",
        month=month_number(date_of(whole_part(s.shift_start, DAY))),
        shifts=whole(1),
        long_shifts=((s.end - s.shift_start) > LONG).cast("int64"),
    )
    t = t.select("unit_id", "month", shifts="rows", long_shifts=count_days(t.long_days))
    both = ibis.union(t, merged)
    return both.group_by("unit_id", "month").agg(
        shifts=both.shifts.sum().cast("int64"), long_shifts=both.long_shifts.sum().cast("int64")
    )


@kept_stage
def shifts_of_unit() -> ir.Table:
    """The counted shifts of all slices, to be summed (M07-2)."""
    return counted_shifts.table


@stage
def compensated_month() -> ir.Table:
    """Compensatory seconds of alone rows that lie within a deployment's month as a whole.

    ``is_split`` marks months in which only some of the days are spell days of the deployment:
    those are counted day by day.
    """
    t, d = tile.table, deployment_month.table
    t = t.filter(t.compensated_seconds > 0)
    t = t.group_by("person_id", "month").agg(
        days=t.compensated_days.bit_or(), seconds=t.compensated_seconds.sum().cast("int64")
    )
    t = t.inner_join(d, ["person_id", "month"])
    inside = t.days & t.spell_days
    t = t.filter(inside != 0)
    return t.select(
        "person_id", "deployment", "month", "spell_days", "seconds", is_split=inside != t.days
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
    return _days_of(masks, mask).drop("bit", mask)


def month_runs(masks: ir.Table, mask: str) -> ir.Table:
    """One row for each run of days of a mask within its month: the other columns, ``start`` and
    ``last_day``."""
    firsts = masks.mutate(first=without(masks[mask], masks[mask] << 1))
    found = _days_of(firsts, "first")
    # Adding the first day carries over the days of its run, and over no others.
    run = without(found[mask], found[mask] + found.bit)
    found = found.mutate(start="day", last_day=found.day + count_days(run) - 1)
    return found.drop("day", "bit", "first", mask)


def _days_of(masks: ir.Table, mask: str) -> ir.Table:
    c = calendar.table.select("month", "day", "bit")
    days = masks.inner_join(c, "month")
    return days.filter((days[mask] & days.bit) != 0)
