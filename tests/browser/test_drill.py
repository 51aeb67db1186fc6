"""From the whole down to one fact by clicking, and without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.watched import Watched

pytestmark = pytest.mark.django_db


def down_to_the_fact(page: Page) -> None:
    row = page.get_by_role("row").filter(has_text="医务人员关爱")
    row.get_by_role("link", name="11-5").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("医务人员关爱")
    page.get_by_role("link", name="林晓岚").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("林晓岚还有 8 天没有兑现")
    expect(page.get_by_role("heading", name="为什么")).to_be_visible()
    page.get_by_role("link", name="考勤 · 2020-02-10 08:00").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("A1")
    expect(page.get_by_role("row").filter(has_text="状态")).to_contain_text("已上班")


def test_total_list_obligation_why_fact(watched: Watched) -> None:
    down_to_the_fact(watched.go("/"))
    assert watched.complaints == []


def test_the_same_without_script(chromium: Browser, site: str) -> None:
    with Watched.open(chromium, site, script=False) as watched:
        down_to_the_fact(watched.go("/"))


def test_the_number_overdue_leads_to_as_many_rows(watched: Watched) -> None:
    page = watched.go("/")
    number = page.locator(".fig").filter(has_text="已逾期")
    counted = int(number.locator("b").inner_text())
    number.click()
    expect(page.locator("tbody tr")).to_have_count(counted)
    for state in page.locator("tbody .st").all_inner_texts():
        assert state == "已逾期"


def test_filters_stand_in_the_address_and_stay_while_drilling(watched: Watched) -> None:
    page = watched.go("/")
    page.get_by_label("区市县", exact=True).select_option("中山区")
    page.get_by_role("button", name="查看").click()
    assert "district=" in page.url
    row = page.get_by_role("row").filter(has_text="轮休补休")
    row.locator("a.s-breached.door").click()
    expect(page.get_by_label("区市县", exact=True)).to_have_value("中山区")
    expect(page.get_by_label("状态", exact=True)).to_have_value("breached")
    expect(page.locator("tbody tr")).to_have_count(2)


def test_the_language_switch_keeps_the_page_and_its_filters(watched: Watched) -> None:
    page = watched.go("/measures/7/?state=breached")
    page.get_by_role("link", name="English").click()
    assert page.url.endswith("/en/measures/7/?state=breached")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("link", name="中文").click()
    assert page.url.endswith("/measures/7/?state=breached")
    assert "/en/" not in page.url


def test_search_by_the_beginning_of_a_name(watched: Watched) -> None:
    page = watched.go("/obligations/")
    page.get_by_label("姓名或编号").fill("林晓")
    page.get_by_role("button", name="查看").click()
    expect(page.locator("tbody tr")).to_have_count(3)


def test_keyboard_reaches_the_content_first(watched: Watched) -> None:
    page = watched.go("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_prints_without_navigation(watched: Watched) -> None:
    page = watched.go("/")
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation")).to_be_hidden()
    expect(page.get_by_role("table")).to_be_visible()
