"""Small folders of facts written in a test, a table at a time."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

HEADERS = {
    "units": "unit_id,name,parent_id,kind,district",
    "people": "person_id,name,unit_id,employment,profession,is_leader",
    "posts": "post_id,unit_id,name,kind,contact,risk",
    "spells": (
        "spell_id,person_id,post_id,arranged_by,start_date,end_date,mission,aid_place,"
        "treats_confirmed"
    ),
    "attendance": (
        "attendance_id,person_id,post_id,spell_id,start,end,status,contact_confirmed,reason_over_8h"
    ),
}


def write(folder: Path, **tables: Iterable[Sequence[object]]) -> Path:
    """Write the tables given, with their headers; the five required ones always exist."""
    folder.mkdir(parents=True, exist_ok=True)
    for table, header in HEADERS.items():
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            lines = csv.writer(file, lineterminator="\n")
            lines.writerow(header.split(","))
            lines.writerows(tables.get(table, ()))
    return folder


def shift(
    number: str, person: str, day: str, contact: str, *, post: str = "W1", spell: str = ""
) -> tuple[str, ...]:
    """A worked shift of six hours from eight in the morning."""
    start, end = f"{day}T08:00:00", f"{day}T14:00:00"
    return (number, person, post, spell, start, end, "worked", contact, "")
