"""Making a table of a run equal to new rows by writing only what differs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.db import connection
from django.db.backends.utils import CursorWrapper
from psycopg import sql

CHUNK = 1 << 20
ALL = None
NONE = sql.SQL("false")
EVERY = sql.SQL("true")
Fill = Callable[[CursorWrapper, str], None]
Step = Callable[[CursorWrapper, int, sql.Composable], None]


@dataclass(frozen=True)
class Change:
    """How many rows of one table were added, changed and removed."""

    added: int
    changed: int
    removed: int

    @property
    def nothing(self) -> bool:
        return not (self.added or self.changed or self.removed)


@dataclass(frozen=True)
class Target:
    """A table to make equal: its ``key`` within the run.

    ``within`` is a condition: only rows it holds for are removed (ALL: any). With ``matched``
    a step names in ``staged.was`` the old row that a new one continues under another key, and
    rows that come back take their old number again.
    """

    table: str
    key: Sequence[str]
    within: sql.Composable | None = ALL
    matched: Step | None = None


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


def reconcile(target: Target, run_id: int, fill: Fill) -> Change:
    """Make the rows of ``run_id`` equal to what ``fill`` puts into a table.

    Equal rows are not written at all.
    """
    parts = {"table": sql.Identifier(target.table), "run": sql.Literal(run_id)}
    with connection.cursor() as cursor:
        if _is_first(cursor, target, parts):
            fill(cursor, target.table)
            change = Change(cursor.rowcount, 0, 0)
        else:
            change = _merge(cursor, target, run_id, parts, fill)
        if target.within is ALL and not change.nothing:
            _do(cursor, "analyze {table}", parts)
    return change


def _is_first(cursor: CursorWrapper, target: Target, parts: dict[str, sql.Composable]) -> bool:
    """Whether the run has no row yet, nor ever had one that could come back."""
    if _do(cursor, "select from {table} where run_id = {run} limit 1", parts):
        return False
    if target.matched is None:
        return True
    past = {**parts, "table": sql.Identifier(f"{target.table}_past")}
    return not _do(cursor, "select from {table} where run_id = {run} limit 1", past)


_REMOVE = """
    delete from {table} as old where run_id = {run} and {within}
    and not exists (select from staged as new where {same})"""
_CHANGE = """
    update {table} as old set ({rest}) = row({new_rest}) from staged as new
    where old.run_id = {run} and {same} and ({old_rest}) is distinct from ({new_rest})"""
_ADD = """
    insert into {table} ({columns}) select {new} from staged as new
    where not exists (select from {table} as old where old.run_id = {run} and {same})"""
_ADD_AGAIN = """
    insert into {table} (id, {columns})
    select coalesce(case when row_number() over (partition by before.entry) = 1
                    then before.entry end,
                    nextval(pg_get_serial_sequence({table_name}, 'id'))), {new}
    from staged as new
    left join lateral (
        select entry from {past} as past
        where past.run_id = {run} and past.obligation_id = new.obligation_id
        and not exists (select from {table} as held where held.id = past.entry)
        order by past.until desc limit 1
    ) as before on true
    where new.was is null and not exists (
        select from {table} as old
        where old.run_id = {run} and old.obligation_id = new.obligation_id)"""


def _merge(
    cursor: CursorWrapper,
    target: Target,
    run_id: int,
    parts: dict[str, sql.Composable],
    fill: Fill,
) -> Change:
    """Bring the new rows into a temporary table and write the difference."""
    cursor.execute("drop table if exists pg_temp.staged")
    _do(cursor, "create temp table staged (like {table} including defaults)", parts)
    cursor.execute("alter table staged drop column id, drop column if exists since")
    fill(cursor, "staged")
    _do(cursor, "create unique index on staged ({key})", {"key": _names(target.key)})
    cursor.execute("analyze staged")
    parts |= _columns(cursor, target)
    if target.matched is not None:
        cursor.execute("alter table staged add column was text")
        target.matched(cursor, run_id, target.within or EVERY)
    removed = _do(cursor, _REMOVE, parts)
    changed = _do(cursor, _CHANGE, parts)
    added = _do(cursor, _ADD if target.matched is None else _ADD_AGAIN, parts)
    # What a transaction drops keeps its room on the disk until the end; what it truncates does not.
    cursor.execute("truncate staged")
    cursor.execute("drop table staged")
    return Change(added, changed, removed)


def _columns(cursor: CursorWrapper, target: Target) -> dict[str, sql.Composable]:
    """The parts of the statements that the columns of ``staged`` give."""
    cursor.execute("select * from staged limit 0")
    columns = [column.name for column in cursor.description]
    same: list[sql.Composable]
    if target.matched is None:
        same = [sql.SQL("old.{0} = new.{0}").format(sql.Identifier(name)) for name in target.key]
        rest = [name for name in columns if name not in target.key]
    else:
        same = [sql.SQL("old.obligation_id = coalesce(new.was, new.obligation_id)")]
        rest = columns
    return {
        "same": sql.SQL(" and ").join(same),
        "columns": _names(columns),
        "new": _names(columns, "new"),
        "old_rest": _names(rest, "old"),
        "new_rest": _names(rest, "new"),
        "rest": _names(rest),
        "within": target.within or EVERY,
        "past": sql.Identifier(f"{target.table}_past"),
        "table_name": sql.Literal(target.table),
    }


def _do(cursor: CursorWrapper, query: str, parts: dict[str, sql.Composable]) -> int:
    cursor.execute(sql.SQL(query).format(**parts))
    return int(cursor.rowcount)


def _names(columns: Sequence[str], owner: str | None = None) -> sql.Composed:
    names = (sql.Identifier(owner, name) if owner else sql.Identifier(name) for name in columns)
    return sql.SQL(", ").join(names)
