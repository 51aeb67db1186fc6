"""Golden cases: facts and the obligations worked out by hand from the definitions.

A case file names one provision; ``defaults.yaml`` beside it holds the kinds of columns, what a
row need not state, and the units, people and posts that every case starts from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import yaml

Facts = dict[str, list[dict[str, object]]]

CASE_KEYS = {"name", "why", "as_of", "facts", "expect", "tables_absent"}
EXPECT_KINDS = {
    "subject_kind": "text",
    "subject_id": "text",
    "modality": "text",
    "period_start": "date",
    "period_end": "date",
    "quantity": "decimal",
    "quantity_unit": "text",
    "quantity_met": "decimal",
    "due_on": "date",
    "owner_unit_id": "text",
    "state": "text",
    "missing": "text",
    "evidence": "text",
}
REQUIRED = "required"
REPEAT = "repeat_days"


class CaseError(ValueError):
    """A case file says something that the format does not know; names the place."""


@dataclass(frozen=True)
class Text:
    zh: str
    en: str


@dataclass(frozen=True)
class Case:
    """One case; ``expect`` are all rows the provision gives, in the columns that matter."""

    provision: str
    name: Text
    why: Text
    as_of: date
    facts: Facts
    expect: list[dict[str, object]]
    tables_absent: tuple[str, ...]


@dataclass(frozen=True)
class Defaults:
    kinds: dict[str, str]
    rows: dict[str, dict[str, Any]]
    keys: dict[str, str]
    facts: dict[str, list[dict[str, Any]]]


def load_cases(path: Path, defaults_file: Path | None = None) -> list[Case]:
    """The cases of one file; CaseError on an unknown table, column, key or a wrong value.

    What a row need not state stands in ``defaults.yaml`` beside it, or in the file given.
    """
    given = _mapping(_yaml(path), str(path), {"provision", "cases"}, {"provision", "cases"})
    defaults = load_defaults(defaults_file or path.with_name("defaults.yaml"))
    return [
        _case(entry, given["provision"], defaults, f"{path.name} case {number}")
        for number, entry in enumerate(given["cases"], 1)
    ]


def load_defaults(path: Path) -> Defaults:
    """``kinds`` by column name, ``rows`` (default values), ``keys`` and ``facts`` by table."""
    names = {"kinds", "rows", "keys", "facts"}
    given = _mapping(_yaml(path), str(path), names, names)
    kinds = {column: kind for kind, columns in given["kinds"].items() for column in columns}
    return Defaults(kinds, given["rows"], given["keys"], given["facts"])


def differences(case: Case, rows: Iterable[Mapping[str, object]]) -> list[str]:
    """What differs between the expected and the given rows of the case's provision; [] = none."""
    left = [row for row in rows if row["provision"] == case.provision]
    lines = []
    for wanted in sorted(case.expect, key=len, reverse=True):
        found = next((row for row in left if _agrees(wanted, row)), None)
        if found is None:
            lines.append(f"expected, not given: {_shown(wanted)}")
        else:
            left.remove(found)
    return lines + [f"given, not expected: {_shown(row)}" for row in left]


def _agrees(wanted: Mapping[str, object], row: Mapping[str, object]) -> bool:
    return all(_comparable(value) == _comparable(row.get(name)) for name, value in wanted.items())


def _comparable(value: object) -> object:
    """Hours are compared to four decimals (definitions T4)."""
    if isinstance(value, Decimal):
        return value.quantize(Decimal("0.0001"), ROUND_HALF_UP)
    return value


def _shown(row: Mapping[str, object]) -> str:
    return ", ".join(f"{name}={value}" for name, value in row.items() if value is not None)


def _case(entry: Any, provision: str, defaults: Defaults, where: str) -> Case:
    given = _mapping(entry, where, CASE_KEYS, {"name", "why", "as_of", "expect"})
    where = f"{where} ({_text(given['name'], where).en})"
    absent = tuple(given.get("tables_absent", ()))
    for table in absent:
        _known(table, defaults.rows, f"{where} tables_absent")
    facts = _facts(given.get("facts", {}), defaults, where)
    return Case(
        provision=provision,
        name=_text(given["name"], where),
        why=_text(given["why"], where),
        as_of=_day(given["as_of"], f"{where} as_of"),
        facts={name: rows for name, rows in facts.items() if name not in absent},
        expect=[_row(row, EXPECT_KINDS, f"{where} expect") for row in given["expect"]],
        tables_absent=absent,
    )


def _facts(given: Mapping[str, Any], defaults: Defaults, where: str) -> Facts:
    for table in given:
        _known(table, defaults.rows, where)
    facts: Facts = {}
    for table, template in defaults.rows.items():
        place = f"{where} {table}"
        raw = [
            copy
            for row in [*defaults.facts.get(table, ()), *given.get(table, ())]
            for copy in _copies(row, table, place)
        ]
        rows = [
            _row(_filled(row, template, number, place), _kinds(template, defaults), place)
            for number, row in enumerate(raw, 1)
        ]
        facts[table] = _replaced(rows, defaults.keys.get(table), template, place)
    return facts


def _kinds(template: Mapping[str, Any], defaults: Defaults) -> dict[str, str]:
    return {column: defaults.kinds.get(column, "text") for column in template}


def _copies(row: Mapping[str, Any], table: str, where: str) -> list[dict[str, Any]]:
    """``repeat_days: n`` on attendance: the same row on n consecutive dates."""
    if REPEAT not in row:
        return [dict(row)]
    if table != "attendance" or "attendance_id" in row:
        raise CaseError(f"{where}: {REPEAT} is for attendance rows without attendance_id")
    rest = {name: value for name, value in row.items() if name != REPEAT}
    start, end = _moment(row["start"], where), _moment(row["end"], where)
    return [
        {**rest, "start": start + timedelta(days=n), "end": end + timedelta(days=n)}
        for n in range(row[REPEAT])
    ]


def _filled(
    row: Mapping[str, Any], template: Mapping[str, Any], number: int, where: str
) -> dict[str, Any]:
    for column in row:
        _known(column, template, where)
    filled = {**template, **row}
    for column, value in filled.items():
        if value == REQUIRED:
            raise CaseError(f"{where}: {column} must be stated")
        if isinstance(value, str) and value.endswith("*") and column not in row:
            filled[column] = f"{value[:-1]}{number}"
    return filled


def _replaced(
    rows: list[dict[str, object]], key: str | None, template: Mapping[str, Any], where: str
) -> list[dict[str, object]]:
    """In a table of defaults a later row replaces the one of its key; else ids are unique."""
    column = key or next(iter(template))
    by_key: dict[object, dict[str, object]] = {}
    for row in rows:
        if key is None and str(template[column]).endswith("*") and row[column] in by_key:
            raise CaseError(f"{where}: {column} {row[column]} stands twice")
        by_key[row[column]] = row
    return list(by_key.values()) if key else rows


def _row(row: Any, kinds: Mapping[str, str], where: str) -> dict[str, object]:
    given = _mapping(row, where, set(kinds), set())
    return {
        name: None if value is None else READERS[kinds[name]](value, f"{where} {name}")
        for name, value in given.items()
    }


def _mapping(given: Any, where: str, allowed: set[str], needed: set[str]) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise CaseError(f"{where}: a mapping is needed, not {given!r}")
    for name in given:
        _known(name, allowed, where)
    for name in sorted(needed - set(given)):
        raise CaseError(f"{where}: {name} is missing")
    return given


def _known(name: str, known: Iterable[str], where: str) -> None:
    if name not in known:
        raise CaseError(f"{where}: unknown {name!r}; known: {', '.join(sorted(known))}")


def _text(given: Any, where: str) -> Text:
    return Text(**_mapping(given, where, {"zh", "en"}, {"zh", "en"}))


def _is(kind: type) -> Callable[[Any, str], Any]:
    def read(value: Any, where: str) -> Any:
        if type(value) is not kind:
            raise CaseError(f"{where}: {value!r} is no {kind.__name__}")
        return value

    return read


_day = _is(date)


def _moment(value: Any, where: str) -> datetime:
    if isinstance(value, datetime):
        return value
    try:
        return datetime.strptime(value, "%Y-%m-%dT%H:%M:%S")
    except (TypeError, ValueError) as error:
        raise CaseError(f"{where}: {value!r} is no time YYYY-MM-DDTHH:MM:SS") from error


def _decimal(value: Any, where: str) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise CaseError(f"{where}: {value!r} is no number")
    return Decimal(str(value))


READERS: dict[str, Callable[[Any, str], Any]] = {
    "text": _is(str),
    "date": _day,
    "time": _moment,
    "bool": _is(bool),
    "whole": _is(int),
    "decimal": _decimal,
    "list": _is(list),
}


class _Loader(yaml.SafeLoader):
    """YAML in which a key that stands twice is an error, not silently the last."""


def _unique(loader: yaml.SafeLoader, node: yaml.MappingNode) -> dict[Any, Any]:
    keys = [loader.construct_object(key, deep=True) for key, _ in node.value]
    for key in keys:
        if keys.count(key) > 1:
            raise CaseError(f"{node.start_mark}: {key!r} stands twice")
    return loader.construct_mapping(node, deep=True)


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _unique)


def _yaml(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), _Loader)  # nosec B506
