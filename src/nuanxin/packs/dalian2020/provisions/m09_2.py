"""M09-2: the performance-pay total of institutions may be raised for what their people did."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.days import month
from nuanxin.packs.dalian2020.stages.increment import institution_months, of_month
from nuanxin.policy.provision import Criterion, Facts, Identity, Rule, Ruling, ruling
from nuanxin.policy.terms import param, quantity, text, unknown, whole_part

RATE = param("pay.increment_daily")
_MONTH = ["unit_id", "month"]


def approvals(**more: ir.Value) -> ir.Table:
    """What was approved for each unit and month: fen of the known sums, and what else is asked."""
    d = of_month("M09-2")
    d = d.mutate(unit_id="subject_id")
    return d.group_by(_MONTH).agg(approved=quantity(d.amount.fill_null(0).sum()), **more)


def approved_refs() -> Facts:
    """The deliveries that approve."""
    return Facts(of_month("M09-2"), lambda r, f: [r.unit_id == f.subject_id, r.month == f.month])


def _raise() -> Ruling:
    q, m = institution_months(), month.table
    q = q.inner_join(m.select("month", "first_day", "last_day"), "month")
    q = q.left_join(approvals(), _MONTH).drop("unit_id_right", "month_right")
    rate_known = Criterion("rate_known", ibis.ifelse(RATE > 0, True, ibis.null()), RATE)
    fen = whole_part(q.days * RATE * 100, 1)
    done = Criterion("approved", q.approved.notnull(), q.approved, approved_refs())
    unset = rate_known.holds.isnull()
    return ruling(
        q,
        Identity("M09-2", "MAY", "unit", q.unit_id, q.first_day),
        end=q.last_day,
        amount=ibis.ifelse(unset, q.days, fen),
        unit=ibis.ifelse(unset, text("days"), text("fen")),
        met=ibis.ifelse(unset | ~done.holds, ibis.null(), ibis.least(q.approved, quantity(fen))),
        owner=q.unit_id,
        state=ibis.cases((done.holds, "met"), (unset, "unknown"), else_="available"),
        missing=ibis.ifelse(unset & ~done.holds, text("increment rate"), unknown("string")),
        criteria=[
            Criterion("qualifying_days", q.days > 0, q.days),
            Criterion("people_with_days", q.people > 0, q.people),
            rate_known,
            done,
        ],
    )


RULES = (
    Rule(
        "M09-2",
        "raise",
        "unit",
        ("pay.increment_daily", "subsidy.tier1.daily", "subsidy.tier2.daily"),
        _raise,
        over_all=True,
    ),
)
