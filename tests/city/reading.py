"""Reading a city folder back as plain text rows, and judging it by the contract alone."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from nuanxin.policy import contract as schema

Row = dict[str, str]
Tables = dict[str, list[Row]]

SHAPES = {
    "date": re.compile(r"\d{4}-\d\d-\d\d"),
    "time": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d"),
    "bool": re.compile(r"true|false"),
    "whole": re.compile(r"-?\d+"),
    "decimal": re.compile(r"\d+(\.\d+)?"),
}


def read_csv(folder: Path) -> Tables:
    """Every table of the folder as rows of text."""
    tables: Tables = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            tables[path.stem] = list(csv.DictReader(lines))
    return tables


def faults(tables: Tables) -> Iterator[str]:
    """Every cell, key, reference and period that the contract forbids."""
    for name, rows in tables.items():
        table = schema.TABLE[name]
        for column in table.columns:
            known = _targets(tables, column)
            for row in rows:
                wrong = _cell_fault(column, row[column.name], known)
                if wrong:
                    yield f"{name}.{column.name} {wrong}: {row}"
        yield from _row_faults(table, rows)


def _targets(tables: Tables, column: schema.Column) -> set[str] | None:
    if column.references is None:
        return None
    table, _, target = column.references.partition(".")
    return {row[target] for row in tables[table]}


def _cell_fault(column: schema.Column, cell: str, known: set[str] | None) -> str:
    if not cell:
        return "is empty" if column.required else ""
    if cell != cell.strip():
        return "has blanks"
    items = cell.split(";") if column.kind == "list" else [cell]
    if column.vocabulary and not set(items) <= set(column.vocabulary):
        return "is not in the vocabulary"
    if known is not None and cell not in known:
        return "is not found"
    return "" if _readable(column.kind, cell) else "is unreadable"


def _readable(kind: str, cell: str) -> bool:
    if kind in SHAPES and not SHAPES[kind].fullmatch(cell):
        return False
    try:
        if kind == "date":
            date.fromisoformat(cell)
        if kind == "time":
            datetime.fromisoformat(cell)
    except ValueError:
        return False
    return True


def _row_faults(table: schema.Table, rows: list[Row]) -> Iterator[str]:
    keys = [tuple(row[name] for name in table.key) for row in rows]
    if len(set(keys)) < len(keys):
        yield f"{table.name} repeats a key"
    if table.period:
        start, end = table.period
        for row in rows:
            if row[end] and (row[end] < row[start] or table.name == "attendance" == row[start]):
                yield f"{table.name} ends before it starts: {row}"
