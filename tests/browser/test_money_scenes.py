"""Scenes 2 and 3 by hand in the browser, from start to end, by two people of finance."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from nuanxin.domains.access.roles import Role
from nuanxin.domains.ledger.evaluator import FolderEvaluator
from nuanxin.domains.ledger.models import Run
from nuanxin.domains.ledger.services import load_evaluation
from tests.browser.watched import Watched
from tests.domains import nurse
from tests.scenes.test_rule_change import MONEY, new_rule
from tests.scenes.test_unfair_hospital import AS_OF, DIRECTOR, hospital
from tests.signed_in import account, open_session

Desk = tuple[Page, Page]
"""The pages of two people of finance: who makes a run, and another."""


@pytest.fixture
def desk(transactional_db: None, chromium: Browser) -> Iterator[Desk]:
    """Two browsers at one server; nothing of it stays."""
    del transactional_db
    with ExitStack() as open_:
        server = LiveServer("127.0.0.1")
        pages = []
        for person in ("F1", "F2"):
            key = open_session(f"finance-{person}", account(Role.FINANCE, person_id=person))
            seen = open_.enter_context(Watched.open(chromium, server.url, session=key))
            pages.append(seen.page)
            seen.go("/")
        yield pages[0], pages[1]
        open_.close()
        server.stop()


def it_is(day: date) -> None:
    """Let the ledger's day be another."""
    Run.objects.update(as_of=day)


def to_the_month(page: Page) -> None:
    page.get_by_role("link", name="资金").click()


def bank_file(page: Page) -> list[list[str]]:
    """The transfers: number, name and yuan."""
    with page.expect_download() as download:
        page.get_by_role("link", name="银行文件").click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    return [line[2:5] for line in list(csv.reader(text.splitlines()))[1:]]


def says(page: Page) -> Callable[[str], None]:
    return lambda words: expect(page.get_by_role("main")).to_contain_text(words)


def test_scene_2_the_unfair_hospital(desk: Desk, tmp_path: Path) -> None:
    maker, other = desk
    facts = hospital(tmp_path / "facts")
    with FolderEvaluator(provisions=MONEY).evaluated(
        Run(pack="dalian2020", as_of=AS_OF, source=str(facts)), None
    ) as done:
        load_evaluation(done.out, done.facts, source=facts)

    to_the_month(maker)
    maker.get_by_label("拟由谁批准").fill(DIRECTOR)
    maker.get_by_role("button", name="核算").click()
    says(maker)("停在公示之前")
    says(maker)("曹启明，申报 31 天，有接触记录 3 天")
    says(maker)("曹启明，900.00 元")  # approver and beneficiary
    drawing = maker.get_by_role("img", name="有接触记录的天数").first
    expect(drawing).to_have_accessible_name(
        "散点图：横轴是有接触记录的天数，纵轴是申报天数。4 人中，1 位领导申报多于记录。"
    )
    expect(maker.get_by_role("button", name="进入公示")).to_have_count(0)

    maker.get_by_label("先把有关的人移出本批").fill("补考勤原件")
    maker.get_by_role("button", name="分开办理").click()
    says(maker)("可以公示")
    maker.get_by_role("button", name="进入公示").click()
    says(maker)("公示 5 天，已过 0 天；2020 年 4 月 7 日 起可以批准，还有 6 天。")

    maker.get_by_label("编号", exact=True).fill("N2")
    maker.get_by_label("异议", exact=True).fill("3 日不在岗")
    maker.get_by_role("button", name="登记异议").click()
    expect(maker.get_by_role("button", name="批准")).to_have_count(0)
    says(maker)("请另一位财务人员批准")

    other.goto(maker.url)
    other.get_by_role("button", name="批准").click()
    says(other)("期满才能批准")
    it_is(date(2020, 4, 7))
    other.get_by_role("button", name="批准").click()
    says(other)("还有异议没有答复")
    other.get_by_label("答复").fill("考勤原件在岗")
    other.get_by_role("button", name="不成立").click()
    other.get_by_role("button", name="批准").click()
    says(other)("等银行回单")

    # nurse N1: five days with contact at 300; nurse N2: three such, and one at 200
    assert bank_file(other) == [["N1", "庄以安", "1500.00"], ["N2", "苏望", "1100.00"]]
    other.get_by_label("回单号").fill("ICBC-7")
    other.get_by_role("button", name="登记回单").click()
    says(other)("2020-04-07")
    expect(other.get_by_role("row").filter(has_text="本次")).to_contain_text("已到账")


def paid_by_both(maker: Page, other: Page, after: date) -> None:
    """From a reckoned run to its bank's return; the notice passes on the way."""
    maker.get_by_role("button", name="进入公示").click()
    it_is(after)
    other.goto(maker.url)
    other.get_by_role("button", name="批准").click()
    says(other)("等银行回单")


def test_scene_3_the_rule_changes_on_a_saturday_night(desk: Desk, tmp_path: Path) -> None:
    maker, other = desk
    nurse.load(nurse.folder(tmp_path / "facts"), provisions=MONEY)
    to_the_month(maker)
    march = maker.get_by_role("row").filter(has_text="2020 年 3 月")
    march.get_by_role("button", name="核算").click()
    says(maker)("+5,300.00")
    paid_by_both(maker, other, date(2020, 4, 26))
    assert [line[2] for line in bank_file(other)] == ["5300.00"]

    with FolderEvaluator(new_rule(), provisions=MONEY).evaluated(Run.objects.get(), None) as tried:
        load_evaluation(tried.out, tried.facts, by="B1", reason="一档提高到 400 元")

    maker.reload()
    maker.get_by_role("button", name="再核算一次，只找差额").click()
    # seven days at tier 1 since the 16th, doubled: 7 × 2 × 100
    line = maker.get_by_role("row").filter(has_text="N511")
    expect(line).to_contain_text("10,300.00")
    expect(line).to_contain_text("11,700.00")
    expect(line).to_contain_text("标准变了 7 天 +1,400.00")
    history = maker.get_by_role("table", name="历次核算")
    expect(history.get_by_role("row").nth(1)).to_contain_text("+1,400.00")
    expect(history.get_by_role("row").nth(2)).to_contain_text("+5,300.00")
    paid_by_both(maker, other, date(2020, 5, 2))
    assert [line[2] for line in bank_file(other)] == ["1400.00"]

    maker.reload()
    maker.get_by_role("button", name="再核算一次，只找差额").click()
    expect(maker.get_by_role("row").filter(has_text="N511")).to_contain_text("0.00")
    says(maker)("增 0 人，减 0 人")  # not twice
