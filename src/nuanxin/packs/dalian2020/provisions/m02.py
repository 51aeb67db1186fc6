"""M02: performance is learned on site, assessed after the task, and the outstanding developed."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020 import evidence
from nuanxin.packs.dalian2020.provisions.m11_4 import with_delivery_after
from nuanxin.packs.dalian2020.provisions.offers import LISTING, acts, listing, outstanding, since
from nuanxin.packs.dalian2020.stages.merit import findings
from nuanxin.packs.dalian2020.stages.sources import fact, fact_in_scope
from nuanxin.packs.dalian2020.stages.standing import deployment
from nuanxin.policy.provision import Criterion, Identity, Rule, Ruling, must, ruling
from nuanxin.policy.terms import as_of, date_of, param, text, whole


def _contact() -> Ruling:
    d = deployment.table
    key = ["person_id", "deployment"]
    found = since(d, "person_id", "deployment", acts("M02-1"))
    found = found.inner_join(d.select(*key, "next_deployment"), key)
    found = found.filter(found.next_deployment.isnull() | (found.day < found.next_deployment))
    times = found.group_by(key).agg(contacts=found.day.nunique().cast("int64"))
    d = d.left_join(times, key).drop(*(f"{name}_right" for name in key))
    d = d.mutate(contacts=d.contacts.fill_null(0))
    wanted = param("merit.contacts_per_spell_min")
    done = Criterion(
        "contacts_made",
        d.contacts >= wanted,
        d.contacts,
        evidence.deliveries(
            "M02-1",
            lambda r, f: [
                r.person_id == f.subject_id,
                f.day >= r.deployment,
                r.next_deployment.isnull() | (f.day < r.next_deployment),
            ],
        ),
    )
    in_time = Criterion(
        "within_due_day", d.release.isnull() | (as_of() <= d.release), date_of(d.release)
    )
    return ruling(
        d,
        Identity("M02-1", "MUST", "person", d.person_id, d.deployment),
        end=d.release,
        amount=wanted,
        unit="count",
        met=ibis.least(d.contacts, wanted),
        due=d.release,
        owner=d.unit_id,
        state=must(done, in_time),
        criteria=[
            Criterion(
                "sent_to_front",
                d.deployment.notnull(),
                date_of(d.deployment),
                evidence.spells_of_deployment(),
            ),
            done,
            in_time,
        ],
    )


def _heard_enough() -> Ruling:
    f = findings(fact_in_scope("findings"))
    p = fact("people").select("person_id", "unit_id")
    wanted = param("merit.channels_min")
    f = f.filter(f.channels < wanted).inner_join(p, "person_id")
    heard = Criterion("heard_on_channels", f.channels >= wanted, f.channels, f.ref)
    return ruling(
        f,
        Identity("M02-1", "MUST", "person", f.person_id, f.decided, [f.finding_id]),
        end=f.decided,
        amount=wanted,
        unit="count",
        met=f.channels,
        owner=f.unit_id,
        state=text("breached"),
        criteria=[heard],
    )


def _assess() -> Ruling:
    d = deployment.table
    d = with_delivery_after(d.filter(d.release.notnull()), "M02-2")
    due = d.release + param("merit.assessment_within")
    done = Criterion(
        "assessed",
        d.checked.notnull(),
        date_of(d.checked),
        evidence.deliveries(
            "M02-2", lambda r, f: [r.person_id == f.subject_id, f.day == r.checked]
        ),
    )
    in_time = Criterion("within_due_day", as_of() <= due, date_of(due))
    released = Criterion(
        "released", d.release.notnull(), date_of(d.release), evidence.release_of_deployment()
    )
    return ruling(
        d,
        Identity("M02-2", "MUST", "person", d.person_id, d.deployment),
        end=d.release,
        amount=whole(1),
        unit="count",
        met=ibis.ifelse(done.holds, 1, 0),
        due=due,
        owner=d.unit_id,
        state=must(done, in_time),
        criteria=[released, done, in_time],
    )


def _develop() -> Ruling:
    p = outstanding()
    found = since(p, "person_id", "start", acts("M02-3"))
    first = found.group_by("person_id").agg(
        pooled=found.day.min(where=found.words == "pool"),
        planned=found.day.min(where=found.words == "plan"),
    )
    p = p.left_join(first, "person_id").drop("person_id_right")
    due = p.start + param("merit.pool_within")
    pooled = _step(p, "in_pool", "pooled", "pool")
    planned = _step(p, "has_plan", "planned", "plan")
    steps = pooled.holds.cast("int64") + planned.holds.cast("int64")
    both = Criterion("pool_and_plan", steps == 2, steps)
    in_time = Criterion("within_due_day", as_of() <= due, date_of(due))
    return ruling(
        p,
        Identity("M02-3", "MUST", "person", p.person_id, p.start),
        end=None,
        amount=whole(2),
        unit="count",
        met=steps,
        due=due,
        owner=p.unit_id,
        state=must(both, in_time),
        criteria=[listing(p), pooled, planned, both, in_time],
    )


def _step(p: ir.Table, name: str, column: str, word: str) -> Criterion:
    on_day = evidence.deliveries(
        "M02-3",
        lambda r, f: [
            r.person_id == f.subject_id,
            f.day == r[column],
            f.counterpart_id == word,
        ],
    )
    return Criterion(name, p[column].notnull(), date_of(p[column]), on_day)


RULES = (
    Rule("M02-1", "contact", "person", ("merit.contacts_per_spell_min",), _contact),
    Rule("M02-1", "heard_enough", "person", ("merit.channels_min",), _heard_enough),
    Rule("M02-2", "assess", "person", ("merit.assessment_within",), _assess),
    Rule("M02-3", "develop", "person", (*LISTING, "merit.pool_within"), _develop),
)
