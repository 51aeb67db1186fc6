"""A real Chromium before the small city's pages."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from django.db import connection
from playwright.sync_api import Browser, sync_playwright
from pytest_django.live_server_helper import LiveServer
from pytest_django.plugin import DjangoDbBlocker

from nuanxin.domains.ledger.services import load_evaluation
from tests.browser.watched import Watched
from tests.domains import small_city

# Playwright's loop runs in this thread, and Django would take every query for an async one.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


@pytest.fixture(scope="module")
def site(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:
    """The address of a server that shows the small city."""
    del django_db_setup
    with django_db_blocker.unblock():
        out = small_city.evaluate(tmp_path_factory.mktemp("evaluation"))
        load_evaluation(out, small_city.city())
        server = LiveServer("127.0.0.1")
        yield server.url
        server.stop()
        with connection.cursor() as cursor:
            cursor.execute("truncate ledger_run cascade")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Chromium of the machine; without it these tests fail, they are not skipped."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
    if program is None:
        pytest.fail("no chromium on this machine: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


@pytest.fixture
def watched(chromium: Browser, site: str) -> Iterator[Watched]:
    """A page at desk width that notes whatever goes wrong on it."""
    with Watched.open(chromium, site) as page:
        yield page
