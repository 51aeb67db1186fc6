"""What the cells of a file refer to: looked up in the live city, by number or by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import duckdb
from django.db.backends.utils import CursorWrapper

from nuanxin.domains.seals.sealing import ID, every_seal
from nuanxin.facts import cells, sql
from nuanxin.facts.carriers.source import Source
from nuanxin.facts.fill import fill
from nuanxin.policy.contract import TABLE, Column, Table

PEOPLE = "people.person_id"
UNCHECKED = {
    ("relations", "relative_id"): PEOPLE,
    ("children", "other_guardian_id"): PEOPLE,
    ("stock_issues", "person_id"): PEOPLE,
    ("attendance", "reported_by"): "units.unit_id",
    ("units", "parent_id"): "units.unit_id",
}
"""References that match nobody when not found, yet follow a merged person or a name."""

BY_NAME = {
    "units": "select name, min(unit_id) from live_units where name = any(%s) "
    "group by 1 having count(*) = 1",
    "posts": "select name, min(post_id) from live_posts where name = any(%s) "
    "group by 1 having count(*) = 1",
    "people": "select told, min(person_id) from unnest(%s::text[], %s::text[]) as t(told, sealed) "
    "join live_people as p on p.merged_into_id is null and (p.name = told or p.id_number = sealed) "
    "group by 1 having count(distinct person_id) = 1",
}
"""What people write instead of a number, when exactly one row goes by it."""


@dataclass(frozen=True)
class Replaced:
    """A cell that named somebody otherwise than by the number that counts."""

    column: str
    told: str
    understood: str
    by_name: bool


def targets(table: Table) -> dict[str, str]:
    """The columns of a table that refer to a row, and the ``table.column`` they refer to."""
    found = {c.name: c.references for c in table.columns if c.references}
    found |= {c: target for (t, c), target in UNCHECKED.items() if t == table.name}
    return found


def resolve(
    con: duckdb.DuckDBPyConnection, cursor: CursorWrapper, source: Source, *, by_name: bool
) -> tuple[Source, list[Replaced]]:
    """Put the numbers that count in the place of merged people and, ``by_name``, of names.

    Also makes the tables ``facts.<table>`` hold what the checked references of the source find.
    """
    known: dict[str, dict[str, str]] = {}
    replaced: list[Replaced] = []
    for column, target in targets(source.table).items():
        if column not in source.types:
            continue
        other = target.partition(".")[0]
        told = _told(con, source, column)
        found = _found(cursor, other, told)
        missing = [text for text in told if text not in found]
        named = dict(_by_name(cursor, other, missing)) if by_name and missing else {}
        known.setdefault(other, {}).update({**found, **named})
        replaced += [
            Replaced(column, text, number, text in named)
            for text, number in {**found, **named}.items()
            if text != number
        ]
    if replaced:
        source = _replace(con, source, replaced)
    for other, numbers in known.items():
        _hold(con, cursor, other, set(numbers.values()))
    checked = {c.references.partition(".")[0] for c in source.table.columns if c.references}
    for other in checked - set(known):
        _hold(con, cursor, other, set())
    return source, replaced


def _told(con: duckdb.DuckDBPyConnection, source: Source, column: str) -> list[str]:
    name = sql.name(column)
    query = f"SELECT DISTINCT {name}::VARCHAR FROM {source.relation} WHERE {name} IS NOT NULL"
    trimmed = {cell.strip(cells.BLANKS) for (cell,) in con.execute(query).fetchall()}
    return sorted(trimmed - {""})


def _found(cursor: CursorWrapper, other: str, told: list[str]) -> dict[str, str]:
    key = TABLE[other].key[0]
    counts = f"coalesce(merged_into_id, {key})" if other == "people" else key
    cursor.execute(f"select {key}, {counts} from live_{other} where {key} = any(%s)", [told])
    return dict(cursor.fetchall())


def _by_name(cursor: CursorWrapper, other: str, told: Iterable[str]) -> Iterable[tuple[str, str]]:
    query = BY_NAME.get(other)
    if query is None:
        return []
    if other == "people":
        pairs = [(text, sealed) for text in told for sealed in every_seal(ID, text)]
        cursor.execute(query, [[text for text, _ in pairs], [sealed for _, sealed in pairs]])
    else:
        cursor.execute(query, [list(told)])
    return [(str(name), str(number)) for name, number in cursor.fetchall()]


def _replace(con: duckdb.DuckDBPyConnection, source: Source, replaced: list[Replaced]) -> Source:
    """The same source with cells replaced; one that was a view on a file becomes a table."""
    by_column: dict[str, dict[str, str]] = {}
    for one in replaced:
        by_column.setdefault(one.column, {})[one.told] = one.understood
    swaps = ", ".join(
        f"{_mapped(column, mapping)} AS {sql.name(column)}" for column, mapping in by_column.items()
    )
    con.execute(
        f"CREATE TABLE {_aside(source)} AS SELECT * REPLACE ({swaps}) FROM {source.relation}"
    )
    con.execute(f"DROP {'VIEW' if source.is_view else 'TABLE'} {source.relation}")
    con.execute(f"CREATE TABLE {source.relation} AS FROM {_aside(source)}")
    con.execute(f"DROP TABLE {_aside(source)}")
    types = source.types | dict.fromkeys(by_column, "VARCHAR")
    return replace(source, types=types, is_view=False)


def _aside(source: Source) -> str:
    return sql.name(sql.READING, f"{source.table.name} replaced")


def _mapped(column: str, mapping: Mapping[str, str]) -> str:
    text = cells.trim(f"{sql.name(column)}::VARCHAR")
    pairs = ", ".join(f"{sql.text(told)}: {sql.text(number)}" for told, number in mapping.items())
    return f"coalesce(map_extract_value(MAP {{{pairs}}}, {text}), {sql.name(column)}::VARCHAR)"


def _hold(
    con: duckdb.DuckDBPyConnection, cursor: CursorWrapper, other: str, numbers: set[str]
) -> None:
    """Make ``facts.<other>`` hold these rows of the live city, as far as references look."""
    key = TABLE[other].key[0]
    names = [key, *sorted(_shared(other))]
    cursor.execute(
        f"select {', '.join(names)} from live_{other} where {key} = any(%s)", [list(numbers)]
    )
    rows = cursor.fetchall()
    columns = ", ".join(f"{sql.name(name)} VARCHAR" for name in names)
    con.execute(f"CREATE OR REPLACE TABLE {sql.name('facts', other)} ({columns})")
    fill(con, sql.name("facts", other), rows)


def _shared(other: str) -> set[str]:
    """The columns of a table that a row which refers to it must share."""
    every: list[Column] = [column for table in TABLE.values() for column in table.columns]
    return {
        column.same
        for column in every
        if column.same and (column.references or "").partition(".")[0] == other
    }
