"""M12-3: the family is visited, soon and then at regular intervals."""

from __future__ import annotations

import ibis

from nuanxin.packs.dalian2020 import evidence
from nuanxin.packs.dalian2020.provisions.m12_2 import spells_of_period
from nuanxin.packs.dalian2020.stages.families import visit
from nuanxin.policy.provision import Criterion, Identity, Rule, Ruling, must, ruling
from nuanxin.policy.terms import as_of, date_of, whole


def _visit() -> Ruling:
    v = visit.table
    length = v.last_day - v.start + 1
    done = Criterion(
        "visited",
        v.visited.notnull(),
        date_of(v.visited),
        evidence.deliveries(
            "M12-3", lambda r, f: [r.person_id == f.subject_id, f.day == r.visited]
        ),
    )
    in_time = Criterion("within_due_day", as_of() <= v.due, date_of(v.due))
    return ruling(
        v,
        Identity("M12-3", "MUST", "person", v.person_id, v.begin),
        end=v.due,
        amount=whole(1),
        unit="count",
        met=ibis.ifelse(done.holds, 1, 0),
        due=v.due,
        owner=v.unit_id,
        state=must(done, in_time),
        criteria=[
            Criterion("at_the_front", length > 0, length, spells_of_period()),
            Criterion("number_of_visit", v.k >= 0, v.k + 1),
            done,
            in_time,
        ],
    )


RULES = (
    Rule(
        "M12-3",
        "visit",
        "person",
        ("families.first_visit_within", "families.visit_every", "families.join_gap"),
        _visit,
    ),
)
