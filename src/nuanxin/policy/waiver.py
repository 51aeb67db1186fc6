"""Waivers: a person declined what is owed, or consented to what is avoided."""

from __future__ import annotations

from collections.abc import Callable

import ibis
import ibis.expr.types as ir

from nuanxin.policy.provision import CRITERIA_COLUMNS, OBLIGATION_TYPES
from nuanxin.policy.refs import escaped
from nuanxin.policy.terms import as_of, date_of, text

WAIVABLE = ("owed", "overdue", "not_kept", "available")

_KINDS = {
    "VARCHAR": "string",
    "BIGINT": "int64",
    "DATE": "date",
    "DECIMAL(18, 4)": "decimal(18, 4)",
}
obligations = ibis.table(
    {name: _KINDS[kind] for name, kind in OBLIGATION_TYPES.items()},
    name="obligations",
    database="out",
)
"""The rows that the rules have made."""

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
_excepted = ibis.table(
    {"obligation_id": "string", "waiver_id": "string", "reason": "string"},
    name="excepted",
    database="run",
)


def excepted(
    unwaivable: tuple[str, ...], speakers: Callable[[], ir.Table] | None = None
) -> ir.Table:
    """The rows that waivers touch, with the waiver: those of the latest period begun by the
    waiver's day, else of the next one; of these only what is owed, overdue, not kept or
    available. The rows of all subjects for whom a person speaks are looked at together."""
    w = _waivers.filter(_waivers.on_date <= date_of(as_of()))
    if unwaivable:
        w = w.filter(~w.provision.isin(unwaivable))
    o = _spoken_for(speakers)
    rows = w.inner_join(o, (w.person_id == o.person_id) & (w.provision == o.provision)).select(
        w.waiver_id, w.on_date, w.reason, o.obligation_id, o.period_start, o.state
    )
    begun = rows.period_start <= rows.on_date
    target = rows.group_by("waiver_id").agg(
        before=rows.period_start.max(where=begun), after=rows.period_start.min(where=~begun)
    )
    target = target.select("waiver_id", period_start=target.before.fill_null(target.after))
    hit = rows.inner_join(target, ["waiver_id", "period_start"])
    hit = hit.filter(hit.state.isin(WAIVABLE))
    return hit.group_by("obligation_id").agg(
        waiver_id=hit.waiver_id.min(), reason=hit.reason.argmin(hit.waiver_id)
    )


def _spoken_for(speakers: Callable[[], ir.Table] | None) -> ir.Table:
    """The rows, each with the person who may decline it: the subject, or who speaks for it."""
    o = obligations.select(
        "obligation_id", "provision", "subject_kind", "subject_id", "period_start", "state"
    )
    own = o.filter(o.subject_kind == "person").mutate(person_id="subject_id")
    if speakers is None:
        return own
    others = o.filter(o.subject_kind != "person").inner_join(
        speakers(), ["subject_kind", "subject_id"]
    )
    return ibis.union(own, others.select(*own.columns))


def criteria() -> ir.Table:
    """The criterion that explains why a row is excepted by a waiver."""
    return _excepted.select(
        "obligation_id",
        criterion=text("not_waived"),
        holds=ibis.literal(False),
        value=_excepted.reason,
        fact_refs=text("waivers:") + escaped(_excepted.waiver_id),
    ).select(*CRITERIA_COLUMNS)


WAIVED = "obligation_id IN (SELECT obligation_id FROM run.excepted)"
"""The rows of ``out.obligations`` that ``excepted`` found: their state becomes excepted."""
