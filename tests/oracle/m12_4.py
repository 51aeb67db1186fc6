"""M12-4: the needs that a family told are solved within three days."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from .deliveries import settle
from .model import DAY, Delivery, Person, Row
from .months import clock, given
from .world import World


def rows(world: World) -> list[Row]:
    return [
        row for person in world.people.values() if person.medical for row in _rows(world, person)
    ]


def _rows(world: World, person: Person) -> list[Row]:
    starts = [s.start_date for s in world.spells if s.person_id == person.person_id]
    mine = list(given(world, "M12-4", person.person_id))
    needs = Counter(
        delivery.on_date
        for delivery in mine
        if delivery.quantity == 0 and any(start <= delivery.on_date for start in starts)
    )
    owed = {day: Decimal(count) for day, count in needs.items()}
    solved = settle(owed, [_one_need(d) for d in mine if d.quantity != 0])
    found = []
    for day, quantity in owed.items():
        due = day + DAY * world.params.need_days
        found.append(
            Row(
                provision="M12-4",
                modality="MUST",
                subject_kind="person",
                subject_id=person.person_id,
                period_start=day,
                period_end=day,
                quantity=quantity,
                quantity_unit="count",
                quantity_met=solved[day],
                due_on=due,
                state=clock(world, due, met=solved[day] >= quantity),
                owner_unit_id=person.unit_id,
            )
        )
    return found


def _one_need(solution: Delivery) -> Delivery:
    return Delivery(**{**vars(solution), "quantity": Decimal(1)})
