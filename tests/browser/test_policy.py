"""The policy desk, search, the line of life and the audit in a real browser."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer
from pytest_django.plugin import DjangoDbBlocker

from nuanxin.domains.access.roles import Role
from nuanxin.domains.actor import Actor
from nuanxin.domains.intake.services import take
from nuanxin.domains.rules import services
from nuanxin.domains.rules.models import Work
from nuanxin.domains.search.filling import refresh
from tests.browser.test_every_page import LANGUAGES
from tests.browser.watched import Watched
from tests.domains import nurse
from tests.domains.rules.test_change import FORM, KEY
from tests.signed_in import open_sessions

pytestmark = pytest.mark.django_db

PAGES = {
    "desk": (Role.DRAFTER, "/rules/"),
    "a parameter": (Role.DRAFTER, f"/rules/parameters/{KEY}/"),
    "a peer's parameter": (Role.FINANCE, "/rules/parameters/subsidy.day_rule.full/"),
    "gaps": (Role.DRAFTER, "/rules/gaps/"),
    "packs": (Role.DRAFTER, "/rules/packs/"),
    "a proposal previewed": (Role.HEALTH, "/rules/{proposed}/"),
    "a change in force": (Role.DRAFTER, "/rules/{approved}/"),
    "search": (Role.ORGANISATION, "/search/"),
    "found": (Role.AUDITOR, "/search/?q=N511"),
    "nothing found": (Role.HEAD_NURSE, "/search/?q=zzz"),
    "life": (Role.AUDITOR, "/people/N511/life/"),
    "audit": (Role.AUDITOR, "/audit/"),
}


@pytest.fixture(scope="module")
def desk(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[str, dict[str, int]]]:
    """A server before nurse N511's city, with one change in force and one proposed."""
    del django_db_setup
    with django_db_blocker.unblock():
        facts = nurse.folder(tmp_path_factory.mktemp("city") / "facts")
        nurse.load(facts, provisions=frozenset({"M09-1"}))
        take([facts], who="孙立", why="测试")
        refresh()
        found = {"approved": changed("380", approved=True), "proposed": changed("250")}
        open_sessions()
        server = LiveServer("127.0.0.1")
        yield server.url, found
        server.stop()


def changed(value: str, *, approved: bool = False) -> int:
    """A proposal for tier 1, previewed and handed over, perhaps approved and computed."""
    by = Actor("魏文博", "drafter")
    proposal = services.draft("dalian2020", "一档调整", by)
    source = {"source": "大财〔2020〕9 号" if approved else "征求意见稿"}
    known = {"known": "2020-04-17" if approved else "2020-04-18"}
    services.set_value(proposal.pk, FORM | source | known | {"value": value}, by)
    finished(services.preview(proposal.pk, by))
    services.send(proposal.pk, by)
    if approved:
        services.approve(proposal.pk, Actor("段维桢", "health"), "同意")
        finished(proposal.works.get(kind="recompute"))
    return proposal.pk


def finished(work: Work) -> None:
    """Wait for the thread that does it, as no worker waits for jobs here."""
    for _ in range(900):
        work.refresh_from_db()
        if not work.is_open:
            break
        time.sleep(0.1)
    assert work.state == "done", (work.state, work.failure)


@pytest.mark.parametrize(("role", "path"), PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("prefix", LANGUAGES.values(), ids=LANGUAGES)
def test_is_accessible_and_speaks_one_language(
    chromium: Browser,
    desk: tuple[str, dict[str, int]],
    role: Role,
    path: str,
    prefix: str,
) -> None:
    site, numbers = desk
    with Watched.open(chromium, site, role=role) as watched:
        watched.go(prefix + path.format(**numbers))
        watched.look_over("en" if prefix else "zh", wide_and_narrow=True)


def test_two_people_change_a_rule_by_hand(
    chromium: Browser, desk: tuple[str, dict[str, int]]
) -> None:
    site, _ = desk
    with Watched.open(chromium, site, role=Role.DRAFTER) as watched:
        page = watched.go(f"/en/rules/parameters/{KEY}/")
        for name, told in (
            ("New value", "420"),
            ("In force from", "2020-03-16"),
            ("Published on", "2020-04-19"),
            ("Source (document)", "x"),
            ("Why", "y"),
        ):
            page.get_by_label(name, exact=name == "Why").fill(told)
        page.get_by_role("button", name="Keep as draft and preview").click()
        number = int(page.url.rstrip("/").rsplit("/", 1)[1])
        page.get_by_text("1 gain").wait_for(timeout=90_000)  # the page renews itself
        page.get_by_role("button", name="Hand over for approval").click()
        assert page.get_by_role("button", name="Approve and compute").count() == 0
    with Watched.open(chromium, site, role=Role.HEALTH) as watched:
        page = watched.go(f"/en/rules/{number}/")
        page.get_by_role("button", name="Approve and compute").click()
        page.get_by_text("The ledger stands by the new rule").wait_for(timeout=90_000)
        assert watched.complaints == []


def test_search_by_keyboard_alone(chromium: Browser, desk: tuple[str, dict[str, int]]) -> None:
    site, _ = desk
    with Watched.open(chromium, site, role=Role.AUDITOR) as watched:
        page = watched.go("/search/")
        page.locator("#s-q:focus").wait_for()  # autofocus comes with a frame, after the load
        page.keyboard.type("n511")
        page.keyboard.press("Enter")
        page.wait_for_url("**q=n511")
        link = page.locator("section[aria-labelledby=h-p] a").first
        assert "N511" in link.inner_text()
        link.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/people/N511/")
