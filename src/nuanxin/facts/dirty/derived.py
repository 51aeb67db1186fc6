"""What a sheet does not say in a column of its own but gives all the same.

Numbers of rows that nobody numbers are made from what the row says, so that the same row has
the same number tomorrow; attendance may part the day from the times.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from nuanxin.facts.dirty.names import DAY, SPAN
from nuanxin.policy.contract import Table

NUMBERED_BY: dict[str, tuple[str, ...]] = {
    "people": ("unit_id", "name", "birth_date"),
    "children": ("guardian_id", "name", "birth_date"),
    "spells": ("person_id", "post_id", "start_date"),
    "attendance": ("person_id", "post_id", "start"),
    "absences": ("person_id", "kind", "start_date"),
    "harms": ("person_id", "kind", "date"),
    "findings": ("person_id", "level", "decided_on"),
    "deliveries": ("provision", "subject_id", "on_date", "period_start"),
    "stock_issues": ("unit_id", "item", "at", "person_id"),
    "data_requests": ("issuer_id", "target_id", "issued_at"),
    "fund_entries": ("fund", "on_date", "amount_fen", "purpose"),
    "waivers": ("person_id", "provision", "on_date"),
}
"""Tables whose rows can be numbered by what they say, and the columns that tell them apart."""


def given_by(table: Table, columns: set[str]) -> set[str]:
    """The columns that follow from those there are."""
    found: set[str] = set()
    if table.name == "attendance" and {DAY, SPAN} <= columns:
        found |= {"start", "end"}
    by = NUMBERED_BY.get(table.name)
    needed = [name for name in by or () if table.column(name).required]
    if by and set(needed) <= columns | found:
        found.add(table.key[0])
    return found


def number_of(table: Table, row: Mapping[str, str]) -> str:
    """The number of a row from what it says; empty when it says too little."""
    by = NUMBERED_BY.get(table.name)
    if by is None or not all(row.get(name) for name in by if table.column(name).required):
        return ""
    said = "\x1f".join([table.name, *(row.get(name, "") for name in by)])
    return f"{table.name[0].upper()}-{hashlib.blake2s(said.encode(), digest_size=8).hexdigest()}"
