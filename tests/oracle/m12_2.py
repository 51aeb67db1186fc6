"""M12-2: a ledger of the family within three days."""

from __future__ import annotations

from .families import family_periods, family_row, within
from .model import DAY, Row
from .world import World


def rows(world: World) -> list[Row]:
    return [
        family_row(
            world,
            "M12-2",
            person,
            (period.first, None if period.open else period.last),
            period.first + DAY * world.params.ledger_days,
            met=bool(within(world, "M12-2", person, period, period.first)),
        )
        for person in world.people.values()
        for period in family_periods(world, person)
    ]
