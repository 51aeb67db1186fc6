"""Whose rows are read though they are alone, because a rule needs more than their day."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.lens import on_plain_days
from nuanxin.packs.dalian2020.stages.sketch import dated_rows
from nuanxin.packs.dalian2020.stages.sources import fact_in_scope
from nuanxin.packs.dalian2020.stages.standing import days_by_month, stint
from nuanxin.packs.dalian2020.stages.strain import watched
from nuanxin.packs.dalian2020.stages.tiles import compensated_month, month_of_person
from nuanxin.policy.stage import stage
from nuanxin.policy.terms import param


def _split() -> ir.Table:
    """People with a month in which only some of the compensated days are spell days of a
    deployment (M07-4)."""
    m = compensated_month.table
    return m.filter(m.is_split).select("person_id")


def _recalled() -> ir.Table:
    """People with a duty day in the days owed after a long stint (M07-3)."""
    t, p = stint.table, month_of_person.table
    t = t.filter(~t.is_open, t.last_day - t.start + 1 >= param("rest.long_deployment"))
    owed = t.select(
        "person_id",
        start=t.last_day + 1,
        last_day=t.last_day + param("rest.long_deployment_rest"),
    )
    cut = days_by_month(owed).inner_join(p, ["person_id", "month"])
    return cut.filter((cut.days & cut.duty) != 0).select("person_id")


@stage
def seen_row() -> ir.Table:
    """The rows of those people on days that need no lens: a shift and a duty day each."""
    strained = watched.table.select("person_id")
    people = ibis.union(strained, _split(), _recalled(), distinct=True)
    a = fact_in_scope("attendance")
    rows = on_plain_days(dated_rows(a.semi_join(people, "person_id")))
    return rows.select("person_id", "start", "end", "day", "length", "month", "bit", "is_workday")
