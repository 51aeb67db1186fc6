"""``nuanxin account create``, as a user meets it."""

from __future__ import annotations

import pytest

from nuanxin.domains.access.models import Account, Act, Membership
from nuanxin.site import server
from tests.commands.conftest import Nuanxin
from tests.domains import live_city
from tests.signed_in import device_of


@pytest.fixture
def _here(monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    """The database of the tests stands for that of the home folder."""
    from contextlib import nullcontext

    del db
    monkeypatch.setattr(server, "prepared", nullcontext)


@pytest.mark.usefixtures("_here")
def test_an_account_gets_a_role_and_a_link(nuanxin: Nuanxin) -> None:
    live_city.unit("U1")
    said = nuanxin("account", "create", "sunli", "--role", "unit_hr", "--unit", "U1")
    assert said.code == 0
    assert "http://127.0.0.1:8000/sign-in/first/" in said.out
    held = Membership.objects.get()
    assert (held.account.name, held.role, held.unit_id) == ("sunli", "unit_hr", "U1")
    assert not held.account.has_usable_password()
    assert nuanxin("account", "create", "sunli", "--role", "finance").code == 0
    assert Account.objects.get().memberships.count() == 2


@pytest.mark.usefixtures("_here")
def test_what_cannot_be_is_refused_in_a_line(nuanxin: Nuanxin) -> None:
    said = nuanxin("account", "create", "x", "--role", "king").refused()
    assert said.startswith("--role king: expected one of organisation, health")
    said = nuanxin("account", "create", "x", "--role", "finance", "--until", "soon").refused()
    assert said == "--until soon: expected a date YYYY-MM-DD"
    said = nuanxin("account", "create", "x", "--role", "finance", "--until", "2020-01-01").refused()
    assert said == "the last day of a role is before its first"
    said = nuanxin("account", "create", "x", "--role", "finance", "--unit", "U9").refused()
    assert said == "there is no unit U9"
    assert not Account.objects.exists()


@pytest.mark.usefixtures("_here")
def test_a_lost_device_is_reset_and_written_down(nuanxin: Nuanxin) -> None:
    nuanxin("account", "create", "sunli", "--role", "security_admin")
    said = nuanxin("account", "reset", "sunli", "--why", "phone lost").refused()
    assert said == "this account has no second factor"
    device_of(Account.objects.get())
    assert nuanxin("account", "reset", "sunli", "--why", "phone lost").code == 0
    assert [act.verb for act in Act.objects.order_by("pk")] == ["make", "give", "link", "reset"]
    assert nuanxin("account", "reset", "nobody", "--why", "x").refused().startswith("nobody:")
