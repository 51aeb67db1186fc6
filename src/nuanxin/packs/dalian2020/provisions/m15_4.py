"""M15-4: no visits to communities only to be seen."""

from __future__ import annotations

import ibis

from nuanxin.packs.dalian2020 import evidence
from nuanxin.packs.dalian2020.stages.deliveries import delivered
from nuanxin.packs.dalian2020.stages.sources import fact
from nuanxin.policy.provision import Criterion, Identity, Rule, Ruling, ruling
from nuanxin.policy.terms import param, text, unknown

GRASSROOTS = ("community", "village")
LIMIT = param("burden.visits_per_day")


def _visits() -> Ruling:
    d, u = delivered("M15-4"), fact("units")
    u = u.filter(u.kind.isin(GRASSROOTS)).select("unit_id")
    v = d.group_by("subject_id", "day").agg(
        named=d.counterpart_id.nunique(), nameless=d.counterpart_id.isnull().sum().cast("int64")
    )
    v = v.inner_join(u, v.subject_id == u.unit_id)
    v = v.mutate(least=ibis.greatest(v.named, 1), most=v.named + v.nameless)
    v = v.filter(v.most > LIMIT)
    visits = evidence.deliveries("M15-4", lambda r, f: [r.unit_id == f.subject_id, r.day == f.day])
    groups = Criterion("one_group_a_day", v.least <= LIMIT, v.named, visits)
    names = Criterion("groups_named", ibis.ifelse(v.nameless > 0, ibis.null(), True), v.nameless)
    unclear = groups.holds
    return ruling(
        v,
        Identity("M15-4", "MUST_NOT", "unit", v.unit_id, v.day),
        end=v.day,
        amount=v.most,
        unit="count",
        owner=unknown("string"),
        state=ibis.ifelse(unclear, text("unknown"), text("breached")),
        missing=ibis.ifelse(unclear, text("counterpart_id"), unknown("string")),
        criteria=[groups, names],
    )


RULES = (Rule("M15-4", "visits", "unit", ("burden.visits_per_day",), _visits, over_all=True),)
