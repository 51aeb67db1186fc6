"""M03-1 (Wuhan): who was given a merit may be assessed excellent directly; people decide."""

from __future__ import annotations

import ibis

from nuanxin.packs.dalian2020 import evidence
from nuanxin.packs.dalian2020.stages.sources import fact, fact_in_scope, reference
from nuanxin.packs.dalian2020.stages.standing import person
from nuanxin.policy.provision import Criterion, Identity, Rule, Ruling, ruling
from nuanxin.policy.terms import as_of, date_of, day_number, whole


def _direct() -> Ruling:
    f, d, p = fact_in_scope("findings"), fact("deliveries"), person.table
    f = f.filter(f.level == "exceptional").select(
        "person_id", day=day_number(f.decided_on), ref=reference(f, "findings")
    )
    f = f.filter(f.day <= as_of())
    f = f.group_by("person_id").agg(day=f.day.min(), ref=f.ref.argmin(f.day))
    d = d.filter(d.provision == "M03-1").select(
        person_id="subject_id", given_day=day_number(d.on_date)
    )
    given = f.select("person_id", "day").inner_join(d.filter(d.given_day <= as_of()), "person_id")
    given = given.filter(given.given_day >= given.day)
    given = given.group_by("person_id").agg(given=given.given_day.min())
    f = f.left_join(given, "person_id").drop("person_id_right")
    f = f.inner_join(p.select("person_id", "unit_id"), "person_id")
    assessed = Criterion(
        "assessed",
        f.given.notnull(),
        date_of(f.given),
        evidence.deliveries("M03-1", lambda r, x: [r.person_id == x.subject_id, x.day == r.given]),
    )
    return ruling(
        f,
        Identity("M03-1", "MAY", "person", f.person_id, f.day),
        end=None,
        amount=whole(1),
        unit="count",
        owner=f.unit_id,
        state=ibis.ifelse(assessed.holds, "met", "available"),
        criteria=[Criterion("exceptional", f.day.notnull(), date_of(f.day), f.ref), assessed],
    )


RULES = (Rule("M03-1", "direct", "person", (), _direct),)
