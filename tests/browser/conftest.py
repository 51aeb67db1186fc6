"""A real Chromium before the small city's pages."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import override_settings
from playwright.sync_api import Browser, sync_playwright
from pytest_django.live_server_helper import LiveServer
from pytest_django.plugin import DjangoDbBlocker

from nuanxin.domains.intake import uploads
from nuanxin.domains.intake.models import Upload
from nuanxin.domains.ledger.services import load_evaluation
from nuanxin.domains.people.services import merge
from tests.browser.watched import Watched
from tests.domains import live_city, small_city
from tests.domains.intake.sheets import book
from tests.signed_in import open_sessions

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
        live = fill_live_city(tmp_path_factory.mktemp("home"))
        open_sessions()
        server = LiveServer("127.0.0.1")
        with live:
            yield server.url
        server.stop()


def fill_live_city(home: Path) -> override_settings:
    """People with a correction and a merge, a file that was read and one that could not be."""
    kept = override_settings(HOME=home)
    with kept:
        live_city.settle()
        live_city.person("P1", "林晓岚", sex="女")
        live_city.person("P1", "林晓岚", profession="doctor", unit_id="U1")
        merge("P2", "P3", who="周科长", why="同一个人")
        rows = [
            ["2020年2月考勤"],
            ["姓名", "工号", "岗位", "日期", "上班", "下班", "状态", "是否接触", "备注2"],
            ["林晓岚", "P1", "发热门诊", "2月10日", "20:00", "08:00", "出勤", "是", ""],
            ["周文静", "Ｐ２", "T1", 43871, "8：00", "16：00", "已出勤", "#REF!", ""],
            ["林晓兰", "P1", "T1", "2月11日", "8:00", "16:00", "出勤", "", ""],
            ["无此人", "P9", "T1", "2月11日", "8:00", "16:00", "出勤", "", ""],
        ]
        path = book(home / "a.xlsx", 二月=rows, 通知=[["请按时报送"]])
        for name, content in (("二月考勤.xlsx", path.read_bytes()), ("坏.xlsx", b"no workbook")):
            upload = Upload.objects.create(name=name, who="孙立", why="二月考勤月报")
            uploads.file_of(upload).parent.mkdir(parents=True)
            uploads.file_of(upload).write_bytes(content)
            uploads.do(upload.pk, "reading")
    return kept


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Chromium of the machine; without it these tests fail, they are not skipped.

    One for each module: left open after its server is gone it takes a whole core, idle.
    """
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
