"""What a database holds, table by table, so that two can be compared without trusting either."""

from __future__ import annotations

from dataclasses import dataclass

import psycopg
from psycopg import sql

SETTINGS = ("datestyle = 'ISO'", "timezone = 'UTC'", "extra_float_digits = 3", "bytea_output = hex")
"""Rows are written as text alike wherever they stand."""


@dataclass(frozen=True)
class Held:
    """The rows of a table: how many, and a digest that does not depend on their order."""

    rows: int
    digest: str


def held_by(connection: psycopg.Connection) -> dict[str, Held]:
    """Rows and digest of every table outside the system's schemas, by its full name."""
    for setting in SETTINGS:
        connection.execute(f"set local {setting}".encode())
    tables = connection.execute(
        "select schemaname, tablename from pg_tables"
        " where schemaname not in ('pg_catalog', 'information_schema')"
        " and schemaname not like 'pg_temp%' order by 1, 2"
    ).fetchall()
    return {f"{schema}.{table}": _held(connection, schema, table) for schema, table in tables}


def _held(connection: psycopg.Connection, schema: str, table: str) -> Held:
    """128 bits of each row's SHA-256, added up in two halves: each row counts as often as it is."""
    query = sql.SQL(
        """
        select count(*),
            coalesce(sum(('x' || encode(substr(d, 1, 8), 'hex'))::bit(64)::bigint::numeric), 0),
            coalesce(sum(('x' || encode(substr(d, 9, 8), 'hex'))::bit(64)::bigint::numeric), 0)
        from (select sha256(convert_to(t::text, 'UTF8')) as d from {} as t) as rows"""
    )
    found = connection.execute(query.format(sql.Identifier(schema, table))).fetchone()
    assert found is not None
    rows, low, high = found
    return Held(int(rows), f"{low}/{high}")


def differences(one: dict[str, Held], other: dict[str, Held]) -> list[str]:
    """The tables that differ, in words; none when both hold the same."""
    told = []
    for table in sorted({*one, *other}):
        a, b = one.get(table), other.get(table)
        if a is None or b is None:
            told.append(f"{table} is missing")
        elif a.rows != b.rows:
            told.append(f"{table} has {b.rows} rows instead of {a.rows}")
        elif a != b:
            told.append(f"{table} has {b.rows} rows as expected, but other values")
    return told
