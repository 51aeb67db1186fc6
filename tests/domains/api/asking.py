"""Asking the API, for tests: a token in a role, and a client that sends it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from nuanxin.domains.access.roles import Role
from nuanxin.domains.actor import Actor
from nuanxin.domains.api import tokens
from nuanxin.domains.changes.services import changing
from nuanxin.domains.people.models import Person, Unit
from tests.domains.small_city import PEOPLE, UNITS

SECURITY = Actor(id="sec", role=Role.SECURITY_ADMIN, account="sec")


def key_of(role: Role, *, unit_id: str = "", name: str = "", per_minute: int = 10**6) -> str:
    """A fresh token of a role at a unit (empty: the whole city)."""
    named = name or "-".join(filter(None, ("test", role.value.replace("_", "-"), unit_id.lower())))
    until = timezone.localdate() + timedelta(days=30)
    _, key = tokens.make(
        named,
        role,
        SECURITY,
        unit_id=unit_id,
        purpose="test",
        until=until,
        per_minute=per_minute,
    )
    return key


def asking(role: Role, *, unit_id: str = "", name: str = "", language: str = "en") -> Client:
    """A client that sends such a token."""
    key = key_of(role, unit_id=unit_id, name=name)
    return Client(headers={"Authorization": f"Bearer {key}", "Accept-Language": language})


def post(client: Client, address: str, body: dict[str, Any], key: str = "") -> Any:
    """The answer to a write."""
    headers = {"Idempotency-Key": key} if key else {}
    return client.post(f"/api/v1/{address}", body, "application/json", headers=headers)


def settle_units() -> None:
    """Take the units and people of the small city into the live city."""
    with changing("test", "test") as change:
        for number, name, _, kind, district in UNITS:
            Unit.objects.create(
                unit_id=number, name=name, kind=kind, district=district, change=change
            )
        for number, name, unit, profession in PEOPLE:
            Person.objects.create(
                person_id=number,
                name=name,
                unit_id=unit,
                employment="contract",
                profession=profession,
                is_leader=False,
                change=change,
            )
