"""Rows of Python values into a DuckDB table, many at once."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
import pyarrow as pa


def fill(con: duckdb.DuckDBPyConnection, table: str, rows: Sequence[Sequence[object]]) -> None:
    """Append rows, as wide as the table, to a table known by its SQL name."""
    if not rows:
        return
    columns = [pa.array(list(column)) for column in zip(*rows, strict=True)]
    con.register("arriving_rows", pa.table(columns, names=[f"c{at}" for at in range(len(columns))]))
    try:
        con.execute(f"INSERT INTO {table} FROM arriving_rows")
    finally:
        con.unregister("arriving_rows")
