"""What stood before: the history of a row."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.db import connection

from nuanxin.domains.changes.models import Change, OldRow
from nuanxin.domains.changes.tables import model_of
from nuanxin.domains.seals.places import PERSONAL
from nuanxin.domains.seals.sealing import opened
from nuanxin.policy.contract import TABLE


@dataclass(frozen=True)
class Version:
    """A row as a change left it; ``row`` is None when the change removed it."""

    change: Change
    row: dict[str, Any] | None

    def differs(self, before: Version | None) -> list[tuple[str, Any, Any]]:
        """The columns that this version has otherwise than the one before: name, old, new."""
        old, new = (before.row if before else None) or {}, self.row or {}
        names = [name for name in (new or old) if name not in ("change_id", "id")]
        return [(n, old.get(n), new.get(n)) for n in names if old.get(n) != new.get(n)]


def history(table: str, key: str) -> list[Version]:
    """Every version of a row, the first one first; ``key`` is the contract's, joined by ``/``."""
    old = list(OldRow.objects.filter(table=table, key=key).order_by("pk"))
    now = _standing(table, key)
    wrote = {row.row["change_id"] for row in old} | {row.change_id for row in old}
    changes = Change.objects.in_bulk(wrote | ({now["change_id"]} if now else set()))
    found = [Version(changes[row.row["change_id"]], _opened(row.row)) for row in old]
    if now:
        return [*found, Version(changes[now["change_id"]], _opened(now))]
    return [*found, Version(changes[old[-1].change_id], None)] if old else []


def _opened(row: dict[str, Any]) -> dict[str, Any]:
    return {name: opened(told) if isinstance(told, str) else told for name, told in row.items()}


def standing(table: str, key: str) -> dict[str, Any] | None:
    """The row as it stands in the live city, without what is sealed; None when it does not."""
    row = _standing(table, key) if table in TABLE else None
    if row is None:
        return None
    shown = (column.name for column in TABLE[table].columns)
    return {name: row[name] for name in shown if name not in PERSONAL.get(table, ())}


def _standing(table: str, key: str) -> dict[str, Any] | None:
    """The row as it stands, by its database columns, as the history has them."""
    columns = TABLE[table].key
    named = " || '/' || ".join(f"coalesce({name}::text, '')" for name in columns)
    where = f"{columns[0]} = %s" if len(columns) == 1 else f"{named} = %s"
    with connection.cursor() as cursor:
        cursor.execute(
            f"select to_jsonb(l)::text from {model_of(table)._meta.db_table} as l where {where}",
            [key],
        )
        row = cursor.fetchone()
    if row is None:
        return None
    told: dict[str, Any] = json.loads(row[0])
    return told
