"""Counting what the board shows: anew after a whole load, by the difference after a small one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import connection
from psycopg import sql

from nuanxin.domains.access.scope import everywhere
from nuanxin.domains.ledger.models import Run
from nuanxin.domains.ledger.reconcile import Change, Target, from_query, reconcile
from nuanxin.domains.states import OPEN

TALLY_KEY = ("provision", "state", "quantity_unit", "district", "unit_kind")
TALLY_COLUMNS = (
    *("run_id", "provision", "measure", "state", "quantity_unit", "district", "unit_kind"),
    *("rows", "quantity", "quantity_met"),
)
TALLY = """
    select run_id, provision, measure, state, coalesce(quantity_unit, ''), coalesce(district, ''),
           coalesce(unit_kind, ''), count(*),
           coalesce(sum(quantity), 0), coalesce(sum(quantity_met), 0)
    from ledger_obligation where run_id = %s {within} group by 1, 2, 3, 4, 5, 6, 7"""

FLOW_KEY = ("day", "district", "unit_kind")
FLOW_COLUMNS = ("run_id", *FLOW_KEY, "arose", "due")
FLOW = """
    select run_id, day, coalesce(district, ''), coalesce(unit_kind, ''), sum(arose), sum(due)
    from (
        select run_id, period_start as day, district, unit_kind, 1 as arose, 0 as due
        from ledger_obligation where run_id = %s and state = any(%s) {within}
        union all
        select run_id, due_on, district, unit_kind, 0, 1
        from ledger_obligation where run_id = %s and state = any(%s) {within}
    ) as open where day is not null group by 1, 2, 3, 4"""

UNIT_KEY = ("unit_id", "state")
UNIT_COLUMNS = ("run_id", *UNIT_KEY, "rows")
UNIT = """
    select run_id, coalesce(owner_unit_id, ''), state, count(*)
    from ledger_obligation where run_id = %s {within} group by 1, 2, 3"""

Key = tuple[Any, ...]


@dataclass(frozen=True)
class Count:
    """One table of counts: its key, its columns (the key's first), and the query that counts.

    ``sums`` are the last columns; a row whose ``gone`` first of them are zero goes.
    """

    table: str
    key: tuple[str, ...]
    columns: tuple[str, ...]
    query: str
    sums: int
    gone: int
    asks_open: int = 0

    def values(self, run: Run) -> list[Any]:
        """What the query is asked with."""
        return [run.pk, list(OPEN)] * self.asks_open or [run.pk]

    @property
    def head(self) -> int:
        """How many columns stand before the sums."""
        return len(self.columns) - self.sums


COUNTS = (
    Count("ledger_tally", TALLY_KEY, TALLY_COLUMNS, TALLY, sums=3, gone=1),
    Count("ledger_flow", FLOW_KEY, FLOW_COLUMNS, FLOW, sums=2, gone=2, asks_open=2),
    Count("ledger_unit_tally", UNIT_KEY, UNIT_COLUMNS, UNIT, sums=1, gone=1),
)


def count_all(run: Run) -> dict[str, Change]:
    """Count a run anew, writing only what differs."""
    return {
        count.table: reconcile(
            Target(count.table, count.key),
            run.pk,
            from_query(count.columns, count.query.format(within=""), *count.values(run)),
        )
        for count in COUNTS
    }


@contextmanager
def recounted(run: Run, within: sql.Composable) -> Iterator[None]:
    """Keep the counts right over a change of the few rows for which a condition holds."""
    before = [_few(run, within, count) for count in COUNTS]
    yield
    with everywhere():  # sums are of the whole city
        for count, old in zip(COUNTS, before, strict=True):
            _add(run, count, _difference(old, _few(run, within, count)))


def _few(run: Run, within: sql.Composable, count: Count) -> dict[Key, Key]:
    """The counts of the few rows, by key."""
    with connection.cursor() as cursor:
        query = sql.SQL(count.query).format(within=sql.SQL("and ") + within)
        cursor.execute(query, count.values(run))
        return {tuple(row[: count.head]): tuple(row[count.head :]) for row in cursor.fetchall()}


def _difference(old: dict[Key, Key], new: dict[Key, Key]) -> list[Key]:
    found = []
    for key in old.keys() | new.keys():
        width = len(old.get(key) or new[key])
        pairs = zip(new.get(key, (0,) * width), old.get(key, (0,) * width), strict=True)
        change = tuple(after - before for after, before in pairs)
        if any(change):
            found.append((*key, *change))
    return found


def _add(run: Run, count: Count, rows: list[Key]) -> None:
    """Add differences to a table of counts; what has come to nothing goes."""
    if not rows:
        return
    sums = count.columns[count.head :]
    parts = {
        "table": sql.Identifier(count.table),
        "columns": sql.SQL(", ").join(map(sql.Identifier, count.columns)),
        "values": sql.SQL(", ").join(sql.Placeholder() * len(count.columns)),
        "key": sql.SQL(", ").join(map(sql.Identifier, ("run_id", *count.key))),
        "sums": sql.SQL(", ").join(
            sql.SQL("{0} = held.{0} + excluded.{0}").format(sql.Identifier(name)) for name in sums
        ),
        "nothing": sql.SQL(" and ").join(
            sql.SQL("{} = 0").format(sql.Identifier(name)) for name in sums[: count.gone]
        ),
    }
    with connection.cursor() as cursor:
        cursor.executemany(
            sql.SQL(
                "insert into {table} as held ({columns}) values ({values})"
                " on conflict ({key}) do update set {sums}"
            ).format(**parts),
            rows,
        )
        cursor.execute(
            sql.SQL("delete from {table} where run_id = {run} and {nothing}").format(
                **parts, run=sql.Literal(run.pk)
            )
        )
