"""The pages of money and of what people do, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer
from pytest_django.plugin import DjangoDbBlocker

from nuanxin.domains.access.roles import Role
from nuanxin.domains.ledger.services import load_evaluation
from tests.browser.test_every_page import LANGUAGES
from tests.browser.watched import PHONE, Watched
from tests.domains import small_city
from tests.domains.pay import hospital
from tests.signed_in import open_sessions

pytestmark = pytest.mark.django_db

STATES = ("stopped", "clear", "noticed", "approved", "paid")
PAGES = {
    "list": "/pay/",
    "funds": "/pay/funds/",
    "public list": "/pay/{noticed}/list/",
    "ledger as it was": "/then/?on=2020-04-20",
    **{state: f"/pay/{{{state}}}/" for state in STATES},
}


@pytest.fixture(scope="module")
def money(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[str, dict[str, int]]]:
    """A server that shows a run in every state, and the numbers of the runs."""
    del django_db_setup
    with django_db_blocker.unblock():
        out = small_city.evaluate(tmp_path_factory.mktemp("evaluation"))
        load_evaluation(out, small_city.city())
        runs = {state: run.pk for state, run in hospital.in_every_state().items()}
        open_sessions()
        server = LiveServer("127.0.0.1")
        yield server.url, runs
        server.stop()


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("prefix", LANGUAGES.values(), ids=LANGUAGES)
def test_is_accessible_and_speaks_one_language(
    chromium: Browser,
    money: tuple[str, dict[str, int]],
    path: str,
    prefix: str,
) -> None:
    site, runs = money
    with Watched.open(chromium, site, role=Role.FINANCE) as watched:
        watched.go(prefix + path.format(**runs))
        watched.look_over("en" if prefix else "zh", wide_and_narrow=True)


def test_a_click_takes_a_run_on_and_a_refusal_is_said(
    chromium: Browser, money: tuple[str, dict[str, int]]
) -> None:
    site, runs = money
    with Watched.open(chromium, site, role=Role.FINANCE) as watched:
        page = watched.go(f"/en/pay/{runs['clear']}/")
        page.get_by_role("button", name="Make public").click()
        assert page.get_by_role("heading", name="Public until 25 April 2020").is_visible()
        page.get_by_role("button", name="Approve").click()
        told = page.get_by_role("alert")
        assert "The notice runs to 2020-04-25" in told.inner_text()
        assert "Nothing was changed" in told.inner_text()


def test_an_obligation_is_planned_disputed_and_answered(
    chromium: Browser, money: tuple[str, dict[str, int]]
) -> None:
    site, _ = money
    with Watched.open(chromium, site, PHONE, role=Role.FINANCE) as watched:
        page = watched.go("/en/obligations/check|P6/")
        page.locator("summary", has_text="Plan").click()
        page.locator("#d-plan").fill("2020-05-06")
        page.get_by_role("button", name="Plan").click()
        assert page.locator(".st--big", has_text="Planned").is_visible()
        page.locator("summary", has_text="This is not right").click()
        page.locator("#r-dispute").fill("体检那天我在隔离")
        page.get_by_role("button", name="This is not right").click()
        page.get_by_label("Answer").fill("改约")
        page.get_by_role("button", name="It stands").click()
        assert watched.violations() == []
        assert watched.sideways() <= 0
        assert page.get_by_text("改约").is_visible()
        assert watched.complaints == []
