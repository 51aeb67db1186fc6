"""Sealing what stood plain before there were seals; migrations call it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from nuanxin.domains.seals.sealing import ID, seal, sealed_numbers

BATCH = 5000


def seal_people(_apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    """The id numbers of people, and of what they were before."""
    _each(editor, "live_people", "person_id", "id_number", lambda told: seal(ID, told))
    _each(editor, "changes_oldrow", "id", "row", _sealed_row, "\"table\" = 'people'")


def seal_remarks(_apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    """The id numbers among what was said about rows of files."""
    _each(editor, "intake_line", "id", "remarks", sealed_numbers)


def _sealed_row(told: str) -> str:
    row = json.loads(told)
    number = row.get("id_number")
    return json.dumps(row | {"id_number": seal(ID, number)} if number else row)


def _each(
    editor: BaseDatabaseSchemaEditor,
    table: str,
    key: str,
    column: str,
    change: Callable[[str], str],
    where: str = "true",
) -> None:
    with editor.connection.cursor() as cursor:
        cursor.execute(f"alter table {table} disable trigger user")
        last = None
        while True:
            cursor.execute(
                f"select {key}, {column}::text from {table} where {where}"
                f" and {column} is not null and {column}::text not like '%%seal:%%'"
                f" and (%(last)s is null or {key} > %(last)s) order by {key} limit {BATCH}",
                {"last": last},
            )
            found = cursor.fetchall()
            if not found:
                break
            last = found[-1][0]
            kind = "jsonb" if column in ("row", "remarks") else "text"
            key_kind = "bigint" if key == "id" else "text"
            cursor.execute(
                f"update {table} as t set {column} = r.told::{kind}"
                f" from unnest(%s::{key_kind}[], %s::text[]) as r(id, told) where t.{key} = r.id",
                [[row for row, _ in found], [change(told) for _, told in found]],
            )
        cursor.execute(f"alter table {table} enable trigger user")
