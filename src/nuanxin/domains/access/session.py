"""Being signed in: what the session holds, how long it lasts, and who that makes of a request.

A session names an account and the role worn; both are looked up at every request, so that a role
taken away ends at once.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY, login
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from nuanxin.domains.access.limits import CODE_ASKED, IDLE, LONGEST, NOTED
from nuanxin.domains.access.models import Account, Membership
from nuanxin.domains.access.roles import FAMILIES, Role
from nuanxin.domains.access.scope import Scope
from nuanxin.domains.actor import Actor

BACKEND = "django.contrib.auth.backends.ModelBackend"
WORN, SINCE, SEEN = "worn", "since", "seen"
TWICE = "twice"
"""In a session whose account showed a second factor, or is one of the demo's."""
WAITING, ASKED = "waiting", "asked"
"""In a session of nobody yet: the account whose password fits, and since when its code is due."""


@dataclass(frozen=True)
class SignedIn:
    """An account at a page: the role worn, and those it could wear today."""

    account: Account
    worn: Membership
    held: Sequence[Membership]

    @property
    def actor(self) -> Actor:
        """The same, as services know it."""
        of = self.account
        return Actor(
            id=of.person_id or of.name,
            role=self.worn.role,
            unit_id=self.worn.unit_id,
            purpose=self.worn.purpose,
            person_id=of.person_id,
            account=of.name,
        )

    @property
    def role(self) -> Role:
        return Role(self.worn.role)

    @property
    def scope(self) -> Scope:
        """The rows they see and write."""
        actor = self.actor
        return Scope(
            self.role,
            unit_id=actor.unit_id,
            person_id=actor.person_id,
            account=str(self.account.pk),
            name=self.account.name,
            actor=actor.id,
            purpose=actor.purpose,
        )


def sign_in(request: HttpRequest, account: Account, *, twice: bool) -> None:
    """Begin a session of an account, with a new key; ``twice``: it showed its second factor."""
    request.session.flush()
    login(request, account, backend=BACKEND)
    begin(request.session, twice=twice)


def begin(session: SessionBase, *, twice: bool) -> None:
    """Start the clocks of a session."""
    session[SINCE] = session[SEEN] = int(time.time())
    session[TWICE] = twice


def await_code(request: HttpRequest, account: Account) -> None:
    """Begin a session of nobody, which waits for the code of an account whose password fits."""
    request.session.flush()
    request.session[WAITING], request.session[ASKED] = account.pk, int(time.time())


def awaited(request: HttpRequest) -> Account | None:
    """The account whose code is due; None when none is, or no longer."""
    session = request.session
    if int(time.time()) - session.get(ASKED, 0) > CODE_ASKED:
        return None
    return Account.objects.filter(pk=int(session[WAITING]), is_active=True).first()


def wear(request: HttpRequest, membership: int) -> bool:
    """Wear another of one's roles; False when one does not hold it."""
    here = signed_in(request)
    if here is None or membership not in {one.pk for one in here.held}:
        return False
    request.session[WORN] = membership
    request.session.cycle_key()
    return True


def signed_in(request: HttpRequest) -> SignedIn | None:
    """Whose request it is; None when nobody is signed in, or no longer. Two queries."""
    session = request.session
    number = session.get(SESSION_KEY)
    if number is None:
        return None
    held = _held(int(number), timezone.localdate(), twice=session.get(TWICE) is True)
    if not held or not _lasts(session, held[0].account):
        session.flush()
        return None
    worn = next((one for one in held if one.pk == session.get(WORN)), held[0])
    return SignedIn(held[0].account, worn, held)


def _held(account: int, day: date, *, twice: bool) -> list[Membership]:
    """The roles of a day; an officer's only for who showed a second factor."""
    found = Membership.objects.filter(account=account, account__is_active=True)
    found = found.select_related("account").order_by("pk")
    return [one for one in found if one.holds_on(day) and (twice or one.role in FAMILIES)]


def _lasts(session: SessionBase, account: Account) -> bool:
    """Whether the session still holds; notes that it was used."""
    now = int(time.time())
    if now - session.get(SINCE, 0) > LONGEST or now - session.get(SEEN, 0) > IDLE:
        return False
    hashed = session.get(HASH_SESSION_KEY, "")
    if not constant_time_compare(hashed, account.get_session_auth_hash()):
        return False
    if now - session[SEEN] > NOTED:
        session[SEEN] = now
    return True
