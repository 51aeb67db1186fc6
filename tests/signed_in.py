"""Being signed in, for tests: a client in a role, and sessions that a real browser takes up."""

from __future__ import annotations

from datetime import date

import pyotp
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.test import Client

from nuanxin.domains.access.models import Account, Membership, SecondFactor
from nuanxin.domains.access.roles import Role
from nuanxin.domains.access.session import BACKEND, begin


def account(role: Role, *, unit_id: str = "", person_id: str = "") -> Account:
    """An account that wears a role at a unit (empty: the whole city); the same when asked again."""
    name = "-".join(filter(None, ("test", role.value.replace("_", "-"), unit_id, person_id)))
    found, made = Account.objects.get_or_create(name=name, defaults={"person_id": person_id})
    if made:
        Membership.objects.create(
            account=found, role=role, unit_id=unit_id, purpose="test", since=date(2020, 1, 1)
        )
    return found


def signed_in(
    role: Role, *, unit_id: str = "", person_id: str = "", enforce_csrf_checks: bool = False
) -> Client:
    """A client that is signed in."""
    client = Client(enforce_csrf_checks=enforce_csrf_checks)
    client.force_login(account(role, unit_id=unit_id, person_id=person_id), BACKEND)
    session = client.session
    begin(session, twice=True)
    session.save()
    return client


def device_of(of: Account) -> pyotp.TOTP:
    """A device that is the second factor of an account, and was not used yet."""
    device = pyotp.TOTP(pyotp.random_base32())
    SecondFactor.objects.create(account=of, secret=device.secret, step=0)
    return device


def key_of(role: Role) -> str:
    """The key of the session that ``open_sessions`` made for a role."""
    return f"test-session-{role}"


def open_sessions() -> None:
    """A session for each role, for browsers that bring its key as their cookie."""
    for role in Role:
        open_session(key_of(role), account(role))


def open_session(key: str, of: Account) -> str:
    """A session of an account under a key, for a browser that brings it; the key."""
    session = SessionStore()
    session[SESSION_KEY] = str(of.pk)
    session[BACKEND_SESSION_KEY] = BACKEND
    session[HASH_SESSION_KEY] = of.get_session_auth_hash()
    begin(session, twice=True)
    Session.objects.save(key, dict(session.items()), session.get_expiry_date())
    return key


def cookie(role: Role, site: str, key: str = "") -> dict[str, str]:
    """The cookie of a role's session (or of that key) at a site, as a browser takes it."""
    return {"name": settings.SESSION_COOKIE_NAME, "value": key or key_of(role), "url": site}
