"""``nuanxin token``, as a user meets it."""

from __future__ import annotations

from contextlib import nullcontext

import pytest
from django.test import Client

from nuanxin.domains.access.roles import Role
from nuanxin.domains.api.models import Token
from nuanxin.site import server
from tests.commands.conftest import Nuanxin
from tests.signed_in import account

RIGHT = ("--role", "unit_hr", "--until", "2099-01-31", "--purpose", "考勤对接")


@pytest.fixture
def by(monkeypatch: pytest.MonkeyPatch, db: None) -> tuple[str, str]:
    """A security administrator; the database of the tests stands for that of the home folder."""
    del db
    monkeypatch.setattr(server, "prepared", nullcontext)
    return ("--by", account(Role.SECURITY_ADMIN).name)


def status(key: str) -> int:
    return Client(headers={"Authorization": f"Bearer {key}"}).get("/api/v1/search?q=x").status_code


def test_a_token_is_shown_once_used_listed_and_taken_back(
    nuanxin: Nuanxin, by: tuple[str, str]
) -> None:
    said = nuanxin("token", "create", "his-u1", *RIGHT, *by)
    key = said.out.split()[-1]
    assert (said.code, status(key)) == (0, 200)
    listed = nuanxin("token", "list").out
    assert "his-u1  unit_hr  city  考勤对接  2099-01-31" in listed
    assert key not in listed
    assert nuanxin("token", "revoke", "his-u1", *by).out == "his-u1: revoked\n"
    assert status(key) == 401
    assert '"state": "revoked"' in nuanxin("token", "list", "--json").out


def test_what_cannot_be_is_refused_in_a_line(nuanxin: Nuanxin, by: tuple[str, str]) -> None:
    somebody = account(Role.FINANCE).name
    said = nuanxin("token", "create", "his", *RIGHT, "--by", somebody).refused()
    assert said == f"--by {somebody}: no security administrator has that account"
    said = nuanxin("token", "create", "his", *RIGHT, *by, "--until", "soon").refused()
    assert said == "--until soon: expected a date YYYY-MM-DD"
    said = nuanxin("token", "create", "his", *RIGHT, *by, "--role", "king").refused()
    assert said.startswith("--role king: expected one of organisation")
    assert nuanxin("token", "revoke", "none", *by).refused() == "there is no token none"
    assert not Token.objects.exists()
