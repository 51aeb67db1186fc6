"""Facts in, obligations of the computed provisions out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from . import (
    m01,
    m02,
    m03,
    m04,
    m05,
    m06,
    m07_1,
    m07_2,
    m07_3,
    m07_4,
    m08_1,
    m08_2,
    m08_3,
    m08_4,
    m09_1,
    m09_2,
    m09_3,
    m10_1,
    m10_2,
    m10_3,
    m10_4,
    m11_1,
    m11_2,
    m11_3,
    m11_4,
    m11_5,
    m11_6,
    m12_1,
    m12_2,
    m12_3,
    m12_4,
    m12_5,
    m13,
    m14_1,
    m14_2,
    m15_1,
    m15_2,
    m15_3,
    m15_4,
    m16,
)
from .model import Facts, Row
from .states import STATES
from .waivers import apply_waivers
from .world import see


def _named(module: str) -> str:
    """``M07-2`` of ``m07_2``; ``M13`` of a module that has all of a measure."""
    return module.rpartition(".")[2].upper().replace("_", "-")


PROVISIONS = (
    *(m01, m02, m03, m04, m05, m06),
    *(m07_1, m07_2, m07_3, m07_4, m08_1, m08_2, m08_3, m08_4, m09_1, m09_2, m09_3),
    *(m10_1, m10_2, m10_3, m10_4, m11_1, m11_2, m11_3, m11_4, m11_5, m11_6),
    *(m12_1, m12_2, m12_3, m12_4, m12_5, m13, m14_1, m14_2),
    *(m15_1, m15_2, m15_3, m15_4, m16),
)

JUDGED = frozenset(
    provision
    for provision, states in STATES.items()
    for module in PROVISIONS
    if states and provision in (_named(module.__name__), _named(module.__name__) + provision[3:])
)
"""The provisions that this evaluator reads: orientations have no state, they are only listed."""


def judged(facts: Facts, as_of: date, params: Mapping[str, object] | None = None) -> list[Row]:
    """The rows with their identities, sorted by them."""
    world = see(facts, as_of, params)
    rows = [row for provision in PROVISIONS for row in provision.rows(world)]
    return sorted(
        apply_waivers(rows, world.waivers, world.children), key=lambda row: str(row.identity)
    )


def evaluate(
    facts: Facts, as_of: date, params: Mapping[str, object] | None = None
) -> list[dict[str, object]]:
    """The rows of ``obligations`` at the end of as_of; facts must be valid by section R.

    A table missing from ``facts`` is absent; ``params`` changes fields of ``model.Params``.
    """
    return [row.columns(as_of) for row in judged(facts, as_of, params)]
