"""From rows that stand, in DuckDB, to the temporary table ``staged`` in PostgreSQL."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
from django.db.backends.utils import CursorWrapper
from psycopg import sql as pg

from nuanxin.domains.changes import bulk
from nuanxin.facts import reasons, sql
from nuanxin.facts.fill import fill
from nuanxin.facts.load import Examined, kept_rows
from nuanxin.policy.contract import Column, Table

CHUNK = 1 << 20
OFFSET = "+08"
"""Shanghai's, the whole year."""


def stage(con: duckdb.DuckDBPyConnection, cursor: CursorWrapper, seen: Examined) -> None:
    """Copy the rows that stand into ``staged``; no row passes through Python."""
    table = seen.source.table
    bulk.make_staged(cursor, table)
    columns = ", ".join(["row", *map(_as_csv, table.columns)])
    with TemporaryDirectory(prefix="nuanxin-") as folder:
        path = Path(folder) / "rows.csv"
        con.execute(
            f"COPY (SELECT {columns} FROM ({kept_rows(seen, numbered=True)})) "
            f"TO {sql.text(str(path))} (FORMAT csv, HEADER false)"
        )
        _copy(cursor, table, path)
    cursor.execute("analyze staged")


def _copy(cursor: CursorWrapper, table: Table, path: Path) -> None:
    names = pg.SQL(", ").join(map(pg.Identifier, ["row", *(c.name for c in table.columns)]))
    command = pg.SQL("copy staged ({}) from stdin (format csv)").format(names)
    with cursor.copy(command) as copy, path.open("rb") as file:
        while chunk := file.read(CHUNK):
            copy.write(chunk)


def _as_csv(column: Column) -> str:
    """A column as PostgreSQL reads it from CSV: times with their zone, a list as an array."""
    name = sql.name(column.name)
    if column.kind == "time":
        return f"strftime({name}, '%Y-%m-%d %H:%M:%S') || '{OFFSET}' AS {name}"
    if column.kind != "list":
        return name
    quoted = f"""list_transform({name}, lambda item:
        '"' || replace(replace(item, '\\', '\\\\'), '"', '\\"') || '"')"""
    return f"'{{' || array_to_string({quoted}, ',') || '}}' AS {name}"


def drop_unknown_parents(
    con: duckdb.DuckDBPyConnection, cursor: CursorWrapper, seen: Examined
) -> None:
    """A unit above that is nowhere known becomes unknown, and is listed as such."""
    if seen.source.table.name != "units":
        return
    cursor.execute(
        """
        with orphans as (
            select row, parent_id from staged as s where parent_id is not null
            and not exists (select from staged as u where u.unit_id = s.parent_id)
            and not exists (select from live_units as u where u.unit_id = s.parent_id)
        )
        update staged as s set parent_id = null from orphans as o where s.row = o.row
        returning o.row, o.parent_id"""
    )
    file = seen.source.file
    orphans = [
        (file, row, "parent_id", told, reasons.UNKNOWN_ID, "cell")
        for row, told in cursor.fetchall()
    ]
    fill(con, "facts.set_aside", orphans)
