"""Every place of the database where something is sealed, and the columns of the contract that are.

A new sealed column is named here, so that a rotation of keys reaches it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

PERSONAL: dict[str, tuple[str, ...]] = {"people": ("id_number",)}
"""The columns of the facts contract, by table, that the live city holds sealed."""


@dataclass(frozen=True)
class Place:
    """A column with seals in it, and the column that its rows are known by."""

    table: str
    key: str
    column: str


PLACES = (
    Place("live_people", "person_id", "id_number"),
    Place("changes_oldrow", "id", "row"),
    Place("intake_line", "id", "remarks"),
    Place("intake_upload", "id", "file_key"),
    Place("access_secondfactor", "account_id", "secret"),
)

after_rotation: list[Callable[[], None]] = []
"""What other domains do once everything is sealed by the newest key: their marks are made anew."""


def rows_by_key() -> str:
    """The query that counts what each key seals: name of the key, seals."""
    parts = (
        f"select m[1] as name, count(*) as seals from {one.table} as t, regexp_matches("
        f"t.{one.column}::text, 'seal:[a-z]+:([0-9a-f]{{8}}):', 'g') as m"
        f" where t.{one.column}::text like '%seal:%' group by 1"
        for one in PLACES
    )
    return f"select name, sum(seals)::bigint from ({' union all '.join(parts)}) as k group by 1"
