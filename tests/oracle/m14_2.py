"""M14-2: a rumour is checked within a day and set right within two."""

from __future__ import annotations

from collections.abc import Iterator

from .model import DAY, Row
from .records import Harm
from .violence import happened, harm_row
from .world import World


def rows(world: World) -> list[Row]:
    return [row for harm in world.harms if harm.kind == "rumour" for row in _clocks(world, harm)]


def _clocks(world: World, harm: Harm) -> Iterator[Row]:
    if harm.arises_from_duty is None:
        yield harm_row(world, "M14-2", harm, "verify", None, missing="arises_from_duty")
    if not harm.arises_from_duty:
        return
    decided = happened(world, harm.decided_on)
    clarified = happened(world, harm.clarified_on)
    yield harm_row(world, "M14-2", harm, "verify", harm.date + DAY, met=decided or clarified)
    if decided and harm.recognised is False:
        return
    unclear = decided and harm.recognised is None and not clarified
    yield harm_row(
        world,
        "M14-2",
        harm,
        "publish",
        harm.date + 2 * DAY,
        met=clarified,
        missing="recognised" if unclear else None,
    )
