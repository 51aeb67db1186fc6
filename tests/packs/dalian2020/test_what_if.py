"""Another value of a number moves the provisions that name it, and no others."""

from __future__ import annotations

from functools import cache

import pytest

from nuanxin.facts.memory import hold_facts
from nuanxin.packs.dalian2020 import PACK
from nuanxin.policy.cases import load_cases
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
        ("families.need_items", "4"),
        ("care.counselling_first", "3"),
        ("service.night_from", "12"),
        ("insurance.kinds", "accident"),
    ],
)
def test_a_number_moves_only_the_provisions_that_name_it(key: str, value: str) -> None:
    plain, changed = found(), found((key, value))
    named = {rule.provision for rule in PACK.rules if key in rule.parameters}
    moved = {provision for provision in PROVISIONS if plain[provision] != changed[provision]}
    assert moved
    assert moved <= named


CASES = {
    (case.provision, case.name.en): case
    for file in ("M09-2", "M10-4")
    for case in load_cases(PACK.folder / "cases" / f"{file}.yaml")
}


def judged(provision: str, name: str, **changes: str) -> list[tuple[object, ...]]:
    """State, quantity, unit and what is met, of a golden case under other numbers."""
    case = CASES[provision, name]
    absent = hold_facts(case.facts, engine().connection)
    parameters = PACK.parameters.override({k.replace("__", "."): v for k, v in changes.items()})
    run = Run(PACK, case.as_of, parameters, absent, provisions=frozenset([provision]))
    evaluate(run, engine())
    return engine().fetch(
        "SELECT state, quantity, quantity_unit, quantity_met, missing FROM out.obligations"
        " ORDER BY obligation_id"
    )


def test_with_a_rate_the_increment_is_available_in_fen() -> None:
    """Three days at 12.34 yuan are 37.02 yuan."""
    rows = judged("M09-2", "without a rate the days are listed", pay__increment_daily="12.34")
    assert rows == [("available", 3702, "fen", None, None)]


def test_an_approval_above_the_rate_counts_up_to_it() -> None:
    """One day at 100 yuan; 500 yuan are approved for March, an unknown sum for February."""
    name = "approved is met, in the next month for the one before"
    assert judged("M09-2", name, pay__increment_daily="100") == [
        ("met", 10_000, "fen", 0, None),
        ("met", 10_000, "fen", 10_000, None),
        ("available", 10_000, "fen", None, None),
    ]


def test_only_the_kinds_of_cover_that_are_owed_are_looked_for() -> None:
    name = next(n for p, n in CASES if p == "M10-4" and len(CASES[p, n].expect) == 2)
    both = judged("M10-4", name)
    one = judged("M10-4", name, insurance__kinds="accident")
    assert len(both) == 2
    assert len(one) == 1
