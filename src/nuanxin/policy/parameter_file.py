"""Reading ``parameters/*.yaml`` strictly."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

from nuanxin.policy.parameter import (
    CERTAINTIES,
    PRECISIONS,
    UNITS,
    WHOLE_UNITS,
    Applies,
    Parameter,
    Scalar,
    Value,
    newest,
)
from nuanxin.policy.reading import Entry, PackError, read_yaml


def read_parameters(file: Path) -> Iterator[Parameter]:
    """The parameters of one file; PackError names file and key of what is wrong."""
    for key, data in Entry.of(file.name, read_yaml(file)).data.items():
        yield _read_parameter(key, Entry.of(f"{file.name}: {key}", data))


def _read_parameter(key: str, entry: Entry) -> Parameter:
    entry.only(("label", "unit", "measures", "values"), ("applies", "otherwise"))
    rows = [Entry.of(entry.where, row) for row in entry.items("values")]
    if not rows:
        raise PackError(f"{entry.where}: values is empty")
    values = tuple(sorted((_read_value(row) for row in rows), key=newest))
    _check(entry, values)
    otherwise = entry.data.get("otherwise")
    return Parameter(
        key=key,
        label=entry.text("label"),
        unit=entry.word("unit", UNITS),
        measures=_measures(entry),
        values=values,
        applies="always"
        if entry.word("applies", ("always", "from"), "from") == "always"
        else "from",
        otherwise=None if otherwise is None else _scalar(entry, "otherwise"),
    )


def _read_value(row: Entry) -> Value:
    row.only(
        ("value", "from", "known", "jurisdiction", "certainty", "source"),
        ("to", "precision", "note"),
    )
    return Value(
        value=_scalar(row, "value"),
        start=row.day("from"),
        end=row.day("to") if "to" in row.data else None,
        known=row.day("known"),
        jurisdiction=row.string("jurisdiction"),
        certainty=row.word("certainty", CERTAINTIES),
        source=row.text("source"),
        precision=row.word("precision", PRECISIONS, "day"),
        note=row.text("note") if "note" in row.data else None,
    )


def _scalar(row: Entry, field: str) -> Scalar:
    value: Any = row.data.get(field)
    if isinstance(value, bool):
        return value
    if isinstance(value, int | Decimal):
        return Decimal(value)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    if isinstance(value, str) and value.strip():
        return value
    raise row.bad(field, "a number, a text, true or false, or a list of texts")


def _measures(entry: Entry) -> tuple[int, ...]:
    measures = entry.items("measures")
    if not measures or any(type(m) is not int or m < 1 for m in measures):
        raise entry.bad("measures", "a list of measure numbers")
    return tuple(measures)


def _check(entry: Entry, values: tuple[Value, ...]) -> None:
    if len({type(v.value) for v in values}) > 1:
        raise PackError(f"{entry.where}: its values are of different types")
    for value in values:
        if value.end is not None and value.end < value.start:
            raise PackError(f"{entry.where}: to {value.end} is before from {value.start}")
        if entry.data.get("unit") in WHOLE_UNITS and not _is_whole(value.value):
            raise PackError(f"{entry.where}: {value.value} is no whole number")
    for earlier, later in pairwise(values):
        if earlier.known == later.known and (
            earlier.start == later.start or (earlier.end and earlier.end >= later.start)
        ):
            raise PackError(
                f"{entry.where}: two values published on {later.known} overlap from {later.start}"
            )


def _applies(entry: Entry) -> Applies:
    return "always" if entry.word("applies", ("always", "from"), "from") == "always" else "from"


def _is_whole(value: Scalar) -> bool:
    return not isinstance(value, Decimal) or value == int(value)
