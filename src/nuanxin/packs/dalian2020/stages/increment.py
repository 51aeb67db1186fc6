"""Qualifying days of a unit's people, for the performance increment (M09-2, M09-3) and U1, U2."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.deliveries import delivered
from nuanxin.packs.dalian2020.stages.sources import fact
from nuanxin.packs.dalian2020.stages.standing import person
from nuanxin.packs.dalian2020.stages.subsidy import subsidy
from nuanxin.policy.stage import kept_stage, stage
from nuanxin.policy.terms import date_of, month_number

INSTITUTIONS = ("public_institution", "hospital", "school")


@stage
def qualifying_person() -> ir.Table:
    """The days of each person and month on which the subsidy is due, whoever pays."""
    s, p = subsidy.table, person.table.select("person_id", "unit_id")
    days = s.group_by("person_id", "month").agg(
        days=(s.tier1_days + s.tier2_days).sum().cast("int64")
    )
    return days.inner_join(p, "person_id")


@kept_stage
def qualifying_unit() -> ir.Table:
    """Qualifying days and people of each unit and month, to be summed over slices."""
    q = qualifying_person.table
    return q.group_by("unit_id", "month").agg(
        days=q.days.sum().cast("int64"), people=ibis._.count()
    )


@kept_stage
def participant() -> ir.Table:
    """Of those to whom an increment was paid, who took part, in which months and for which unit."""
    q, d = qualifying_person.table, delivered("M09-3")
    return q.semi_join(d, q.person_id == d.subject_id).select("person_id", "month", "unit_id")


def institution_months() -> ir.Table:
    """Institutions with the qualifying days and people of each month."""
    q, u = qualifying_unit.table, fact("units")
    u = u.filter(u.kind.isin(INSTITUTIONS)).select("unit_id")
    q = q.semi_join(u, "unit_id")
    return q.group_by("unit_id", "month").agg(
        days=q.days.sum().cast("int64"), people=q.people.sum().cast("int64")
    )


def of_month(provision: str) -> ir.Table:
    """Deliveries with the month they are for: that which they name, else the one before theirs."""
    d = delivered(provision)
    before = month_number(date_of(d.day)) - 1
    return d.mutate(month=month_number(date_of(d.named)).fill_null(before))
