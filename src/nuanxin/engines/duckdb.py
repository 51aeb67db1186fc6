"""DuckDB as an engine: in memory, two threads, spilling to a folder of its own."""

from __future__ import annotations

from pathlib import Path

import duckdb

from nuanxin.engines.sql import SqlEngine

MEMORY_LIMIT = "1500MB"


class DuckDB(SqlEngine):
    """An in-memory DuckDB with the schema ``facts``."""

    name = "duckdb"

    def __init__(self, spill: Path | None = None, threads: int = 2) -> None:
        """Open it; ``spill`` is where it may write when memory runs short."""
        self.connection = duckdb.connect()
        self.execute("ATTACH ':memory:' AS city (COMPRESS)")
        self.execute("USE city")
        self.execute(f"SET threads = {threads}")
        self.execute(f"SET memory_limit = '{MEMORY_LIMIT}'")
        self.execute("SET preserve_insertion_order = false")
        # Tidying what stands after every few statements costs a tenth; `press` says when.
        self.execute("SET wal_autocheckpoint = '1TB'")
        self.execute("SET enable_progress_bar = false")  # it would write to standard output
        if spill is not None:
            self.execute(f"SET temp_directory = '{str(spill).replace(chr(39), chr(39) * 2)}'")

    def execute(self, sql: str) -> None:
        """Run one statement."""
        self.connection.execute(sql)

    def fetch(self, query: str) -> list[tuple[object, ...]]:
        """Run one query and return its rows."""
        return self.connection.execute(query).fetchall()

    def press(self) -> None:
        """Keep what stands in less room: rows of obligations in a fifth."""
        self.execute("CHECKPOINT")

    def clear(self) -> None:
        """Forget every table of ``run`` and ``out``."""
        for schema in ("run", "out"):
            self.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE")
            self.execute(f"CREATE SCHEMA {schema}")
