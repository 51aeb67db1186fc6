"""The periods of measure 12: spell days of a medical person, joined over short gaps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .deliveries import serves
from .model import Delivery, Person, Row
from .spells import Span, runs, spans
from .world import World


@dataclass(frozen=True)
class FamilyPeriod:
    """First and last spell day; ``until`` is the start of the person's next period."""

    first: date
    last: date
    open: bool
    until: date | None

    def covers(self, day: date) -> bool:
        """Whether a delivery of that day is of this period, not of the one before or after."""
        return self.first <= day and (self.until is None or day < self.until)


def family_periods(world: World, person: Person, *, aid: bool = False) -> list[FamilyPeriod]:
    """The periods of a person, over all spells or over those with mission aid; none if no medic."""
    if not person.medical:
        return []
    mine = [
        span for span in spans(world, person.person_id) if not aid or span.spell.mission == "aid"
    ]
    following: date | None = None
    found = []
    for first, last in reversed(_joined(world, mine)):
        open_ = any(span.open and span.last == last for span in mine)
        found.append(FamilyPeriod(first, last, open_, following))
        following = first
    return found[::-1]


def _joined(world: World, mine: list[Span]) -> list[tuple[date, date]]:
    found: list[tuple[date, date]] = []
    for first, last in runs({day for span in mine for day in span.days}):
        if found and (first - found[-1][1]).days - 1 <= world.params.family_join_days:
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return found


def within(
    world: World, provision: str, person: Person, period: FamilyPeriod, named: date
) -> list[Delivery]:
    """The deliveries dated in the period that name no period, or the row that starts on named."""
    return [
        delivery
        for delivery in world.deliveries
        if serves(delivery, provision, person.person_id, named) and period.covers(delivery.on_date)
    ]


def family_row(
    world: World,
    provision: str,
    person: Person,
    period: tuple[date, date | None],
    due: date,
    *,
    met: bool,
) -> Row:
    """A row of measure 12: one, owed by the person's own unit until it is met."""
    late = "overdue" if world.as_of > due else "owed"
    return Row(
        provision=provision,
        modality="MUST",
        subject_kind="person",
        subject_id=person.person_id,
        period_start=period[0],
        period_end=period[1],
        quantity=Decimal(1),
        quantity_unit="count",
        quantity_met=Decimal(1 if met else 0),
        due_on=due,
        state="met" if met else late,
        owner_unit_id=person.unit_id,
    )
