"""What evaluation needs of an engine, and how values get into its tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Protocol

BATCH = 1_000


class Engine(Protocol):
    """What runs the texts of its dialect over facts.

    Statements name tables as ``schema.name``, quoted or not, with the schemas ``facts``, ``run``
    and ``out``; where those really stand is the engine's own business, so that several runs at
    once do not meet.
    """

    name: str
    """The dialect: the folder of the pack that holds its texts."""

    def clear(self) -> None:
        """Forget every table of ``run`` and ``out``."""

    def build(self, table: str, query: str, *, append: bool = False) -> None:
        """Make a table anew of the rows of a query, or add them to it."""

    def amend(self, table: str, column: str, value: str, where: str) -> None:
        """Set a column to an SQL value in the rows for which a condition is true."""

    def remove(self, table: str, where: str) -> None:
        """Take out the rows for which a condition is true."""

    def forget(self, table: str) -> None:
        """Give back the room of a table that is not read again."""

    def press(self) -> None:
        """Keep what stands in less room, where the engine can: much is made after it."""

    def fetch(self, query: str) -> list[tuple[object, ...]]:
        """Run one query and return its rows."""


class OpenEngine(Engine, Protocol):
    """An engine that keeps tables of a schema of ours beside ``run`` and ``out``."""

    def execute(self, sql: str) -> None:
        """Run one statement of its dialect."""


def make_table(
    engine: Engine, table: str, columns: Mapping[str, str], rows: Iterable[Sequence[object]] = ()
) -> None:
    """Make a table of these columns (name to SQL type) anew and fill it."""
    typed = ", ".join(f"CAST({name} AS {kind}) AS {name}" for name, kind in columns.items())
    names = ", ".join(columns)
    nothing = ", ".join(["NULL"] * len(columns))
    engine.build(table, f"SELECT {typed} FROM (VALUES ({nothing})) AS t({names}) WHERE 1 = 0")
    written = [f"({', '.join(map(literal, row))})" for row in rows]
    for first in range(0, len(written), BATCH):
        batch = ", ".join(written[first : first + BATCH])
        engine.build(table, f"SELECT {typed} FROM (VALUES {batch}) AS t({names})", append=True)


def literal(value: object) -> str:
    """A text, whole number, decimal, day, truth value or nothing as SQL; TypeError for another."""
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if type(value) is date:
        return f"DATE '{value.isoformat()}'"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    raise TypeError(f"{value!r} cannot be written as SQL")
