"""Finding people and units: what is surest first, what only sounds alike last.

Each way to find is one query on one index; a later way is asked only while there is room.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection

from nuanxin.domains.access.scope import everywhere
from nuanxin.domains.search import sounds
from nuanxin.domains.search.filling import tails_of

MOST = 20
FEW = 5
"""With fewer finds than this, names that are only alike are looked for too."""
ALIKE = 0.45
SHORTEST = 3
"""Letters below which nothing is only alike, and no fragment is looked for inside a number."""


@dataclass(frozen=True)
class Found:
    """A person or unit; ``alike`` when it does not match but is near."""

    kind: str
    key: str
    name: str
    unit_id: str
    alike: bool = False


@dataclass(frozen=True)
class Way:
    """One way to find: a condition, its value, in which order, and whether it is only near."""

    where: str
    value: str | list[str]
    order: str = "name, key"
    alike: bool = False


def find(words: str, *, below: str = "", kind: str = "person", most: int = MOST) -> list[Found]:
    """People (or units) that the words may mean, within the unit ``below`` and those under it.

    With two words one may name the unit: "林 海湾" is a Lin at a unit called so.
    """
    parts = sounds.typed(words).split()
    if not parts:
        return []
    # The scope is part of each query. Under row security `like` could use no index: what a
    # pattern finds might leak before the rule is asked.
    with everywhere():
        return _found(parts, below, kind, most)


def _found(parts: list[str], below: str, kind: str, most: int) -> list[Found]:
    found = _find("".join(parts), _within(below), kind, most)
    if len(parts) > 1 and kind == "person" and not any(not one.alike for one in found):
        return _at_unit(parts, below, most) or found
    return found


def _at_unit(parts: list[str], below: str, most: int) -> list[Found]:
    for place, part in enumerate(parts):
        others = "".join(parts[:place] + parts[place + 1 :])
        named = [one.key for one in find(part, below=below, kind="unit") if not one.alike]
        if named:
            found = _find(others, _under(named), "person", most)
            if found:
                return found
    return []


def _find(told: str, units: list[str] | None, kind: str, most: int) -> list[Found]:
    found: dict[str, Found] = {}
    for way in _ways(told, kind):
        if way.alike and len(found) >= FEW:
            break
        for one in _ask(way, units, kind, most - len(found)):
            found.setdefault(one.key, one)
        if len(found) >= most:
            break
    return list(found.values())


def _ways(told: str, kind: str) -> Iterator[Way]:
    told = told.replace("\\", "").replace("%", "").replace("_", "")
    person = kind == "person"
    if not told:
        return
    if sounds.has_han(told):
        yield Way("name like %(v)s", f"{told}%")
        if not person:
            yield Way("name like %(v)s", f"%{told}%")
        heard = sounds.sound(told, is_person=person)
        yield Way("sound like %(v)s", f"{heard}%", "length(sound), name, key", alike=person)
    else:
        heard = sounds.letters(told)
        yield Way("low_key like %(v)s", f"{told}%", "low_key")
        if not heard:
            return
        if heard.isalpha():
            yield Way("initials like %(v)s", f"{heard}%", "length(initials), name, key")
            yield Way("sound like %(v)s", f"{heard}%", "length(sound), name, key")
        elif person and len(heard) == 4:
            yield Way("tail <> '' and tail = any(%(v)s)", tails_of(heard), "name, key")
        if len(heard) >= SHORTEST and any(letter.isdigit() for letter in heard):
            yield Way("low_key like %(v)s", f"%{heard}%", "low_key")
    if len(heard) >= SHORTEST and heard.isalpha():
        yield Way("sound %% %(v)s", heard, "sound <-> %(v)s, name, key", alike=True)


def explained(words: str) -> list[tuple[str, dict[str, Any]]]:
    """The queries that finding a person by these words may ask, for ``EXPLAIN``."""
    told = sounds.letters(sounds.typed(words)) or sounds.typed(words)
    told = sounds.typed(words) if sounds.has_han(words) else told
    return [_query(way, None, "person", MOST) for way in _ways(told, "person")]


def _query(way: Way, units: list[str] | None, kind: str, most: int) -> tuple[str, dict[str, Any]]:
    place = "" if units is None else " and unit_id = any(%(units)s)"
    query = (
        "select key, name, unit_id from search_entry"
        f" where {way.where} and kind = %(kind)s{place} order by {way.order} limit %(most)s"
    )
    return query, {"v": way.value, "kind": kind, "units": units, "most": most}


def _ask(way: Way, units: list[str] | None, kind: str, most: int) -> list[Found]:
    with connection.cursor() as cursor:
        if way.alike:
            cursor.execute(f"set pg_trgm.similarity_threshold = {ALIKE}")
        cursor.execute(*_query(way, units, kind, most))
        rows = cursor.fetchall()
    return [Found(kind, str(key), str(name), str(unit), way.alike) for key, name, unit in rows]


def _within(unit: str) -> list[str] | None:
    """The unit and those under it; None for the whole city."""
    return _under([unit]) if unit else None


def _under(units: list[str]) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select distinct below.unit_id from people_unit_path as mine join people_unit_path"
            " as below on starts_with(below.path, mine.path) where mine.unit_id = any(%s)",
            [units],
        )
        return [*units, *(str(unit) for (unit,) in cursor.fetchall() if unit not in units)]
