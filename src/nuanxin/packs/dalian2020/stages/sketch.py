"""A first look at all attendance: monthly tiles as if every row were alone, made in one pass.

For most people that is so, and the sketch is their tile. What tells otherwise is in the sketch
too: more rows than days, or a row that begins in the morning after a night that ran past
midnight.
"""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.days import calendar
from nuanxin.packs.dalian2020.stages.sources import fact, fact_in_scope
from nuanxin.policy.stage import stage
from nuanxin.policy.terms import (
    DAY,
    HOUR,
    as_of,
    day_number,
    days_of_odd_number,
    param,
    seconds,
    when,
)

LONG = HOUR * param("roster.shift_max_normal")
"""Above this many seconds a shift is long (M07-2); exactly as many are within the limit."""

FULL_DAY = HOUR * param("subsidy.day_rule.full")
"""Above this many seconds a day is paid in full; exactly as many are half a day (M09-1)."""

MEAL = HOUR * param("service.meal_shift_min")
"""From this many seconds a day of duty is one with a meal (M08-2)."""

NOON = DAY // 2

TILE = ("person_id", "spell_id", "post_id", "month")
"""What a tile is of: a person, the spell that the rows name, the post, a month."""


def dated_rows(attendance: ir.Table | None = None) -> ir.Table:
    """Worked rows in scope that exist at the end of the as-of day (T1), with their day.

    ``attendance`` may be a part of the rows in scope, cut down before anything is joined.
    """
    a, c = attendance, calendar.table
    if a is None:
        a = fact_in_scope("attendance")
    a = a.filter(a.status == "worked").select(
        "attendance_id", "person_id", "post_id", "spell_id", "contact_confirmed",
        start=seconds(a.start), end=seconds(a.end), date=a.start.date(),
        has_reason=a.reason_over_8h.notnull(),
    )  # fmt: skip
    a = a.filter(a.start < (as_of() + 1) * DAY)
    a = a.mutate(day=day_number(a.date), length=a.end - a.start).drop("date")
    return a.inner_join(c.select("day", "month", "bit", "is_workday"), "day")


def with_post(rows: ir.Table) -> ir.Table:
    """Join what the post tells: its unit, whether there is contact with the infected, the risk."""
    q = fact("posts")
    return rows.inner_join(
        q.select(
            "post_id",
            "unit_id",
            at_contact=q.contact.isin(["confirmed", "suspected"]),
            at_risk=q.risk.isin(["high", "higher"]),
        ),
        "post_id",
    )


def worked_rows(attendance: ir.Table | None = None) -> ir.Table:
    """Dated rows with their posts."""
    return with_post(dated_rows(attendance))


def compensated(days: ir.Table, duration: ir.IntegerValue) -> ir.IntegerValue:
    """Seconds of a day that accrue as compensatory hours (M07-4): all of them on days off,
    on workdays those beyond the normal day."""
    beyond = ibis.greatest(0, duration - HOUR * param("comp.workday_hours"))
    return ibis.ifelse(days.is_workday, beyond, duration)


def is_night(a: ir.Table) -> ir.BooleanValue:
    """Rows or pieces that are worked before the morning or late in the evening of their day."""
    begins, ends = a.start - a.day * DAY, a.end - a.day * DAY
    until, late = HOUR * param("service.night_until"), HOUR * param("service.night_from")
    return (begins < until) | (ends > late)


def day_masks(a: ir.Table) -> dict[str, ir.Value]:
    """The days of each class, of dated rows.

    ``confirmed`` and ``unsettled`` are days whose contact is confirmed or unknown, ``full`` days
    above the half-day limit, ``long_days`` days on which a long shift starts, ``meal_days`` and
    ``night_days`` days on which a meal or a place to rest is due.
    """
    extra = compensated(a, a.length)
    classes = {
        "full": a.length > FULL_DAY,
        "confirmed": a.contact_confirmed,
        "unsettled": a.contact_confirmed.isnull(),
        "compensated_days": extra > 0,
        "long_days": a.length > LONG,
        "meal_days": a.length >= MEAL,
        "night_days": is_night(a),
    }
    days = {name: when(condition, a.bit).bit_or() for name, condition in classes.items()}
    return {"days": a.bit.bit_or(), **days}


def tiles(a: ir.Table, **more: ir.Value) -> ir.Table:
    """The tiles of dated rows that are alone, or taken to be.

    ``at_contact`` and ``at_risk`` are the days at such posts; ``more`` are further aggregates.
    """
    found = a.group_by(*TILE).agg(
        **day_masks(a),
        compensated_seconds=compensated(a, a.length).sum().cast("int64"),
        rows=ibis._.count(),
        **more,
    )
    # Posts are joined to tiles, which are far fewer than rows.
    t = with_post(found)
    return t.mutate(at_contact=when(t.at_contact, t.days), at_risk=when(t.at_risk, t.days))


@stage
def sketch() -> ir.Table:
    """Tiles of every worked row, and what betrays rows that are not alone.

    ``odd_days`` are days with an odd number of rows, ``night`` days with a row that runs to
    midnight or past it, ``morning`` days with a row that starts before noon; ``longest`` is the
    longest row and ``longest_tail`` the latest end in seconds after the row's day began.
    """
    a = dated_rows()
    tail = a.end - a.day * DAY
    return tiles(
        a,
        odd_days=days_of_odd_number(a.bit),
        longest=a.length.max(),
        night=when(tail >= DAY, a.bit).bit_or(),
        morning=when(a.start - a.day * DAY < NOON, a.bit).bit_or(),
        longest_tail=tail.max(),
    )
