"""Meals, warmth, night duty and rides on the days of duty at the front (M08-2)."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.days import calendar
from nuanxin.packs.dalian2020.stages.deliveries import delivered, delivered_in_scope
from nuanxin.packs.dalian2020.stages.sketch import MEAL
from nuanxin.packs.dalian2020.stages.sources import fact
from nuanxin.packs.dalian2020.stages.standing import deployment_month, person
from nuanxin.packs.dalian2020.stages.tiles import tile
from nuanxin.packs.dalian2020.stages.work import entangled_day
from nuanxin.policy.stage import kept_stage, stage
from nuanxin.policy.terms import count_days, when

_MONTH = ["person_id", "month"]


@stage
def recording_unit() -> ir.Table:
    """Units of the people in scope of whose people anybody ever confirmed a service.

    All others are silent. Of each unit one such service is looked for, not all.
    """
    d, p = delivered("M08-2"), fact("people")
    confirmed = p.inner_join(d, p.person_id == d.subject_id).select("unit_id")
    return person.table.select("unit_id").distinct().semi_join(confirmed, "unit_id")


@stage
def service_month() -> ir.Table:
    """Services owed to each person and month: days with a meal, and nights on duty."""
    t, e, d = tile.table, entangled_day.table, deployment_month.table
    e = e.select(
        *_MONTH,
        meal_days=when(e.seconds >= MEAL, e.bit),
        night_days=when(e.is_night, e.bit),
    )
    days = ibis.union(t.select(*e.columns), e)
    days = days.group_by(_MONTH).agg(meal=days.meal_days.bit_or(), night=days.night_days.bit_or())
    spells = d.group_by(_MONTH).agg(spell_days=d.spell_days.bit_or())
    days = days.inner_join(spells, _MONTH)
    days = days.mutate(meal=days.meal & days.spell_days, night=days.night & days.spell_days)
    days = days.mutate(owed=count_days(days.meal) + count_days(days.night))
    p = person.table.select("person_id", "unit_id")
    r = recording_unit.table.select(recording="unit_id")
    days = days.filter(days.owed > 0).inner_join(p, "person_id")
    days = days.left_join(r, days.unit_id == r.recording)
    return days.select(
        *_MONTH, "unit_id", "meal", "night", "owed", is_silent=days.recording.isnull()
    )


@stage
def confirmed_month() -> ir.Table:
    """Services that the worker confirmed, never more on a day than it owes."""
    d, c, m = delivered_in_scope("M08-2"), calendar.table, service_month.table
    d = d.mutate(person_id=d.subject_id, amount=d.amount.fill_null(1))
    d = d.group_by("person_id", "day").agg(amount=d.amount.sum())
    d = d.inner_join(c.select("day", "month", "bit"), "day").inner_join(m, _MONTH)
    owed = (d.meal & d.bit != 0).cast("int64") + (d.night & d.bit != 0).cast("int64")
    d = d.mutate(confirmed=ibis.least(d.amount, owed))
    return d.group_by(_MONTH).agg(confirmed=d.confirmed.sum())


@kept_stage
def silent_service() -> ir.Table:
    """Services owed by units that record none, by unit and month, to be summed over slices."""
    m = service_month.table
    m = m.filter(m.is_silent)
    return m.group_by("unit_id", "month").agg(owed=m.owed.sum().cast("int64"))
