"""What must be true of every set of obligations, whatever the facts."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings

from .carrier import write_facts
from .cities import cities, random_city
from .evaluate import evaluate, judged
from .model import Facts, Row
from .smallest import smallest
from .states import STATES

City = tuple[Facts, date]
OWNERLESS = ("M08-1", "M09", "M13", "M15-4", "M16-3")
"""Provisions whose rows may have no owner, for the facts name none."""
DENSE = (
    *("M07-2", "M07-3", "M07-4", "M08-4", "M09-1", "M10-2", "M10-3", "M10-4"),
    *("M11-1", "M11-4", "M11-5", "M12-2", "M12-3", "M12-5"),
    *("M13-1", "M13-2", "M13-3", "M13-4", "M13-5", "M15-2", "M15-3"),
)
"""Provisions of which the random cities reach every state; the golden cases reach the others'."""
ROSTERED = ("M07-1", "M08-4")
"""Provisions that read planned shifts."""


@given(cities())
@settings(max_examples=100, deadline=None)
def test_invariants(city: City) -> None:
    facts, as_of = city
    rows = judged(facts, as_of)
    assert max(Counter(row.identity for row in rows).values(), default=1) == 1
    for row in rows:
        _check_row(row, as_of)


def _check_row(row: Row, as_of: date) -> None:
    assert row.state in STATES[row.provision]
    assert row.quantity is not None
    assert row.quantity >= 0
    if row.quantity_met is not None:
        assert 0 <= row.quantity_met <= row.quantity
    assert row.period_end is None or row.period_start <= row.period_end
    assert (row.state == "unknown") == (row.missing is not None)
    if row.state == "overdue":
        assert row.due_on is not None
        assert row.due_on < as_of
    if row.state == "met" and row.quantity_met is not None:
        assert row.quantity_met == row.quantity
    assert (row.owner_unit_id is None) <= (row.provision.startswith(OWNERLESS))


@given(cities(people=3))
@settings(max_examples=30, deadline=None)
def test_evaluation_neither_changes_facts_nor_depends_on_their_order(city: City) -> None:
    facts, as_of = city
    once = evaluate(facts, as_of)
    turned = {name: rows[::-1] for name, rows in facts.items()}
    assert evaluate(turned, as_of) == once
    assert evaluate(facts, as_of) == once


@given(cities(people=3))
@settings(max_examples=30, deadline=None)
def test_facts_dated_after_as_of_change_nothing(city: City) -> None:
    facts, as_of = city
    dated = {"spells": "start_date", "declarations": "date", "deliveries": "on_date"}
    dated |= {"waivers": "on_date", "harms": "date"}
    dated |= {"stock_issues": "at", "data_requests": "issued_at"}
    seen = dict(facts)
    for name, column in dated.items():
        seen[name] = [row for row in facts[name] if str(row[column])[:10] <= str(as_of)]
    seen["attendance"] = [
        row
        for row in facts["attendance"]
        if row["status"] != "worked" or str(row["start"])[:10] <= str(as_of)
    ]
    assert evaluate(seen, as_of) == evaluate(facts, as_of)


def test_planned_and_cancelled_rows_are_never_work() -> None:
    facts, as_of = random_city(1)
    worked = [row for row in facts["attendance"] if row["status"] == "worked"]
    assert worked != facts["attendance"]
    assert _but_rostered({**facts, "attendance": worked}, as_of) == _but_rostered(facts, as_of)


def _but_rostered(facts: Facts, as_of: date) -> list[dict[str, object]]:
    """A planned shift is a roster to M07-1 and allows an issue of M08-4; nothing else reads it."""
    return [row for row in evaluate(facts, as_of) if row["provision"] not in ROSTERED]


def test_seeded_cities_repeat_and_reach_every_state() -> None:
    assert random_city(7) == random_city(7)
    seen = {(row.provision, row.state) for seed in range(200) for row in judged(*random_city(seed))}
    possible = {(name, state) for name, states in STATES.items() for state in states}
    assert seen <= possible
    assert {pair for pair in possible - seen if pair[0] in DENSE} == set()


def test_a_parameter_can_be_changed_and_a_wrong_name_is_an_error() -> None:
    facts, as_of = random_city(3)
    free = evaluate(facts, as_of, {"tier1_fen": 0, "tier2_fen": 0})
    assert not [row for row in free if row["quantity_unit"] == "fen"]
    with pytest.raises(KeyError, match="tier3_fen"):
        evaluate(facts, as_of, {"tier3_fen": 1})


def test_facts_are_written_in_the_form_of_the_contract(tmp_path: Path) -> None:
    facts, _ = random_city(5)
    facts["deliveries"] = [{"delivery_id": "D", "quantity": Decimal(5), "period_start": None}]
    write_facts(facts, tmp_path)
    with (tmp_path / "deliveries.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file))[1] == ["D", "", "", "", "5", "", ""]
    text = (tmp_path / "attendance.csv").read_text(encoding="utf-8")
    assert text.count("\n") == len(facts["attendance"]) + 1
    assert "T08:00:00" in text


def test_a_city_is_made_small_without_breaking_its_references() -> None:
    facts, _ = random_city(11)
    named = next(row for row in facts["attendance"] if row["spell_id"])
    small = smallest(facts, lambda less: named in less["attendance"])
    assert small["attendance"] == [named]
    assert [row["spell_id"] for row in small["spells"]] == [named["spell_id"]]
    assert small["deliveries"] == []
    assert small["people"] == facts["people"]
