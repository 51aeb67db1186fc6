"""M15-2: nothing is asked that is held or was just asked; M15-3: few minutes of forms a day."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.requests import judged_request
from nuanxin.policy.provision import Criterion, Facts, Identity, Rule, Ruling, ruling
from nuanxin.policy.terms import DAY, HOUR, param, text, whole_part


def _reference(request_id: ir.StringValue) -> ir.StringValue:
    return text("data_requests:") + request_id


def _refusal() -> Ruling:
    r = judged_request.table
    r = r.filter(r.blocking > 0)
    new = Criterion("fields_are_new", r.blocking == 0, r.blocking, r.blocked_by)
    ref = _reference(r.request_id)
    emergency = Criterion("is_emergency", r.is_emergency, r.is_emergency, ref)
    lasts_to = whole_part(r.issued + HOUR * param("burden.emergency_hours"), DAY)
    return ruling(
        r,
        Identity("M15-2", "MUST_NOT", "request", r.request_id, r.day),
        end=ibis.ifelse(emergency.holds, lasts_to, r.day),
        amount=r.blocking,
        unit="count",
        owner=r.issuer_id,
        state=ibis.ifelse(emergency.holds, "excepted", "breached"),
        criteria=[new, emergency],
    )


def _minutes() -> Ruling:
    r = judged_request.table
    same_day = judged_request.table.filter(judged_request.table.is_passed)
    same_day = same_day.select("target_id", "day", "place", ref=_reference(same_day.request_id))
    r = r.filter(r.crosses)
    so_far = Facts(
        same_day,
        lambda r, f: [r.target_id == f.target_id, r.day == f.day, f.place <= r.place],
    )
    within = Criterion("within_minutes", ~r.crosses, r.minutes, so_far)
    emergency = Criterion("is_emergency", r.is_emergency, r.is_emergency, _reference(r.request_id))
    return ruling(
        r,
        Identity("M15-3", "MUST", "request", r.request_id, r.day),
        end=r.day,
        amount=r.minutes,
        unit="count",
        owner=r.issuer_id,
        state=ibis.ifelse(emergency.holds, "excepted", "breached"),
        criteria=[within, emergency],
    )


RULES = (
    Rule(
        "M15-2",
        "refusal",
        "request",
        ("burden.repeat_hours", "burden.emergency_hours"),
        _refusal,
        over_all=True,
    ),
    Rule("M15-3", "minutes", "request", ("burden.minutes_per_day",), _minutes, over_all=True),
)
