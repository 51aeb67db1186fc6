"""M10-1: violence is told to the police at once and reported within a day."""

from __future__ import annotations

from collections.abc import Iterator

from .model import DAY, Row
from .months import given, names
from .records import Harm
from .violence import happened, harm_row
from .world import World


def rows(world: World) -> list[Row]:
    return [row for harm in world.harms if harm.kind == "violence" for row in _clocks(world, harm)]


def _clocks(world: World, harm: Harm) -> Iterator[Row]:
    if harm.arises_from_duty is None:
        yield harm_row(world, "M10-1", harm, "police", None, missing="arises_from_duty")
    if not harm.arises_from_duty:
        return
    told = any(
        delivery.on_date >= harm.date and names(delivery, harm.date)
        for delivery in given(world, "M10-1", harm.person_id)
    )
    yield harm_row(world, "M10-1", harm, "police", harm.date, met=told)
    filed = happened(world, harm.filed_on)
    yield harm_row(world, "M10-1", harm, "report", harm.date + DAY, met=filed)
