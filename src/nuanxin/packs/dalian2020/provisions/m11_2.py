"""M11-2: help with the way to work for medical people who say it is hard."""

from __future__ import annotations

import ibis

from nuanxin.packs.dalian2020 import evidence
from nuanxin.packs.dalian2020.stages.care import in_deployment, medical_deployments
from nuanxin.packs.dalian2020.stages.sources import fact_in_scope
from nuanxin.policy.provision import Criterion, Identity, Rule, Ruling, must, ruling
from nuanxin.policy.terms import as_of, date_of, param, text, unknown, whole


def _ride() -> Ruling:
    d, v, p = medical_deployments(), in_deployment("M11-2"), fact_in_scope("people")
    keys = ["person_id", "deployment"]
    v = v.filter(v.named.isnull() | (v.named == v.deployment))
    v = v.group_by(keys).agg(helped=v.day.min())
    d = d.left_join(v, keys).drop(*(f"{key}_right" for key in keys))
    d = d.inner_join(p.select("person_id", "needs_transport"), "person_id")
    not_asked = d.needs_transport.isnull() & d.release.isnull() & d.helped.isnull()
    d = d.filter(d.needs_transport.fill_null(False) | not_asked)
    due = ibis.ifelse(d.needs_transport, d.deployment + param("care.transport_within"), ibis.null())
    needed = Criterion("needs_transport", d.needs_transport, d.needs_transport, evidence.person())
    done = Criterion(
        "ride_arranged",
        d.helped.notnull(),
        date_of(d.helped),
        evidence.deliveries("M11-2", lambda r, f: [r.person_id == f.subject_id, f.day == r.helped]),
    )
    in_time = Criterion("within_due_day", as_of() <= due, date_of(due))
    unasked = needed.holds.isnull()
    return ruling(
        d,
        Identity("M11-2", "MUST", "person", d.person_id, d.deployment),
        end=d.release,
        amount=whole(1),
        unit="count",
        met=ibis.ifelse(done.holds, 1, 0),
        due=due,
        owner=d.unit_id,
        state=ibis.ifelse(unasked, "unknown", must(done, in_time)),
        missing=ibis.ifelse(unasked, text("needs_transport"), unknown("string")),
        criteria=[needed, done, in_time],
    )


RULES = (Rule("M11-2", "ride", "person", ("care.transport_within",), _ride),)
