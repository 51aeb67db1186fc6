"""Facts from a folder into DuckDB, by definitions R and C1."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb

from nuanxin.facts import sql
from nuanxin.facts.calendar import make_calendar
from nuanxin.facts.carriers import look_into, parquet
from nuanxin.facts.carriers.source import Given, Source
from nuanxin.facts.cells import SQL_TYPE
from nuanxin.facts.judge import judge, judged_of
from nuanxin.facts.keys import duplicates_of, find_duplicates
from nuanxin.facts.plain import Plausible
from nuanxin.facts.report import Report, TableCount
from nuanxin.facts.trouble import as_read, gather, trouble_of
from nuanxin.policy.contract import READING_ORDER, TABLES, Column, Table

LARGE = 500_000
"""Rows above which a table with troubles is not copied out of its Parquet file."""

_NO_FAULT_OF_THE_FILE = (
    duckdb.BinderException,
    duckdb.CatalogException,
    duckdb.InterruptException,
    duckdb.OutOfMemoryException,
    duckdb.ParserException,
)


def load_facts(
    folder: Path,
    con: duckdb.DuckDBPyConnection,
    as_of: date,
    on_progress: Callable[[str], None] | None = None,
) -> Report:
    """Read every table of ``folder`` into the schema ``facts`` of ``con``.

    Afterwards each table of the contract is there with all its columns, holding the rows kept;
    ``facts.set_aside`` holds what was set aside, and ``facts.calendar_day`` the workdays.
    Tables from Parquet may be views on their files. FactsError when the input is unusable.
    """
    found = look_into(folder)
    plausible = Plausible.until(as_of)
    _make_schemas(con)
    sources: list[Source] = []
    tables: dict[str, TableCount] = {}
    for table in READING_ORDER:
        given = found.given.get(table.name)
        if given is None:
            _make_empty(con, table)
            continue
        source, count = _read(con, given, plausible)
        sources.append(source)
        tables[table.name] = count
        if on_progress:
            on_progress(f"{source.file}: {count.read} rows read, {count.set_aside} set aside")
    make_calendar(con)
    return Report(
        tables=tables,
        unknown=_lines(con, "cell"),
        suspect=_lines(con, "suspect"),
        absent_tables=tuple(table.name for table in TABLES if table.name not in tables),
        ignored_files=found.ignored,
        ignored_columns={source.file: source.ignored for source in sources if source.ignored},
        overlong_rows={source.file: source.overlong for source in sources if source.overlong},
    )


def _make_schemas(con: duckdb.DuckDBPyConnection) -> None:
    for schema in ("facts", sql.READING):
        con.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE; CREATE SCHEMA {schema}")
    con.execute(
        'CREATE TABLE facts.set_aside (file VARCHAR, "row" BIGINT, "column" VARCHAR, '
        "value VARCHAR, reason VARCHAR, kind VARCHAR)"
    )


def _make_empty(con: duckdb.DuckDBPyConnection, table: Table) -> None:
    columns = ", ".join(f"{sql.name(c.name)} {SQL_TYPE[c.kind]}" for c in table.columns)
    con.execute(f"CREATE TABLE {sql.name('facts', table.name)} ({columns})")


def _read(
    con: duckdb.DuckDBPyConnection, given: Given, plausible: Plausible
) -> tuple[Source, TableCount]:
    source = given.stage(con)
    try:
        return source, _check(con, source, plausible)
    except _NO_FAULT_OF_THE_FILE:
        raise
    except duckdb.Error as error:
        if not source.is_view:
            raise
        raise parquet.unreadable(source.file, error) from None


def _check(con: duckdb.DuckDBPyConnection, source: Source, plausible: Plausible) -> TableCount:
    troubled = gather(con, source, plausible)
    if troubled:
        judge(con, source, plausible)
    doubled = find_duplicates(con, source, troubled)
    fallen = sql.count(con, f"{judged_of(source)} WHERE falls") if troubled else 0
    read = sql.count(con, source.relation)
    _write_lines(con, source, troubled, doubled)
    _keep(con, source, troubled, doubled, lazy=source.is_view and _stay(read, troubled + doubled))
    return TableCount(read, read - fallen - doubled, fallen + doubled)


def _stay(read: int, problems: int) -> bool:
    return not problems or read > LARGE


def _write_lines(
    con: duckdb.DuckDBPyConnection, source: Source, troubled: int, doubled: int
) -> None:
    lines = []
    if troubled:
        later = f"WHERE row NOT IN (SELECT row FROM {duplicates_of(source)})" if doubled else ""
        lines.append(
            "SELECT row, place, faults[place] AS fault FROM (SELECT row, faults, "
            f"unnest(range(1, len(faults) + 1)) AS place FROM {judged_of(source)} {later})"
        )
    if doubled:
        lines.append(f"SELECT row, 1 AS place, fault FROM {duplicates_of(source)}")
    if lines:
        con.execute(
            f"INSERT INTO facts.set_aside SELECT {sql.text(source.file)}, row, fault.column, "
            f"fault.value, fault.reason, fault.kind FROM ({' UNION ALL '.join(lines)}) "
            "ORDER BY row, place"
        )


def _keep(
    con: duckdb.DuckDBPyConnection, source: Source, troubled: int, doubled: int, *, lazy: bool
) -> None:
    """Make the table of kept rows: the plain ones as they came, then the amended ones."""
    columns = ", ".join(
        f"{_plainly(source, c)} AS {sql.name(c.name)}" for c in source.table.columns
    )
    query = f"SELECT {columns} FROM {source.relation}"
    aside = [trouble_of(source)] * bool(troubled) + [duplicates_of(source)] * bool(doubled)
    if aside:
        rows = " UNION ALL ".join(f"SELECT row FROM {name}" for name in aside)
        query += f" ANTI JOIN ({rows}) USING (row)"
    if troubled:
        names = ", ".join(sql.name(column.name) for column in source.table.columns)
        query += f" UNION ALL SELECT {names} FROM {judged_of(source)} WHERE NOT falls"
        if doubled:
            query += f" AND row NOT IN (SELECT row FROM {duplicates_of(source)})"
    kept = sql.name("facts", source.table.name)
    con.execute(f"CREATE {'VIEW' if lazy else 'TABLE'} {kept} AS {query}")
    if not lazy:
        _tidy(con, source)


def _plainly(source: Source, column: Column) -> str:
    return f"({as_read(source, column)})::{SQL_TYPE[column.kind]}"


def _tidy(con: duckdb.DuckDBPyConnection, source: Source) -> None:
    con.execute(f"DROP {'VIEW' if source.is_view else 'TABLE'} {source.relation}")
    for name in (trouble_of(source), judged_of(source), duplicates_of(source)):
        con.execute(f"DROP TABLE IF EXISTS {name}")


def _lines(con: duckdb.DuckDBPyConnection, kind: str) -> int:
    return sql.count(con, f"facts.set_aside WHERE kind = {sql.text(kind)}")
