"""Makes a city on which two evaluators differ as small as it gets, so that a person can read it."""

from __future__ import annotations

from collections.abc import Callable

from .model import Facts

KEPT = {"units", "people", "posts"}


def smallest(facts: Facts, differs: Callable[[Facts], bool]) -> Facts:
    """Drops rows one by one while ``differs`` stays true; references stay valid.

    Units, people and posts are kept, and a spell that a row of attendance names.
    """
    shrinking = True
    while shrinking:
        shrinking = False
        for table in sorted(set(facts) - KEPT):
            for row in list(facts[table]):
                less = {**facts, table: [other for other in facts[table] if other is not row]}
                if not _named(facts, table, row) and differs(less):
                    facts = less
                    shrinking = True
    return facts


def _named(facts: Facts, table: str, row: dict[str, object]) -> bool:
    return table == "spells" and any(
        work.get("spell_id") == row["spell_id"] for work in facts["attendance"]
    )
