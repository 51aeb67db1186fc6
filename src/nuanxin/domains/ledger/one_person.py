"""One person judged by a statement that stays prepared: in a worker, the next costs milliseconds.

Preparing takes a second or two, so a session is kept for the question it was prepared for: the
pack, its parameters, the day and the tables that nobody ever filled. Another question takes its
place. It reads what is committed; who has changes of their own that are not must not ask here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from threading import Lock

from django.db import connection
from psycopg.conninfo import make_conninfo

from nuanxin.engines.duckdb import DuckDB
from nuanxin.engines.postgres import Postgres
from nuanxin.engines.postgres.prepared import Prepared
from nuanxin.policy.engine import make_table
from nuanxin.policy.evaluate import COUNTER_TYPES, DAY_TYPES, OUTPUT, Run


@dataclass(frozen=True)
class _Kept:
    server: str
    asked: Run
    prepared: Prepared


_lock = Lock()
_kept: _Kept | None = None


def judge(asked: Run, engine: DuckDB) -> None:
    """Fill ``out`` of an engine, and its paid days, with what is found of the asked person.

    What is counted without a row is not told: only a run of everybody speaks of that. Raises
    psycopg.Error; the session is then given up.
    """
    person = (asked.subject or "").removeprefix("person:")
    with _lock:
        try:
            prepared = _prepared(replace(asked, subject=None))
            obligations, criteria = prepared.judge(person)
            days = prepared.paid_days(person)
        except Exception:
            _give_up()
            raise
    engine.clear()
    found = {"obligations": obligations, "criteria": criteria, "listed": []}
    for table, rows in found.items():
        make_table(engine, f"out.{table}", OUTPUT[table], [tuple(row.values()) for row in rows])
    if asked.days:
        make_table(engine, f"run.{asked.days}", DAY_TYPES, days)
    for counter in asked.counters():
        make_table(engine, f"run.{counter}", COUNTER_TYPES)


def give_up() -> None:
    """End the session that is kept, if there is one."""
    with _lock:
        _give_up()


def _prepared(asked: Run) -> Prepared:
    global _kept
    server = _server()
    if _kept is None or (_kept.server, _kept.asked) != (server, asked):
        _give_up()
        session = Postgres(server, facts="facts")
        try:
            _kept = _Kept(server, asked, Prepared(session, asked))
        except Exception:
            session.connection.close()
            raise
    return _kept.prepared


def _give_up() -> None:
    global _kept
    if _kept is not None:
        _kept.prepared.session.connection.close()
    _kept = None


def _server() -> str:
    connection.ensure_connection()
    info = connection.connection.info
    return make_conninfo(info.dsn, password=info.password or None)
