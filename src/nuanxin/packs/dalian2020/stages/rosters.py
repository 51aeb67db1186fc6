"""Rosters: in which weeks a unit's posts are at the front, and what tells of a roster (M07-1)."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.deliveries import delivered
from nuanxin.packs.dalian2020.stages.sources import fact
from nuanxin.packs.dalian2020.stages.standing import runs, spell
from nuanxin.policy.stage import kept_stage, once_stage
from nuanxin.policy.terms import as_of, day_number, week_number

WEEK = 7


@kept_stage
def post_span() -> ir.Table:
    """Periods in which somebody has spell days at a post of a unit; open ones run a week on."""
    s, q = spell.table, fact("posts")
    s = s.inner_join(q.select("post_id", post_unit="unit_id"), "post_id")
    last = ibis.ifelse(s.is_open, as_of() + WEEK, s.last_day)
    return s.select(unit_id="post_unit", start="start", last_day=last, is_open="is_open").distinct()


@once_stage
def planned_week() -> ir.Table:
    """Weeks of a unit for which attendance was planned, also when it was cancelled."""
    a, q = fact("attendance"), fact("posts")
    a = a.filter(a.status.isin(["planned", "cancelled"]))
    a = a.inner_join(q.select("post_id", "unit_id"), "post_id")
    weeks = a.select("unit_id", week=week_number(day_number(a.start.date())))
    return weeks.group_by("unit_id", "week").agg(planned=ibis._.count())


@once_stage
def published_week() -> ir.Table:
    """Weeks of a unit for which a roster was published, and when first."""
    d = delivered("M07-1")
    week = week_number(d.named).fill_null(week_number(d.day) + 1)
    d = d.select("day", unit_id="subject_id", week=week)
    return d.group_by("unit_id", "week").agg(published=d.day.min())


def roster_weeks() -> ir.Table:
    """Weeks with spell days at a unit's posts that follow a week with such days."""
    r = runs(post_span.table, "unit_id")
    first, last = week_number(r.start), week_number(r.last_day)
    w = r.select("unit_id", week=ibis.range(first, last + 1).unnest()).distinct()
    before = w.select("unit_id", week=w.week + 1)
    return w.semi_join(before, ["unit_id", "week"])
