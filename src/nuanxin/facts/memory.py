"""Facts that are already in memory and already valid: golden cases and tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import duckdb

from nuanxin.facts import sql
from nuanxin.facts.calendar import FIRST, LAST, make_calendar
from nuanxin.facts.cells import SQL_TYPE
from nuanxin.policy.contract import TABLES

Rows = Mapping[str, Sequence[Mapping[str, object]]]
"""Table name to rows of typed values; None is unknown, a table left out is absent."""


def hold_facts(
    rows: Rows, con: duckdb.DuckDBPyConnection, days: tuple[date, date] = (FIRST, LAST)
) -> frozenset[str]:
    """Make the schema ``facts`` of these rows and return the names of absent tables.

    Nothing is checked: the rows must satisfy section R already. ``days`` are the first and last
    of the calendar.
    """
    con.execute("DROP SCHEMA IF EXISTS facts CASCADE; CREATE SCHEMA facts")
    for table in TABLES:
        columns = ", ".join(f"{sql.name(c.name)} {SQL_TYPE[c.kind]}" for c in table.columns)
        con.execute(f"CREATE TABLE {sql.name('facts', table.name)} ({columns})")
        given = rows.get(table.name, ())
        if given:
            row_marks = f"({', '.join('?' for _ in table.columns)})"
            marks = ", ".join([row_marks] * len(given))
            con.execute(
                f"INSERT INTO {sql.name('facts', table.name)} VALUES {marks}",
                [row.get(c.name) for row in given for c in table.columns],
            )
    make_calendar(con, *days)
    return frozenset(table.name for table in TABLES if table.name not in rows)
