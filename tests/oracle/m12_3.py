"""M12-3: visits, the first within seven days, then every fourteen while it lasts."""

from __future__ import annotations

from datetime import date

from .families import FamilyPeriod, family_periods, family_row
from .model import DAY, Person, Row
from .world import World


def rows(world: World) -> list[Row]:
    found = []
    for person in world.people.values():
        for period in family_periods(world, person):
            visits = _visits(world, period)
            paid = _paid(world, person, period, [start for start, _ in visits])
            for start, due in visits:
                met = start in paid
                found.append(family_row(world, "M12-3", person, (start, due), due, met=met))
    return found


def _visits(world: World, period: FamilyPeriod) -> list[tuple[date, date]]:
    """period_start and due date of each visit that has a row."""
    start, due = period.first, period.first + DAY * world.params.first_visit_days
    found = [(start, due)]
    while True:
        start, due = due + DAY, due + DAY * world.params.visit_every_days
        if start > world.as_of or not (period.open or due <= period.last):
            return found
        found.append((start, due))


def _paid(world: World, person: Person, period: FamilyPeriod, visits: list[date]) -> set[date]:
    """The period_starts of the visits that took place: those met by name, then in order."""
    mine = [
        delivery
        for delivery in world.deliveries
        if (delivery.provision, delivery.subject_id) == ("M12-3", person.person_id)
        and period.covers(delivery.on_date)
    ]
    by_name = {delivery.period_start for delivery in mine if delivery.period_start in visits}
    undated = {delivery.on_date for delivery in mine if delivery.period_start is None}
    rest = [start for start in visits if start not in by_name]
    return {start for start in visits if start in by_name} | set(rest[: len(undated)])
