"""A page of a list of obligations, with the names of subjects and owners beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nuanxin.domains.board.figures import Standing, short
from nuanxin.domains.board.query import Query
from nuanxin.domains.ledger import selectors
from nuanxin.domains.ledger.models import Obligation, Run, Subject, Tally, Unit
from nuanxin.domains.states import family
from nuanxin.policy.pack import Pack
from nuanxin.policy.registry import Obligation as Entry

PAGE = 50


@dataclass(frozen=True)
class Line:
    """One obligation of a list."""

    row: Obligation
    entry: Entry | None
    subject: Subject | None
    owner: Unit | None

    @property
    def code(self) -> str:
        return short(self.row.provision)


@dataclass(frozen=True)
class Listing:
    """One page of a list: its lines, where it stands among all, and the addresses beside it."""

    query: Query
    lines: Sequence[Line]
    total: int
    more_than: bool

    @property
    def pages(self) -> int:
        return max(1, -(-min(self.total, selectors.MOST) // PAGE))

    @property
    def before(self) -> str:
        page = self.query.page
        return self.query.address(page=page - 1) if page > 1 else ""

    @property
    def after(self) -> str:
        page = self.query.page
        return self.query.address(page=page + 1) if page < self.pages else ""

    @property
    def capped(self) -> bool:
        """Whether there are more than can be paged through."""
        return self.total > selectors.MOST


def listing(
    run: Run, pack: Pack, query: Query, tallies: Sequence[Tally], measure: int | None = None
) -> Listing:
    """The page of a list that an address asks for. ``tallies`` are the counts of its place."""
    wanted = query.filter(measure)
    found = selectors.obligations(run, wanted)
    if query.counted:
        total, more = _counted(query, tallies), False
    else:
        total = found.order_by()[: selectors.MOST + 1].count()
        more = total > selectors.MOST
    start = (min(query.page, selectors.MOST // PAGE) - 1) * PAGE
    rows = list(found[start : start + PAGE])
    subjects = selectors.subjects(run, [(row.subject_kind, row.subject_id) for row in rows])
    units = selectors.units(run, [row.owner_unit_id for row in rows])
    entries = {entry.id: entry for entry in pack.text.obligations}
    lines = [
        Line(
            row,
            entries.get(row.provision),
            subjects.get((row.subject_kind, row.subject_id)),
            units.get(row.owner_unit_id or ""),
        )
        for row in rows
    ]
    return Listing(query, lines, total, more)


def _counted(query: Query, tallies: Sequence[Tally]) -> int:
    return sum(
        tally.rows
        for tally in tallies
        if (not query.state or family(tally.state) == query.state)
        and (not query.provision or tally.provision == query.provision)
        and (not query.district or tally.district == query.district)
        and (not query.kind or tally.unit_kind == query.kind)
    )


def standing_of(query: Query, tallies: Sequence[Tally]) -> Standing:
    """The states within a list's place and provision, for its row of figures."""
    return Standing.of(
        tally
        for tally in tallies
        if (not query.provision or tally.provision == query.provision)
        and (not query.district or tally.district == query.district)
        and (not query.kind or tally.unit_kind == query.kind)
    )
