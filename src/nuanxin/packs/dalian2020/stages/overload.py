"""Overload and forced rest (M07-3): firing days, blocks of work, episodes."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.seen import seen_row
from nuanxin.packs.dalian2020.stages.sketch import LONG
from nuanxin.packs.dalian2020.stages.sources import scope
from nuanxin.packs.dalian2020.stages.standing import stint
from nuanxin.packs.dalian2020.stages.strain import watched
from nuanxin.packs.dalian2020.stages.work import person_days, shifts
from nuanxin.policy.stage import stage
from nuanxin.policy.terms import (
    DAY,
    HOUR,
    as_of,
    param,
    whole,
    whole_part,
)

REST = HOUR * param("rest.forced_hours")
NOW = (as_of() + 1) * DAY
"""The end of the as-of day, in seconds."""


def _watched_shifts() -> ir.Table:
    s, p, a = shifts(), watched.table, seen_row.table
    both = ibis.union(*(rows.select("person_id", "start", "end") for rows in (s, a)))
    return both.semi_join(p, both.person_id == p.person_id)


def _watched_days() -> ir.Table:
    d, p, a = person_days(), watched.table, seen_row.table
    both = ibis.union(
        d.select("person_id", "day", "month", "seconds", "work_end"),
        a.select("person_id", "day", "month", seconds="length", work_end="end"),
    )
    return both.semi_join(p, ["person_id", "month"]).drop("month")


@stage
def watched_shift() -> ir.Table:
    """Shifts of the watched people in order, with the block of work each belongs to.

    A gap of 48 h or more ends a block. ``gap`` is the rest after the shift so far, at most 48 h.
    """
    s = _watched_shifts()
    order = ibis.window(group_by=s.person_id, order_by=s.start)
    s = s.mutate(previous_end=s.end.lag().over(order), next_start=s.start.lead().over(order))
    so_far = ibis.window(group_by=s.person_id, order_by=s.start, preceding=None, following=0)
    begins = (s.start - s.previous_end >= REST).fill_null(True)
    gap = ibis.least(s.next_start.fill_null(NOW) - s.end, REST)
    return s.select(
        "person_id",
        "start",
        "end",
        is_long=(s.end - s.start) > LONG,
        day=whole_part(s.start, DAY),
        block=begins.cast("int64").sum().over(so_far).cast("int64"),
        gap=ibis.greatest(gap, 0),
    )


@stage
def watched_day() -> ir.Table:
    """Duty days of the watched months with what the rule looks back on."""
    d, s = _watched_days(), watched_shift.table
    long = s.filter(s.is_long).group_by("person_id", "day").agg(long=ibis._.count())
    d = d.left_join(long, ["person_id", "day"])
    d = d.select("person_id", "day", "seconds", "work_end", long=d.long.fill_null(0))
    week = ibis.window(
        group_by=d.person_id,
        order_by=d.day,
        range=(-(param("rest.week_window") - whole(1)), 0),
    )
    in_order = ibis.window(group_by=d.person_id, order_by=d.day)
    d = d.mutate(
        week_seconds=d.seconds.sum().over(week).cast("int64"),
        week_long=d.long.sum().over(week).cast("int64"),
        streak=d.day - ibis.row_number().over(in_order),
    )
    streak = ibis.window(group_by=[d.person_id, d.streak], order_by=d.day)
    return d.mutate(in_a_row=ibis.row_number().over(streak) + 1)


@stage
def firing_day() -> ir.Table:
    """Days on which the overload rule fires, with the shift that holds the day's last work."""
    d, s = watched_day.table, watched_shift.table
    d = d.filter(
        (d.week_seconds > HOUR * param("rest.week_hours_max"))
        | (d.in_a_row >= param("rest.duty_run_max"))
        | (d.week_long >= param("rest.long_shifts_in_week"))
    )
    return d.inner_join(
        s.select("person_id", "block", shift_start="start", shift_end="end"),
        [
            d.person_id == s.person_id,
            d.work_end > s.start,
            d.work_end <= s.end,
        ],
    ).drop("person_id_right")


@stage
def episode() -> ir.Table:
    """One row per block of work with a firing day, for its first; rest counted from its end."""
    f, s = firing_day.table, watched_shift.table
    first = f.group_by("person_id", "block").agg(
        day=f.day.min(),
        rest_from=f.shift_end.argmin(f.day),
        week_seconds=f.week_seconds.argmin(f.day),
        week_long=f.week_long.argmin(f.day),
        in_a_row=f.in_a_row.argmin(f.day),
    )
    after = first.inner_join(
        s.select("person_id", "block", "gap", "end", shift_start="start"), ["person_id", "block"]
    )
    after = after.filter(after.end >= after.rest_from)
    return after.group_by(first.columns).agg(
        next_start=after.shift_start.min(where=after.shift_start >= after.rest_from),
        rested=after.gap.max(),
        block_end=after.end.max(),
    )


@stage
def long_spell() -> ir.Table:
    """Ended stints of 30 spell days or more, with the first shift inside the days owed after."""
    t = stint.table
    # Stints are those of the people in scope and of their spouses; only the first owe rest here.
    t = t.semi_join(scope, t.person_id == scope.person_id)
    t = t.filter(~t.is_open, t.last_day - t.start + 1 >= param("rest.long_deployment")).drop(
        "is_open"
    )
    s = ibis.union(*(rows.select("person_id", "start") for rows in (shifts(), seen_row.table)))
    days = param("rest.long_deployment_rest")
    within = t.left_join(
        s.select("person_id", shift_start="start"),
        [
            t.person_id == s.person_id,
            s.start >= (t.last_day + 1) * DAY,
            s.start < (t.last_day + 1 + days) * DAY,
        ],
    )
    return within.group_by("person_id", "start", "last_day").agg(broken_at=within.shift_start.min())
