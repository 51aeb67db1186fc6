"""M15-2: nothing is asked that is held or was just asked; M15-3: few minutes of forms a day."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.requests import judged_request, requests
from nuanxin.policy.provision import Criterion, Identity, Rule, Ruling, ruling
from nuanxin.policy.terms import DAY, HOUR, param, whole_part


def _judged() -> ir.Table:
    r = requests().inner_join(judged_request.table.rename(so_far="minutes"), "request_id")
    return r.mutate(day=whole_part(r.at, DAY))


def _emergency(r: ir.Table) -> Criterion:
    return Criterion("is_emergency", r.is_emergency, r.is_emergency, r.ref)


def _refusal() -> Ruling:
    r = _judged()
    r = r.filter(r.blocking > 0)
    new = Criterion("fields_are_new", r.blocking == 0, r.blocking, r.blocked_by)
    emergency = _emergency(r)
    lasts_to = whole_part(r.at + HOUR * param("burden.emergency_hours"), DAY)
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
    r = _judged()
    r = r.filter(r.crosses)
    within = Criterion("within_minutes", ~r.crosses, r.so_far, r.filled_by)
    emergency = _emergency(r)
    return ruling(
        r,
        Identity("M15-3", "MUST", "request", r.request_id, r.day),
        end=r.day,
        amount=r.so_far,
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
