"""The facts of the live city, from PostgreSQL into DuckDB: all of them, or the few that are named.

Rows leave PostgreSQL as CSV text; none passes through Python. They were judged when they came in,
so they are not judged again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from django.db import connection
from django.db.backends.utils import CursorWrapper
from psycopg import sql

from nuanxin.domains.seals.places import PERSONAL
from nuanxin.engines.duckdb import DuckDB
from nuanxin.engines.sql import literal_file
from nuanxin.facts import Report
from nuanxin.facts.calendar import make_calendar
from nuanxin.facts.cells import SQL_TYPE
from nuanxin.facts.report import TableCount
from nuanxin.policy.contract import TABLE, TABLES, Column, Table

LIVE: Final = "live"
"""What a run names as its source when its facts are those of the live city."""
RECORDED = ("deliveries", "waivers")
"""Tables that the ledger itself keeps: empty means that there was none."""
EVERY = sql.SQL("true")
_ASIDE = (
    'CREATE TABLE facts.set_aside (file VARCHAR, "row" BIGINT, "column" VARCHAR,'
    " value VARCHAR, reason VARCHAR, kind VARCHAR)"
)


def absent_tables() -> tuple[str, ...]:
    """The tables that nobody ever filled: what they would say is unknown (R9)."""
    with connection.cursor() as cursor:
        return tuple(
            table.name
            for table in TABLES
            if not table.required and table.name not in RECORDED and not _has_rows(cursor, table)
        )


def read_all(engine: DuckDB) -> Report:
    """Copy every table into the schema ``facts`` of an engine, and make its calendar."""
    _make_schema(engine)
    with connection.cursor() as cursor:
        rows = {table.name: _copy(cursor, engine, table, EVERY) for table in TABLES}
    make_calendar(engine.connection)
    absent = absent_tables()
    return Report(
        tables={name: TableCount(n, n, 0) for name, n in rows.items() if name not in absent},
        unknown=0,
        suspect=0,
        absent_tables=absent,
    )


def read_tables(engine: DuckDB, *names: str) -> None:
    """Copy some tables into the schema ``facts`` of an engine."""
    _make_schema(engine)
    with connection.cursor() as cursor:
        for name in names:
            _copy(cursor, engine, TABLE[name], EVERY)


def read_named(engine: DuckDB) -> None:
    """Copy what the rows of ``out`` name: the facts of the criteria, subjects, owners, units."""
    _make_schema(engine)
    found = engine.fetch(
        "SELECT split_part(ref, ':', 1),"
        " list(replace(replace(substr(ref, strpos(ref, ':') + 1), '%3B', ';'), '%25', '%'))"
        " FROM (SELECT DISTINCT unnest(string_split(fact_refs, ';')) AS ref FROM out.criteria)"
        " WHERE ref LIKE '%:%' GROUP BY 1"
    )
    named: dict[str, set[str]] = {table.name: set() for table in TABLES}
    for table, keys in found:
        if str(table) in named:
            named[str(table)] |= set(map(str, keys))  # type: ignore[call-overload]
    named["people"] |= _column(engine, "subject_id")
    named["units"] |= _column(engine, "owner_unit_id") | _column(engine, "subject_id")
    with connection.cursor() as cursor:
        for name in ("people", *(name for name in named if name not in ("people", "units"))):
            _copy(cursor, engine, TABLE[name], _keyed(TABLE[name], named[name]))
        units = engine.fetch("SELECT unit_id FROM facts.people")
        wanted = {str(unit) for (unit,) in units} | named["units"]
        _copy(cursor, engine, TABLE["units"], _keyed(TABLE["units"], wanted))


def _column(engine: DuckDB, name: str) -> set[str]:
    found = engine.fetch(f"SELECT DISTINCT {name} FROM out.obligations WHERE {name} <> ''")
    return {str(value) for (value,) in found}


def _make_schema(engine: DuckDB) -> None:
    engine.execute("DROP SCHEMA IF EXISTS facts CASCADE; CREATE SCHEMA facts")
    engine.execute(_ASIDE)


def _has_rows(cursor: CursorWrapper, table: Table) -> bool:
    cursor.execute(sql.SQL("select from facts.{} limit 1").format(sql.Identifier(table.name)))
    return bool(cursor.rowcount)


def _keyed(table: Table, keys: Iterable[str]) -> sql.Composable:
    """The rows with one of these keys, parts of a key joined by ``/`` as facts are named."""
    wanted = sorted(keys)
    if not wanted:
        return sql.SQL("false")
    if len(table.key) == 1 and table.column(table.key[0]).kind == "text":
        return sql.SQL("{} = any({})").format(sql.Identifier(table.key[0]), wanted)
    parts = sql.SQL(" || '/' || ").join(
        sql.SQL("coalesce({}::text, '')").format(sql.Identifier(name)) for name in table.key
    )
    whole = sql.SQL("({}) = any({})").format(parts, wanted)
    return sql.SQL(" and ").join([whole, *_of_whom(table, wanted)])


def _of_whom(table: Table, keys: Sequence[str]) -> list[sql.Composable]:
    """The persons that the keys name, so that rows are found by an index; none when unsure."""
    split = [key.split("/") for key in keys]
    if "person_id" not in table.key or any(len(parts) != len(table.key) for parts in split):
        return []
    at = table.key.index("person_id")
    people = sorted({parts[at] for parts in split})
    if "" in people:
        return []
    return [sql.SQL("person_id = any({})").format(people)]


def _copy(cursor: CursorWrapper, engine: DuckDB, table: Table, where: sql.Composable) -> int:
    """Make a table of DuckDB from the rows that a condition holds for; how many there are."""
    command = sql.SQL("copy (select {} from facts.{} where {}) to stdout (format csv)").format(
        sql.SQL(", ").join(_as_text(table, column) for column in table.columns),
        sql.Identifier(table.name),
        where,
    )
    with TemporaryDirectory(prefix="nuanxin-") as folder:
        file = Path(folder) / "rows.csv"
        with file.open("wb") as target, cursor.copy(command) as source:
            for block in source:
                target.write(block)
        kinds = ", ".join(f"'{c.name}': '{_read_as(c)}'" for c in table.columns)
        values = ", ".join(map(_typed, table.columns))
        engine.execute(
            f"CREATE TABLE facts.{table.name} AS SELECT {values} FROM"
            f" read_csv({literal_file(file)}, header = false, auto_detect = false, nullstr = '',"
            f" allow_quoted_nulls = false, columns = {{{kinds}}}, quote = '\"', escape = '\"')"
        )
    ((rows,),) = engine.fetch(f"SELECT count(*) FROM facts.{table.name}")
    return int(str(rows))


def _as_text(table: Table, column: Column) -> sql.Composable:
    """A column as text; what is sealed stays where it is, no rule asks for it."""
    if column.name in PERSONAL.get(table.name, ()):
        return sql.SQL("null")
    form = "to_json({0})" if column.kind == "list" else "{0}"
    return sql.SQL(form).format(sql.Identifier(column.name))


def _read_as(column: Column) -> str:
    return "VARCHAR" if column.kind == "list" else SQL_TYPE[column.kind]


def _typed(column: Column) -> str:
    name = f'"{column.name}"'
    return f"from_json({name}, '[\"VARCHAR\"]') AS {name}" if column.kind == "list" else name
