"""Section R once more, row by row in plain Python: slow, and written to be read beside the law."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from nuanxin.facts import reasons
from nuanxin.policy.contract import READING_ORDER, Column, Table
from tests.facts.build import Line, Row, Rows

Fault = tuple[str, str, str, str]
"""Column, value, reason, kind."""


@dataclass
class Reading:
    """Lines set aside and kept rows, as the law has them."""

    as_of: date
    lines: list[Line] = field(default_factory=list)
    kept: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def ids(self, table: str, column: str) -> dict[Any, dict[str, Any]]:
        return {row[column]: row for row in self.kept.get(table, [])}


def read(tables: Mapping[str, Rows], as_of: date, file_of: Any) -> Reading:
    """Read tables of raw texts; ``file_of(table)`` is the file a line names."""
    reading = Reading(as_of)
    for table in READING_ORDER:
        reading.kept[table.name] = []
        seen: set[tuple[Any, ...]] = set()
        known = {
            column.references: reading.ids(*column.references.split("."))
            for column in table.columns
            if column.references
        }
        for number, row in enumerate(tables.get(table.name, []), start=2):
            values, faults = judge(table, row, known, as_of)
            key = tuple(values[name] for name in table.key)
            falls = [fault for fault in faults if fault[3] == "row"][:1]
            if not falls and key in seen:
                first = table.key[0]
                falls = [(first, (row[first] or "").strip(), reasons.DUPLICATE, "row")]
            if not falls:
                seen.add(key)
                reading.kept[table.name].append(values)
            lines = falls or faults
            reading.lines += [Line(file_of(table.name), number, *fault) for fault in lines]
    return reading


def judge(
    table: Table, row: Row, known: Mapping[str, Mapping[Any, Any]], as_of: date
) -> tuple[dict[str, Any], list[Fault]]:
    """The values of a row and its faults in contract order."""
    values: dict[str, Any] = {}
    for column in table.columns:
        text = (row.get(column.name) or "").strip()
        values[column.name] = parse(column, text) if text else None
    faults: list[Fault] = []
    for column in table.columns:
        text = (row.get(column.name) or "").strip()
        reason = why(table, column, text, values, known)
        if reason:
            values[column.name] = None
            falls = column.required or (table.name, column.name) == ("spells", "end_date")
            if (table.name, column.name) == ("declarations", "person_id"):
                falls = values["kind"] == "release"
            faults.append((column.name, text, reason, "row" if falls else "cell"))
            continue
        faults += bad_items(column, text)
        faults += suspect(column, text, values[column.name], as_of)
    return values, faults


def why(
    table: Table,
    column: Column,
    text: str,
    values: Mapping[str, Any],
    known: Mapping[str, Mapping[Any, Any]],
) -> str | None:
    """Why a cell cannot stand."""
    value = values[column.name]
    if not text:
        if table.name == "declarations" and column.name == "person_id":
            return reasons.NO_PERSON if values["kind"] == "release" else None
        return reasons.EMPTY if column.required else None
    if value is None:
        if column.kind == "list" and not items(text):
            return reasons.NO_ITEM
        return reasons.NOT_IN_VOCABULARY if column.vocabulary else reasons.UNREADABLE[column.kind]
    if column.references and value not in known[column.references]:
        return reasons.UNKNOWN_ID
    if (table.name, column.name) == ("attendance", "spell_id"):
        # The person of a row that falls for its person is of no account.
        owner, person = known["spells.spell_id"][value]["person_id"], values["person_id"]
        return reasons.OTHER_PERSON if owner != person else None
    if column.name == "end_date" and table.name in ("spells", "absences", "insurance"):
        start = values["start_date"]
        return reasons.END_BEFORE_START if start and value < start else None
    if (table.name, column.name) == ("attendance", "end"):
        start = values["start"]
        return reasons.END_NOT_AFTER_START if start and value <= start else None
    return None


def parse(column: Column, text: str) -> Any:
    """The value of a filled cell, None when it has none."""
    if column.kind == "date":
        return _moment(text, r"\d{4}-\d\d-\d\d", date.fromisoformat)
    if column.kind == "time":
        return _moment(text, r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", datetime.fromisoformat)
    if column.kind == "bool":
        return {"true": True, "false": False}.get(text.lower())
    if column.kind == "whole":
        return int(text) if re.fullmatch(r"-?[0-9]+", text) else None
    if column.kind == "decimal":
        return Decimal(text) if re.fullmatch(r"[0-9]+(\.[0-9]+)?", text) else None
    if column.kind == "list":
        good = [item for item in items(text) if item in (column.vocabulary or (item,))]
        return good or None
    return text if text in (column.vocabulary or (text,)) else None


def _moment(text: str, form: str, read: Any) -> Any:
    if not re.fullmatch(form, text, re.ASCII):
        return None
    try:
        return read(text)
    except ValueError:
        return None


def items(text: str) -> list[str]:
    return [item.strip() for item in text.split(";") if item.strip()]


def bad_items(column: Column, text: str) -> Iterable[Fault]:
    if column.kind != "list" or not column.vocabulary:
        return []
    bad = [item for item in items(text) if item not in column.vocabulary]
    return [(column.name, item, reasons.NOT_IN_VOCABULARY, "cell") for item in bad]


def suspect(column: Column, text: str, value: Any, as_of: date) -> Iterable[Fault]:
    if not column.dated or value is None:
        return []
    day = value.date() if isinstance(value, datetime) else value
    if day < date(2019, 12, 1):
        return [(column.name, text, reasons.EARLY, "suspect")]
    if day > as_of + timedelta(days=366):
        return [(column.name, text, reasons.LATE, "suspect")]
    return []
