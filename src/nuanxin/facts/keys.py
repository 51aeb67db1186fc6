"""Of several otherwise good rows with one key the first is kept (R7)."""

from __future__ import annotations

import duckdb
import numpy as np
import pyarrow as pa

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
    shared = _shared_hashes(con, source, troubled)
    if not len(shared):
        return 0
    con.register("shared", pa.table({"hash": shared}))
    keys, first = ", ".join(_names(source)), source.table.key[0]
    fault = (
        f"{{'column': {sql.text(first)}, 'value': {sql.name(first)}::VARCHAR, "
        f"'reason': {sql.text(reasons.DUPLICATE)}, 'kind': 'row'}}"
    )
    con.execute(
        f"CREATE TABLE {duplicates_of(source)} AS "
        f"SELECT row, {fault} AS fault FROM ({_good_rows(source, troubled)}) "
        f"WHERE hash({keys}) IN (SELECT hash FROM shared) "
        f"QUALIFY row_number() OVER (PARTITION BY {keys} ORDER BY row) > 1"
    )
    con.unregister("shared")
    return sql.count(con, duplicates_of(source))


def _rising(con: duckdb.DuckDBPyConnection, source: Source) -> bool:
    """Whether every key as read is greater than the one before, which proves them distinct.

    ``lag`` without an order follows one chain through all rows; whichever order that is, a
    chain that only rises repeats nothing. Exactly one row without a predecessor: one chain.
    """
    if len(source.table.key) > 1:
        return False
    key = as_read(source, source.table.column(source.table.key[0]))
    chain = f"SELECT {key} AS k, lag({key}) OVER () AS before FROM {source.relation}"
    not_risen = sql.only(con, f"SELECT count(*) - count(*) FILTER (k > before) FROM ({chain})")
    return bool(not_risen <= 1)


def _some_key_altered(con: duckdb.DuckDBPyConnection, source: Source) -> bool:
    return sql.count(con, f"{judged_of(source)} WHERE NOT falls AND NOT key_stands") > 0


def _shared_hashes(
    con: duckdb.DuckDBPyConnection, source: Source, troubled: int
) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    """The hashes that more than one key has, be the keys equal or not.

    Sorting bare hashes takes a third of the memory of grouping them; only the few rows that
    share one are compared by their keys.
    """
    hashed = f"hash({', '.join(_names(source))}) AS h"
    query = f"SELECT {hashed} FROM (SELECT {_keys_as_read(source)} FROM {source.relation})"
    if troubled:
        query += f" UNION ALL SELECT {hashed} FROM {judged_of(source)} WHERE NOT key_stands"
    hashes: np.ndarray[tuple[int], np.dtype[np.uint64]] = con.sql(query).fetchnumpy()["h"]
    hashes.sort()
    return np.unique(hashes[1:][hashes[1:] == hashes[:-1]])


def _names(source: Source) -> list[str]:
    return [sql.name(key) for key in source.table.key]


def _keys_as_read(source: Source) -> str:
    keys = [source.table.column(key) for key in source.table.key]
    return ", ".join(f"{as_read(source, key)} AS {sql.name(key.name)}" for key in keys)


def _good_rows(source: Source, troubled: int) -> str:
    plain = f"SELECT row, {_keys_as_read(source)} FROM {source.relation}"
    if not troubled:
        return plain
    return (
        f"{plain} ANTI JOIN (SELECT row FROM {trouble_of(source)}) USING (row) "
        f"UNION ALL SELECT row, {', '.join(_names(source))} FROM {judged_of(source)} "
        "WHERE NOT falls"
    )
