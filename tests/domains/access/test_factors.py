"""The second factor of officers: asked for, set up, used once, limited, and reset."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pyotp
import pytest
from django.db import connection
from django.test import Client

from nuanxin.domains.access import factors, limits, services, session
from nuanxin.domains.access.models import Account, Attempt, RecoveryCode, SecondFactor
from nuanxin.domains.access.roles import FAMILIES, Role
from tests.signed_in import account, device_of, signed_in

pytestmark = pytest.mark.django_db
PASSWORD = "杏花春雨江南2020"
NOON = 1_800_000_000
CODE = re.compile(r"(?:[A-Z2-7]{4}-){3}[A-Z2-7]{4}")


@pytest.fixture(autouse=True)
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Let the clock stand at noon; call it to move the clock to so many seconds after."""

    def moved(seconds: int) -> None:
        now = NOON + seconds
        monkeypatch.setattr(factors.time, "time", lambda: now)
        monkeypatch.setattr(session.time, "time", lambda: now)

    assert factors.time is session.time is time
    moved(0)
    return moved


def officer(role: Role = Role.UNIT_HR, name: str = "sunli") -> Account:
    made = services.make_account(name)
    services.grant(made, role, purpose="工作")
    made.set_password(PASSWORD)
    made.save()
    return made


def asked(name: str = "sunli") -> tuple[Client, str]:
    """A client whose password fits, and where it is led."""
    client = Client()
    answer = client.post("/sign-in/", {"name": name, "password": PASSWORD})
    return client, answer["Location"]


def is_in(client: Client) -> bool:
    return client.get("/me/account/").status_code == 200


def codes_shown(page: str) -> list[str]:
    return CODE.findall(page)


def offered(client: Client) -> pyotp.TOTP:
    """The device that scanned what the page offers."""
    page = client.get("/sign-in/second/").content.decode()
    found = re.search(r'<b translate="no">([A-Z2-7 ]+)</b>', page)
    assert found
    return pyotp.TOTP(found[1].replace(" ", ""))


@pytest.mark.parametrize("role", Role)
def test_every_officer_is_asked_and_no_one_else(role: Role) -> None:
    officer(role)
    client, led = asked()
    assert led == ("/home/" if role in FAMILIES else "/sign-in/second/")
    assert is_in(client) == (role in FAMILIES)


def test_the_first_sign_in_sets_the_device_up() -> None:
    made = officer()
    client, led = asked()
    assert led == "/sign-in/second/"
    device = offered(client)
    assert offered(client).secret == device.secret, "a reload offers the same"
    picture = client.get("/sign-in/second/picture.svg")
    assert picture["Content-Type"] == "image/svg+xml"
    assert b"<script" not in picture.content
    assert client.post(led, {"code": "000000"}).status_code == 422
    assert not is_in(client)
    page = client.post(led, {"code": device.at(NOON)}).content.decode()
    assert is_in(client)
    assert len(codes_shown(page)) == len(set(codes_shown(page))) == factors.RECOVERY_CODES
    assert SecondFactor.objects.get(account=made).secret == device.secret
    assert client.get("/sign-in/second/picture.svg").status_code == 404
    assert codes_shown(client.get("/me/second/").content.decode()) == []


def test_neither_secret_nor_recovery_code_can_be_read_from_the_tables() -> None:
    officer()
    client, led = asked()
    device = offered(client)
    page = client.post(led, {"code": device.at(NOON)}).content.decode()
    with connection.cursor() as cursor:
        cursor.execute(
            "select string_agg(t::text, '') from (select f::text as t from access_secondfactor f"
            " union all select r::text from access_recoverycode r) as t"
        )
        ((held,),) = cursor.fetchall()
    assert "seal:totp:" in held
    for secret in (device.secret, *codes_shown(page)):
        assert secret not in held
        assert secret.replace("-", "") not in held


def test_a_code_opens_once(at: Callable[[int], None]) -> None:
    device = device_of(officer())
    (first, led), (second, _) = asked(), asked()
    code = device.at(NOON)
    assert led == "/sign-in/code/"
    assert first.post(led, {"code": f"{code[:3]} {code[3:]}"}).status_code == 302
    assert is_in(first)
    assert second.post(led, {"code": code}).status_code == 422
    at(30)
    assert second.post(led, {"code": code}).status_code == 422
    assert second.post(led, {"code": device.at(NOON + 30)}).status_code == 302


@pytest.mark.parametrize(("seconds", "fits"), [(-60, False), (-30, True), (30, True), (60, False)])
def test_a_clock_may_be_half_a_minute_off(seconds: int, fits: bool) -> None:
    device = device_of(officer())
    client, led = asked()
    client.post(led, {"code": device.at(NOON + seconds)})
    assert is_in(client) == fits


def test_a_recovery_code_opens_once_and_only_its_own_account() -> None:
    made, other = officer(), officer(name="wang")
    device_of(other)
    device = device_of(made)
    code, *_ = factors.new_codes(made, device.at(NOON), None)
    client, led = asked("wang")
    assert client.post(led, {"code": code}).status_code == 422
    client, led = asked()
    assert client.post(led, {"code": code.lower()}).status_code == 302
    assert is_in(client)
    assert factors.codes_left(made) == factors.RECOVERY_CODES - 1
    client, led = asked()
    assert client.post(led, {"code": code}).status_code == 422


def test_new_codes_take_the_place_of_the_old() -> None:
    made = account(Role.FINANCE)
    device, client = device_of(made), signed_in(Role.FINANCE)
    old = factors.new_codes(made, device.at(NOON - 30), None)
    assert client.post("/me/second/", {"code": "123456"}).status_code == 422
    page = client.post("/me/second/", {"code": device.at(NOON)}).content.decode()
    assert not set(codes_shown(page)) & set(old)
    assert RecoveryCode.objects.count() == factors.RECOVERY_CODES


def test_wrong_codes_lock_the_name_as_wrong_passwords_do() -> None:
    device = device_of(officer())
    client, led = asked()
    for _ in range(limits.PER_NAME):
        client.post(led, {"code": "000000"})
    answer = client.post(f"/en{led}", {"code": device.at(NOON)})
    assert "too many attempts" in answer.content.decode()
    assert not is_in(client)
    assert Attempt.objects.filter(failed=True).count() == limits.PER_NAME + 1


def test_a_wrong_code_at_setting_up_counts_too() -> None:
    officer()
    client, led = asked()
    device = offered(client)
    for _ in range(limits.PER_NAME):
        client.post(led, {"code": "000000"})
    assert client.post(led, {"code": device.at(NOON)}).status_code == 422
    assert not SecondFactor.objects.exists()


def test_the_code_is_due_within_ten_minutes(at: Callable[[int], None]) -> None:
    device = device_of(officer())
    client, led = asked()
    at(limits.CODE_ASKED + 1)
    answer = client.post(led, {"code": device.at(NOON + limits.CODE_ASKED + 1)})
    assert answer["Location"] == "/sign-in/"
    assert not is_in(client)


@pytest.mark.parametrize("path", ["/sign-in/code/", "/sign-in/second/"])
def test_without_a_password_there_is_no_second_step(path: str) -> None:
    assert Client().get(path)["Location"] == "/sign-in/"
    assert Client().post(path, {"code": "123456"})["Location"] == "/sign-in/"


def test_a_password_alone_sets_no_second_device_up() -> None:
    device_of(officer())
    client, _ = asked()
    assert client.get("/sign-in/second/")["Location"] == "/sign-in/code/"
    assert client.get("/sign-in/second/picture.svg").status_code == 404


def test_an_office_given_meanwhile_is_not_worn_without_a_second_factor() -> None:
    made = officer(Role.WORKER)
    client, _ = asked()
    office = services.grant(made, Role.FINANCE, purpose="工作")
    assert client.post("/me/role/", {"membership": office.pk}).status_code == 403
    assert client.get("/pay/").status_code == 403
    assert asked()[1] == "/sign-in/second/"


def test_a_reset_ends_sessions_and_the_next_sign_in_sets_up_anew() -> None:
    made = officer()
    device = device_of(made)
    client, led = asked()
    client.post(led, {"code": device.at(NOON)})
    assert is_in(client)
    factors.forget(made)
    assert not is_in(client)
    assert asked()[1] == "/sign-in/second/"
