"""Another value of a number moves the provisions that name it, and no others."""

from __future__ import annotations

from functools import cache

import pytest

from nuanxin.facts.memory import hold_facts
from nuanxin.packs.dalian2020 import PACK
from nuanxin.policy.evaluate import Run, evaluate
from nuanxin.policy.provision import OBLIGATION_COLUMNS
from tests.engines.runs import counted, engine, fetched
from tests.oracle.cities import random_city

PROVISIONS = sorted({rule.provision for rule in PACK.rules})


@cache
def found(*changes: tuple[str, str]) -> dict[str, object]:
    """The rows of a dense city by provision."""
    facts, as_of = random_city(4242, people=14)
    absent = hold_facts(facts, engine().connection)
    parameters = PACK.parameters.override(dict(changes))
    evaluate(Run(PACK, as_of, parameters, absent, with_criteria=False), engine())
    rows = fetched("obligations", OBLIGATION_COLUMNS)
    return {p: counted(row for row in rows if row["provision"] == p) for p in PROVISIONS}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("roster.shift_max_normal", "4"),
        ("rest.week_window", "3"),
        ("comp.workday_hours", "4"),
        ("subsidy.tier1.daily", "150"),
        ("care.extra_rest_min", "7"),
        ("families.visit_every", "7"),
    ],
)
def test_a_number_moves_only_the_provisions_that_name_it(key: str, value: str) -> None:
    plain, changed = found(), found((key, value))
    named = {rule.provision for rule in PACK.rules if key in rule.parameters}
    moved = {provision for provision in PROVISIONS if plain[provision] != changed[provision]}
    assert moved
    assert moved <= named
