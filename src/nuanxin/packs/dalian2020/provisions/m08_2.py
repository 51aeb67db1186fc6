"""M08-2: meals, warmth, a place to rest at night and rides on the days of duty."""

from __future__ import annotations

import ibis

from nuanxin.packs.dalian2020 import evidence
from nuanxin.packs.dalian2020.stages.days import month
from nuanxin.packs.dalian2020.stages.services import (
    confirmed_month,
    service_month,
    silent_service,
)
from nuanxin.policy.provision import Criterion, Identity, Rule, Ruling, ruling
from nuanxin.policy.terms import as_of, count_days, date_of, quantity, text

PARAMETERS = ("service.meal_shift_min", "service.night_from", "service.night_until")
_MONTH = ["person_id", "month"]


def _services() -> Ruling:
    s, c, m = service_month.table, confirmed_month.table, month.table
    s = s.filter(~s.is_silent).inner_join(m.select("month", "first_day", "last_day"), "month")
    s = s.left_join(c, _MONTH).drop("person_id_right", "month_right")
    s = s.mutate(confirmed=quantity(s.confirmed.fill_null(0)))
    s = s.filter(s.confirmed < s.owed)
    worked = evidence.worked(
        lambda r, f: [r.person_id == f.person_id, f.day >= r.first_day, f.day <= r.last_day]
    )
    confirmed = evidence.deliveries(
        "M08-2",
        lambda r, f: [r.person_id == f.subject_id, f.day >= r.first_day, f.day <= r.last_day],
    )
    done = Criterion("services_confirmed", s.confirmed >= s.owed, s.confirmed, confirmed)
    in_time = Criterion("within_due_day", as_of() <= s.last_day, date_of(s.last_day))
    return ruling(
        s,
        Identity("M08-2", "MUST", "person", s.person_id, s.first_day),
        end=s.last_day,
        amount=s.owed,
        unit="count",
        met=s.confirmed,
        due=s.last_day,
        owner=s.unit_id,
        state=ibis.ifelse(in_time.holds, text("owed"), text("overdue")),
        criteria=[
            Criterion("days_with_meal", s.meal != 0, count_days(s.meal), worked),
            Criterion("nights", s.night != 0, count_days(s.night)),
            done,
            in_time,
        ],
    )


def _silent() -> Ruling:
    s, m = silent_service.table, month.table
    s = s.group_by("unit_id", "month").agg(owed=s.owed.sum().cast("int64"))
    s = s.inner_join(m.select("month", "first_day", "last_day"), "month")
    none = ibis.literal(None, type="boolean")
    return ruling(
        s,
        Identity("M08-2", "MUST", "unit", s.unit_id, s.first_day),
        end=s.last_day,
        amount=s.owed,
        unit="count",
        owner=s.unit_id,
        state=text("unknown"),
        missing=text("deliveries"),
        criteria=[Criterion("services_recorded", none, s.owed)],
    )


RULES = (
    Rule("M08-2", "services", "person", PARAMETERS, _services),
    Rule("M08-2", "silent", "unit", PARAMETERS, _silent, over_all=True),
)
