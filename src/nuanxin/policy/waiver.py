"""Waivers: a person declined what is owed, or consented to what is avoided."""

from __future__ import annotations

from collections.abc import Callable

import ibis
import ibis.expr.types as ir

from nuanxin.policy.provision import CRITERIA_COLUMNS, OBLIGATION_COLUMNS, OBLIGATION_TYPES
from nuanxin.policy.terms import as_of, date_of, text

WAIVABLE = ("owed", "overdue", "not_kept", "available")

_KINDS = {
    "VARCHAR": "string",
    "BIGINT": "int64",
    "DATE": "date",
    "DECIMAL(18, 4)": "decimal(18, 4)",
}
found = ibis.table(
    {name: _KINDS[kind] for name, kind in OBLIGATION_TYPES.items()}, name="found", database="run"
)
"""The rows that the rules made for this slice, before waivers."""

_waivers = ibis.table(
    {
        "waiver_id": "string",
        "person_id": "string",
        "provision": "string",
        "on_date": "date",
        "reason": "string",
    },
    name="waivers",
    database="facts",
)
waived_table = ibis.table(
    {
        "provision": "string",
        "subject_id": "string",
        "period_start": "date",
        "waiver_id": "string",
        "reason": "string",
    },
    name="waived",
    database="run",
)


def waived(unwaivable: tuple[str, ...], speakers: Callable[[], ir.Table] | None = None) -> ir.Table:
    """The periods that waivers touch: the latest begun by the waiver's day, else the next one.

    Of subjects that are no persons, the rows of all for whom a person speaks are that person's.
    """
    w = _waivers.filter(_waivers.on_date <= date_of(as_of()))
    if unwaivable:
        w = w.filter(~w.provision.isin(unwaivable))
    o = _spoken_for(speakers)
    periods = w.inner_join(o, (w.person_id == o.person_id) & (w.provision == o.provision)).select(
        w.waiver_id, w.on_date, w.reason, o.provision, o.subject_id, o.period_start
    )
    begun = ibis.ifelse(periods.period_start <= periods.on_date, periods.period_start, ibis.null())
    of_waiver = ibis.window(group_by=periods.waiver_id)
    chosen = begun.max().over(of_waiver).fill_null(periods.period_start.min().over(of_waiver))
    periods = periods.mutate(chosen=chosen)
    hit = periods.filter(periods.period_start == periods.chosen)
    return hit.group_by("provision", "subject_id", "period_start").agg(
        waiver_id=hit.waiver_id.min(), reason=hit.reason.argmin(hit.waiver_id)
    )


def _spoken_for(speakers: Callable[[], ir.Table] | None) -> ir.Table:
    """The rows found, each with the person who may decline it: the subject or who speaks for it."""
    o = found.select("provision", "subject_kind", "subject_id", "period_start")
    own = o.filter(o.subject_kind == "person").mutate(person_id="subject_id")
    if speakers is None:
        return own
    others = o.filter(o.subject_kind != "person").inner_join(
        speakers(), ["subject_kind", "subject_id"]
    )
    return ibis.union(own, others.select(*own.columns))


def _touched() -> ir.Table:
    w = waived_table
    keys = ["provision", "subject_id", "period_start"]
    joined = found.left_join(w, [found[key] == w[key] for key in keys])
    return joined.select(found, waiver_id=w.waiver_id, reason=w.reason)


def obligations() -> ir.Table:
    """The rows of this slice with waivers applied: what the run writes."""
    t = _touched()
    hit = t.waiver_id.notnull() & t.state.isin(WAIVABLE)
    return t.mutate(state=ibis.ifelse(hit, "excepted", t.state)).select(*OBLIGATION_COLUMNS)


def criteria() -> ir.Table:
    """The criterion that explains why a row is excepted by a waiver."""
    t = _touched()
    t = t.filter(t.waiver_id.notnull() & t.state.isin(WAIVABLE))
    return t.select(
        "obligation_id",
        criterion=text("not_waived"),
        holds=ibis.literal(False),
        value=t.reason,
        fact_refs=text("waivers:") + t.waiver_id,
    ).select(*CRITERIA_COLUMNS)
