"""Section Further: what a delivery settles, with and without the period it names."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from .model import Delivery


def settle(owed: Mapping[date, Decimal], payments: list[Delivery]) -> dict[date, Decimal]:
    """What is paid of each period: named periods first, then the oldest open ones.

    A payment without quantity pays nothing; what a named payment has too much is lost.
    """
    paid = {period: Decimal(0) for period in owed}
    undated = Decimal(0)
    for payment in payments:
        amount = payment.quantity or Decimal(0)
        if payment.period_start is None:
            undated += amount
        elif payment.period_start in owed:
            period = payment.period_start
            paid[period] = min(owed[period], paid[period] + amount)
    for period in sorted(owed):
        part = min(undated, owed[period] - paid[period])
        paid[period] += part
        undated -= part
    return paid


def serves(delivery: Delivery, provision: str, subject_id: str, period_start: date) -> bool:
    """Whether a delivery of this provision may settle the row of that period."""
    return (
        delivery.provision == provision
        and delivery.subject_id == subject_id
        and delivery.period_start in (None, period_start)
    )
