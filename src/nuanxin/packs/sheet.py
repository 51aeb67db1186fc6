"""Parameters as rows of a sheet: one row a version, every cell a text, and what changed in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from nuanxin.policy.parameter import CERTAINTIES, PRECISIONS, Parameter, Scalar, Value
from nuanxin.policy.parameters import Parameters
from nuanxin.policy.trial import parse

TOLD = ("label_zh", "label_en", "unit", "measures")
"""Columns that are only shown: they are changed in the YAML file."""

FIELDS = (
    *("value", "from", "to", "known", "jurisdiction", "certainty", "precision"),
    *("source_zh", "source_en", "note_zh", "note_en"),
)
"""Columns that may be edited."""

NEEDED = ("value", "from", "known", "jurisdiction", "certainty", "source_zh", "source_en")
COLUMNS = ("key", "version", *TOLD, *FIELDS)


@dataclass(frozen=True)
class Row:
    """One version: ``version`` counts from 1 within its key, None for a new one."""

    key: str
    version: int | None
    cells: Mapping[str, str]
    number: int = 0


@dataclass(frozen=True)
class Change:
    """What became of one version: changed, added or removed, with before and after by field."""

    key: str
    version: int | None
    kind: str
    fields: Mapping[str, tuple[str, str]]


def rows_of(parameters: Iterable[Parameter]) -> list[Row]:
    """A row for each version, in order of the parameters and of publication."""
    return [
        Row(parameter.key, number, _cells(parameter, value))
        for parameter in parameters
        for number, value in enumerate(parameter.values, 1)
    ]


def _cells(parameter: Parameter, value: Value) -> dict[str, str]:
    note = value.note
    return {
        "label_zh": parameter.label.zh,
        "label_en": parameter.label.en,
        "unit": parameter.unit,
        "measures": ";".join(str(m) for m in parameter.measures),
        "value": written(value.value),
        "from": value.start.isoformat(),
        "to": value.end.isoformat() if value.end else "",
        "known": value.known.isoformat(),
        "jurisdiction": value.jurisdiction,
        "certainty": value.certainty,
        "precision": value.precision,
        "source_zh": value.source.zh,
        "source_en": value.source.en,
        "note_zh": note.zh if note else "",
        "note_en": note.en if note else "",
    }


def written(value: Scalar) -> str:
    """A value as a cell shows it: 2, 21.75, true, GB19083;GB2626."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return plain_number(value)
    return ";".join(value) if isinstance(value, tuple) else value


def plain_number(number: Decimal) -> str:
    """A number without empty decimals and without an exponent."""
    return f"{int(number)}" if number == int(number) else f"{number.normalize():f}"


def faults(rows: Iterable[Row], parameters: Parameters) -> Iterator[tuple[int, str, str]]:
    """What is wrong with the rows: row number, column, and what was found and expected."""
    seen: set[tuple[str, int]] = set()
    for row in rows:
        if row.key not in parameters:
            yield row.number, "key", f"{row.key!r} is no parameter of the pack"
            continue
        parameter = parameters[row.key]
        if row.version is not None:
            if not 1 <= row.version <= len(parameter.values):
                yield row.number, "version", f"{row.key} has no version {row.version}"
                continue
            if (row.key, row.version) in seen:
                yield row.number, "version", f"{row.key} version {row.version} stands twice"
            seen.add((row.key, row.version))
            yield from _told_changed(row, parameter)
        yield from _cell_faults(row, parameter)


def _told_changed(row: Row, parameter: Parameter) -> Iterator[tuple[int, str, str]]:
    assert row.version is not None
    shown = _cells(parameter, parameter.values[row.version - 1])
    for column in TOLD:
        if row.cells[column] != shown[column]:
            yield row.number, column, "is only shown here; change it in the YAML file"


def _cell_faults(row: Row, parameter: Parameter) -> Iterator[tuple[int, str, str]]:
    for column in NEEDED:
        if not row.cells[column]:
            yield row.number, column, "is empty"
    for column in ("from", "to", "known"):
        if row.cells[column] and _day(row.cells[column]) is None:
            yield row.number, column, f"{row.cells[column]!r}: expected a date YYYY-MM-DD"
    for column, words in (("certainty", CERTAINTIES), ("precision", PRECISIONS)):
        if row.cells[column] and row.cells[column] not in words:
            yield (
                row.number,
                column,
                f"{row.cells[column]!r}: expected one of {', '.join(words)}",
            )
    if row.cells["value"]:
        try:
            parse(parameter, parameter.values[0].value, row.cells["value"])
        except ValueError as error:
            yield row.number, "value", str(error)
    if bool(row.cells["note_zh"]) != bool(row.cells["note_en"]):
        lacking = "note_en" if row.cells["note_zh"] else "note_zh"
        yield row.number, lacking, "a note stands in both languages or in none"


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text else None


def changes(before: Iterable[Row], after: Iterable[Row]) -> list[Change]:
    """The differences between two states of the rows, in the order of the first."""
    kept: dict[tuple[str, int | None], Row] = {
        (row.key, row.version): row for row in after if row.version is not None
    }
    found = []
    for row in before:
        now = kept.get((row.key, row.version))
        if now is None:
            fields = {f: (row.cells[f], "") for f in FIELDS if row.cells[f]}
            found.append(Change(row.key, row.version, "removed", fields))
        elif fields := {
            f: (row.cells[f], now.cells[f])
            for f in FIELDS
            if not _same(row.cells[f], now.cells[f], f)
        }:
            found.append(Change(row.key, row.version, "changed", fields))
    for row in after:
        if row.version is None:
            fields = {f: ("", row.cells[f]) for f in FIELDS if row.cells[f]}
            found.append(Change(row.key, None, "added", fields))
    return found


def _different(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    return {f: (before[f], after[f]) for f in FIELDS if not _same(before[f], after[f], f)}


def _same(before: str, after: str, field: str) -> bool:
    if field == "precision":
        return (before or "day") == (after or "day")
    if before == after or field != "value":
        return before == after
    try:
        return Decimal(before) == Decimal(after)
    except InvalidOperation:
        return [i.strip() for i in before.split(";")] == [i.strip() for i in after.split(";")]
