"""M10-3: the fast lane after an injury on duty, three clocks: file, decide, pay."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.days import with_workday_after
from nuanxin.packs.dalian2020.stages.harms import harm
from nuanxin.policy.provision import Criterion, Identity, Rule, Ruling, must, ruling
from nuanxin.policy.terms import as_of, date_of, param, text, unknown, whole


def _on_duty() -> ir.Table:
    h = harm.table
    return h.filter(h.arises_from_duty & ~h.is_volunteer)


def _clock(h: ir.Table, name: str, done: Criterion) -> Ruling:
    """The clock ``name`` of harms ``h``, running from ``start`` to ``due``."""
    in_time = Criterion("within_due_day", as_of() <= h.due, date_of(h.due))
    state: ir.StringValue = must(done, in_time)
    missing: ir.StringValue = unknown("string")
    criteria = [Criterion("arises_from_duty", h.arises_from_duty, h.arises_from_duty, h.ref)]
    if name == "pay":
        recognised = Criterion("recognised", h.recognised, h.recognised, h.ref)
        unsettled = recognised.holds.isnull() & ~done.holds
        state = ibis.ifelse(unsettled, "unknown", state)
        missing = ibis.ifelse(unsettled, text("recognised"), missing)
        criteria.append(recognised)
    return ruling(
        h,
        Identity("M10-3", "MUST", "person", h.person_id, h.start, [h.harm_id, text(name)]),
        end=h.due,
        amount=whole(1),
        unit="count",
        due=h.due,
        owner=h.unit_id,
        state=state,
        missing=missing,
        criteria=[*criteria, done, in_time],
    )


def _file() -> Ruling:
    h = _on_duty().mutate(start="day")
    h = with_workday_after(h, "start", param("injury.file_within"))
    return _clock(h, "file", Criterion("filed", h.filed.notnull(), date_of(h.filed), h.ref))


def _decide() -> Ruling:
    h = _on_duty().mutate(start="filed")
    h = h.filter(h.start.notnull()).mutate(due=h.start + param("injury.decide_within"))
    return _clock(h, "decide", Criterion("decided", h.decided.notnull(), date_of(h.decided), h.ref))


def _pay() -> Ruling:
    h = _on_duty().mutate(start="decided")
    h = h.filter(h.start.notnull() & h.recognised.fill_null(True))
    h = with_workday_after(h, "start", param("injury.first_pay_within"))
    return _clock(h, "pay", Criterion("first_paid", h.paid.notnull(), date_of(h.paid), h.ref))


def _unclear() -> Ruling:
    h = harm.table
    h = h.filter(h.arises_from_duty.isnull() & ~h.is_volunteer)
    return ruling(
        h,
        Identity("M10-3", "MUST", "person", h.person_id, h.day, [h.harm_id, text("file")]),
        end=None,
        amount=whole(1),
        unit="count",
        owner=h.unit_id,
        state=text("unknown"),
        missing=text("arises_from_duty"),
        criteria=[
            Criterion("arises_from_duty", h.arises_from_duty, h.arises_from_duty, h.ref),
            Criterion("filed", h.filed.notnull(), date_of(h.filed), h.ref),
        ],
    )


RULES = (
    Rule("M10-3", "file", "person", ("injury.file_within",), _file),
    Rule("M10-3", "decide", "person", ("injury.decide_within",), _decide),
    Rule("M10-3", "pay", "person", ("injury.first_pay_within",), _pay),
    Rule("M10-3", "unclear", "person", (), _unclear),
)
