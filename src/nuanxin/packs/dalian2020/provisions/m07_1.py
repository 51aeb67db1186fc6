"""M07-1: the roster of a week is published ahead."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020 import evidence
from nuanxin.packs.dalian2020.stages.rosters import planned_week, published_week, roster_weeks
from nuanxin.policy.provision import Criterion, Identity, Rule, Ruling, must, ruling
from nuanxin.policy.terms import as_of, date_of, monday, param, text, unknown, whole

_WEEK = ["unit_id", "week"]


def _with_traces(weeks: ir.Table) -> ir.Table:
    """Add what tells of the week's roster, and whether anything tells of any of the unit's."""
    published, planned = published_week.table, planned_week.table
    w = weeks
    for found in (published, planned):
        w = w.left_join(found, _WEEK).drop("unit_id_right", "week_right")
    traced = ibis.union(published.select("unit_id"), planned.select("unit_id"), distinct=True)
    traced = traced.select(traced="unit_id")
    w = w.left_join(traced, w.unit_id == traced.traced)
    return w.mutate(planned=w.planned.fill_null(0))


def _roster() -> Ruling:
    w = _with_traces(roster_weeks())
    w = w.mutate(first_day=monday(w.week))
    due = w.first_day - param("roster.publish_ahead")
    told = evidence.deliveries(
        "M07-1", lambda r, f: [r.unit_id == f.subject_id, f.day == r.published]
    )
    published = Criterion("published", w.published.notnull(), date_of(w.published), told)
    planned = Criterion("planned", w.planned > 0, w.planned)
    in_time = Criterion("within_due_day", as_of() <= due, date_of(due))
    done = Criterion("rostered", published.holds | planned.holds, published.holds | planned.holds)
    silent = w.traced.isnull()
    return ruling(
        w,
        Identity("M07-1", "MUST", "unit", w.unit_id, w.first_day),
        end=w.first_day + 6,
        amount=whole(1),
        unit="count",
        met=ibis.ifelse(done.holds, 1, 0),
        due=due,
        owner=w.unit_id,
        state=ibis.ifelse(silent, "unknown", must(done, in_time)),
        missing=ibis.ifelse(silent, text("deliveries"), unknown("string")),
        criteria=[published, planned, in_time],
    )


RULES = (Rule("M07-1", "roster", "unit", ("roster.publish_ahead",), _roster, over_all=True),)
