"""The pages of those who live under the policy, and of their unit, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer
from pytest_django.plugin import DjangoDbBlocker

from nuanxin.domains.access.roles import Role
from tests.browser.test_every_page import LANGUAGES
from tests.browser.watched import PHONE, Watched
from tests.domains.mine import ward
from tests.signed_in import signed_in

pytestmark = pytest.mark.django_db

REST = f"M07-4|{ward.LIN}|2020-02-08|hours"
PAGES = {
    "my page": (Role.WORKER, "/me/"),
    "my page, a month before": (Role.WORKER, "/me/?month=2020-03"),
    "why": (Role.WORKER, f"/me/why/{REST}/"),
    "this is wrong": (Role.WORKER, f"/me/wrong/{REST}/"),
    "a record is wrong": (Role.WORKER, "/me/wrong-record/?about=child:C1"),
    "a shift is missing": (Role.WORKER, "/me/missing-shift/"),
    "ask": (Role.WORKER, "/me/ask/family/"),
    "code for the family": (Role.WORKER, "/me/family/"),
    "family": (Role.FAMILY, "/family/"),
    "code": (Role.FAMILY, "/family/in/"),
    "inbox of HR": (Role.UNIT_HR, "/inbox/"),
    "attendance": (Role.UNIT_HR, "/inbox/attendance/"),
    "a family's code": (Role.UNIT_HR, "/inbox/family/"),
    "inbox of the head nurse": (Role.HEAD_NURSE, "/inbox/"),
    "inbox of a community": (Role.COMMUNITY, "/inbox/"),
    "who agreed to a story": (Role.PUBLICITY, "/publicity/"),
    "does the spouse serve": (Role.UNIT_HR, "/couples/?person=P1"),
    "erase my data": (Role.WORKER, "/me/erasure/"),
    "erasing": (Role.UNIT_HR, "/erasure/"),
    "requests for data": (Role.COMMUNITY, "/inbox/requests/?fields=体温"),
}
WHO = {Role.WORKER: ward.LIN, Role.FAMILY: ward.KIN}
FIRST_VIEW = 100_000


@pytest.fixture(scope="module")
def clinic(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[tuple[str, dict[Role, Client]]]:
    """A server that shows the ward, and a client signed in for each role."""
    del django_db_setup
    with django_db_blocker.unblock():
        ward.waiting(ward.fill())
        roles = dict.fromkeys(role for role, _ in PAGES.values())
        clients = {
            role: signed_in(role, unit_id="U1", person_id=WHO.get(role, ward.HEAD))
            for role in roles
        }
        server = LiveServer("127.0.0.1")
        yield server.url, clients
        server.stop()


def wear(watched: Watched, client: Client) -> None:
    """Take a client's session into the browser."""
    cookies = [
        {"name": name, "value": morsel.value, "url": watched.site}
        for name, morsel in client.cookies.items()
    ]
    watched.page.context.add_cookies(cookies)  # type: ignore[arg-type]


@pytest.mark.parametrize(("role", "path"), PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("prefix", LANGUAGES.values(), ids=LANGUAGES)
def test_is_accessible_and_speaks_one_language(
    chromium: Browser,
    clinic: tuple[str, dict[Role, Client]],
    role: Role,
    path: str,
    prefix: str,
) -> None:
    site, clients = clinic
    with Watched.open(chromium, site) as watched:
        wear(watched, clients[role])
        page = watched.go(prefix + path)
        for details in page.locator("details:not(.who)").all():
            details.evaluate("one => one.open = true")
        watched.look_over("en" if prefix else "zh", wide_and_narrow=True)


@pytest.mark.parametrize(("role", "path"), PAGES.values(), ids=PAGES)
def test_the_first_view_is_small(
    clinic: tuple[str, dict[Role, Client]], role: Role, path: str
) -> None:
    _, clients = clinic
    answer = clients[role].get(path)
    assert len(answer.content) < FIRST_VIEW
    assert "script" not in answer.headers["Content-Security-Policy"]
    assert b"<script" not in answer.content


def test_a_shift_is_declared_and_confirmed_by_keyboard_without_script(
    chromium: Browser, clinic: tuple[str, dict[Role, Client]]
) -> None:
    site, clients = clinic
    with Watched.open(chromium, site, PHONE, script=False) as watched:
        wear(watched, clients[Role.WORKER])
        page = watched.go("/en/me/")
        page.get_by_role("link", name="A shift is missing").press("Enter")
        page.get_by_label("Day").fill("2020-04-09")
        page.get_by_label("From").fill("08:00")
        page.get_by_label("To", exact=True).fill("16:00")
        page.get_by_role("button", name="Declare").press("Enter")
        assert page.url.endswith("/en/me/#today")
        assert page.get_by_text("9 April").first.is_visible()
        wear(watched, clients[Role.UNIT_HR])
        page = watched.go("/en/inbox/attendance/")
        assert page.get_by_text("declared by the worker").is_visible()
        page.get_by_role("button", name="Confirm the ticked shifts").press("Enter")
        assert page.get_by_role("status").get_by_text("4 shifts confirmed").is_visible()
        assert watched.complaints == []


def test_a_family_opens_with_its_code_asks_and_confirms(
    chromium: Browser, clinic: tuple[str, dict[Role, Client]]
) -> None:
    site, clients = clinic
    with Watched.open(chromium, site, PHONE) as watched:
        wear(watched, clients[Role.WORKER])
        page = watched.go("/me/family/")
        page.get_by_role("button", name="生成一个码").click()
        code = page.get_by_role("status").locator(".big").inner_text()
        watched.page.context.clear_cookies()
        page = watched.go("/family/")
        page.get_by_role("textbox", name="一次性码").fill(code)
        page.get_by_role("button", name="打开").click()
        page.get_by_label("写一句就行").fill("家里的水管坏了")
        page.get_by_role("button", name="提出").click()
        item = page.get_by_role("listitem").filter(has_text="家里的水管坏了")
        assert item.get_by_text("已提出").is_visible()
        item.get_by_role("button", name="已经解决").click()
        item = page.get_by_role("listitem").filter(has_text="家里的水管坏了")
        assert item.locator(".st").inner_text() == "已解决"
        assert watched.violations() == []
        assert watched.complaints == []
