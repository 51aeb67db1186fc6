"""Making a table of a run equal to new rows by writing only what differs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.db import connection
from django.db.backends.utils import CursorWrapper
from psycopg import sql

CHUNK = 1 << 20
Fill = Callable[[CursorWrapper, str], None]


@dataclass(frozen=True)
class Change:
    """How many rows of one table were added, changed and removed."""

    added: int
    changed: int
    removed: int

    @property
    def nothing(self) -> bool:
        return not (self.added or self.changed or self.removed)


def from_csv(path: Path, columns: Sequence[str]) -> Fill:
    """Fill a table from a CSV file without header (empty = null)."""

    def fill(cursor: CursorWrapper, table: str) -> None:
        command = sql.SQL("copy {} ({}) from stdin (format csv)")
        with (
            cursor.copy(command.format(sql.Identifier(table), _names(columns))) as copy,
            path.open("rb") as file,
        ):
            while chunk := file.read(CHUNK):
                copy.write(chunk)

    return fill


def from_query(columns: Sequence[str], query: str, *values: int | list[str]) -> Fill:
    """Fill a table with the rows of a query."""

    def fill(cursor: CursorWrapper, table: str) -> None:
        command = sql.SQL("insert into {} ({}) " + query)
        cursor.execute(command.format(sql.Identifier(table), _names(columns)), values)

    return fill


def reconcile(table: str, key: Sequence[str], run_id: int, fill: Fill) -> Change:
    """Make the rows of ``run_id`` in ``table`` equal to what ``fill`` puts into a table.

    ``key`` names a row within the run. Equal rows are not written at all.
    """
    parts = {"table": sql.Identifier(table), "run": sql.Literal(run_id)}
    with connection.cursor() as cursor:
        if not _do(cursor, "select from {table} where run_id = {run} limit 1", parts):
            fill(cursor, table)
            change = Change(cursor.rowcount, 0, 0)
        else:
            change = _merge(cursor, key, parts, fill)
        if not change.nothing:
            _do(cursor, "analyze {table}", parts)
    return change


_REMOVE = """
    delete from {table} as old where run_id = {run}
    and not exists (select from staged as new where {same})"""
_CHANGE = """
    update {table} as old set ({rest}) = row({new_rest}) from staged as new
    where old.run_id = {run} and {same} and ({old_rest}) is distinct from ({new_rest})"""
_ADD = """
    insert into {table} ({columns}) select {new} from staged as new
    where not exists (select from {table} as old where old.run_id = {run} and {same})"""


def _merge(
    cursor: CursorWrapper, key: Sequence[str], parts: dict[str, sql.Composable], fill: Fill
) -> Change:
    """Bring the new rows into a temporary table and write the difference."""
    _do(cursor, "create temp table staged (like {table})", parts)
    cursor.execute("alter table staged drop column id")
    fill(cursor, "staged")
    _do(cursor, "create unique index on staged ({key})", {"key": _names(key)})
    cursor.execute("analyze staged")
    cursor.execute("select * from staged limit 0")
    columns = [column.name for column in cursor.description]
    rest = [name for name in columns if name not in key]
    same = (sql.SQL("old.{0} = new.{0}").format(sql.Identifier(name)) for name in key)
    parts |= {
        "same": sql.SQL(" and ").join(same),
        "columns": _names(columns),
        "new": _names(columns, "new"),
        "old_rest": _names(rest, "old"),
        "new_rest": _names(rest, "new"),
        "rest": _names(rest),
    }
    removed = _do(cursor, _REMOVE, parts)
    changed = _do(cursor, _CHANGE, parts)
    added = _do(cursor, _ADD, parts)
    cursor.execute("drop table staged")
    return Change(added, changed, removed)


def _do(cursor: CursorWrapper, query: str, parts: dict[str, sql.Composable]) -> int:
    cursor.execute(sql.SQL(query).format(**parts))
    return int(cursor.rowcount)


def _names(columns: Sequence[str], owner: str | None = None) -> sql.Composed:
    names = (sql.Identifier(owner, name) if owner else sql.Identifier(name) for name in columns)
    return sql.SQL(", ").join(names)
