"""Tiny folders of facts: five required tables with good rows, of which a test overrides some."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq

from nuanxin.facts import Report, load_facts
from nuanxin.policy.contract import TABLE, Table

AS_OF = date(2020, 6, 30)

Row = Mapping[str, str | None]
Rows = Sequence[Row]

UNIT = {"unit_id": "U1", "name": "一院", "kind": "hospital", "district": "中山"}
PERSON = {
    "person_id": "P1",
    "name": "王",
    "unit_id": "U1",
    "employment": "institution_staff",
    "profession": "nurse",
    "is_leader": "false",
}
POST = {
    "post_id": "Q1",
    "unit_id": "U1",
    "kind": "icu",
    "contact": "confirmed",
    "risk": "high",
}
SPELL = {
    "spell_id": "S1",
    "person_id": "P1",
    "post_id": "Q1",
    "arranged_by": "U1",
    "start_date": "2020-02-01",
    "end_date": "2020-03-01",
    "mission": "local",
    "treats_confirmed": "true",
}
SHIFT = {
    "attendance_id": "A1",
    "person_id": "P1",
    "post_id": "Q1",
    "spell_id": "S1",
    "start": "2020-02-03T08:00:00",
    "end": "2020-02-03T16:00:00",
    "status": "worked",
}
OTHERS: dict[str, dict[str, str]] = {
    "relations": {"person_id": "P1", "relative_id": "P9", "kind": "spouse"},
    "children": {
        "child_id": "C1",
        "guardian_id": "P1",
        "birth_date": "2010-09-01",
        "stage": "primary",
    },
    "absences": {
        "absence_id": "B1",
        "person_id": "P1",
        "start_date": "2020-03-02",
        "end_date": "2020-03-06",
        "kind": "rest15",
    },
    "declarations": {"date": "2020-03-30", "kind": "release", "person_id": "P1"},
    "insurance": {
        "policy_no": "N1",
        "person_id": "P1",
        "kind": "accident",
        "start_date": "2020-02-01",
        "end_date": "2021-01-31",
    },
    "harms": {"harm_id": "H1", "person_id": "P1", "date": "2020-02-09", "kind": "injury"},
    "findings": {
        "finding_id": "F1",
        "person_id": "P1",
        "level": "outstanding",
        "decided_on": "2020-04-01",
        "decided_by": "U1",
        "channels": "phone;leader",
    },
    "deliveries": {
        "delivery_id": "D1",
        "provision": "M11-4",
        "subject_id": "P1",
        "on_date": "2020-04-02",
    },
    "stock_issues": {
        "issue_id": "I1",
        "at": "2020-02-03T08:00:00",
        "item": "N95",
        "quantity": "2",
        "unit_id": "U1",
    },
    "data_requests": {
        "request_id": "R1",
        "issuer_id": "U1",
        "target_id": "U1",
        "issued_at": "2020-02-03T08:00:00",
        "fields": "姓名;年龄",
        "minutes": "10",
        "is_emergency": "false",
    },
    "held_fields": {"field": "姓名", "table_code": "A", "owner_id": "U1"},
    "fund_entries": {
        "entry_id": "E1",
        "fund": "party_dues",
        "on_date": "2020-02-03",
        "amount_fen": "100000",
        "purpose": "consolation",
    },
    "waivers": {
        "waiver_id": "W1",
        "person_id": "P1",
        "provision": "M11-5",
        "on_date": "2020-04-02",
        "reason": "本人放弃",
    },
    "calendar": {"date": "2020-02-01", "is_workday": "false"},
}
GOOD: dict[str, dict[str, str]] = {
    "units": UNIT,
    "people": PERSON,
    "posts": POST,
    "spells": SPELL,
    "attendance": SHIFT,
    **OTHERS,
}
REQUIRED = ("units", "people", "posts", "spells", "attendance")


class Line(NamedTuple):
    """One line of set_aside."""

    file: str
    row: int
    column: str
    value: str
    reason: str
    kind: str


class Loaded(NamedTuple):
    """The outcome of a reading."""

    con: duckdb.DuckDBPyConnection
    report: Report

    @property
    def lines(self) -> list[Line]:
        """The lines of set_aside in reading order."""
        return [Line(*line) for line in self.con.execute("FROM facts.set_aside").fetchall()]

    def rows(self, table: str) -> list[dict[str, Any]]:
        """The kept rows of a table, sorted by its key."""
        key = ", ".join(f'"{name}"' for name in TABLE[table].key)
        cursor = self.con.execute(f"FROM facts.{table} ORDER BY {key}")
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def values(self, table: str, column: str) -> list[Any]:
        """One column of the kept rows, in order of the key."""
        return [row[column] for row in self.rows(table)]


def read(folder: Path, as_of: date = AS_OF) -> Loaded:
    """Load a folder into a fresh DuckDB."""
    con = duckdb.connect(config={"threads": 2})
    return Loaded(con, load_facts(folder, con, as_of))


def load(folder: Path, carrier: str = "csv", as_of: date = AS_OF, **tables: Rows) -> Loaded:
    """Write the required tables (a good row each) and ``tables`` over them, then read."""
    write(folder, carrier, **tables)
    return read(folder, as_of)


def write(folder: Path, carrier: str = "csv", **tables: Rows) -> None:
    """Write tables as csv, parquet, typed (Parquet), xlsx, or book (one workbook of sheets)."""
    folder.mkdir(parents=True, exist_ok=True)
    all_tables = {name: [GOOD[name]] for name in REQUIRED} | tables
    if carrier == "book":
        write_book(folder / "book.xlsx", all_tables)
        return
    for name, rows in all_tables.items():
        WRITERS[carrier](folder, TABLE[name], rows)


def with_good(table: str, **cells: str | None) -> dict[str, str | None]:
    """The good row of a table with some cells changed."""
    return {**GOOD[table], **cells}


def columns_of(table: Table, rows: Rows) -> list[str]:
    """The header: what is required, and every optional column that some row names."""
    named = {name for row in rows for name in row}
    return [c.name for c in table.columns if c.required or c.name in named]


def write_csv(folder: Path, table: Table, rows: Rows) -> None:
    """A CSV file with every cell quoted where needed."""
    names = columns_of(table, rows)
    lines = [",".join(names)]
    lines += [",".join(_quoted(row.get(name) or "") for name in names) for row in rows]
    (folder / f"{table.name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if set(cell) & set('",\n\r') else cell


def write_parquet(folder: Path, table: Table, rows: Rows) -> None:
    """A Parquet file, all text."""
    names = columns_of(table, rows)
    arrays = [pa.array([row.get(name) for row in rows], pa.string()) for name in names]
    pq.write_table(pa.table(arrays, names=names), folder / f"{table.name}.parquet")


def write_typed(folder: Path, table: Table, rows: Rows) -> None:
    """A Parquet file, properly typed; a column with a cell that has no such type stays text."""
    names = columns_of(table, rows)
    arrays = [_typed(table, name, [row.get(name) for row in rows]) for name in names]
    pq.write_table(pa.table(arrays, names=names), folder / f"{table.name}.parquet")


def _typed(table: Table, name: str, cells: list[str | None]) -> pa.Array:
    try:
        typed = [typed_cell(table, name, cell) for cell in cells]
    except ValueError:
        return pa.array(cells, pa.string())
    kind = table.column(name).kind
    types = {"date": pa.date32(), "time": pa.timestamp("us"), "bool": pa.bool_()}
    numbers = {"whole": pa.int64(), "decimal": pa.decimal128(18, 4)}
    return pa.array(typed, {**types, **numbers}.get(kind, pa.string()))


def typed_cell(table: Table, name: str, cell: str | None) -> Any:
    """The cell as its kind's Python value; ValueError when its text is not exactly that."""
    kind = table.column(name).kind
    if not cell:
        return None
    if kind == "date":
        return _exactly(date.fromisoformat(cell), cell, date.isoformat)
    if kind == "time":
        return _exactly(datetime.fromisoformat(cell), cell, datetime.isoformat)
    if kind == "bool":
        return _exactly(cell == "true", cell, lambda value: str(value).lower())
    if kind == "whole":
        return _exactly(int(cell), cell, str)
    if kind == "decimal":
        return _exactly(Decimal(int(cell)), cell, lambda value: str(abs(value)))
    return cell


def _exactly(value: Any, cell: str, text: Callable[[Any], str]) -> Any:
    if text(value) != cell:
        raise ValueError(cell)
    return value


def write_xlsx(folder: Path, table: Table, rows: Rows) -> None:
    """A workbook of one sheet."""
    write_book(folder / f"{table.name}.xlsx", {table.name: rows})


def write_book(path: Path, tables: Mapping[str, Rows]) -> None:
    """A workbook with a sheet per table, cells typed where they can be."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in tables.items():
        sheet, table = book.create_sheet(name), TABLE[name]
        names = columns_of(table, rows)
        sheet.append(names)
        for row in rows:
            sheet.append([_cell(table, column, row.get(column)) for column in names])
    book.save(path)


def _cell(table: Table, name: str, cell: str | None) -> Any:
    try:
        typed = typed_cell(table, name, cell)
    except ValueError:
        return cell
    # A workbook knows no day before 1900.
    return cell if isinstance(typed, date) and typed.year < 1901 else typed


WRITERS = {
    "csv": write_csv,
    "parquet": write_parquet,
    "typed": write_typed,
    "xlsx": write_xlsx,
}
CARRIERS = (*WRITERS, "book")
