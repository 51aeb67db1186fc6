"""Counting what the board shows: anew after a whole load, by the difference after a small one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection
from psycopg import sql

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

Key = tuple[Any, ...]


def count_all(run: Run) -> dict[str, Change]:
    """Count a run anew, writing only what differs."""
    whole = {"within": ""}
    tally = from_query(TALLY_COLUMNS, TALLY.format(**whole), run.pk)
    flow = from_query(FLOW_COLUMNS, FLOW.format(**whole), run.pk, list(OPEN), run.pk, list(OPEN))
    return {
        "ledger_tally": reconcile(Target("ledger_tally", TALLY_KEY), run.pk, tally),
        "ledger_flow": reconcile(Target("ledger_flow", FLOW_KEY), run.pk, flow),
    }


@contextmanager
def recounted(run: Run, within: sql.Composable) -> Iterator[None]:
    """Keep the counts right over a change of the few rows for which a condition holds."""
    before = _few(run, within)
    yield
    after = _few(run, within)
    for table, key, old, new in zip(
        ("ledger_tally", "ledger_flow"), (TALLY_KEY, FLOW_KEY), before, after, strict=True
    ):
        columns = TALLY_COLUMNS if table == "ledger_tally" else FLOW_COLUMNS
        _add(run, table, key, columns, _difference(old, new))


def _few(run: Run, within: sql.Composable) -> tuple[dict[Key, Key], dict[Key, Key]]:
    """Tally and flow of the few rows, by key."""
    with connection.cursor() as cursor:
        condition = {"within": sql.SQL("and ") + within}
        cursor.execute(sql.SQL(TALLY).format(**condition), [run.pk])
        tally = {tuple(row[:7]): tuple(row[7:]) for row in cursor.fetchall()}
        values: list[Any] = [run.pk, list(OPEN), run.pk, list(OPEN)]
        cursor.execute(sql.SQL(FLOW).format(**condition), values)
        flow = {tuple(row[:4]): tuple(row[4:]) for row in cursor.fetchall()}
    return tally, flow


def _difference(old: dict[Key, Key], new: dict[Key, Key]) -> list[Key]:
    found = []
    for key in old.keys() | new.keys():
        width = len(old.get(key) or new[key])
        pairs = zip(new.get(key, (0,) * width), old.get(key, (0,) * width), strict=True)
        change = tuple(after - before for after, before in pairs)
        if any(change):
            found.append((*key, *change))
    return found


def _add(run: Run, table: str, key: Sequence[str], columns: Sequence[str], rows: list[Key]) -> None:
    """Add differences to a table of counts; what has come to nothing goes."""
    if not rows:
        return
    sums = columns[-3:] if table == "ledger_tally" else columns[-2:]
    parts = {
        "table": sql.Identifier(table),
        "columns": sql.SQL(", ").join(map(sql.Identifier, columns)),
        "values": sql.SQL(", ").join(sql.Placeholder() * len(columns)),
        "key": sql.SQL(", ").join(map(sql.Identifier, ("run_id", *key))),
        "sums": sql.SQL(", ").join(
            sql.SQL("{0} = held.{0} + excluded.{0}").format(sql.Identifier(name)) for name in sums
        ),
        "nothing": sql.SQL(" and ").join(
            sql.SQL("{} = 0").format(sql.Identifier(name))
            for name in (sums[:1] if table == "ledger_tally" else sums)
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
