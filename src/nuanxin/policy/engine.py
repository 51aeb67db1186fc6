"""What evaluation needs of an engine, and how values get into its tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Protocol

BATCH = 1_000


class Engine(Protocol):
    """A database that runs SQL; facts stand in its schema ``facts``."""

    name: str

    def execute(self, sql: str) -> None:
        """Run one statement."""

    def fetch(self, sql: str) -> list[tuple[object, ...]]:
        """Run one query and return its rows."""


def make_table(
    engine: Engine, table: str, columns: Mapping[str, str], rows: Iterable[Sequence[object]] = ()
) -> None:
    """Make a table of these columns (name to SQL type) anew and fill it."""
    typed = ", ".join(f"{name} {kind}" for name, kind in columns.items())
    engine.execute(f"DROP TABLE IF EXISTS {table}")
    engine.execute(f"CREATE TABLE {table} ({typed})")
    written = [f"({', '.join(map(literal, row))})" for row in rows]
    for first in range(0, len(written), BATCH):
        engine.execute(f"INSERT INTO {table} VALUES {', '.join(written[first : first + BATCH])}")


def literal(value: object) -> str:
    """A text, whole number, decimal, truth value or nothing as SQL; TypeError for another."""
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    raise TypeError(f"{value!r} cannot be written as SQL")
