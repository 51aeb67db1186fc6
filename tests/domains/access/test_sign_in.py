"""Signing in and out, the limits of a session, and the one-time link."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pyotp
import pytest
from django.contrib.auth import SESSION_KEY
from django.http import HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.utils import timezone

from nuanxin.domains.access import demo, limits, services, session
from nuanxin.domains.access.address import address
from nuanxin.domains.access.models import Account, Attempt, Membership, SecondFactor
from nuanxin.domains.access.roles import Role
from nuanxin.domains.changes.refusal import Refusal
from tests.domains import live_city
from tests.signed_in import account, device_of, signed_in

pytestmark = pytest.mark.django_db
PASSWORD = "杏花春雨江南2020"


@pytest.fixture
def sunli() -> Account:
    """An HR officer with a password."""
    live_city.unit("U1")
    made = services.make_account("sunli", person_id="P3")
    services.grant(made, Role.UNIT_HR, unit_id="U1", purpose="人事")
    made.set_password(PASSWORD)
    made.save()
    device_of(made)
    return made


def enter(client: Client, name: str, password: str) -> int:
    """Sign in, by the device too where it is asked for; the status of the last answer."""
    answer = client.post("/sign-in/", {"name": name, "password": password})
    if answer.status_code == 302 and answer["Location"].startswith("/sign-in/code/"):
        answer = show_code(client, answer["Location"], name)
    return answer.status_code


def show_code(client: Client, path: str, name: str) -> HttpResponse:
    """Answer with what the device of an account shows, as if half a minute had passed."""
    SecondFactor.objects.update(step=0)
    secret = SecondFactor.objects.get(account__name=name).secret
    return client.post(path, {"code": pyotp.TOTP(secret).now()})  # type: ignore[return-value]


def is_in(client: Client) -> bool:
    return client.get("/me/account/").status_code == 200


@pytest.mark.usefixtures("sunli")
def test_by_name_and_password_and_out_again() -> None:
    client = Client()
    assert not is_in(client)
    assert enter(client, "sunli", "wrong") == 422
    assert not is_in(client)
    assert enter(client, "sunli", PASSWORD) == 302
    assert is_in(client)
    client.post("/sign-out/")
    assert not is_in(client)


@pytest.mark.usefixtures("sunli")
def test_back_to_the_page_that_was_asked_for_but_not_elsewhere() -> None:
    asked = Client().get("/people/?q=%E6%9E%97")["Location"]
    client = Client()
    answer = client.post(asked, {"name": "sunli", "password": PASSWORD})
    answer = show_code(client, answer["Location"], "sunli")
    assert answer["Location"] == "/people/?q=%E6%9E%97"
    for away in ("https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"):
        path = f"/sign-in/?next={away}"
        answer = client.post(path, {"name": "sunli", "password": PASSWORD})
        assert show_code(client, answer["Location"], "sunli")["Location"] == "/home/"


@pytest.mark.usefixtures("sunli")
def test_a_name_is_locked_after_five_failures_even_for_the_right_password() -> None:
    for _ in range(limits.PER_NAME):
        enter(Client(), "sunli", "wrong")
    client = Client()
    answer = client.post("/en/sign-in/", {"name": "sunli", "password": PASSWORD})
    assert "too many attempts" in answer.content.decode()
    assert not is_in(client)
    Attempt.objects.update(at=timezone.now() - limits.WINDOW - timedelta(seconds=1))
    assert enter(client, "sunli", PASSWORD) == 302


@pytest.mark.usefixtures("sunli")
def test_an_address_is_locked_after_thirty_failures_under_any_names() -> None:
    Attempt.objects.bulk_create(
        Attempt(name=f"n{n}", address="127.0.0.1") for n in range(limits.PER_ADDRESS)
    )
    assert enter(Client(), "sunli", PASSWORD) == 422


@pytest.mark.parametrize(
    ("https", "forwarded", "told"),
    [
        (False, "203.0.113.9", "192.0.2.1"),  # nobody stands before us: anybody may write it
        (True, "203.0.113.9", "203.0.113.9"),
        (True, "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (True, "", "192.0.2.1"),
        (True, "2001:DB8::1", "2001:db8::1"),
        (True, "203.0.113.9, unknown", None),
    ],
)
def test_whose_address_counts(
    rf: RequestFactory, https: bool, forwarded: str, told: str | None
) -> None:
    request = rf.get("/", REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR=forwarded)
    with override_settings(HTTPS=https):
        assert address(request) == told


@pytest.mark.usefixtures("sunli")
def test_what_succeeds_is_no_failure() -> None:
    for _ in range(limits.PER_NAME + 2):
        assert enter(Client(), "sunli", PASSWORD) == 302


def test_a_session_ends_when_idle_and_after_its_longest(monkeypatch: pytest.MonkeyPatch) -> None:
    client, start = signed_in(Role.FINANCE), time.time()

    def after(seconds: float) -> bool:
        monkeypatch.setattr(session.time, "time", lambda: start + seconds)
        return is_in(client)

    assert after(limits.IDLE - 5)
    assert after(2 * limits.IDLE - 10)
    assert not after(3 * limits.IDLE)
    client, start = signed_in(Role.FINANCE), start + 3 * limits.IDLE
    step = limits.IDLE - 60
    for seconds in range(0, limits.LONGEST, step):
        assert after(seconds)
    assert not after(limits.LONGEST + 1)


def test_a_role_taken_away_ends_at_once() -> None:
    client = signed_in(Role.FINANCE)
    assert client.get("/pay/").status_code == 200
    Membership.objects.update(until=timezone.localdate() - timedelta(days=1))
    assert client.get("/pay/").status_code == 302


def test_a_closed_account_and_a_new_password_end_every_session(sunli: Account) -> None:
    first, second = Client(), Client()
    enter(first, "sunli", PASSWORD)
    enter(second, "sunli", PASSWORD)
    sunli.set_password("另一个很长的密码99")
    sunli.save()
    assert not is_in(first)
    Account.objects.update(is_active=False)
    assert not is_in(second)
    assert enter(Client(), "sunli", "另一个很长的密码99") == 422


def test_one_role_is_worn_at_a_time_and_only_ones_own() -> None:
    other = account(Role.AUDITOR).memberships.get()
    client = signed_in(Role.FINANCE)
    mine = account(Role.FINANCE)
    drafter = services.grant(mine, Role.DRAFTER, purpose="起草")
    assert client.get("/pay/").status_code == 200
    assert client.post("/me/role/", {"membership": drafter.pk}).status_code == 302
    assert client.get("/pay/").status_code == 403
    assert client.post("/me/role/", {"membership": other.pk}).status_code == 403
    assert client.post("/me/role/", {"membership": "x"}).status_code == 403


def test_a_password_is_set_once_by_its_link() -> None:
    made = services.make_account("newcomer")
    services.grant(made, Role.WORKER, purpose="本人")
    path = services.password_link(made)
    client = Client()
    assert client.get(path).status_code == 200
    assert client.post(path, {"password": "short", "again": "short"}).status_code == 422
    assert client.post(path, {"password": PASSWORD, "again": "other"}).status_code == 422
    assert client.post(path, {"password": PASSWORD, "again": PASSWORD}).status_code == 302
    assert enter(client, "newcomer", PASSWORD) == 302
    assert Client().get(path).status_code == 404
    assert Client().get("/sign-in/first/!!/x/").status_code == 404


def test_the_three_administrators_are_three_accounts() -> None:
    one = services.make_account("one")
    services.grant(one, Role.SECURITY_ADMIN, purpose="安全")
    for role in (Role.SYSTEM_ADMIN, Role.AUDIT_ADMIN, Role.FINANCE):
        with pytest.raises(Refusal, match="three accounts"):
            services.grant(one, role, purpose="兼")
    officer = account(Role.FINANCE)
    with pytest.raises(Refusal, match="three accounts"):
        services.grant(officer, Role.SECURITY_ADMIN, purpose="兼")


def test_one_click_works_only_in_the_demo_on_its_own_machine() -> None:
    made = Account.objects.create(name="demo-finance")
    Membership.objects.create(
        account=made, role=Role.FINANCE, purpose=demo.PURPOSE, since=date(2020, 1, 1)
    )
    account(Role.AUDITOR)
    ((name, role, path),) = demo.links()
    assert (name, role) == ("demo-finance", Role.FINANCE)
    assert Client().get(path).status_code == 404
    with override_settings(DEMO=True):
        assert Client().get(path, REMOTE_ADDR="192.0.2.7").status_code == 404
        assert Client().get(path[:-2] + "x/").status_code == 404
        client = Client()
        assert client.get(path, follow=True).status_code == 200
        assert client.session[SESSION_KEY] == str(made.pk)
