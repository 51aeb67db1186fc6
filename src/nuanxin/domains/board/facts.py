"""One row of the evidence: as it was evaluated, else as it stands."""

from __future__ import annotations

from nuanxin.domains.changes import selectors as changes
from nuanxin.domains.ledger import selectors
from nuanxin.domains.ledger.models import Fact, Run


def fact_of(run: Run, table: str, key: str) -> Fact | None:
    """A fact that a criterion names, or one that stands and on which nothing rests."""
    found = selectors.fact(run, table, key)
    if found is None and (row := changes.standing(table, key)):
        return Fact(run=run, table=table, key=key, row=row)
    return found


def person_of(found: Fact) -> str:
    """Whose record a fact is part of, a child's the guardian's; empty when nobody's."""
    return str(found.row.get("person_id") or found.row.get("guardian_id") or "")
