"""Bringing the rows of search up to the live city: only what differs is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from nuanxin.domains.seals.sealing import every_mark, mark, opened
from nuanxin.domains.search import sounds

CHUNK = 20_000
LOCK = 0x6E7B
COLUMNS = ("kind", "key", "name", "sound", "initials", "low_key", "unit_id", "tail")
Source = tuple[str, str, str, str, str | None]
"""Kind, key, name, unit and sealed id number of something in the live city."""

_LIVE = """
    select 'person' as kind, person_id as key, name, unit_id, id_number
    from live_people where merged_into_id is null
    union all
    select 'unit', unit_id, name, unit_id, null from live_units"""
_DIFFERS = f"""
    select l.kind, l.key, l.name, l.unit_id, l.id_number
    from ({_LIVE}) as l left join search_entry as e using (kind, key)
    where (e.key is null or e.name <> l.name or e.unit_id <> l.unit_id
           or (l.id_number is not null) <> (e.tail <> '') or %(some)s)
    and (%(keys)s::text[] is null or l.key = any(%(keys)s))"""
_GONE = f"""
    delete from search_entry as e
    where (%(keys)s::text[] is null or e.key = any(%(keys)s))
    and not exists (select from ({_LIVE}) as l where l.kind = e.kind and l.key = e.key)"""


def tails_of(id_number: str) -> list[str]:
    """The marks of the last four characters of an id number, by each key."""
    return every_mark(_end(id_number))


def _end(id_number: str) -> str:
    return id_number.strip().lower()[-4:]


def forget_tails() -> None:
    """Have every mark made anew, by the newest key."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("update search_entry set tail = '' where tail <> ''")
        cursor.execute("insert into search_waiting (kind, key) values ('*', '')")
    refresh()


def row_of(source: Source) -> tuple[str, ...]:
    """The row of search for something of the live city."""
    kind, key, name, unit, number = source
    person = kind == "person"
    return (
        *(kind, key, name, sounds.sound(name, is_person=person)),
        *(sounds.initials(name, is_person=person), key.lower(), unit),
        mark(_end(opened(number))) if number else "",
    )


def refresh() -> int:
    """Bring up whatever waits; how many rows were written. One at a time."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [LOCK])
        cursor.execute("delete from search_waiting returning kind, key")
        noted = cursor.fetchall()
        if not noted:
            return 0
        every = any(kind == "*" for kind, _ in noted)
        keys = None if every else sorted({str(key) for _, key in noted})
        cursor.execute(_GONE, {"keys": keys})
        # What was noted one by one is written anew: its id number may have changed.
        cursor.execute(_DIFFERS, {"keys": keys, "some": not every})
        found = cursor.fetchall()
        return write(cursor, found)


def write(cursor: CursorWrapper, found: Iterable[Source]) -> int:
    """Write rows by COPY, chunk by chunk; a row that is there is replaced."""
    written = 0
    columns = ", ".join(COLUMNS)
    news = ", ".join(f"{name} = excluded.{name}" for name in COLUMNS[2:])
    cursor.execute(
        f"create temp table staged on commit drop as select {columns} from search_entry limit 0"
    )
    for chunk in _chunks(found):
        with cursor.copy(f"copy staged ({columns}) from stdin") as copy:
            for one in chunk:
                copy.write_row(row_of(one))
        cursor.execute(
            f"insert into search_entry ({columns}) select {columns} from staged"
            f" on conflict (kind, key) do update set {news}"
        )
        cursor.execute("truncate staged")
        written += len(chunk)
    cursor.execute("drop table staged")
    return written


def _chunks(found: Iterable[Source]) -> Iterator[list[Source]]:
    chunk: list[Source] = []
    for one in found:
        chunk.append(one)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
