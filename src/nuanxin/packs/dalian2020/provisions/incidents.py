"""Clocks that run from an incident: what M10-1 and M14-2 share."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.harms import incident
from nuanxin.policy.provision import Criterion, Identity, Ruling, must, ruling
from nuanxin.policy.terms import as_of, date_of, text, unknown, whole


def incidents(kind: str, *, on_duty: bool | None) -> ir.Table:
    """Incidents of a kind that arose from duty; with none, those of which it is not known."""
    i = incident.table
    i = i.filter(i.kind == kind)
    return i.filter(i.arises_from_duty.isnull() if on_duty is None else i.arises_from_duty)


def _from_duty(i: ir.Table) -> Criterion:
    return Criterion("arises_from_duty", i.arises_from_duty, i.arises_from_duty, i.ref)


def clock(
    i: ir.Table,
    provision: str,
    name: str,
    within: ir.IntegerValue,
    done: Criterion,
    settled: Criterion | None = None,
) -> Ruling:
    """One clock of incidents: ``within`` whole days from the day of the incident.

    A row that is not done is unknown where it is unknown whether ``settled`` holds.
    """
    due = i.day + within
    in_time = Criterion("within_due_day", as_of() <= due, date_of(due))
    state, missing = must(done, in_time), unknown("string")
    if settled is not None:
        unclear = settled.holds.isnull() & ~done.holds
        state = ibis.ifelse(unclear, "unknown", state)
        missing = ibis.ifelse(unclear, settled.missing, missing)
    return ruling(
        i,
        Identity(provision, "MUST", "person", i.person_id, i.day, [i.harm_id, text(name)]),
        end=due,
        amount=whole(1),
        unit="count",
        met=ibis.ifelse(done.holds, 1, 0),
        due=due,
        owner=i.unit_id,
        state=state,
        missing=missing,
        criteria=[_from_duty(i), *(() if settled is None else (settled,)), done, in_time],
    )


def unclear(provision: str, kind: str, name: str) -> Ruling:
    """Incidents of which it is not known whether they arose from duty."""
    i = incidents(kind, on_duty=None)
    return ruling(
        i,
        Identity(provision, "MUST", "person", i.person_id, i.day, [i.harm_id, text(name)]),
        end=None,
        amount=whole(1),
        unit="count",
        met=whole(0),
        owner=i.unit_id,
        state=text("unknown"),
        missing=text("arises_from_duty"),
        criteria=[_from_duty(i)],
    )
