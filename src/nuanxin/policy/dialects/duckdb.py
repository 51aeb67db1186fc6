"""DuckDB: the engine in which Ibis is at home; nothing to mend."""

from __future__ import annotations

from ibis.backends.sql.compilers.duckdb import DuckDBCompiler


class DuckDBTexts(DuckDBCompiler):
    """SQL for DuckDB."""

    __slots__ = ()
