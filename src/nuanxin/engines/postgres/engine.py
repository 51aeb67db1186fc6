"""One evaluation in one session and one transaction of PostgreSQL.

What a run makes are temporary tables: private to the session, not logged, gone with it. So any
number of runs at once share a server and do not meet, and a run that dies leaves nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

import psycopg
from psycopg import sql

from nuanxin.engines.duckdb import DuckDB
from nuanxin.engines.postgres.facts import copy_facts, make_tables
from nuanxin.engines.sql import SqlEngine, literal_file, placed

SETTINGS = {
    "jit": "off",  # compiling costs more than most stages take
    "temp_buffers": "128MB",
    "work_mem": "64MB",
    "datestyle": "ISO",
    "synchronous_commit": "off",
}
OF_SESSION = ("temp_buffers", "synchronous_commit")
"""Settings that are not changed within somebody else's transaction."""


class Postgres(SqlEngine):
    """A session of a PostgreSQL server; a context manager that ends it.

    ``facts`` is the schema that holds the facts, as tables or views with the contract's columns
    and ``calendar_day``; without it the facts are temporary tables too, to be loaded first.
    The whole run sees the facts as they are at its first statement. Raises psycopg.Error.
    """

    name = "postgres"

    def __init__(self, dsn: str | psycopg.Connection, facts: str | None = None) -> None:
        """Open a session, or work within the transaction of a connection that is open."""
        self.facts = facts
        self._made: set[str] = set()
        self._is_lent = not isinstance(dsn, str)
        if isinstance(dsn, str):
            self.connection = psycopg.connect(dsn)
            self.connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        else:
            self.connection = dsn
        for name, value in SETTINGS.items():
            if not self._is_lent or name not in OF_SESSION:
                self.execute(f"SET {'LOCAL ' * self._is_lent}{name} = '{value}'")
        if not self._is_lent:
            self.connection.commit()

    def __enter__(self) -> Postgres:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if not self._is_lent:
            self.connection.close()
        elif error is None:
            self.clear()

    def place(self, schema: str, table: str) -> str:
        """Where a table stands."""
        if schema == "facts" and self.facts is not None:
            return sql.Identifier(self.facts, table).as_string()
        return f'pg_temp."{schema}_{table}"'

    def execute(self, sql: str) -> None:
        """Run one statement."""
        self.connection.execute(placed(sql, self.place).encode())

    def fetch(self, query: str) -> list[tuple[object, ...]]:
        """Run one query and return its rows."""
        return self.connection.execute(placed(query, self.place).encode()).fetchall()

    def press(self) -> None:
        """Keep what stands in less room: it stands on disk."""

    def clear(self) -> None:
        """Forget every table of ``run`` and ``out``."""
        for table in self._made:
            self.execute(f"DROP TABLE IF EXISTS {table}")
        self._made.clear()

    def build(self, table: str, query: str, *, append: bool = False) -> None:
        """Make a table anew of the rows of a query, or add them; tell the planner what is in it."""
        super().build(table, query, append=append)
        self._made.add(table)
        if not table.startswith("out."):
            self.execute(f"ANALYZE {table}")

    def take(self, facts: DuckDB) -> None:
        """Copy in the facts that DuckDB has read."""
        make_tables(self)
        copy_facts(facts, self)

    def give(self, table: str, columns: Mapping[str, str], folder: Path) -> str:
        """Write a table into the folder; what DuckDB reads it from."""
        file = folder / f"{table}.csv"
        query = f"COPY (SELECT {', '.join(columns)} FROM {table}) TO STDOUT (FORMAT csv)"
        with (
            file.open("wb") as target,
            self.connection.cursor() as cursor,
            cursor.copy(placed(query, self.place).encode()) as source,
        ):
            for block in source:
                target.write(block)
        typed = ", ".join(f"'{name}': '{kind}'" for name, kind in columns.items())
        return (
            f"read_csv({literal_file(file)}, header = false, auto_detect = false, nullstr = '',"
            f" allow_quoted_nulls = false, columns = {{{typed}}}, parallel = false)"
        )
