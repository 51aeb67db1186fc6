"""R1, R9: what may be absent, and what remains of it."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from nuanxin.facts import FactsError, load_facts
from nuanxin.policy.contract import TABLES
from tests.facts.build import AS_OF, CARRIERS, OTHERS, REQUIRED, load, read, write

TYPES = {
    "text": "VARCHAR",
    "date": "DATE",
    "time": "TIMESTAMP",
    "bool": "BOOLEAN",
    "whole": "BIGINT",
    "decimal": "DECIMAL(28,10)",
    "list": "VARCHAR[]",
}


def contract() -> dict[str, list[tuple[str, str]]]:
    return {t.name: [(c.name, TYPES[c.kind]) for c in t.columns] for t in TABLES}


@pytest.mark.parametrize("carrier", CARRIERS)
@pytest.mark.parametrize("tables", [{}, {name: [row] for name, row in OTHERS.items()}])
def test_every_table_has_every_column_in_contract_order(
    tmp_path: Path, carrier: str, tables: dict[str, list[dict[str, str]]]
) -> None:
    got = load(tmp_path, carrier, **tables)
    described = {
        name: [tuple(row[:2]) for row in got.con.execute(f"DESCRIBE facts.{name}").fetchall()]
        for name in contract()
    }
    assert described == contract()


def test_an_absent_optional_table_is_empty_and_named(tmp_path: Path) -> None:
    got = load(tmp_path, insurance=[])
    assert got.rows("harms") == []
    absent = got.report.summary()["absent_tables"]
    assert absent == [table.name for table in TABLES if table.name not in (*REQUIRED, "insurance")]


def test_an_optional_column_that_is_absent_is_unknown(tmp_path: Path) -> None:
    got = load(tmp_path)
    assert got.values("people", "birth_date") == [None]
    assert got.values("attendance", "contact_confirmed") == [None]


@pytest.mark.parametrize("table", REQUIRED)
def test_an_absent_required_table_is_an_error(tmp_path: Path, table: str) -> None:
    write(tmp_path)
    (tmp_path / f"{table}.csv").unlink()
    with pytest.raises(FactsError, match=f"required table {table} is absent"):
        read(tmp_path)


@pytest.mark.parametrize("carrier", ["csv", "parquet", "xlsx"])
def test_a_missing_required_column_is_an_error_that_names_file_and_column(
    tmp_path: Path, carrier: str
) -> None:
    write(tmp_path, carrier)
    for path in tmp_path.iterdir():
        if path.stem == "people":
            path.unlink()
    (tmp_path / "people.csv").write_text("person_id,name,unit_id\nP1,王,U1\n", encoding="utf-8")
    with pytest.raises(FactsError, match=r"people\.csv: the required column employment and prof"):
        read(tmp_path)


def test_a_required_column_missing_from_an_optional_table_is_an_error(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "harms.csv").write_text("harm_id,person_id,date\n", encoding="utf-8")
    with pytest.raises(FactsError, match=r"harms\.csv: .* kind is missing"):
        read(tmp_path)


def test_column_names_are_exact(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "harms.csv").write_text("harm_id,person_id,Date,kind\n", encoding="utf-8")
    with pytest.raises(FactsError, match="date is missing"):
        read(tmp_path)


def test_a_second_reading_replaces_the_first(tmp_path: Path) -> None:
    con = duckdb.connect()
    write(tmp_path / "a")
    write(tmp_path / "b", "parquet", people=[], spells=[], attendance=[])
    load_facts(tmp_path / "b", con, AS_OF)
    load_facts(tmp_path / "a", con, AS_OF)
    load_facts(tmp_path / "b", con, AS_OF)
    assert con.execute("SELECT count(*) FROM facts.people").fetchall() == [(0,)]
