"""Facts from a folder into DuckDB, by definitions R and C1."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Examined:
    """A table as it came after its examination: how many rows read, in trouble, doubled, fallen."""

    source: Source
    read: int
    troubled: int
    doubled: int
    fallen: int

    @property
    def count(self) -> TableCount:
        """Rows read, kept and set aside."""
        aside = self.fallen + self.doubled
        return TableCount(self.read, self.read - aside, aside)


def examine(con: duckdb.DuckDBPyConnection, source: Source, plausible: Plausible) -> Examined:
    """Judge the rows of a source (R2–R7) against the tables ``facts`` that it refers to.

    What is wrong is listed in ``facts.set_aside``; ``kept_rows`` gives what stands.
    """
    troubled = gather(con, source, plausible)
    if troubled:
        judge(con, source, plausible)
    doubled = find_duplicates(con, source, troubled)
    fallen = sql.count(con, f"{judged_of(source)} WHERE falls") if troubled else 0
    read = sql.count(con, source.relation)
    _write_lines(con, source, troubled, doubled)
    return Examined(source, read, troubled, doubled, fallen)


def _check(con: duckdb.DuckDBPyConnection, source: Source, plausible: Plausible) -> TableCount:
    seen = examine(con, source, plausible)
    lazy = source.is_view and _stay(seen.read, seen.troubled + seen.doubled)
    _keep(con, seen, lazy=lazy)
    return seen.count


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


def kept_rows(seen: Examined, *, numbered: bool = False) -> str:
    """The rows that stand as a query: the plain ones as they came, then the amended ones.

    The columns are the contract's, typed; ``numbered`` puts ``row`` before them.
    """
    source, names = seen.source, [column.name for column in seen.source.table.columns]
    number = ["row"] if numbered else []
    plain = [f"{_plainly(source, c)} AS {sql.name(c.name)}" for c in source.table.columns]
    query = f"SELECT {', '.join(number + plain)} FROM {source.relation}"
    aside = [trouble_of(source)] * bool(seen.troubled) + [duplicates_of(source)] * bool(
        seen.doubled
    )
    if aside:
        rows = " UNION ALL ".join(f"SELECT row FROM {name}" for name in aside)
        query += f" ANTI JOIN ({rows}) USING (row)"
    if seen.troubled:
        amended = ", ".join(number + [sql.name(name) for name in names])
        query += f" UNION ALL SELECT {amended} FROM {judged_of(source)} WHERE NOT falls"
        if seen.doubled:
            query += f" AND row NOT IN (SELECT row FROM {duplicates_of(source)})"
    return query


def _keep(con: duckdb.DuckDBPyConnection, seen: Examined, *, lazy: bool) -> None:
    kept = sql.name("facts", seen.source.table.name)
    con.execute(f"CREATE {'VIEW' if lazy else 'TABLE'} {kept} AS {kept_rows(seen)}")
    if not lazy:
        tidy(con, seen.source)


def _plainly(source: Source, column: Column) -> str:
    return f"({as_read(source, column)})::{SQL_TYPE[column.kind]}"


def tidy(con: duckdb.DuckDBPyConnection, source: Source) -> None:
    """Forget the rows as they came and what their examination left."""
    con.execute(f"DROP {'VIEW' if source.is_view else 'TABLE'} {source.relation}")
    for name in (trouble_of(source), judged_of(source), duplicates_of(source)):
        con.execute(f"DROP TABLE IF EXISTS {name}")


def _lines(con: duckdb.DuckDBPyConnection, kind: str) -> int:
    return sql.count(con, f"facts.set_aside WHERE kind = {sql.text(kind)}")
