"""Stories told of people, with who published them and whether the person had said no (M16-3)."""

from __future__ import annotations

import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.deliveries import delivered
from nuanxin.packs.dalian2020.stages.sources import fact, reference
from nuanxin.policy.contract import MEDICAL_PROFESSIONS
from nuanxin.policy.stage import once_stage
from nuanxin.policy.terms import day_number

CADRES = ("community_cadre", "village_cadre")


@once_stage
def told_story() -> ir.Table:
    """Each story of a person on record; ``declined`` refers to a no said by its day."""
    d, p, u, w = delivered("M16-3"), fact("people"), fact("units"), fact("waivers")
    p = p.select(
        "person_id",
        "is_leader",
        is_medical=p.profession.isin(MEDICAL_PROFESSIONS),
        is_cadre=p.employment.isin(CADRES),
    )
    s = d.inner_join(p, d.subject_id == p.person_id)
    u = u.select(publisher="unit_id")
    s = s.left_join(u, s.counterpart_id == u.publisher)
    w = w.filter(w.provision == "M16-3")
    w = w.select("person_id", said_on=day_number(w.on_date), ref=reference(w, "waivers"))
    said = s.select("delivery_id", "person_id", "day").inner_join(w, "person_id")
    said = said.filter(said.said_on <= said.day)
    said = said.group_by("delivery_id").agg(declined=said.ref.min())
    s = s.left_join(said, "delivery_id").drop("delivery_id_right")
    return s.select(
        "delivery_id", "person_id", "day", "amount", "publisher", "declined", "is_leader",
        "is_medical", "is_cadre", "ref",
    )  # fmt: skip
