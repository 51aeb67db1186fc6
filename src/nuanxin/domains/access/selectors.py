"""What the pages of administrators ask: accounts, attempts to sign in, acts, keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Max, Q, QuerySet
from django.utils import timezone

from nuanxin.domains.access.limits import PER_NAME, WINDOW
from nuanxin.domains.access.models import Account, Act, Attempt, Membership
from nuanxin.domains.seals.sealing import keys

PAGE = 50


@dataclass(frozen=True)
class Line:
    """An account as the list shows it; ``seen`` is the last attempt that succeeded."""

    account: Account
    held: Sequence[Membership]
    has_factor: bool
    seen: datetime | None


def accounts(words: str) -> QuerySet[Account]:
    """Accounts whose name begins so."""
    return Account.objects.filter(name__startswith=words).order_by("name")


def lines(found: Sequence[Account]) -> list[Line]:
    """The same with roles of today, second factor and last sign-in; three queries."""
    today = timezone.localdate()
    held: dict[int, list[Membership]] = {}
    for one in Membership.objects.filter(account__in=found).order_by("pk"):
        if one.holds_on(today):
            held.setdefault(one.account_id, []).append(one)
    with_factor = set(
        Account.objects.filter(pk__in=[one.pk for one in found], second_factor__isnull=False)
        .values_list("pk", flat=True)
    )  # fmt: skip
    names = [one.name for one in found]
    seen = dict(
        Attempt.objects.filter(name__in=names, failed=False)
        .values_list("name")
        .annotate(at=Max("at"))
    )
    return [
        Line(one, held.get(one.pk, []), one.pk in with_factor, seen.get(one.name)) for one in found
    ]


def memberships(account: Account) -> list[Membership]:
    """Every role an account holds, held or will hold, the latest first."""
    return list(account.memberships.order_by("-since", "-pk"))


def acts(of: str = "") -> QuerySet[Act]:
    """What administrators did, the latest first; only to one account when named."""
    found = Act.objects.filter(of=of) if of else Act.objects.all()
    return found.order_by("-pk")


def attempts(*, only_failed: bool) -> QuerySet[Attempt]:
    """Attempts to sign in, the latest first."""
    found = Attempt.objects.filter(failed=True) if only_failed else Attempt.objects.all()
    return found.order_by("-pk")


def locked() -> list[tuple[str, int]]:
    """The names that are locked now, and how often each failed."""
    lately = Q(at__gt=timezone.now() - WINDOW, failed=True)
    found = Attempt.objects.filter(lately).values_list("name").annotate(n=Count("pk"))
    return sorted((str(name), int(n)) for name, n in found if n > PER_NAME)


@dataclass(frozen=True)
class KeyLine:
    """A key by its name: since when, how old in days, and whether it seals what is written."""

    name: str
    made: date
    days: int
    is_newest: bool
    is_complete: bool


def key_lines() -> list[KeyLine]:
    """The keys that seal, the newest first; never what they are."""
    today = timezone.localdate()
    found = []
    for place, key in enumerate(keys().keys):
        made = date.fromisoformat(key.made)
        found.append(KeyLine(key.name, made, (today - made).days, place == 0, key.complete))
    return found
