"""Every table that a city writes stands before the contract, whatever its size."""

from __future__ import annotations

from pathlib import Path

import pytest

from nuanxin.city import CityPlan, CitySummary, build_city
from nuanxin.policy import contract as schema

from .reading import Tables, faults, read_csv

LEFT_OUT = {"calendar"}


def test_every_table_but_the_calendar_is_written(tables: Tables) -> None:
    assert set(tables) == set(schema.TABLE) - LEFT_OUT


def test_columns_stand_in_contract_order(folder: Path) -> None:
    for table in schema.TABLES:
        if table.name not in LEFT_OUT:
            header = (folder / f"{table.name}.csv").read_text(encoding="utf-8").split("\n", 1)[0]
            assert header.split(",") == [column.name for column in table.columns]


def test_no_cell_key_reference_or_period_is_wrong(tables: Tables) -> None:
    assert list(faults(tables)) == []


@pytest.mark.parametrize(
    ("people", "days"), [(1, 220), (2, 220), (7, 30), (40, 1), (60, 220), (300, 400), (300, 3)]
)
def test_small_and_short_cities_stand_too(tmp_path: Path, people: int, days: int) -> None:
    summary = build_city(CityPlan(people, days=days), tmp_path / "city")
    tables = read_csv(summary.out)
    assert len(tables["people"]) == people
    assert list(faults(tables)) == []


@pytest.mark.parametrize("seed", [0, 1, 99, 2**40])
def test_any_seed_makes_a_city_that_stands(tmp_path: Path, seed: int) -> None:
    tables = read_csv(build_city(CityPlan(900, seed=seed), tmp_path / "city").out)
    assert list(faults(tables)) == []


def test_a_spell_named_by_attendance_belongs_to_the_same_person(tables: Tables) -> None:
    owner = {row["spell_id"]: row["person_id"] for row in tables["spells"]}
    for row in tables["attendance"]:
        assert not row["spell_id"] or owner[row["spell_id"]] == row["person_id"]


def test_release_names_a_person(tables: Tables) -> None:
    for row in tables["declarations"]:
        assert (row["kind"] == "release") == bool(row["person_id"])


def test_ids_are_short_and_text_order_is_number_order(tables: Tables) -> None:
    for table in schema.TABLES:
        key = table.columns[0].name
        if key.endswith("_id") and table.name in tables and table.name != "relations":
            ids = [row[key] for row in tables[table.name]]
            assert ids == sorted(ids)
            assert max(map(len, ids)) <= 12


def test_attendance_lies_by_person_and_start(tables: Tables) -> None:
    order = [(row["person_id"], row["start"]) for row in tables["attendance"]]
    assert order == sorted(order)


def test_the_summary_counts_what_is_written(summary: CitySummary, tables: Tables) -> None:
    assert dict(summary.rows) == {name: len(rows) for name, rows in tables.items()}


@pytest.mark.parametrize("days", [20, 100])
def test_nothing_but_plans_is_dated_after_the_last_day(tmp_path: Path, days: int) -> None:
    plan = CityPlan(1_500, days=days)
    tables = read_csv(build_city(plan, tmp_path / "city").out)
    last = plan.last_date.isoformat()
    for name, column in (
        ("spells", "start_date"),
        ("absences", "start_date"),
        ("declarations", "date"),
        ("harms", "date"),
        ("harms", "filed_on"),
        ("harms", "decided_on"),
        ("harms", "paid_on"),
        ("findings", "decided_on"),
        ("deliveries", "on_date"),
        ("stock_issues", "at"),
        ("data_requests", "issued_at"),
        ("fund_entries", "on_date"),
        ("waivers", "on_date"),
        ("insurance", "start_date"),
    ):
        late = [row for row in tables[name] if row[column][:10] > last]
        assert late == [], (name, column)
    worked = [row for row in tables["attendance"] if row["status"] == "worked"]
    assert max(row["start"][:10] for row in worked) <= last
