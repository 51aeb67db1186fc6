"""All that is held of one person: every table's rows, for machines and for people."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from django.db import connection
from django.template.loader import render_to_string
from django.utils import timezone

from nuanxin.domains.access.scope import everywhere
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.erasure.places import PLACES
from nuanxin.domains.ledger.package import sign, signing_key
from nuanxin.domains.seals.sealing import opened_json
from nuanxin.facts.words import COLUMNS, TABLES
from nuanxin.policy.text import Text

SECRET = ("password", "code_hash", "secret", "digest", "change_id", "run_id")
"""Columns that say nothing of the person, or that nobody may read."""
Told = dict[str, Any]


def everything_of(person_id: str) -> Told:
    """Every row that knows the person, by table, as JSON values. Refusal: nobody of the number."""
    with everywhere(), connection.cursor() as cursor:
        cursor.execute(
            "select person_id from live_people where person_id = %(p)s or merged_into_id = %(p)s",
            {"p": person_id},
        )
        numbers = [row[0] for row in cursor.fetchall()]
        if person_id not in numbers:
            raise Refusal(f"没有编号为 {person_id} 的人员", f"nobody has the number {person_id}")
        tables: dict[str, Sequence[Mapping[str, Any]]] = {}
        for place in sorted(PLACES, key=lambda one: one.table):
            if place.fate == "none" or place.own == "false":
                continue
            cursor.execute(
                f"select (to_jsonb(t) - %(secret)s::text[])::text from {place.table} as t"
                f" where {place.condition} order by 1",
                {"n": numbers, "secret": list(SECRET)},
            )
            if rows := [json.loads(opened_json(row[0])) for row in cursor.fetchall()]:
                tables[place.table] = rows
    made = timezone.localtime().isoformat(timespec="seconds")
    return {"form": 1, "person_id": person_id, "made_at": made, "tables": tables}


def packed(person_id: str, home: Path) -> bytes:
    """The signed ZIP of ``data.json`` and ``data.html``."""
    told = everything_of(person_id)
    values = json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True)
    page = render_to_string("erasure/export.html", {"e": told, "tables": _shown(told)})
    return sign({"data.json": values.encode(), "data.html": page.encode()}, signing_key(home))


def _shown(told: Told) -> list[tuple[Text, list[Text], list[list[Any]]]]:
    """Each table in words: its title, its columns, its rows."""
    found = []
    for table, rows in told["tables"].items():
        name = table.removeprefix("live_")
        title = TABLES.get(name, Text(table, table)) if name != table else Text(table, table)
        columns = list(dict.fromkeys(key for row in rows for key in row))
        words = [COLUMNS.get(key, Text(key, key)) for key in columns]
        found.append((title, words, [[row.get(key) for key in columns] for row in rows]))
    return found
