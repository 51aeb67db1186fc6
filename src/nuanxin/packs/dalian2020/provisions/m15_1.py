"""M15-1: epidemic data go through two tables, which only their owners change, and seldom."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.tables import owners_of_table, table_change, table_request
from nuanxin.policy.provision import Criterion, Facts, Identity, Rule, Ruling, ruling
from nuanxin.policy.terms import text, unknown


def _emergency(r: ir.Table) -> Criterion:
    return Criterion("is_emergency", r.is_emergency, r.is_emergency, r.ref)


def _by_owner(r: ir.Table, owner: ir.BooleanValue) -> Criterion:
    held = Facts(owners_of_table(), lambda r, f: [r.table_code == f.table_code])
    return Criterion("issued_by_owner", owner, r.table_code, held)


def _foreign() -> Ruling:
    r = table_request.table
    r = r.filter(~r.is_owner)
    owner = _by_owner(r, ibis.ifelse(r.is_owned, r.is_owner, ibis.null()))
    emergency = _emergency(r)
    unclear = owner.holds.isnull()
    return ruling(
        r,
        Identity("M15-1", "MUST", "request", r.request_id, r.day),
        end=r.day,
        amount=r.asked,
        unit="count",
        owner=r.issuer_id,
        state=ibis.cases(
            (unclear, "unknown"), (emergency.holds, "excepted"), else_=text("breached")
        ),
        missing=ibis.ifelse(unclear, text("held_fields"), unknown("string")),
        criteria=[owner, emergency],
    )


def _changes() -> Ruling:
    r = table_change.table
    emergency = _emergency(r)
    return ruling(
        r,
        Identity("M15-1", "MUST", "request", r.request_id, r.day),
        end=r.day,
        amount=r.new,
        unit="count",
        owner=r.issuer_id,
        state=ibis.ifelse(emergency.holds, text("excepted"), text("breached")),
        criteria=[
            _by_owner(r, r.is_owner),
            Criterion("few_changes", ibis.literal(False), r.turn, r.ref),
            emergency,
        ],
    )


RULES = (
    Rule("M15-1", "foreign", "request", (), _foreign, over_all=True),
    Rule("M15-1", "changes", "request", ("burden.form_changes_per_week",), _changes, over_all=True),
)
