"""Harms to the people in scope: illness and injury (M10-2, M10-3), violence and rumours."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.sources import fact, fact_in_scope, reference
from nuanxin.policy.contract import MEDICAL_PROFESSIONS
from nuanxin.policy.stage import stage
from nuanxin.policy.terms import as_of, day_number


def _happened(date: ir.DateValue) -> ir.IntegerValue:
    """The day number, unknown when the date is unknown or after the as-of day."""
    day = day_number(date)
    return ibis.ifelse(day <= as_of(), day, ibis.null())


@stage
def harm() -> ir.Table:
    """Each illness or injury with the days on which it was filed, decided and paid for."""
    h, p = fact_in_scope("harms"), fact("people")
    h = h.filter(h.kind.isin(["illness", "injury"])).select(
        "harm_id", "person_id", "arises_from_duty", "recognised",
        day=_happened(h.date), filed=_happened(h.filed_on),
        decided=_happened(h.decided_on), paid=_happened(h.paid_on), ref=reference(h, "harms"),
    )  # fmt: skip
    people = p.select("person_id", "unit_id", is_volunteer=p.employment == "volunteer")
    return h.filter(h.day.notnull()).inner_join(people, "person_id")


@stage
def incident() -> ir.Table:
    """Each harm with what followed: M10-1 and M11-3 read violence, M14-2 rumours."""
    h, p = fact_in_scope("harms"), fact("people")
    h = h.select(
        "harm_id", "person_id", "kind", "arises_from_duty", "recognised",
        day=_happened(h.date), filed=_happened(h.filed_on), decided=_happened(h.decided_on),
        clarified=_happened(h.clarified_on), ref=reference(h, "harms"),
    )  # fmt: skip
    people = p.select("person_id", "unit_id", is_medical=p.profession.isin(MEDICAL_PROFESSIONS))
    return h.filter(h.day.notnull()).inner_join(people, "person_id")
