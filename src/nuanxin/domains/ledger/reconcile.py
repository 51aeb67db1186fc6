"""Making a table of a run equal to new rows by writing only what differs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.db import connection
from django.db.backends.utils import CursorWrapper
from psycopg import sql

CHUNK = 1 << 20
Fill = Callable[[CursorWrapper], None]


@dataclass(frozen=True)
class Change:
    """How many rows of one table were added, changed and removed."""

    added: int
    changed: int
    removed: int

    @property
    def nothing(self) -> bool:
        return not (self.added or self.changed or self.removed)


@contextmanager
def staging(table: str) -> Iterator[CursorWrapper]:
    """A temporary copy of the table's shape, without rows, id and run; ``staged`` by name."""
    with connection.cursor() as cursor:
        cursor.execute("drop table if exists staged")
        cursor.execute(sql.SQL("create temp table staged (like {})").format(sql.Identifier(table)))
        cursor.execute("alter table staged drop column id, drop column run_id")
        yield cursor
        cursor.execute("drop table staged")


def from_csv(path: Path, columns: Sequence[str]) -> Fill:
    """Fill ``staged`` from a CSV file without header (empty = null)."""

    def fill(cursor: CursorWrapper) -> None:
        command = sql.SQL("copy staged ({}) from stdin (format csv)").format(_names(columns))
        with cursor.copy(command) as copy, path.open("rb") as file:
            while chunk := file.read(CHUNK):
                copy.write(chunk)

    return fill


def from_query(query: str, *values: int | list[str]) -> Fill:
    """Fill ``staged`` with the rows of a query that names all its columns in order."""

    def fill(cursor: CursorWrapper) -> None:
        cursor.execute(f"insert into staged {query}", values)

    return fill


def reconcile(table: str, key: Sequence[str], run_id: int, fill: Fill) -> Change:
    """Make the rows of ``run_id`` in ``table`` equal to what ``fill`` puts into ``staged``.

    ``key`` names a row within the run. Equal rows are not written at all.
    """
    with staging(table) as cursor:
        fill(cursor)
        cursor.execute("analyze staged")
        columns = _columns(cursor)
        rest = [name for name in columns if name not in key]
        parts = {
            "table": sql.Identifier(table),
            "run": sql.Literal(run_id),
            "same": sql.SQL(" and ").join(
                sql.SQL("old.{0} = new.{0}").format(sql.Identifier(name)) for name in key
            ),
            "columns": _names(columns),
            "new": _names(columns, "new"),
            "old_rest": _names(rest, "old"),
            "new_rest": _names(rest, "new"),
            "rest": _names(rest),
        }
        removed = _count(cursor, _REMOVE, parts)
        changed = _count(cursor, _CHANGE, parts)
        added = _count(cursor, _ADD, parts)
        if added or changed or removed:
            cursor.execute(sql.SQL("analyze {table}").format(**parts))
    return Change(added, changed, removed)


_REMOVE = """
    delete from {table} as old where run_id = {run}
    and not exists (select from staged as new where {same})"""
_CHANGE = """
    update {table} as old set ({rest}) = row({new_rest}) from staged as new
    where run_id = {run} and {same} and ({old_rest}) is distinct from ({new_rest})"""
_ADD = """
    insert into {table} (run_id, {columns}) select {run}, {new} from staged as new
    where not exists (select from {table} as old where run_id = {run} and {same})"""


def _count(cursor: CursorWrapper, query: str, parts: dict[str, sql.Composable]) -> int:
    cursor.execute(sql.SQL(query).format(**parts))
    return int(cursor.rowcount)


def _columns(cursor: CursorWrapper) -> list[str]:
    cursor.execute("select * from staged limit 0")
    return [column.name for column in cursor.description]


def _names(columns: Sequence[str], owner: str | None = None) -> sql.Composed:
    names = (sql.Identifier(owner, name) if owner else sql.Identifier(name) for name in columns)
    return sql.SQL(", ").join(names)
