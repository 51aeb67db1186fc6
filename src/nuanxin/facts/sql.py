"""Small pieces of SQL text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import duckdb

READING = "reading"
"""The schema of the tables as they came, and of the rows under examination."""


def name(*parts: str) -> str:
    """A quoted identifier; several parts are joined by dots."""
    return ".".join('"' + part.replace('"', '""') + '"' for part in parts)


def text(value: str) -> str:
    """A quoted text literal."""
    return "'" + value.replace("'", "''") + "'"


def texts(values: Iterable[str]) -> str:
    """A parenthesised list of text literals."""
    return "(" + ", ".join(text(value) for value in values) + ")"


def every(conditions: Iterable[str]) -> str:
    """All conditions together; true when there is none."""
    return " AND ".join(f"({condition})" for condition in conditions) or "true"


def literal_path(path: Path) -> str:
    """A file as a text literal that no wildcard reads as another file."""
    return text(re.sub(r"([*?\[])", r"[\1]", str(path.resolve())))


def only(con: duckdb.DuckDBPyConnection, query: str) -> Any:
    """The one value of a query; None when it gives no row."""
    rows = con.execute(query).fetchall()
    return rows[0][0] if rows else None


def count(con: duckdb.DuckDBPyConnection, what: str) -> int:
    """The number of rows of ``what``, a relation with or without a WHERE."""
    return int(only(con, f"SELECT count(*) FROM {what}"))
