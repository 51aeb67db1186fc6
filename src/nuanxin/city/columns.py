"""From whole numbers to the typed columns of the contract."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from nuanxin.city.streams import Bools, Ints
from nuanxin.policy import contract as schema

UNKNOWN_DAY = -1_000_000
TYPES = {
    "text": pa.string(),
    "date": pa.date32(),
    "time": pa.timestamp("us"),
    "bool": pa.bool_(),
    "whole": pa.int64(),
    "decimal": pa.decimal128(18, 4),
    "list": pa.list_(pa.string()),
}


@dataclass(frozen=True)
class IdForm:
    """Ids of one table: a letter and a zero-padded number from 1, so text order is number order."""

    prefix: str
    width: int

    def __call__(self, indexes: Ints) -> pa.Array:
        """The ids of rows counted from 0; a negative index is unknown."""
        size = len(self.prefix) + self.width
        letters = np.empty((len(indexes), size), dtype=np.uint8)
        letters[:, : len(self.prefix)] = np.frombuffer(self.prefix.encode(), dtype=np.uint8)
        rest = np.where(indexes < 0, 0, indexes + 1)
        for place in range(size - 1, len(self.prefix) - 1, -1):
            rest, digit = np.divmod(rest, 10)
            letters[:, place] = digit + ord("0")
        ends = np.arange(len(indexes) + 1, dtype=np.int32) * size
        ids = pa.StringArray.from_buffers(len(indexes), pa.py_buffer(ends), pa.py_buffer(letters))
        return blank(ids, indexes < 0)


UNIT, PERSON, CHILD, POST = IdForm("U", 5), IdForm("P", 8), IdForm("C", 8), IdForm("T", 6)
SPELL, ATTENDANCE, ABSENCE = IdForm("S", 8), IdForm("A", 10), IdForm("B", 8)
HARM, FINDING, DELIVERY, ISSUE = IdForm("H", 6), IdForm("F", 6), IdForm("D", 9), IdForm("I", 8)
REQUEST, ENTRY, WAIVER = IdForm("R", 7), IdForm("E", 6), IdForm("W", 6)


def blank(values: pa.Array, unknown: Bools) -> pa.Array:
    """The values with the unknown ones emptied."""
    if not unknown.any():
        return values
    return pc.if_else(pa.array(unknown), pa.scalar(None, values.type), values)


def words(vocabulary: Sequence[str], codes: Ints) -> pa.Array:
    """Words by their place in the vocabulary; a negative code is unknown."""
    return pa.array(list(vocabulary), pa.string()).take(pa.array(codes, mask=codes < 0))


def dates(days: Ints) -> pa.Array:
    """Days since 1970-01-01 as dates; UNKNOWN_DAY is unknown."""
    return pa.array(days.astype(np.int32), mask=days <= UNKNOWN_DAY).cast(pa.date32())


def times(seconds: Ints) -> pa.Array:
    """Local seconds since 1970-01-01T00:00:00 as times."""
    return pa.array(seconds * 1_000_000).cast(pa.timestamp("us"))


def flags(values: Ints | Bools) -> pa.Array:
    """1 true, 0 false, negative unknown."""
    return pa.array(values > 0, mask=values < 0)


def numbers(values: Ints) -> pa.Array:
    """Whole numbers; a negative one is unknown."""
    return pa.array(values, mask=values < 0)


def table(name: str, columns: Mapping[str, object]) -> pa.Table:
    """A fact table of the contract; optional columns not given are unknown.

    Values are arrow arrays or sequences. KeyError for a column that the contract does not have.
    """
    contract = schema.TABLE[name]
    for given in columns:
        contract.column(given)
    rows = len(next(iter(columns.values())))  # type: ignore[arg-type]
    return pa.table(
        {
            column.name: _typed(columns.get(column.name), TYPES[column.kind], rows)
            for column in contract.columns
        }
    )


def _typed(values: object, kind: pa.DataType, rows: int) -> pa.Array:
    if values is None:
        return pa.nulls(rows, kind)
    if isinstance(values, pa.ChunkedArray):
        values = values.combine_chunks()
    if isinstance(values, pa.Array) and pa.types.is_integer(values.type):
        # Arrow refuses a whole number for 18 digits with 4 decimals: it might have 19 itself.
        return values.cast(pa.decimal128(23, 4)).cast(kind) if kind == TYPES["decimal"] else values
    if isinstance(values, pa.Array):
        return values if values.type == kind else values.cast(kind)
    return pa.array(values, kind)
