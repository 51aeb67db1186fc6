"""Of several otherwise good rows with one key the first is kept (R7)."""

from __future__ import annotations

import duckdb

from nuanxin.facts import reasons, sql
from nuanxin.facts.carriers.source import Source
from nuanxin.facts.judge import judged_of
from nuanxin.facts.trouble import as_read, trouble_of


def duplicates_of(source: Source) -> str:
    """The SQL name of the later rows of a key: ``row`` and ``fault``."""
    return sql.name(sql.READING, f"{source.table.name} duplicates")


def find_duplicates(con: duckdb.DuckDBPyConnection, source: Source, troubled: int) -> int:
    """List the later rows of every key that comes twice; how many there are."""
    if _rising(con, source) and not (troubled and _some_key_altered(con, source)):
        return 0
    keys = ", ".join(sql.name(key) for key in source.table.key)
    good = f"({_good_rows(source, troubled)})"
    # Hashes take a fraction of the keys' memory; only rows that share one are compared.
    shared = f"SELECT hash({keys}) FROM {good} GROUP BY hash({keys}) HAVING count(*) > 1"
    if con.execute(f"{shared} LIMIT 1").fetchone() is None:
        return 0
    first = sql.name(source.table.key[0])
    fault = (
        f"{{'column': {sql.text(source.table.key[0])}, 'value': {first}::VARCHAR, "
        f"'reason': {sql.text(reasons.DUPLICATE)}, 'kind': 'row'}}"
    )
    con.execute(
        f"CREATE TABLE {duplicates_of(source)} AS SELECT row, {fault} AS fault FROM {good} "
        f"WHERE hash({keys}) IN ({shared}) "
        f"QUALIFY row_number() OVER (PARTITION BY {keys} ORDER BY row) > 1"
    )
    counted = con.execute(f"SELECT count(*) FROM {duplicates_of(source)}").fetchone()
    assert counted is not None
    return int(counted[0])


def _rising(con: duckdb.DuckDBPyConnection, source: Source) -> bool:
    """Whether every key as read is greater than the one before, which proves them distinct.

    ``lag`` without an order follows one chain through all rows; whichever order that is, a
    chain that only rises repeats nothing. Exactly one row without a predecessor: one chain.
    """
    if len(source.table.key) > 1:
        return False
    key = as_read(source, source.table.column(source.table.key[0]))
    chain = f"SELECT {key} AS k, lag({key}) OVER () AS before FROM {source.relation}"
    rising = con.execute(
        f"SELECT count(*) - count(*) FILTER (k > before) FROM ({chain})"
    ).fetchone()
    return rising is not None and rising[0] <= 1


def _some_key_altered(con: duckdb.DuckDBPyConnection, source: Source) -> bool:
    altered = f"SELECT 1 FROM {judged_of(source)} WHERE NOT falls AND NOT key_stands LIMIT 1"
    return con.execute(altered).fetchone() is not None


def _good_rows(source: Source, troubled: int) -> str:
    keys = [source.table.column(key) for key in source.table.key]
    read = ", ".join(f"{as_read(source, column)} AS {sql.name(column.name)}" for column in keys)
    plain = f"SELECT row, {read} FROM {source.relation}"
    if not troubled:
        return plain
    names = ", ".join(sql.name(column.name) for column in keys)
    return (
        f"{plain} ANTI JOIN (SELECT row FROM {trouble_of(source)}) USING (row) "
        f"UNION ALL SELECT row, {names} FROM {judged_of(source)} WHERE NOT falls"
    )
