"""Reading the ledger as it was: versions of a row, and the whole at a moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db import connection
from django.utils import timezone

from nuanxin.domains.access.roles import SEES_PEOPLE
from nuanxin.domains.actor import Actor
from nuanxin.domains.ledger.models import (
    Criterion,
    Deed,
    Load,
    Obligation,
    ObligationRow,
    PastCriterion,
    PastObligation,
    Run,
)


@dataclass(frozen=True)
class Version:
    """An obligation as it was from ``row.since`` to ``until`` (None: it is so now)."""

    row: ObligationRow
    until: datetime | None

    @property
    def gone(self) -> bool:
        """Whether it was not the last word."""
        return self.until is not None


def versions(run: Run, obligation_id: str) -> list[Version]:
    """All that was ever written about an obligation, the oldest first, whatever its name then.

    Empty when the ledger never had it.
    """
    entry = entry_of(run, obligation_id)
    if entry is None:
        return []
    now = Obligation.objects.filter(run=run, pk=entry).first()
    return versions_of(now) if now else _past(run, entry)


def versions_of(row: Obligation) -> list[Version]:
    """The versions of an obligation that stands, the oldest first."""
    return [*_past(row.run, row.pk), Version(row, None)]


def _past(run: Run, entry: int) -> list[Version]:
    past = PastObligation.objects.filter(run=run, entry=entry).order_by("since", "until")
    return [Version(row, row.until) for row in past]


def entry_of(run: Run, obligation_id: str) -> int | None:
    """The number under which an obligation stands, or last stood, in the ledger."""
    now = Obligation.objects.filter(run=run, obligation_id=obligation_id).values_list("pk")
    if found := now.first():
        return int(found[0])
    past = PastObligation.objects.filter(run=run, obligation_id=obligation_id).order_by("-until")
    last = past.values_list("entry", flat=True).first()
    return None if last is None else int(last)


def deeds(run: Run, entry: int | None) -> list[Deed]:
    """What people did about an obligation, in order."""
    found = Deed.objects.filter(run=run, entry=entry) if entry is not None else Deed.objects.none()
    return list(found.order_by("at", "pk"))


def end_of(day: date) -> datetime:
    """The last moment of a local day."""
    return timezone.make_aware(datetime.combine(day, time.max))


def obligations_at(run: Run, at: datetime, **narrow: Any) -> list[ObligationRow]:
    """The obligations that stood in the ledger at a moment, as they were; by their names then."""
    now = Obligation.objects.filter(run=run, since__lte=at, **narrow)
    past = PastObligation.objects.filter(run=run, since__lte=at, until__gt=at, **narrow)
    found: list[ObligationRow] = [*now, *past]
    return sorted(found, key=lambda row: row.obligation_id)


def criteria_at(run: Run, obligation_id: str, at: datetime) -> list[tuple[str, bool | None, str]]:
    """The reasons of an obligation as they were at a moment: criterion, holds, value."""
    shown = ("criterion", "holds", "value")
    mine = {"run": run, "obligation_id": obligation_id, "since__lte": at}
    now = Criterion.objects.filter(**mine).values_list(*shown)
    past = PastCriterion.objects.filter(**mine, until__gt=at).values_list(*shown)
    return sorted([*now, *past], key=lambda told: told[0])


def counts_at(run: Run, at: datetime) -> Sequence[tuple[str, str, int]]:
    """How many obligations stood how at a moment: provision, state, rows."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            select provision, state, count(*) from (
                select provision, state from ledger_obligation
                where run_id = %(run)s and since <= %(at)s
                union all
                select provision, state from ledger_obligation_past
                where run_id = %(run)s and since <= %(at)s and until > %(at)s
            ) as stood group by 1, 2 order by 1, 2""",
            {"run": run.pk, "at": at},
        )
        return [(str(p), str(s), int(n)) for p, s, n in cursor.fetchall()]


def loads(run: Run, by: Actor) -> list[Load]:
    """The loads that changed something, the latest first; who sees no people by name sees none
    of one person."""
    found = Load.objects.filter(run=run).order_by("-at", "-pk")
    if by.role not in SEES_PEOPLE:
        found = found.exclude(scope__contains=":")
    return list(found[:100])
