"""The inbox as a page shows it: buckets of duties with their first names, and what waits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from nuanxin.domains.access.roles import Role
from nuanxin.domains.actor import Actor
from nuanxin.domains.duty.models import DataRequest, HeldField
from nuanxin.domains.family.selectors import families_of
from nuanxin.domains.inbox import selectors
from nuanxin.domains.inbox.models import HandedBack
from nuanxin.domains.inbox.roles import SEEN
from nuanxin.domains.ledger import selectors as ledger
from nuanxin.domains.ledger.models import Obligation, Run, Subject, Unit
from nuanxin.domains.needs import selectors as needs
from nuanxin.domains.needs.selectors import Shown
from nuanxin.policy.pack import Pack
from nuanxin.policy.registry import Obligation as Entry
from nuanxin.policy.text import Text

TITLES = {
    "overdue": Text("已逾期", "Overdue"),
    "today": Text("今天到期", "Due today"),
    "week": Text("七天内到期", "Due within seven days"),
    "unknown": Text("还缺事实", "A fact is missing"),
}
STATES = {"overdue": "overdue", "today": "owed", "week": "owed", "unknown": "unknown"}
ALL = tuple(range(1, 17))
MEASURES = {
    Role.HEAD_NURSE: (7, 8, 11),
    Role.UNIT_HR: ALL,
    Role.COMMUNITY: ALL,
}
"""The measures whose duties a role sees to."""


@dataclass(frozen=True)
class Named:
    """One duty with the name of whom it is owed to."""

    row: Obligation
    subject: Subject | None

    @property
    def who(self) -> str:
        return (self.subject and self.subject.name) or self.row.subject_id


@dataclass(frozen=True)
class Heap:
    """The duties of one provision in a bucket."""

    entry: Entry
    count: int
    due: date | None
    first: Sequence[Named]
    owners: Sequence[Unit]

    @property
    def more(self) -> int:
        return self.count - len(self.first)


@dataclass(frozen=True)
class Bucket:
    """Duties of one urgency."""

    name: str
    heaps: Sequence[Heap]

    @property
    def title(self) -> Text:
        return TITLES[self.name]

    @property
    def state(self) -> str:
        """The state whose mark it bears, and by which the list is filtered."""
        return STATES[self.name]

    @property
    def count(self) -> int:
        return sum(heap.count for heap in self.heaps)


def buckets(run: Run, pack: Pack, units: Sequence[str], role: Role) -> list[Bucket]:
    """The duties of some units by urgency, each with its provisions and first names."""
    measures = MEASURES[role]
    counted = {b: selectors.heaps(run, units, measures, b) for b in selectors.BUCKETS}
    firsts = {b: selectors.first_of(run, units, measures, b) for b in selectors.BUCKETS}
    rows = [row for found in firsts.values() for row in found]
    names = ledger.subjects(run, [(row.subject_kind, row.subject_id) for row in rows])
    owners = ledger.units(run, [row.owner_unit_id for row in rows])
    return [
        Bucket(
            bucket,
            [
                _heap(pack.text.obligation(provision), count, due, heads, names, owners)
                for provision, count, due in counted[bucket]
                for heads in [_of(firsts[bucket], provision)]
            ],
        )
        for bucket in selectors.BUCKETS
    ]


def _of(rows: Iterable[Obligation], provision: str) -> list[Obligation]:
    return [row for row in rows if row.provision == provision]


def _heap(
    entry: Entry,
    count: int,
    due: date | None,
    rows: Sequence[Obligation],
    names: Mapping[tuple[str, str], Subject],
    owners: Mapping[str, Unit],
) -> Heap:
    told = [Named(row, names.get((row.subject_kind, row.subject_id))) for row in rows]
    owner_ids = dict.fromkeys(row.owner_unit_id or "" for row in rows)
    return Heap(entry, count, due, told, [owners[n] for n in owner_ids if n in owners])


def needs_of(run: Run, units: Sequence[str], by: Actor) -> list[Shown]:
    """What people, and the families that somebody looks after, asked for and wait for."""
    return needs.to_take_up(units, SEEN[Role(by.role)], families_of(run, by.person_id))


@dataclass(frozen=True)
class Asked:
    """A request for data: may it be handed back, which fields are held, and by whom."""

    request: DataRequest
    verdict: Obligation | None
    held: Sequence[tuple[str, Sequence[HeldField]]]
    back: HandedBack | None

    @property
    def is_duplicate(self) -> bool:
        return self.verdict is not None and self.verdict.state == "breached"

    @property
    def is_emergency(self) -> bool:
        return self.request.is_emergency


def asked(run: Run, units: Sequence[str]) -> list[Asked]:
    """The requests for data of the last two weeks, those that may be handed back first."""
    found = selectors.requests(units, run.as_of)
    verdicts = selectors.verdicts(run, found)
    held = selectors.held({field for request in found for field in request.fields})
    back = selectors.handed_back(found)
    shown = [
        Asked(
            request,
            verdicts.get(request.pk),
            [(field, held[field]) for field in dict.fromkeys(request.fields) if field in held],
            back.get(request.pk),
        )
        for request in found
    ]
    return sorted(shown, key=lambda one: (not one.is_duplicate, one.back is not None))


def minutes_by_day(requests: Iterable[Asked]) -> list[tuple[date, int]]:
    """The minutes that requests cost by day, without those handed back; the latest first."""
    from django.utils import timezone

    days = sorted(
        (timezone.localtime(one.request.issued_at).date(), one.request.minutes)
        for one in requests
        if one.back is None and not one.is_duplicate
    )
    summed = [
        (day, int(sum(minutes for _, minutes in heap)))
        for day, heap in groupby(days, key=lambda told: told[0])
    ]
    return summed[::-1]
