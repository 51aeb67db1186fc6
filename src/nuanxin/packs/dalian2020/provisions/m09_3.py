"""M09-3: the increment goes to those who took part, all of it and to nobody else."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.provisions.m09_2 import approvals, approved_refs
from nuanxin.packs.dalian2020.stages.days import month
from nuanxin.packs.dalian2020.stages.increment import of_month, participant
from nuanxin.packs.dalian2020.stages.sources import fact
from nuanxin.policy.provision import Criterion, Facts, Identity, Rule, Ruling, ruling
from nuanxin.policy.terms import as_of, date_of, param, quantity, text, unknown

_MONTH = ["unit_id", "month"]


def _payments() -> ir.Table:
    """What was paid out, and whether the payee took part in that month at that unit."""
    d, p = of_month("M09-3"), participant.table
    d = d.select("month", "amount", "ref", unit_id="counterpart_id", person_id="subject_id")
    p = p.mutate(takes_part=ibis.literal(True))
    d = d.left_join(p, ["person_id", "month", "unit_id"])
    return d.select(*_MONTH, "amount", "ref", takes_part=d.takes_part.fill_null(False))


def _paid(*, to_participants: bool) -> Facts:
    d = _payments()
    d = d.filter(d.takes_part == to_participants, d.amount > 0)
    return Facts(d, lambda r, f: [r.unit_id == f.unit_id, r.month == f.month])


def _distributed() -> ir.Table:
    d, u, m = _payments(), fact("units"), month.table
    a = approvals(
        approved_on=ibis._.day.max(), without_sum=ibis._.amount.isnull().sum().cast("int64")
    )
    sums = d.group_by(_MONTH).agg(
        paid=d.amount.sum(where=d.takes_part), strayed=d.amount.sum(where=~d.takes_part)
    )
    a = a.semi_join(u, "unit_id").inner_join(m.select("month", "first_day", "last_day"), "month")
    a = a.left_join(sums, _MONTH).drop("unit_id_right", "month_right")
    return a.mutate(
        paid=quantity(a.paid.fill_null(0)),
        strayed=quantity(a.strayed.fill_null(0)),
        due=a.approved_on + param("pay.increment_distribute_within"),
    )


def _distribution() -> Ruling:
    a = _distributed()
    unclear = a.without_sum > 0
    sum_known = Criterion(
        "sum_known", ibis.ifelse(unclear, ibis.null(), True), a.approved, approved_refs()
    )
    only = Criterion("only_participants", a.strayed == 0, a.strayed, _paid(to_participants=False))
    within = Criterion("within_approved", a.paid + a.strayed <= a.approved, a.paid + a.strayed)
    done = Criterion("all_paid", a.paid == a.approved, a.paid, _paid(to_participants=True))
    in_time = Criterion("within_due_day", as_of() <= a.due, date_of(a.due))
    return ruling(
        a,
        Identity("M09-3", "MUST", "unit", a.unit_id, a.first_day),
        end=a.last_day,
        amount=a.approved,
        unit="fen",
        met=ibis.least(a.paid, a.approved),
        due=a.due,
        owner=a.unit_id,
        state=ibis.cases(
            (unclear, "unknown"),
            (~only.holds | ~within.holds, "breached"),
            (done.holds, "met"),
            (~in_time.holds, "overdue"),
            else_="owed",
        ),
        missing=ibis.ifelse(unclear, text("quantity"), unknown("string")),
        criteria=[sum_known, only, within, done, in_time],
    )


RULES = (
    Rule(
        "M09-3",
        "distribution",
        "unit",
        ("pay.increment_distribute_within", "subsidy.tier1.daily", "subsidy.tier2.daily"),
        _distribution,
        over_all=True,
    ),
)
