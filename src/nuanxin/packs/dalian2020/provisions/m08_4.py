"""M08-4: scarce protection goes only to named people with a shift at risk."""

from __future__ import annotations

import ibis

from nuanxin.packs.dalian2020.stages.supplies import judged_issue, shift_near_issue
from nuanxin.policy.provision import Criterion, Facts, Identity, Rule, Ruling, ruling
from nuanxin.policy.terms import text, unknown


def _issue() -> Ruling:
    i = judged_issue.table
    i = i.filter(~i.is_allowed)
    near = Facts(shift_near_issue.table, lambda r, f: [r.issue_id == f.issue_id])
    scarce = Criterion("is_scarce", i.is_scarce, i.standard.fill_null(i.item), i.ref)
    named = Criterion("person_named", i.person_id.notnull(), i.person_id, i.ref)
    at_risk = Criterion("shift_at_risk", i.is_allowed, i.is_allowed, near)
    return ruling(
        i,
        Identity("M08-4", "MUST_NOT", "issue", i.issue_id, i.day),
        end=i.day,
        amount=i["quantity"],
        unit="count",
        owner=i.unit_id,
        state=ibis.ifelse(i.is_scarce.isnull(), "unknown", "breached"),
        missing=ibis.ifelse(i.is_scarce.isnull(), text("standard"), unknown("string")),
        criteria=[scarce, named, at_risk],
    )


RULES = (
    Rule(
        "M08-4",
        "issue",
        "issue",
        ("ppe.scarce_standards", "ppe.issue_before_shift"),
        _issue,
        over_all=True,
    ),
)
