"""Locks of a worker's life or of a transaction: a killed process loses them at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg.errors import LockNotAvailable

RULES_WORK = 0x6E7C
UPLOAD = 0x6E79
ROTATION = 0x6E7D
HOURS = 0x6E7E
ALL = 0x6E7F
PATIENCE = "10s"
"""How long somebody at a page waits for a file that is being taken in."""
_HOLDER = """from pg_locks where locktype = 'advisory' and granted
    and database = (select oid from pg_database where datname = current_database())
    and classid = %s and objid = %s"""


@contextmanager
def held(kind: int, number: int = 0, by: BaseDatabaseWrapper = connection) -> Iterator[bool]:
    """Hold a session's advisory lock; whether it was free. It is given back whatever happens.

    Closing a connection does not give it back: the pool keeps the session open for others.
    """
    with by.cursor() as cursor:
        cursor.execute("select pg_try_advisory_lock(%s, %s)", [kind, number])
        is_ours = cursor.fetchone() == (True,)
    try:
        yield is_ours
    finally:
        if is_ours:
            with by.cursor() as cursor:
                cursor.execute("select pg_advisory_unlock(%s, %s)", [kind, number])


def is_held(kind: int, number: int = 0) -> bool:
    """Whether somebody holds the lock."""
    with connection.cursor() as cursor:
        cursor.execute(f"select {_HOLDER}", [kind, number])
        return bool(cursor.rowcount)


def cut_short(kind: int, number: int = 0) -> None:
    """Cancel what the database does for whoever holds the lock."""
    with connection.cursor() as cursor:
        cursor.execute(f"select pg_cancel_backend(pid) {_HOLDER}", [kind, number])


class InUse(Exception):
    """All names are held, and were so for longer than somebody waits."""


def in_turn(kind: int, names: Iterable[str]) -> None:
    """Wait for whoever holds one of these names, and hold them until the transaction ends.

    They are taken in one order, so that two who want several do not wait for each other. Raises
    InUse when all of the kind are held for long.
    """
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("select set_config('lock_timeout', %s, true)", [PATIENCE])
            cursor.execute("select pg_advisory_xact_lock_shared(%s, %s)", [ALL, kind])
            cursor.execute("set local lock_timeout to default")
    except OperationalError as error:
        if isinstance(error.__cause__, LockNotAvailable):
            raise InUse from error
        raise
    with connection.cursor() as cursor:
        cursor.execute(
            "select pg_advisory_xact_lock(%s, number) from (select distinct hashtext(name)"
            " as number from unnest(%s::text[]) as name order by number) as names",
            [kind, list(names)],
        )


def all_in_turn(kind: int) -> None:
    """Wait for whoever holds any name of a kind, and hold all until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s, %s)", [ALL, kind])
