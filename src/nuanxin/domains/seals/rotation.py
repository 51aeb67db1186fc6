"""Sealing everything anew by a new key, batch by batch: killed, it goes on where it stood."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from psycopg import sql

from nuanxin.domains import locks
from nuanxin.domains.changes.bulk import LOCK as WRITING
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.seals import keyring
from nuanxin.domains.seals.keyring import Key
from nuanxin.domains.seals.places import PLACES, Place, after_rotation, rows_by_key
from nuanxin.domains.seals.sealing import keys, resealed

BATCH = 5000
OnStep = Callable[[str, int, int], None]
"""Told the table, how many of its rows are done, and how many there are."""
AGAIN = (
    "换密钥正在进行；等它做完再来",
    "a rotation is under way; come back when it is done",
)


def rotate(on_step: OnStep = lambda _table, _done, _all: None) -> int:
    """Seal everything by a new key; how many rows were written.

    A rotation that was broken off is finished with the key it began with. Refusal while another
    one is under way.
    """
    with connection.cursor() as cursor, locks.held(locks.ROTATION) as is_ours:
        if not is_ours:
            raise Refusal(*AGAIN)
        held = keys()
        if held.newest.complete:
            _replace(Key.fresh(complete=False), *held.keys)
        written = sum(_reseal(cursor, place, on_step) for place in PLACES)
        for follow in after_rotation:
            follow()
        newest, *others = keys().keys
        _replace(replace(newest, complete=True), *others)
    return written


def add(file: Path) -> list[str]:
    """Take in the keys of another installation's file, as older ones; the names of the new."""
    held = keys()
    news = [key for key in keyring.ring(file).keys if key.name not in held.by_name]
    _replace(*held.keys, *news)
    return [key.name for key in news]


def drop(name: str) -> None:
    """Remove an old key; Refusal while it is the newest, unknown, or something needs it."""
    held = keys()
    if name not in held.by_name:
        raise Refusal(f"没有密钥 {name}", f"there is no key {name}")
    if name == held.newest.name:
        raise Refusal("最新的密钥不能去掉", "the newest key cannot be dropped")
    if needed := seals_by_key().get(name):
        raise Refusal(
            f"还有 {needed} 处用着密钥 {name}；先换密钥",
            f"{needed} seals still need key {name}; rotate first",
        )
    _replace(*(key for key in held.keys if key.name != name))


def missing() -> list[str]:
    """The names of keys that something needs and this home does not have."""
    return sorted(set(seals_by_key()) - set(keys().by_name))


def seals_by_key() -> dict[str, int]:
    """How much each key seals; a key that is named and not held is among them."""
    with connection.cursor() as cursor:
        cursor.execute(rows_by_key())
        return dict(cursor.fetchall())


_SEALED = "select count(*) from {table} where {column}::text like '%seal:%'"
_NEXT = """
select {key}, {column}::text from {table} where {column}::text like '%seal:%'
and ({last}::text is null or {key} > {last}) order by {key} limit {batch}"""
_WRITE = """
update {table} as t set {column} = r.told::{kind}
from unnest({ids}::{key_kind}[], {told}::text[]) as r(id, told) where t.{key} = r.id"""


def _reseal(cursor: CursorWrapper, place: Place, on_step: OnStep) -> int:
    cursor.execute(
        _query("select count(*) from {table} where {column}::text like '%seal:%'", place)
    )
    (total,) = cursor.fetchone() or (0,)
    written = done = 0
    last = None
    while True:
        with transaction.atomic(), _untriggered(cursor, place.table):
            cursor.execute(_query(_NEXT, place, last=sql.Literal(last), batch=sql.Literal(BATCH)))
            found = cursor.fetchall()
            news = [(row, new) for row, old in found if (new := resealed(old)) != old]
            if news:
                _write(cursor, place, news)
        if not found:
            return written
        last, written, done = found[-1][0], written + len(news), done + len(found)
        on_step(place.table, done, total)


def _write(cursor: CursorWrapper, place: Place, news: list[tuple[object, str]]) -> None:
    ids, told = zip(*news, strict=True)
    cursor.execute(
        _query(
            _WRITE,
            place,
            kind=_kind(cursor, place.table, place.column),
            key_kind=_kind(cursor, place.table, place.key),
            ids=sql.Literal(list(ids)),
            told=sql.Literal(list(told)),
        )
    )


def _kind(cursor: CursorWrapper, table: str, column: str) -> sql.SQL:
    cursor.execute(
        "select atttypid::regtype::text from pg_attribute"
        " where attrelid = %s::regclass and attname = %s",
        [table, column],
    )
    ((kind,),) = cursor.fetchall()
    return sql.SQL(kind)


@contextmanager
def _untriggered(cursor: CursorWrapper, table: str) -> Iterator[None]:
    """Write without history or notes, for what is said stays the same; files wait meanwhile."""
    cursor.execute("set constraints all immediate")
    cursor.execute("select pg_advisory_xact_lock(%s)", [WRITING])
    name = sql.Identifier(table)
    cursor.execute(sql.SQL("alter table {} disable trigger user").format(name))
    yield
    cursor.execute(sql.SQL("alter table {} enable trigger user").format(name))


def _query(form: str, place: Place, **more: sql.Composable) -> sql.Composed:
    names = {name: sql.Identifier(getattr(place, name)) for name in ("table", "key", "column")}
    return sql.SQL(form).format(**names, **more)


def _replace(*kept: Key) -> None:
    keyring.replace(Path(settings.SEAL_KEYS), kept)
