"""A what-if over built stages says what a whole run says, and reads attendance only if it must."""

from __future__ import annotations

import dataclasses
from collections import Counter

import pytest

from nuanxin.engines.duckdb import DuckDB
from nuanxin.facts.memory import hold_facts
from nuanxin.packs.dalian2020 import PACK
from nuanxin.policy.again import evaluate_again
from nuanxin.policy.evaluate import Run, evaluate
from nuanxin.policy.provision import OBLIGATION_COLUMNS
from tests.oracle.cities import random_city

CORE = frozenset({"M07-2", "M07-3", "M07-4", "M09-1", "M11-5"})
CHANGES = {
    "subsidy.tier1.daily": "350",
    "subsidy.due_workdays": "3",
    "rest.duty_run_max": "9",
    "roster.shift_max_normal": "7",
    "care.rest_begin_within": "1",
}


def rows(engine: DuckDB) -> Counter[tuple[object, ...]]:
    return Counter(engine.fetch(f"SELECT {', '.join(OBLIGATION_COLUMNS)} FROM out.obligations"))


@pytest.mark.parametrize(("key", "value"), list(CHANGES.items()))
def test_it_equals_a_whole_run(key: str, value: str) -> None:
    facts, as_of = random_city(11, people=30)
    engine = DuckDB(threads=1)
    absent = hold_facts(facts, engine.connection)
    before = Run(PACK, as_of, PACK.parameters, absent, None, False, CORE)
    after = dataclasses.replace(before, parameters=PACK.parameters.override({key: value}))
    evaluate(after, engine)
    whole = rows(engine)
    evaluate(before, engine)
    unchanged = rows(engine)
    evaluate_again(before, after, engine)
    assert rows(engine) == whole
    evaluate_again(after, before, engine)
    assert rows(engine) == unchanged


def test_a_rate_leaves_attendance_alone_and_the_day_rule_does_not() -> None:
    facts, as_of = random_city(11, people=30)
    engine = DuckDB(threads=1)
    absent = hold_facts(facts, engine.connection)
    run = Run(PACK, as_of, PACK.parameters, absent, None, False, frozenset({"M09-1"}))

    def ran(changes: dict[str, str]) -> tuple[str, ...]:
        evaluate(run, engine)
        after = dataclasses.replace(run, parameters=PACK.parameters.override(changes))
        return evaluate_again(run, after, engine)

    assert "stages/sketch" not in ran({"subsidy.tier2.daily": "250"})
    assert "stages/subsidy" in ran({"subsidy.tier2.daily": "250"})
    assert "stages/sketch" in ran({"subsidy.day_rule.full": "5"})
    assert ran({}) == ()


def test_criteria_are_not_brought_up_to_date() -> None:
    run = Run(PACK, random_city(11, people=2)[1], PACK.parameters)
    with pytest.raises(ValueError, match="without criteria"):
        evaluate_again(run, run, DuckDB(threads=1))
