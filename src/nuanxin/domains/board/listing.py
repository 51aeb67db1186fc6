"""A page of a list of obligations, with the names of subjects and owners beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from nuanxin.domains.board.figures import Standing
from nuanxin.domains.board.query import Query
from nuanxin.domains.ledger import selectors
from nuanxin.domains.ledger.models import Obligation, Run, Subject, Unit
from nuanxin.domains.ledger.selectors import Counted
from nuanxin.domains.states import family
from nuanxin.policy.pack import Pack
from nuanxin.policy.registry import Obligation as Entry

PAGE = 50


@dataclass(frozen=True)
class Line:
    """One obligation of a list."""

    row: Obligation
    entry: Entry
    subject: Subject | None
    owner: Unit | None


@dataclass(frozen=True)
class Listing:
    """One page of a list: its lines, and where it stands among all."""

    query: Query
    lines: Sequence[Line]
    total: int
    more_than: bool

    @property
    def pages(self) -> int:
        return max(1, -(-min(self.total, selectors.MOST) // PAGE))

    @property
    def capped(self) -> bool:
        """Whether there are more than can be paged through."""
        return self.total > selectors.MOST


def listing(
    run: Run, pack: Pack, query: Query, counts: Sequence[Counted], measure: int | None = None
) -> Listing:
    """The page of a list that an address asks for. ``counts`` are the counts of its place."""
    every = found(run, query, measure)
    total, more = total_of(every, query, counts)
    start = (min(query.page, selectors.MOST // PAGE) - 1) * PAGE
    rows = list(every[start : start + PAGE])
    return Listing(query, as_lines(run, pack, rows), total, more)


def found(run: Run, query: Query, measure: int | None = None) -> QuerySet[Obligation]:
    """All obligations that an address asks for."""
    subjects_meant = tuple(selectors.named(run, query.q)) if query.q else None
    return selectors.obligations(run, query.filter(measure, subjects_meant))


def total_of(
    every: QuerySet[Obligation],
    query: Query,
    counts: Sequence[Counted],
    *,
    most: int = selectors.MOST,
) -> tuple[int, bool]:
    """How many there are, and whether only ``most`` of them were counted."""
    if query.counted:
        return _counted(query, counts), False
    total = every.order_by()[: most + 1].count()
    return total, total > most


def as_lines(run: Run, pack: Pack, rows: Sequence[Obligation]) -> list[Line]:
    """Obligations with the names of their subjects and owners, in two queries."""
    subjects = selectors.subjects(run, [(row.subject_kind, row.subject_id) for row in rows])
    units = selectors.units(run, [row.owner_unit_id for row in rows])
    entries = {entry.id: entry for entry in pack.text.obligations}
    return [
        Line(
            row,
            entries[row.provision],
            subjects.get((row.subject_kind, row.subject_id)),
            units.get(row.owner_unit_id or ""),
        )
        for row in rows
    ]


def _counted(query: Query, counts: Sequence[Counted]) -> int:
    return sum(
        count.rows
        for count in counts
        if (not query.state or family(count.state) == query.state)
        and (not query.provision or count.provision == query.provision)
        and (not query.district or count.district == query.district)
        and (not query.kind or count.unit_kind == query.kind)
    )


def standing_of(query: Query, counts: Sequence[Counted]) -> Standing:
    """The states within a list's place and provision, for its row of figures."""
    return Standing.of(
        count
        for count in counts
        if (not query.provision or count.provision == query.provision)
        and (not query.district or count.district == query.district)
        and (not query.kind or count.unit_kind == query.kind)
    )
