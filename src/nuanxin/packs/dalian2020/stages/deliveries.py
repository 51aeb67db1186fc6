"""What was delivered, by whom and when: the acts that the facts record for a provision."""

from __future__ import annotations

import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.sources import fact, fact_in_scope, reference
from nuanxin.policy.terms import as_of, day_number


def delivered(provision: str) -> ir.Table:
    """Deliveries of a provision up to the as-of day, of every subject."""
    return _read(fact("deliveries"), provision)


def delivered_in_scope(provision: str) -> ir.Table:
    """The same of the people being evaluated; ``subject_id`` is the person."""
    return _read(fact_in_scope("deliveries", person="subject_id"), provision)


def _read(d: ir.Table, provision: str) -> ir.Table:
    """``day``, ``named`` (the period that it names, unknown when none) and ``amount``."""
    d = d.filter(d.provision == provision).select(
        "delivery_id",
        "subject_id",
        "counterpart_id",
        day=day_number(d.on_date),
        named=day_number(d.period_start),
        amount="quantity",
        ref=reference(d, "deliveries"),
    )
    return d.filter(d.day <= as_of())
