"""Deliberately bad rows, only when asked for: what a hurried hand would have typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

import pyarrow as pa

from nuanxin.city import columns
from nuanxin.city.plan import CityPlan, Format
from nuanxin.policy import contract as schema

LATE_NUMBER = 90_000_000
UNREADABLE = "unreadable birth date"


@dataclass(frozen=True)
class BadRow:
    """One bad row: what is wrong with it, its table, and its cells as text."""

    wrong: str
    table: str
    cells: Mapping[str, str]


def bad_rows(plan: CityPlan, form: Format) -> list[BadRow]:
    """``plan.dirty_rows`` bad rows, the kinds in turn.

    Typed Parquet cannot carry an unreadable date, so that kind is left out of it.
    """
    rows: list[BadRow] = []
    number = 0
    while len(rows) < plan.dirty_rows:
        kinds = [row for row in _kinds(number) if form == "csv" or row.wrong != UNREADABLE]
        rows += kinds[: plan.dirty_rows - len(rows)]
        number += 1
    return rows


def count(rows: list[BadRow]) -> dict[str, int]:
    """How many rows there are of each kind."""
    return dict(sorted(Counter(row.wrong for row in rows).items()))


def _kinds(number: int) -> list[BadRow]:
    late = LATE_NUMBER + 2 * number
    person = {"name": "周未明", "unit_id": "U00001", "employment": "contract"}
    person |= {"profession": "other", "is_leader": "false"}
    shift = {"person_id": "P00000001", "post_id": "T000001", "status": "worked"}
    child = {"birth_date": "2014-02-01", "stage": "primary_entry"}
    return [
        BadRow(
            UNREADABLE, "people", person | {"person_id": f"P{late}", "birth_date": "1988-02-30"}
        ),
        BadRow(
            "unknown unit", "people", person | {"person_id": f"P{late + 1}", "unit_id": "U99999"}
        ),
        BadRow("child without guardian", "children", child | {"child_id": f"C{late}"}),
        BadRow(
            "attendance ends before it starts",
            "attendance",
            shift
            | {"attendance_id": f"A99{late}", "start": "2020-02-12T16:00:00"}
            | {"end": "2020-02-12T08:00:00"},
        ),
        BadRow("duplicate person", "people", person | {"person_id": "P00000001"}),
    ]


def as_line(row: BadRow) -> str:
    """The row as a line of its CSV file."""
    return ",".join(row.cells.get(column.name, "") for column in schema.TABLE[row.table].columns)


def as_piece(row: BadRow) -> pa.Table:
    """The row as a typed table of one row."""
    kinds = {column.name: column.kind for column in schema.TABLE[row.table].columns}
    return columns.table(
        row.table,
        {
            name: pa.nulls(1, columns.TYPES[kind])
            if name not in row.cells
            else [_value(row.cells[name], kind)]
            for name, kind in kinds.items()
        },
    )


def _value(text: str, kind: schema.Kind) -> object:
    if kind == "date":
        return date.fromisoformat(text)
    if kind == "time":
        return datetime.fromisoformat(text)
    return text == "true" if kind == "bool" else text
