"""M12-5: the family of one sent elsewhere has a named contact, who has few families."""

from __future__ import annotations

import ibis

from nuanxin.packs.dalian2020 import evidence
from nuanxin.packs.dalian2020.provisions.m12_2 import end_of
from nuanxin.packs.dalian2020.stages.families import paired_family
from nuanxin.packs.dalian2020.stages.sources import scope
from nuanxin.policy.provision import Criterion, Facts, Identity, Rule, Ruling, ruling
from nuanxin.policy.terms import as_of, date_of, param, text, whole


def _families_before() -> Facts:
    """How the contact was named for this family and for those counted before it."""
    f = paired_family.table
    f = f.filter(f.is_open & f.contact.notnull()).select("contact", "place", "ref")
    return Facts(f, lambda r, f: [r.contact == f.contact, f.place <= r.place])


def _contact() -> Ruling:
    f = paired_family.table
    f = f.semi_join(scope, f.person_id == scope.person_id)
    due = f.start + param("families.contact_within")
    length = f.last_day - f.start + 1
    away = evidence.spells(
        lambda r, f: [r.person_id == f.person_id, f.start >= r.start, f.start <= r.last_day]
    )
    is_heavy = f.contact.notnull() & f.is_open & (f.place > param("families.per_contact_max"))
    named = Criterion("contact_named", f.contact.notnull(), f.contact, f.ref)
    light = Criterion(
        "contact_has_few_families",
        ~is_heavy,
        ibis.ifelse(f.contact.notnull() & f.is_open, f.place, ibis.null()),
        _families_before(),
    )
    in_time = Criterion("within_due_day", as_of() <= due, date_of(due))
    state = ibis.cases(
        (~light.holds, "breached"),
        (named.holds, "met"),
        (~in_time.holds, "overdue"),
        else_=text("owed"),
    )
    return ruling(
        f,
        Identity("M12-5", "MUST", "person", f.person_id, f.start),
        end=end_of(f),
        amount=whole(1),
        unit="count",
        met=ibis.ifelse(named.holds & light.holds, 1, 0),
        due=due,
        owner=f.unit_id,
        state=state,
        criteria=[
            Criterion("sent_elsewhere", length > 0, length, away),
            named,
            light,
            in_time,
        ],
    )


RULES = (
    Rule(
        "M12-5",
        "contact",
        "person",
        ("families.contact_within", "families.per_contact_max", "families.join_gap"),
        _contact,
    ),
)
