"""The facts that criteria point to, each as ``table:key``."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.sources import fact, fact_in_scope, reference
from nuanxin.packs.dalian2020.stages.standing import spell_of_deployment
from nuanxin.packs.dalian2020.stages.work import worked_row
from nuanxin.policy.provision import Facts
from nuanxin.policy.terms import as_of, day_number

Tie = Callable[[ir.Table, ir.Table], Sequence[ir.BooleanValue]]


def person() -> Facts:
    """The person's own record."""
    p = fact_in_scope("people")
    return Facts(p.select("person_id", ref=reference(p, "people")), _same_person)


def _same_person(rows: ir.Table, facts: ir.Table) -> list[ir.BooleanValue]:
    return [rows.person_id == facts.person_id]


def worked(tie: Tie) -> Facts:
    """Worked attendance rows, with person, start, end (seconds) and day."""
    return Facts(worked_row.table, tie)


def spells_of_deployment() -> Facts:
    """The spells of the deployment."""
    s = spell_of_deployment.table
    refs = s.select("person_id", "deployment", ref=reference(s, "spells"))
    return Facts(refs, lambda r, f: [r.person_id == f.person_id, r.deployment == f.deployment])


def spells(tie: Tie) -> Facts:
    """Spells of the people in scope, with person, start and planned end."""
    s = fact_in_scope("spells")
    refs = s.select(
        "person_id",
        "arranged_by",
        start=day_number(s.start_date),
        last_day=day_number(s.end_date).fill_null(as_of()),
        ref=reference(s, "spells"),
    )
    return Facts(refs, tie)


def absences(kind: str, tie: Tie) -> Facts:
    """Absences of a kind, with person, start and last day."""
    a = fact_in_scope("absences")
    a = a.filter(a.kind == kind)
    refs = a.select(
        "person_id",
        start=day_number(a.start_date),
        last_day=day_number(a.end_date),
        ref=reference(a, "absences"),
    )
    return Facts(refs, tie)


def deliveries(provision: str, tie: Tie) -> Facts:
    """Deliveries of a provision up to the as-of day."""
    d = fact("deliveries")
    d = d.filter(d.provision == provision).select(
        "subject_id",
        "counterpart_id",
        day=day_number(d.on_date),
        ref=reference(d, "deliveries"),
    )
    return Facts(d.filter(d.day <= as_of()), tie)


def releases(tie: Tie) -> Facts:
    """What ends a task: the person's release events, and task ends of the city."""
    d = fact("declarations")
    d = d.filter(d.kind.isin(["release", "task_end"])).select(
        "person_id", "kind", day=day_number(d.date), ref=reference(d, "declarations")
    )
    return Facts(d.filter(d.day <= as_of()), tie)


def release_of_deployment() -> Facts:
    """The declarations of the very day of release, and nothing when the last spell's end is it."""
    return releases(
        lambda r, f: [
            f.day == r.release,
            ibis.or_((f.kind == "release") & (f.person_id == r.person_id), f.kind == "task_end"),
        ]
    )
