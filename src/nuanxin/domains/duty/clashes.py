"""Which rows of a file would put a person in two places at once: the later ones are refused.

The database refuses them too (``attendance_apart``, ``spells_apart``); here each is found
before, with the row that it meets.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.backends.utils import CursorWrapper


@dataclass(frozen=True)
class Clash:
    """A refused row of the file, and the row of the live city or of the file that it meets."""

    row: int
    other: str


@dataclass(frozen=True)
class _Apart:
    """What must not overlap: the key, what is the same in both rows, the range, and which rows."""

    key: str
    same: tuple[str, ...]
    span: str
    counts: str
    column: str


APART = {
    "attendance": _Apart(
        "attendance_id",
        ("person_id",),
        'tstzrange({0}.start, {0}."end")',
        "{0}.status = 'worked'",
        "start",
    ),
    "spells": _Apart(
        "spell_id",
        ("person_id", "post_id"),
        "daterange({0}.start_date, {0}.end_date, '[]')",
        "true",
        "start_date",
    ),
}


def refuse_clashes(cursor: CursorWrapper, table: str) -> list[Clash]:
    """Set the outcome of clashing rows of ``judged`` to refused, and return them.

    Of two rows of the file the first stands; a row that stands in the live city and is not
    replaced by the file stands before all.
    """
    apart = APART.get(table)
    if apart is None:
        return []
    _keep_known_ends(cursor, table)
    within = _pairs_within(cursor, apart)
    refused: dict[int, str] = {}
    while True:
        found = _against_live(cursor, table, apart)
        for row, other, first in within:
            if row not in refused and first not in refused and first not in found:
                found.setdefault(row, other)
        fresh = {row: other for row, other in found.items() if row not in refused}
        if not fresh:
            return [Clash(row, other) for row, other in sorted(refused.items())]
        refused |= fresh
        cursor.execute(
            "update judged set outcome = 'refused' where row = any(%s::bigint[])", [list(fresh)]
        )


def clash_column(table: str) -> str:
    """The column that a clash is told at."""
    return APART[table].column


def _keep_known_ends(cursor: CursorWrapper, table: str) -> None:
    """An end that the file leaves open but the city knows stays, so it counts here."""
    if table == "spells":
        cursor.execute(
            """update judged as j set end_date = l.end_date from live_spells as l
            where j.spell_id = l.spell_id and j.end_date is null and l.end_date is not null"""
        )


def _pairs_within(cursor: CursorWrapper, apart: _Apart) -> list[tuple[int, str, int]]:
    """Pairs of rows of the file that overlap: the later row, the key and row of the earlier.

    Only rows of people with some overlap are compared pair by pair. In order of the later row,
    so that what falls itself makes no other fall.
    """
    keys = ", ".join(apart.same)
    equal = " and ".join(f"a.{name} = b.{name}" for name in apart.same)
    cursor.execute(
        f"""
        with counted as (
            select row, {apart.key} as key, {keys}, {apart.span.format("j")} as span
            from judged as j where outcome <> 'refused' and {apart.counts.format("j")}
        ), run as (
            select {keys}, span, max(coalesce(upper(span), 'infinity'))
                over (partition by {keys} order by lower(span), row
                      rows between unbounded preceding and 1 preceding) as so_far
            from counted
        ), suspects as (select distinct {keys} from run where so_far > lower(span)),
        few as (select c.* from counted as c join suspects using ({keys}))
        select b.row, a.key, a.row from few as a join few as b
        on {equal} and a.row < b.row and a.span && b.span and a.key <> b.key
        order by b.row, a.row"""
    )
    return [(int(row), str(other), int(first)) for row, other, first in cursor.fetchall()]


def _against_live(cursor: CursorWrapper, table: str, apart: _Apart) -> dict[int, str]:
    """Rows of the file that overlap a live row which the file does not replace."""
    equal = " and ".join(f"j.{name} = l.{name}" for name in apart.same)
    hashed = " and ".join(
        f"hashtextextended(j.{name}, 0) = hashtextextended(l.{name}, 0)" for name in apart.same
    )
    cursor.execute(
        f"""
        with met as materialized (
            select j.row, l.{apart.key} as other from judged as j join live_{table} as l
            on {equal} and {hashed} and {apart.span.format("j")} && {apart.span.format("l")}
            where j.outcome in ('new', 'changed') and {apart.counts.format("j")}
            and {apart.counts.format("l")} and l.{apart.key} <> j.{apart.key}
        )
        select row, min(other) from met where not exists (
            select from judged as o where o.{apart.key} = met.other and o.outcome <> 'refused'
        ) group by 1"""
    )
    return {int(row): str(other) for row, other in cursor.fetchall()}
