"""M11-3: counselling is offered; only the offer is recorded, never what was said."""

from __future__ import annotations

import ibis

from nuanxin.packs.dalian2020 import evidence
from nuanxin.packs.dalian2020.stages.care import offer
from nuanxin.packs.dalian2020.stages.deliveries import delivered_in_scope
from nuanxin.packs.dalian2020.stages.harms import incident
from nuanxin.policy.provision import Criterion, Facts, Identity, Rule, Ruling, must, ruling
from nuanxin.policy.terms import as_of, date_of, param, text, whole, whole_days


def _made() -> Facts:
    return evidence.deliveries("M11-3", lambda r, f: [r.person_id == f.subject_id, f.day == r.made])


def _offer() -> Ruling:
    o = offer.table
    done = Criterion("offered", o.made.notnull(), date_of(o.made), _made())
    in_time = Criterion("within_due_day", as_of() <= o.due, date_of(o.due))
    return ruling(
        o,
        Identity("M11-3", "MUST", "person", o.person_id, o.begin, [o.name]),
        end=o.due,
        amount=whole(1),
        unit="count",
        met=ibis.ifelse(done.holds, 1, 0),
        due=o.due,
        owner=o.unit_id,
        state=must(done, in_time),
        criteria=[Criterion("which_offer", o.k >= 0, o.k + 1), done, in_time],
    )


def _crisis() -> Ruling:
    i, d = incident.table, delivered_in_scope("M11-3")
    i = i.filter(i.kind == "violence", i.is_medical, i.arises_from_duty.fill_null(True))
    d = d.select(person_id="subject_id", made="day", named="named")
    made = i.select("harm_id", "person_id", "day").inner_join(d, "person_id")
    made = made.filter(made.made >= made.day, ibis.or_(made.named.isnull(), made.named == made.day))
    made = made.group_by("harm_id").agg(made=made.made.min())
    i = i.left_join(made, "harm_id").drop("harm_id_right")
    due = i.day + whole_days(param("care.crisis_within"))
    violence = Criterion("met_violence", i.day.notnull(), date_of(i.day), i.ref)
    done = Criterion("offered", i.made.notnull(), date_of(i.made), _made())
    in_time = Criterion("within_due_day", as_of() <= due, date_of(due))
    return ruling(
        i,
        Identity("M11-3", "MUST", "person", i.person_id, i.day, [text("crisis"), i.harm_id]),
        end=due,
        amount=whole(1),
        unit="count",
        met=ibis.ifelse(done.holds, 1, 0),
        due=due,
        owner=i.unit_id,
        state=must(done, in_time),
        criteria=[violence, done, in_time],
    )


RULES = (
    Rule(
        "M11-3",
        "offer",
        "person",
        ("care.counselling_first", "care.counselling_second", "care.counselling_after"),
        _offer,
    ),
    Rule("M11-3", "crisis", "person", ("care.crisis_within",), _crisis),
)
