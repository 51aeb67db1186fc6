"""From rows that stand, in DuckDB, to the temporary table ``staged`` in PostgreSQL."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
from django.db.backends.utils import CursorWrapper
from psycopg import sql as pg

from nuanxin.domains.changes import bulk
from nuanxin.domains.seals.places import PERSONAL
from nuanxin.domains.seals.sealing import opened
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
    columns = ", ".join(["row", *(_as_csv(table, column) for column in table.columns)])
    with TemporaryDirectory(prefix="nuanxin-") as folder:
        path = Path(folder) / "rows.csv"
        con.execute(
            f"COPY (SELECT {columns} FROM ({kept_rows(seen, numbered=True)})) "
            f"TO {sql.text(str(path))} (FORMAT csv, HEADER false)"
        )
        _copy(cursor, table, path)
    _keep_seals(cursor, table)
    cursor.execute("analyze staged")


def _copy(cursor: CursorWrapper, table: Table, path: Path) -> None:
    names = pg.SQL(", ").join(map(pg.Identifier, ["row", *(c.name for c in table.columns)]))
    command = pg.SQL("copy staged ({}) from stdin (format csv)").format(names)
    with cursor.copy(command) as copy, path.open("rb") as file:
        while chunk := file.read(CHUNK):
            copy.write(chunk)


def _keep_seals(cursor: CursorWrapper, table: Table) -> None:
    """Where an older key sealed what stands, the same text is no change: keep its seal."""
    for column in PERSONAL.get(table.name, ()):
        parts = {
            "column": pg.Identifier(column),
            "live": pg.Identifier(f"live_{table.name}"),
            "key": pg.Identifier(table.key[0]),
        }
        differ = "select s.row, s.{column}, l.{column} from staged as s join {live} as l"
        differ += " using ({key}) where s.{column} <> l.{column}"
        differ += " and split_part(s.{column}, ':', 3) <> split_part(l.{column}, ':', 3)"
        cursor.execute(pg.SQL(differ).format(**parts))
        same = [(row, old) for row, new, old in cursor.fetchall() if opened(new) == opened(old)]
        if same:
            rows, seals = map(list, zip(*same, strict=True))
            keep = "update staged as s set {column} = k.seal from unnest(%s::bigint[],"
            keep += " %s::text[]) as k(row, seal) where s.row = k.row"
            cursor.execute(pg.SQL(keep).format(**parts), [rows, seals])


def _as_csv(table: Table, column: Column) -> str:
    """A column as PostgreSQL reads it from CSV: times with their zone, lists as arrays, sealed."""
    name = sql.name(column.name)
    if column.name in PERSONAL.get(table.name, ()):
        return f"sealed_id({name}) AS {name}"
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
