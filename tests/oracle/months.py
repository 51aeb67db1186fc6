"""Months, weeks, and the small turns that the care provisions share."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from decimal import ROUND_CEILING, Decimal
from functools import lru_cache

from .model import DAY, Delivery
from .spells import spans
from .subsidy import Worker, pay_of
from .time import pieces
from .world import World

INSTITUTIONS = {"public_institution", "hospital", "school"}


def first_of(day: date) -> date:
    return day.replace(day=1)


def last_of(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def month_before(day: date) -> date:
    return first_of(first_of(day) - DAY)


def monday_of(day: date) -> date:
    return day - DAY * day.weekday()


def clock(world: World, due: date, *, met: bool) -> str:
    """A debt with a due day that is met, late or open (T5)."""
    if met:
        return "met"
    return "overdue" if world.as_of > due else "owed"


def one(met: bool) -> Decimal:
    return Decimal(1 if met else 0)


def given(world: World, provision: str, subject_id: str | None = None) -> Iterator[Delivery]:
    """The deliveries of a provision, of one subject or of all."""
    for delivery in world.deliveries:
        if delivery.provision == provision and subject_id in (None, delivery.subject_id):
            yield delivery


def names(delivery: Delivery, day: date) -> bool:
    """Whether it may serve the row of that period: it names it, or none."""
    return delivery.period_start in (None, day)


def rounded_up(amount: Decimal) -> Decimal:
    return amount.to_integral_value(ROUND_CEILING)


@lru_cache(maxsize=1)
def qualifying_days(world: World) -> dict[str, set[date]]:
    """The days of each person whose sure amount of M09-1 is above nothing."""
    found = {}
    for person in world.people.values():
        worker = Worker(
            person,
            spans(world, person.person_id),
            pieces(world.work_of(person.person_id), world.end),
        )
        found[person.person_id] = {
            day for day in worker.dates if pay_of(world, worker, day).fen > 0
        }
    return found
