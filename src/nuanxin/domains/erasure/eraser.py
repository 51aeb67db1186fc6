"""The eraser: one transaction over every table that knows a person.

Rows that nobody needs go; in rows that law keeps, a random pseudonym takes the place of the
person's number wherever it stands, and what describes them is emptied. No sum changes.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.backends.utils import CursorWrapper

from nuanxin.domains.access.scope import everywhere
from nuanxin.domains.erasure.places import ACTORS, GONE, PLACES, Place

CHANGED = ("erased", "kept")
Columns = dict[str, str]
"""The texts of a table: name and type (text, jsonb)."""


@dataclass
class Erased:
    """What was done: pseudonyms by number, rows erased and kept by table."""

    pseudonyms: dict[str, str]
    erased: dict[str, int] = field(default_factory=dict)
    kept: dict[str, int] = field(default_factory=dict)


def erase(person_id: str) -> Erased:
    """Erase one person with their second records and the children they alone speak for."""
    with everywhere(), connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")
        tables = [place.table for place in PLACES if place.fate in CHANGED]
        for table in tables:
            cursor.execute(f"alter table {table} disable trigger user")
        cursor.execute("set constraints all deferred")
        done = _erase(cursor, person_id)
        cursor.execute("set constraints all immediate")
        for table in tables:
            cursor.execute(f"alter table {table} enable trigger user")
        cursor.execute("set constraints all deferred")
    return done


def _erase(cursor: CursorWrapper, person_id: str) -> Erased:
    people = _listed(
        cursor,
        """with recursive same(id) as (select %(p)s union
           select person_id from live_people join same on merged_into_id = id)
           select id from same""",
        {"p": person_id},
    )
    accounts = _listed(
        cursor, "select name from access_account where person_id = any(%(n)s)", {"n": people}
    )
    _hand_over_children(cursor, people)
    children = _listed(
        cursor, "select child_id from live_children where guardian_id = any(%(n)s)", {"n": people}
    )
    numbers = [*people, *children]
    names = _names(cursor, numbers)
    done = Erased({number: f"X{secrets.token_hex(6)}" for number in numbers})
    for place in PLACES:
        if place.fate == "erased":
            done.erased[place.table] = _delete(cursor, place, numbers)
        elif place.fate == "kept":
            done.kept[place.table] = _empty(cursor, place, numbers)
    for place in PLACES:
        if place.fate in CHANGED:
            _rename(cursor, place, done.pseudonyms, names)
            _unsign(cursor, place.table, accounts, done.pseudonyms[person_id])
    return done


def whole(number: str) -> str:
    """The pattern of a number that is not a part of a longer one."""
    return rf"(?<![A-Za-z0-9]){re.escape(number)}(?![A-Za-z0-9])"


def _listed(cursor: CursorWrapper, query: str, values: dict[str, Any]) -> list[str]:
    cursor.execute(query, values)
    return [row[0] for row in cursor.fetchall()]


def _hand_over_children(cursor: CursorWrapper, people: Sequence[str]) -> None:
    """A child with another guardian on record stays with them."""
    cursor.execute(
        """update live_children set guardian_id = other_guardian_id, other_guardian_id = null
           where guardian_id = any(%(n)s) and not other_guardian_id = any(%(n)s)
           and other_guardian_id in (select person_id from live_people)""",
        {"n": list(people)},
    )
    cursor.execute(
        """update live_children set other_guardian_id = null
           where other_guardian_id = any(%(n)s) and not guardian_id = any(%(n)s)""",
        {"n": list(people)},
    )


def _names(cursor: CursorWrapper, numbers: Sequence[str]) -> list[str]:
    """The names of these people and children that nobody else on record bears."""
    return _listed(
        cursor,
        """with all_of as (select person_id as id, name from live_people
               union all select child_id, name from live_children)
           select distinct name from all_of where id = any(%(n)s) and length(name) > 1
           and not exists (select 1 from all_of as o
                           where o.name = all_of.name and not o.id = any(%(n)s))""",
        {"n": list(numbers)},
    )


def _delete(cursor: CursorWrapper, place: Place, numbers: Sequence[str]) -> int:
    """Erase rows, and what history and ledger keep of them."""
    values: dict[str, Any] = {"n": list(numbers), "t": place.table.removeprefix("live_")}
    if place.table.startswith("live_"):
        told = " or ".join(f"row ->> '{name}' = any(%(n)s)" for name in place.ids)
        for kept in ("changes_oldrow", "ledger_fact", "ledger_fact_past"):
            cursor.execute(
                f'delete from {kept} where "table" = %(t)s and ({told})',
                values,
            )
    cursor.execute(f"delete from {place.table} where {place.condition}", values)
    return int(cursor.rowcount)


def _empty(cursor: CursorWrapper, place: Place, numbers: Sequence[str]) -> int:
    """Empty what describes the person in rows that are kept; how many these are."""
    values: dict[str, Any] = {"n": list(numbers), "t": place.table.removeprefix("live_")}
    if not place.blank:
        cursor.execute(f"select count(*) from {place.table} where {place.condition}", values)
        return int(cursor.fetchone()[0])
    told = ", ".join(f"{name} = {value}" for name, value in place.blank.items())
    cursor.execute(f"update {place.table} set {told} where {place.condition}", values)
    found = int(cursor.rowcount)
    if place.table.startswith("live_"):
        names = ", ".join(
            f"'{name}', {'null' if value == 'null' else repr(GONE)}"
            for name, value in place.blank.items()
        )
        mine = " or ".join(f"row ->> '{name}' = any(%(n)s)" for name in place.ids)
        for kept in ("changes_oldrow", "ledger_fact", "ledger_fact_past"):
            cursor.execute(
                f"""update {kept} set row = row || coalesce((
                        select jsonb_object_agg(b.key, b.value)
                        from jsonb_each(jsonb_build_object({names})) as b
                        where row ->> b.key is not null), '{{}}')
                    where "table" = %(t)s and ({mine})""",
                values,
            )
    return found


def _rename(
    cursor: CursorWrapper, place: Place, pseudonyms: dict[str, str], names: Sequence[str]
) -> None:
    """Put pseudonyms for numbers in every text of a table, and take names out of free texts."""
    columns = _texts(cursor, place.table)
    for number, pseudonym in pseudonyms.items():
        values = {"has": f"%{_like(number)}%", "old": whole(number), "new": pseudonym}
        told = "regexp_replace({0}::text, %(old)s, %(new)s, 'g')::{1}"
        _replace(cursor, place.table, columns, told, values)
    free = {name: columns[name] for name in place.free if name in columns}
    for said in names:
        values = {"has": f"%{_like(said)}%", "old": said, "new": GONE}
        _replace(cursor, place.table, free, "replace({0}::text, %(old)s, %(new)s)::{1}", values)


def _replace(
    cursor: CursorWrapper, table: str, columns: Columns, told: str, values: dict[str, str]
) -> None:
    if not columns:
        return
    changed = ", ".join(f'"{n}" = {told.format(_quoted(n), kind)}' for n, kind in columns.items())
    has = " or ".join(f'"{name}"::text like %(has)s' for name in columns)
    cursor.execute(f"update {table} set {changed} where {has}", values)


def _unsign(cursor: CursorWrapper, table: str, accounts: Sequence[str], pseudonym: str) -> None:
    """What the person did under the name of an account was done by the pseudonym."""
    for name in ACTORS & set(_texts(cursor, table)):
        cursor.execute(
            f'update {table} set "{name}" = %s where "{name}" = any(%s)',
            [pseudonym, list(accounts)],
        )


def _texts(cursor: CursorWrapper, table: str) -> Columns:
    cursor.execute(
        """select column_name, case when data_type = 'jsonb' then 'jsonb' else 'text' end
           from information_schema.columns where table_schema = current_schema()
           and table_name = %s and is_generated = 'NEVER'
           and data_type in ('text', 'character varying', 'jsonb') order by 1""",
        [table],
    )
    return dict(cursor.fetchall())


def _quoted(name: str) -> str:
    return f'"{name}"'


def _like(text: str) -> str:
    return re.sub(r"([%_\\])", r"\\\1", text)
