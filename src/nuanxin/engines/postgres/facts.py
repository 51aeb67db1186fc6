"""The facts of a folder, read and checked by DuckDB, as typed tables of PostgreSQL."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from nuanxin.engines.duckdb import DuckDB
from nuanxin.engines.sql import CALENDAR, literal_file
from nuanxin.policy.contract import TABLES, Column, Kind, Table

if TYPE_CHECKING:
    from nuanxin.engines.postgres.engine import Postgres

TYPES: dict[Kind, str] = {
    "text": 'text COLLATE "C"',  # texts are in the order of their code points on every engine
    "date": "date",
    "time": "timestamp",
    "bool": "boolean",
    "whole": "bigint",
    "decimal": "numeric(28, 10)",
    "list": "text[]",
}
SOUGHT = {
    "people": ("person_id", "unit_id"),
    "relations": ("person_id", "relative_id"),
    "children": ("child_id", "guardian_id", "other_guardian_id"),
    "posts": ("post_id", "unit_id"),
    "spells": ("person_id",),
    "attendance": ("person_id", "post_id"),
    "absences": ("person_id",),
    "declarations": ("person_id",),
    "insurance": ("person_id",),
    "harms": ("person_id",),
    "findings": ("person_id",),
    "deliveries": ("subject_id", "counterpart_id", "provision"),
    "stock_issues": ("person_id",),
    "data_requests": ("issuer_id", "target_id"),
    "waivers": ("person_id",),
}
"""The columns by which the rows of one subject are found: each has an index."""


def make_tables(engine: Postgres) -> None:
    """Make empty tables of the contract: in the engine's schema of facts, or temporary ones.

    In a schema they are kept, so they have an index for whatever a scope looks for.
    """
    if engine.facts is not None:
        engine.execute(f'CREATE SCHEMA IF NOT EXISTS "{engine.facts}"')
    for table in (*TABLES, CALENDAR):
        columns = ", ".join(f'"{c.name}" {TYPES[c.kind]}' for c in table.columns)
        engine.execute(f"CREATE TABLE facts.{table.name} ({columns})")
        if engine.facts is not None:
            for column in SOUGHT.get(table.name, ()):
                engine.execute(f'CREATE INDEX ON facts.{table.name} ("{column}")')


def copy_facts(facts: DuckDB, engine: Postgres) -> None:
    """Copy the facts that DuckDB holds into the engine's empty tables; DuckDB writes, COPY reads.

    ``make_tables`` comes first.
    """
    with TemporaryDirectory(prefix="nuanxin-") as folder:
        for table in (*TABLES, CALENDAR):
            file = Path(folder) / f"{table.name}.csv"
            columns = ", ".join(_as_written(column) for column in table.columns)
            facts.execute(
                f"COPY (SELECT {columns} FROM facts.{table.name}) TO {literal_file(file)}"
                " (HEADER false)"
            )
            _copy(engine, table, file)
            engine.execute(f"ANALYZE facts.{table.name}")


def _as_written(column: Column) -> str:
    if column.kind != "list":
        return f'"{column.name}"'
    item = r"""'"' || replace(replace(item, '\', '\\'), '"', '\"') || '"'"""
    items = f'list_transform("{column.name}", lambda item: {item})'
    return f"'{{' || array_to_string({items}, ',') || '}}'"


def _copy(engine: Postgres, table: Table, file: Path) -> None:
    schema_table = engine.place("facts", table.name)
    with (
        file.open("rb") as source,
        engine.connection.cursor() as cursor,
        cursor.copy(f"COPY {schema_table} FROM STDIN (FORMAT csv)".encode()) as target,
    ):
        while block := source.read(1 << 20):
            target.write(block)
    file.unlink()
