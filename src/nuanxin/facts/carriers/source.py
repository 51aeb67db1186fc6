"""What every carrier shares: a table that is given, its header, and the table as it came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, zip_longest
from typing import Protocol

import duckdb
import pyarrow as pa

from nuanxin.facts import sql
from nuanxin.facts.errors import FactsError
from nuanxin.policy.contract import Column, Table

BATCH_ROWS = 2_000

NumberedRow = tuple[int, Sequence[str]]
"""A row number (the header is 1) and the texts of its cells."""


@dataclass(frozen=True)
class Source:
    """A table as it came, in ``reading.<table>``.

    ``types`` are the DuckDB types of the contract's columns that are there; ``is_view`` tells
    that the rows stay in their file; ``overlong`` counts rows with filled cells beyond the header.
    """

    table: Table
    file: str
    types: dict[str, str]
    ignored: tuple[str, ...] = ()
    is_view: bool = False
    overlong: int = 0

    @property
    def relation(self) -> str:
        """The SQL name of the table as it came."""
        return sql.name(sql.READING, self.table.name)

    @property
    def columns(self) -> list[Column]:
        """The contract's columns that are there, in contract order."""
        return [column for column in self.table.columns if column.name in self.types]


class Given(Protocol):
    """A table found in a folder and not yet read."""

    @property
    def table(self) -> Table:
        """The contract of the table."""

    @property
    def file(self) -> str:
        """The name of its file, with ``#sheet`` in a workbook of several tables."""

    def stage(self, con: duckdb.DuckDBPyConnection) -> Source:
        """Put the table as it came into ``reading``; FactsError when it cannot be read."""


@dataclass(frozen=True)
class Header:
    """Where each of the contract's columns stands in a header, and which names are ignored."""

    positions: dict[str, int]
    ignored: tuple[str, ...]
    width: int


def read_header(table: Table, file: str, names: Sequence[str]) -> Header:
    """Match a header with the contract; FactsError on a missing or doubled column."""
    trimmed = [name.strip() for name in names]
    counted = Counter(trimmed)
    contract = [column.name for column in table.columns]
    doubled = [name for name in contract if counted[name] > 1]
    if doubled:
        what = f"the column {doubled[0]} stands twice in the header"
        raise FactsError(file, what, "keep one of the two")
    missing = [
        column.name for column in table.columns if column.required and not counted[column.name]
    ]
    if missing:
        what = f"the required column {' and '.join(missing)} is missing from the header"
        raise FactsError(file, what, "add the column to the first line")
    positions = {name: trimmed.index(name) for name in contract if counted[name]}
    ignored = tuple(name for name in trimmed if name and name not in positions)
    return Header(positions, ignored, len(names))


def no_header(file: str) -> FactsError:
    """The error of a file or sheet whose first line is blank."""
    return FactsError(file, "the first line is not a header", "put the column names there")


def is_blank(cells: Sequence[str]) -> bool:
    """Whether no cell holds more than blanks."""
    return not any(cell.strip() for cell in cells)


def stage_texts(
    con: duckdb.DuckDBPyConnection,
    table: Table,
    file: str,
    header: Header,
    rows: Iterable[NumberedRow],
) -> Source:
    """Copy rows of texts into ``reading.<table>``, in batches, every column VARCHAR."""
    schema = pa.schema([("row", pa.int64()), *((name, pa.string()) for name in header.positions)])
    batches = _Batches(header, schema, iter(rows))
    reader = pa.RecordBatchReader.from_batches(schema, iter(batches))
    con.register("arriving", reader)
    try:
        con.execute(f"CREATE TABLE {sql.name(sql.READING, table.name)} AS FROM arriving")
    finally:
        con.unregister("arriving")
    if batches.failure is not None:
        raise batches.failure
    types = dict.fromkeys(header.positions, "VARCHAR")
    return Source(table, file, types, header.ignored, overlong=batches.overlong)


class _Batches:
    """Rows of texts as Arrow batches; an error on the way is kept, for Arrow would wrap it."""

    def __init__(self, header: Header, schema: pa.Schema, rows: Iterator[NumberedRow]) -> None:
        self.header, self.schema, self.rows = header, schema, rows
        self.overlong = 0
        self.failure: Exception | None = None

    def __iter__(self) -> Iterator[pa.RecordBatch]:
        try:
            while batch := list(islice(self.rows, BATCH_ROWS)):
                yield self._batch(batch)
        except Exception as error:
            self.failure = error

    def _batch(self, batch: list[NumberedRow]) -> pa.RecordBatch:
        width = self.header.width
        numbers = [number for number, _ in batch]
        rows = [cells for _, cells in batch]
        self.overlong += sum(len(cells) > width and not is_blank(cells[width:]) for cells in rows)
        # A row as wide as the header, so that every column is there even if all rows are short.
        padded = zip_longest(*chain(rows, [[""] * width]), fillvalue="")
        columns = [column[:-1] for column in padded]
        texts = (pa.array(columns[place], pa.string()) for place in self.header.positions.values())
        return pa.RecordBatch.from_arrays(
            [pa.array(numbers, pa.int64()), *texts], schema=self.schema
        )
