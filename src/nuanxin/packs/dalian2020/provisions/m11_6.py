"""M11-6: medical people found outstanding come first for convalescence."""

from __future__ import annotations

import ibis

from nuanxin.packs.dalian2020 import evidence
from nuanxin.packs.dalian2020.stages.care import convalescent, finding_in_force
from nuanxin.packs.dalian2020.stages.deliveries import delivered_in_scope
from nuanxin.packs.dalian2020.stages.sources import scope
from nuanxin.policy.provision import Criterion, Facts, Identity, Rule, Ruling, ruling
from nuanxin.policy.terms import text


def _convalescence() -> Ruling:
    c, d = convalescent.table, delivered_in_scope("M11-6")
    c = c.semi_join(scope, c.person_id == scope.person_id)
    listed = c.select("person_id", "found_on").inner_join(
        d.select(person_id="subject_id", listed_on="day"), "person_id"
    )
    listed = listed.filter(listed.listed_on >= listed.found_on)
    listed = listed.group_by("person_id").agg(listed_on=listed.listed_on.min())
    c = c.left_join(listed, "person_id").drop("person_id_right")
    found = Facts(finding_in_force.table, lambda r, f: [r.person_id == f.person_id])
    spells = evidence.spells(lambda r, f: [r.person_id == f.person_id])
    batch = evidence.deliveries(
        "M11-6", lambda r, f: [r.person_id == f.subject_id, f.day == r.listed_on]
    )
    done = Criterion("on_a_batch_list", c.listed_on.notnull(), c.listed_on.notnull(), batch)
    return ruling(
        c,
        Identity("M11-6", "PREFER", "person", c.person_id, c.found_on),
        end=None,
        amount=c.weighted,
        unit="days",
        owner=c.unit_id,
        state=ibis.ifelse(done.holds, text("met"), text("available")),
        criteria=[
            Criterion("found_outstanding", c.found_on.notnull(), c.found_on.notnull(), found),
            Criterion("days_at_the_front", c.days > 0, c.days, spells),
            Criterion("days_in_severe_care", c.severe_days >= 0, c.severe_days),
            Criterion("place_by_days", c.place > 0, c.place),
            Criterion("sharing_the_place", c.sharing >= 0, c.sharing),
            done,
        ],
    )


RULES = (
    Rule(
        "M11-6",
        "convalescence",
        "person",
        ("care.convalescence_severe_weight", "merit.channels_min", "merit.list_expiry"),
        _convalescence,
    ),
)
