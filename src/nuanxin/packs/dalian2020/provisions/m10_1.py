"""M10-1: violence against those at the front is told to the police and reported."""

from __future__ import annotations

from functools import partial

import ibis

from nuanxin.packs.dalian2020 import evidence
from nuanxin.packs.dalian2020.provisions.incidents import clock, incidents, unclear
from nuanxin.packs.dalian2020.stages.deliveries import delivered_in_scope
from nuanxin.policy.provision import Criterion, Rule, Ruling
from nuanxin.policy.terms import date_of, param, whole_days, whole_part


def _police() -> Ruling:
    i, d = incidents("violence", on_duty=True), delivered_in_scope("M10-1")
    d = d.select(person_id="subject_id", told="day", named="named")
    told = i.select("harm_id", "person_id", "day").inner_join(d, "person_id")
    told = told.filter(told.told >= told.day, ibis.or_(told.named.isnull(), told.named == told.day))
    told = told.group_by("harm_id").agg(told=told.told.min())
    i = i.left_join(told, "harm_id").drop("harm_id_right")
    notice = evidence.deliveries(
        "M10-1", lambda r, f: [r.person_id == f.subject_id, f.day == r.told]
    )
    done = Criterion("police_told", i.told.notnull(), date_of(i.told), notice)
    minutes = param("safety.police_within")
    return clock(i, "M10-1", "police", whole_part(minutes, 24 * 60), done)


def _report() -> Ruling:
    i = incidents("violence", on_duty=True)
    done = Criterion("reported", i.filed.notnull(), date_of(i.filed), i.ref)
    return clock(i, "M10-1", "report", whole_days(param("safety.unit_report_within")), done)


RULES = (
    Rule("M10-1", "police", "person", ("safety.police_within",), _police),
    Rule("M10-1", "report", "person", ("safety.unit_report_within",), _report),
    Rule("M10-1", "unclear", "person", (), partial(unclear, "M10-1", "violence", "police")),
)
