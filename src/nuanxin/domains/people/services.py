"""Making two records of one person one, and taking that back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.backends.utils import CursorWrapper
from psycopg import sql

from nuanxin.domains.changes.models import Change, OldRow
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.changes.services import changing
from nuanxin.domains.changes.tables import PREFIX, models
from nuanxin.domains.people.models import Person

NAMING: dict[str, tuple[str, ...]] = {
    "relations": ("person_id", "relative_id"),
    "children": ("guardian_id", "other_guardian_id"),
    "spells": ("person_id",),
    "attendance": ("person_id",),
    "absences": ("person_id",),
    "declarations": ("person_id",),
    "insurance": ("person_id",),
    "harms": ("person_id",),
    "findings": ("person_id",),
    "deliveries": ("subject_id", "counterpart_id"),
    "stock_issues": ("person_id",),
    "waivers": ("person_id",),
    "people": ("merged_into_id",),
}
"""The columns of each table that name a person: all that belongs to them follows a merge."""

_TWICE: dict[str, tuple[str, ...]] = {
    "relations": ("relative_id", "kind"),
    "declarations": ("date", "kind"),
    "insurance": ("policy_no", "kind", "start_date"),
}
"""Tables that know a row by its person and these: what both records have stands once."""


@dataclass(frozen=True)
class Merged:
    """A merge: the change that made it, and how many rows of each table follow the person."""

    change: Change
    moved: dict[str, int]


def merge(keep: str, drop: str, *, who: str, why: str) -> Merged:
    """Make ``drop`` a second record of ``keep``: all that belongs to it follows, payments too.

    Refusal when one is unknown or already merged, or when both have worked at the same time:
    then one of the two rows has to be cancelled first. Can be undone (``unmerge``).
    """
    with changing(who, why) as change, connection.cursor() as cursor:
        _check(keep, drop)
        _refuse_clashes(cursor, keep, drop)
        cursor.execute("set constraints all deferred")
        for table, columns in _TWICE.items():
            _remove_twice(cursor, table, columns, keep, drop)
        moved = {table: _move(cursor, table, keep, drop) for table in NAMING}
        cursor.execute(
            "update live_people set merged_into_id = %s where person_id = %s", [keep, drop]
        )
        cursor.execute("set constraints all immediate")
    return Merged(change, {table: rows for table, rows in moved.items() if rows})


def unmerge(drop: str, *, who: str, why: str) -> Change:
    """Undo the merge of ``drop``: every row that followed goes back, as it was before.

    Rows entered since stay with the record that was kept; a row corrected since keeps its
    correction and only goes back to its person.
    """
    merging = _merge_of(drop)
    with changing(who, why, undoes=merging) as change, connection.cursor() as cursor:
        cursor.execute("set constraints all deferred")
        old = OldRow.objects.filter(change=merging).order_by("-pk")
        for row in sorted(old, key=lambda one: one.table != "people"):
            _put_back(cursor, row, merging)
        cursor.execute("set constraints all immediate")
    return change


def _check(keep: str, drop: str) -> None:
    if keep == drop:
        raise Refusal("这是同一份记录", "these are the same record")
    found = Person.objects.select_for_update().in_bulk([keep, drop])
    for number in (keep, drop):
        person = found.get(number)
        if person is None:
            raise Refusal(f"没有编号为 {number} 的人员", f"nobody has the number {number}")
        if person.merged_into_id:
            into = person.merged_into_id
            raise Refusal(f"{number} 已并入 {into}", f"{number} was merged into {into} already")


def _refuse_clashes(cursor: CursorWrapper, keep: str, drop: str) -> None:
    cursor.execute(
        """
        select a.attendance_id, b.attendance_id, count(*) over ()
        from live_attendance as a join live_attendance as b
        on a.status = 'worked' and b.status = 'worked'
        and tstzrange(a.start, a."end") && tstzrange(b.start, b."end")
        where a.person_id = %s and b.person_id = %s order by 1, 2 limit 1""",
        [keep, drop],
    )
    if row := cursor.fetchone():
        mine, other, count = row
        raise Refusal(
            f"两份记录有 {count} 处同时在上班（如 {mine} 与 {other}）；请先取消其中一条",
            f"both have worked at the same time in {count} places (as {mine} and {other}); "
            "cancel one of the two first",
        )


def _remove_twice(
    cursor: CursorWrapper, table: str, columns: tuple[str, ...], keep: str, drop: str
) -> None:
    same = sql.SQL(" and ").join(
        sql.SQL("k.{0} = d.{0}").format(sql.Identifier(name)) for name in columns
    )
    cursor.execute(
        sql.SQL(
            "delete from {0} as d using {0} as k where d.person_id = {1} and k.person_id = {2} "
            "and {3}"
        ).format(sql.Identifier(PREFIX + table), sql.Literal(drop), sql.Literal(keep), same)
    )


def _move(cursor: CursorWrapper, table: str, keep: str, drop: str) -> int:
    """Let every naming of the second record name the first; each row is written once."""
    named = sql.SQL(", ").join(
        sql.SQL("{0} = case when {0} = {1} then {2} else {0} end").format(
            sql.Identifier(name), sql.Literal(drop), sql.Literal(keep)
        )
        for name in NAMING[table]
    )
    where = sql.SQL(" or ").join(
        sql.SQL("{} = {}").format(sql.Identifier(name), sql.Literal(drop)) for name in NAMING[table]
    )
    cursor.execute(
        sql.SQL("update {} set {} where {}").format(sql.Identifier(PREFIX + table), named, where)
    )
    return int(cursor.rowcount)


def _merge_of(drop: str) -> Change:
    """The change that merged a record, which nobody has undone."""
    old = (
        OldRow.objects.filter(table="people", key=drop, row__merged_into_id=None)
        .exclude(change__undone_by__isnull=False)
        .order_by("-pk")
    )
    person = Person.objects.filter(pk=drop).exclude(merged_into=None).first()
    found = old.filter(change_id=person.change_id).first() if person else None
    if found is None:
        raise Refusal(f"{drop} 没有并入别的记录", f"{drop} is not merged into another record")
    return found.change


def _put_back(cursor: CursorWrapper, old: OldRow, merging: Change) -> None:
    """Put one row back as it was before the merge, or at least back to its person."""
    model = models()[old.table]
    live, key = sql.Identifier(PREFIX + old.table), model._meta.pk
    assert key is not None
    column, value = sql.Identifier(str(key.column)), old.row[str(key.column)]
    cursor.execute(
        sql.SQL("select change_id from {} where {} = {}").format(live, column, sql.Literal(value))
    )
    standing = cursor.fetchone()
    if standing is None:
        _insert(cursor, live, old.row)
        return
    untouched = standing[0] == merging.pk
    names = [n for n in old.row if n not in ("change_id", key.column)]
    names = names if untouched else [n for n in NAMING[old.table] if n in names]
    assigned = sql.SQL(", ").join(
        sql.SQL("{0} = o.{0}").format(sql.Identifier(name)) for name in names
    )
    cursor.execute(
        sql.SQL(
            "update {0} as l set {1} from jsonb_populate_record(null::{0}, {2}::jsonb) as o "
            "where l.{3} = o.{3}"
        ).format(live, assigned, sql.Literal(json.dumps(old.row)), column)
    )


def _insert(cursor: CursorWrapper, live: sql.Identifier, row: dict[str, Any]) -> None:
    names = sql.SQL(", ").join(sql.Identifier(n) for n in row if n != "change_id")
    override = sql.SQL("overriding system value" if "id" in row else "")
    cursor.execute(
        sql.SQL(
            "insert into {0} ({1}) {2} select {1} from jsonb_populate_record(null::{0}, {3}::jsonb)"
        ).format(live, names, override, sql.Literal(json.dumps(row)))
    )
