"""Tokens: made by the security administrator, shown once, ended at once, counted."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from nuanxin.domains.access.models import Membership
from nuanxin.domains.access.roles import Role
from nuanxin.domains.actor import Actor
from nuanxin.domains.api import tokens
from nuanxin.domains.api.models import Token
from nuanxin.domains.changes.refusal import Refusal
from tests.domains.api.asking import SECURITY, key_of
from tests.signed_in import signed_in

pytestmark = pytest.mark.django_db
FOUND = "/api/v1/search?q=x"


def ask(key: str) -> int:
    return Client(headers={"Authorization": f"Bearer {key}"}).get(FOUND).status_code


def test_a_token_lets_in_and_is_kept_only_as_a_digest() -> None:
    key = key_of(Role.UNIT_HR)
    assert ask(key) == 200
    kept = Token.objects.get()
    assert key not in str(vars(kept))
    assert kept.used_at is not None


def test_nobody_comes_in_without_one_and_a_session_is_none() -> None:
    for client in (Client(), signed_in(Role.ORGANISATION)):
        answer = client.get(FOUND)
        assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")
        assert answer["Content-Type"] == "application/problem+json"
    assert [ask(key) for key in ("", "nx_wrong", "nx_" + "é" * 40, "nx_" + "x" * 900)] == [401] * 4


def test_taking_it_away_ends_it_at_once() -> None:
    key = key_of(Role.UNIT_HR, name="his")
    tokens.revoke("his", SECURITY)
    assert ask(key) == 401
    key = key_of(Role.UNIT_HR, name="his-2")
    yesterday = timezone.localdate() - timedelta(days=1)
    Membership.objects.filter(token__name="his-2").update(since=yesterday, until=yesterday)
    assert ask(key) == 401


def test_it_may_ask_so_often_in_a_minute() -> None:
    key = key_of(Role.UNIT_HR, per_minute=2)
    Token.objects.update(minute=timezone.now().replace(second=0, microsecond=0))
    answers = [Client(headers={"Authorization": f"Bearer {key}"}).get(FOUND) for _ in range(5)]
    codes = [answer.status_code for answer in answers]
    assert codes[:2] == [200, 200]
    assert 429 in codes
    assert answers[codes.index(429)]["Retry-After"] == "60"
    Token.objects.update(minute=timezone.now() - timedelta(minutes=1))
    assert ask(key) == 200


@pytest.mark.parametrize("role", [role for role in Role if role != Role.SECURITY_ADMIN])
def test_only_the_security_administrator_makes_and_takes_back(role: Role) -> None:
    by = Actor(id="x", role=role, account="x")
    until = timezone.localdate() + timedelta(days=1)
    with pytest.raises(Refusal, match="security administrator"):
        tokens.make("his", Role.UNIT_HR, by, purpose="x", until=until)
    with pytest.raises(Refusal, match="security administrator"):
        tokens.revoke("his", by)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"name": "Großes Haus"}, "small letters"),
        ({"role": Role.SECURITY_ADMIN}, "staff"),
        ({"role": Role.WORKER}, "staff"),
        ({"purpose": " "}, "what it is for"),
        ({"until": timezone.localdate()}, "after today"),
        ({"unit_id": "NONE"}, "no unit"),
    ],
)
def test_what_cannot_stand_is_said(wrong: dict[str, object], told: str) -> None:
    right = {
        "name": "his",
        "role": Role.UNIT_HR,
        "purpose": "x",
        "until": timezone.localdate() + timedelta(days=1),
    }
    with pytest.raises(Refusal, match=told):
        tokens.make(by=SECURITY, **right | wrong)  # type: ignore[arg-type]
