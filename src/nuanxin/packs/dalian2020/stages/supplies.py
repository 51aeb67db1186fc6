"""Scarce protection handed out, and whether a shift at risk allowed it (M08-4).

Issues are few beside attendance, and some name nobody: they are judged over all, with one look
at the attendance of those who are named.
"""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.sources import fact, parameter_words, reference
from nuanxin.policy.stage import once_stage
from nuanxin.policy.terms import (
    DAY,
    HOUR,
    as_of,
    day_number,
    param,
    seconds,
    whole_part,
)

BLANKS = (" ", "\t", "\u00a0", "\u3000")
PLAIN_NAMES = ("kn95", "gb2626")
RESPIRATOR_NAMES = ("n95", "respirator", "医用防护口罩")
BEFORE_SHIFT = HOUR * param("ppe.issue_before_shift")


def _norm(standard: ir.StringValue) -> ir.StringValue:
    """A standard without blanks and year, unknown when nothing is left: ``GB19083``."""
    bare = standard.upper()
    for blank in BLANKS:
        bare = bare.replace(blank, "")
    return bare.re_replace("-[0-9]{4}$", "").nullif("")


def _has_any(name: ir.StringValue, words: tuple[str, ...]) -> ir.BooleanValue:
    return ibis.or_(*[name.contains(word) for word in words])


@once_stage
def scarce_issue() -> ir.Table:
    """Issues of what is scarce that day, and of what may be: a respirator without a standard.

    A standard on record decides alone; the name is read only when there is none.
    """
    i, w = fact("stock_issues"), parameter_words
    i = i.select(
        "issue_id", "item", "standard", "quantity", "unit_id", "person_id",
        at=seconds(i.at), day=day_number(i.at.date()), norm=_norm(i.standard),
        ref=reference(i, "stock_issues"),
    )  # fmt: skip
    i = i.filter(i.at < (as_of() + 1) * DAY)
    w = w.filter(w.key == "ppe.scarce_standards").select(
        "from_day", "to_day", scarce=_norm(w.value)
    )
    listed = i.semi_join(w, [i.norm == w.scarce, i.day >= w.from_day, i.day <= w.to_day])
    name = i.item.lower()
    unclear = i.filter(
        i.norm.isnull(), ~_has_any(name, PLAIN_NAMES), _has_any(name, RESPIRATOR_NAMES)
    )
    return ibis.union(
        listed.mutate(is_scarce=ibis.literal(True)),
        unclear.mutate(is_scarce=ibis.null().cast("boolean")),
    )


@once_stage
def shift_near_issue() -> ir.Table:
    """Planned or worked rows of the person named in an issue, that start on its day or hold it."""
    i, a, q = scarce_issue.table, fact("attendance"), fact("posts")
    a = a.filter(a.status.isin(["planned", "worked"])).select(
        "attendance_id", "person_id", "post_id", "status",
        start=seconds(a.start), end=seconds(a.end),
    )  # fmt: skip
    a = a.filter((a.status == "planned") | (a.start < (as_of() + 1) * DAY))
    near = a.inner_join(i.select("issue_id", "person_id", "at", "day"), "person_id")
    near = near.filter(
        (near.day == whole_part(near.start, DAY))
        | ((near.at >= near.start - BEFORE_SHIFT) & (near.at < near.end))
    )
    q = q.select("post_id", at_risk=q.risk.isin(["high", "higher"]))
    near = near.inner_join(q, "post_id")
    return near.select("issue_id", "at_risk", ref=reference(near, "attendance"))


@once_stage
def judged_issue() -> ir.Table:
    """Scarce issues, each told whether a shift at risk allowed it."""
    i, s = scarce_issue.table, shift_near_issue.table
    allowed = s.filter(s.at_risk).select("issue_id")
    judged = i.left_join(allowed.distinct(), "issue_id")
    judged = judged.mutate(is_allowed=judged.issue_id_right.notnull())
    return judged.drop("issue_id_right")
