"""The one pass over a table as it came: rows that are not plainly good go into ``trouble``.

All others need no further look than that for their key, and their cells are read directly.
"""

from __future__ import annotations

import duckdb

from nuanxin.facts import sql
from nuanxin.facts.carriers.source import Source
from nuanxin.facts.cells import text_of
from nuanxin.facts.plain import Plausible, direct, empty, plain
from nuanxin.policy.contract import Column


def trouble_of(source: Source) -> str:
    """The SQL name of the rows under examination: ``row``, ``text …`` and ``key …`` columns."""
    return sql.name(sql.READING, f"{source.table.name} trouble")


def gather(con: duckdb.DuckDBPyConnection, source: Source, plausible: Plausible) -> int:
    """Copy every row that is not plainly good into ``trouble``; how many there are."""
    texts = [f"{_text(source, column)} AS {text_name(column)}" for column in source.table.columns]
    keys = [f"{as_read(source, column)} AS {key_name(column)}" for column in _keys(source)]
    con.execute(
        f"CREATE TABLE {trouble_of(source)} AS "
        f"SELECT row, {', '.join([*texts, *keys])} FROM {source.relation} "
        f"{' '.join(_lookup(source, column) for column in _references(source))} "
        f"WHERE NOT ({sql.every(_conditions(source, plausible))})"
    )
    return sql.count(con, trouble_of(source))


def text_name(column: Column) -> str:
    """The name under which ``trouble`` holds the contract text of a column."""
    return sql.name(f"text {column.name}")


def key_name(column: Column) -> str:
    """The name under which ``trouble`` holds a key column as it came."""
    return sql.name(f"key {column.name}")


def as_read(source: Source, column: Column) -> str:
    """The value of a plain cell of a column, NULL when the source has no such column."""
    kind_read = source.types.get(column.name)
    return direct(column, kind_read) if kind_read else "NULL"


def _text(source: Source, column: Column) -> str:
    kind_read = source.types.get(column.name)
    return text_of(column, kind_read) if kind_read else "NULL::VARCHAR"


def _keys(source: Source) -> list[Column]:
    return [source.table.column(name) for name in source.table.key]


def _references(source: Source) -> list[Column]:
    return [column for column in source.columns if column.references]


def _lookup(source: Source, column: Column) -> str:
    assert column.references is not None
    table, _, key = column.references.partition(".")
    found, kept = sql.name(f"found {column.name}"), sql.name("facts", table)
    condition = f"{found} = {as_read(source, column)}"
    same = ""
    if column.same:
        owner = sql.name(f"{column.same} of {column.name}")
        same = f", {sql.name(column.same)} AS {owner}"
        condition += f" AND {owner} = {as_read(source, source.table.column(column.same))}"
    return (
        f"LEFT JOIN (SELECT {sql.name(key)} AS {found}{same} FROM {kept}) "
        f"AS {sql.name(f'those of {column.name}')} ON {condition}"
    )


def _conditions(source: Source, plausible: Plausible) -> list[str]:
    conditions = [_good(source, column, plausible) for column in source.columns]
    if source.table.period:
        start, end = (as_read(source, source.table.column(name)) for name in source.table.period)
        conditions.append(f"coalesce({end} {source.table.period_holds} {start}, true)")
    for column in source.table.columns:
        if column.required_if:
            name, value = column.required_if
            other = as_read(source, source.table.column(name))
            free = f"coalesce({other} <> {sql.text(value)}, true)"
            conditions.append(f"{free} OR {as_read(source, column)} IS NOT NULL")
    return conditions


def _good(source: Source, column: Column, plausible: Plausible) -> str:
    kind_read = source.types[column.name]
    if not column.references:
        return plain(column, kind_read, plausible)
    # What is found exactly as it came is neither blank nor untrimmed.
    found = f"{sql.name(f'found {column.name}')} IS NOT NULL"
    return found if column.required else f"{empty(column, kind_read)} OR {found}"
