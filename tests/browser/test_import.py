"""Handing in a workbook, seeing what was understood, and writing it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.watched import DESK, PHONE, Watched
from tests.domains.intake.sheets import GOOD, SHIFTS, book

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
@pytest.mark.parametrize("width", [DESK, PHONE])
def test_from_the_file_to_the_city(
    chromium: Browser, site: str, tmp_path: Path, width: int, script: bool
) -> None:
    hours = f"{'2020' if script else '2021'}-03-{11 if width == DESK else 12}"
    row = [*GOOD[:2], f"{hours} 08:00", f"{hours} 16:00", *GOOD[4:]]
    file = book(tmp_path / "三月考勤.xlsx", 考勤=[SHIFTS, row, ["P9", *row[1:]]])
    with Watched.open(chromium, site, width, script=script) as watched:
        page = watched.go("/import/")
        page.get_by_label("文件", exact=True).set_input_files(file)
        page.get_by_label("为什么").fill("三月月报")
        page.get_by_role("button", name="读一读").click()
        expect(page.get_by_role("heading", level=1)).to_have_text(
            "读懂了什么，没读懂什么", timeout=30_000
        )
        expect(page.get_by_text("编号查无此项")).to_be_visible()
        page.get_by_role("button", name="写入 1 行").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("写入了什么", timeout=30_000)
        with page.expect_download() as download:
            page.get_by_role("link", name="下载放一边的 1 行").click()
        assert download.value.suggested_filename == "放一边-三月考勤.xlsx"
        assert watched.complaints == []
