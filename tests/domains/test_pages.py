"""What the pages say, and that they say it in as many queries whatever the size of the city."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nuanxin.domains.access.roles import Role
from nuanxin.domains.ledger.services import load_evaluation
from tests.domains import small_city
from tests.domains.small_city import CRITERIA, OBLIGATIONS
from tests.signed_in import signed_in

pytestmark = pytest.mark.django_db


def text_of(client: Client, path: str, status: int = 200) -> str:
    """What a page says, without its tags."""
    answer = client.get(path)
    assert answer.status_code == status
    main = answer.content.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def rows(client: Client, path: str) -> list[str]:
    page = client.get(path).content.decode()
    found = re.findall(r'<tr role="row"><th role="rowheader".*?</tr>', page, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in found]


def test_before_the_first_load_it_says_what_to_do(client: Client) -> None:
    for path in ("/", "/obligations/", "/obligations/any/", "/set-aside/"):
        assert "nuanxin demo" in text_of(client, path)


@pytest.mark.usefixtures("loaded")
def test_the_board_counts_what_the_ledger_holds(client: Client) -> None:
    said = text_of(client, "/en/")
    assert "Of 15 obligations 20.0 % are met" in said.replace("20.0%", "20.0 %")
    assert "2 are overdue" in said
    assert "4 breached" in said
    assert "2 are unknown. Unknown is not zero." in said
    assert "21.2k yuan are due to people, 8,800 yuan paid" in said


@pytest.mark.usefixtures("loaded")
def test_the_board_has_sixteen_measures_and_64_provisions(client: Client) -> None:
    page = client.get("/").content.decode()
    assert len(rows(client, "/")) == 16
    assert page.count('class="pv ') == 64
    pay = next(row for row in rows(client, "/") if "临时性工作补助" in row)
    assert pay.endswith("4 2.1 万元 1 1.2 万元 0 2 400 元")


@pytest.mark.usefixtures("loaded")
def test_what_is_not_computed_is_said_and_is_no_zero(client: Client) -> None:
    row = next(row for row in rows(client, "/") if "子女教育" in row)
    assert "尚未计算" in row
    assert "0" not in row.partition("尚未计算 –")[2]
    assert "不写作零" in text_of(client, "/measures/13/")


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(
    ("query", "total"),
    [
        ("", 15),
        ("?district=中山区", 7),
        ("?kind=community", 1),
        ("?district=中山区&kind=community", 0),
        ("?state=breached", 4),
        ("?state=met", 3),
        ("?provision=M11-5", 3),
        ("?unit=U1", 5),
        ("?subject=person:P1", 3),
        ("?q=林晓", 3),
        ("?q=p1", 3),
        ("?q=岚", 0),
        ("?state=nonsense", 15),
        ("?page=nonsense", 15),
        ("?page=-3", 15),
        ("?q=%00", 15),
    ],
)
def test_lists_show_what_their_address_asks_for(client: Client, query: str, total: int) -> None:
    assert len(rows(client, f"/obligations/{query}")) == total


@pytest.mark.usefixtures("loaded")
def test_a_list_begins_with_the_most_urgent(client: Client) -> None:
    states = [
        next(word for word in row.split() if word in ("已逾期", "已违反", "未做到", "未知",
             "应兑现", "例外有因", "已遵守", "已兑现"))
        for row in rows(client, "/obligations/")
    ]  # fmt: skip
    assert states[:2] == ["已逾期", "已逾期"]
    assert states[-2:] == ["已兑现", "已兑现"]


@pytest.mark.usefixtures("loaded")
def test_an_obligation_answers_why(client: Client) -> None:
    said = text_of(client, "/en/obligations/rest|P1/")
    assert "林晓岚 is still owed 8 days" in said
    assert "7 / 15 days Due by 26 September 2020 , 159 days from now. Owed by 市海湾医院" in said
    assert "Is a medical worker Profession on record is medical: yes" in said
    assert "Released on 30 March 2020" in said
    assert "Attendance · 2020-02-10 08:00" in said
    assert "15 days" in said.partition("Parameters used")[2]
    assert "Policy text" in said


@pytest.mark.usefixtures("loaded")
def test_reasons_come_in_the_order_of_the_rule(client: Client) -> None:
    said = text_of(client, "/obligations/rest|P1/")
    places = [said.index(word) for word in ("是医务人员", "至少上过一班", "任务已经结束", "已休")]
    assert places == sorted(places)


@pytest.mark.usefixtures("loaded")
def test_an_unknown_says_what_is_missing_and_whom_to_ask(client: Client) -> None:
    said = text_of(client, "/obligations/pay|P3|2/")
    assert "缺： 是否直接接触 。请 滨海区中心医院 补上" in said
    assert "不算作零" in said


@pytest.mark.usefixtures("loaded")
def test_a_fact_that_is_gone_is_named_without_a_door(client: Client) -> None:
    page = client.get("/obligations/pay|P3|2/").content.decode()
    assert "GONE" in page
    assert "/facts/attendance/GONE/" not in page
    assert text_of(client, "/facts/attendance/GONE/", 404)


@pytest.mark.usefixtures("loaded")
def test_a_fact_shows_its_cells_and_its_empty_ones(client: Client) -> None:
    said = text_of(client, "/facts/attendance/A2/")
    assert "开始 2020-02-12" in said
    assert "是否直接接触 空" in said
    assert "状态 已上班" in said


@pytest.mark.usefixtures("loaded")
def test_what_was_set_aside_is_listed_with_its_reason(client: Client) -> None:
    said = text_of(client, "/set-aside/")
    assert "attendance.csv 第 17 行 整行搁置 结束 end 24:00:00 not a time of day" in said
    assert len(rows(client, "/set-aside/?is=cell")) == 1
    assert len(rows(client, "/set-aside/?file=people.csv")) == 1


@pytest.mark.usefixtures("loaded")
def test_a_name_with_markup_stays_a_name(client: Client) -> None:
    page = client.get("/obligations/pair|P6/").content.decode()
    assert "<script>" not in page
    assert "O&#x27;Neil &lt;script&gt;" in page
    assert "新区&lt;b&gt;医院" in page


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(
    "path", ["/measures/17/", "/obligations/nothing/", "/facts/people/P9/", "/nowhere/"]
)
def test_what_is_not_there_is_said_with_a_way_on(client: Client, path: str) -> None:
    assert "回到首页" in text_of(client, path, 404)
    assert "Back to your first page" in text_of(client, f"/en{path}", 404)


@pytest.mark.usefixtures("loaded")
def test_pages_allow_nothing_from_elsewhere(client: Client) -> None:
    headers = client.get("/").headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "style-src 'self'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers["X-Frame-Options"] == "DENY"


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("path", ["/", "/measures/9/", "/obligations/pay|P1|3/", "/set-aside/"])
def test_nothing_is_styled_or_scripted_inline(client: Client, path: str) -> None:
    page = client.get(path).content.decode()
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=|javascript:", page)
    assert not re.search(r'(?:src|href|action)="(?:https?:)?//', page)


PATHS = (
    "/",
    "/?district=中山区",
    "/measures/9/",
    "/units/",
    "/obligations/",
    "/obligations/?q=林",
    "/obligations/pay|P1|3/",
    "/facts/attendance/A1/",
    "/set-aside/",
)


def queries(client: Client) -> dict[str, int]:
    found = {}
    for path in PATHS:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(path).status_code == 200
        found[path] = len(captured)
    return found


def test_the_number_of_queries_does_not_grow(
    client: Client, evaluation: Path, tmp_path: Path
) -> None:
    load_evaluation(evaluation, small_city.city())
    few = queries(client)
    many = [(f"{o[0]}|{n}", *o[1:]) for n in range(20) for o in OBLIGATIONS] + OBLIGATIONS
    reasons = [(f"{c[0]}|{n}", *c[1:]) for n in range(20) for c in CRITERIA] + CRITERIA
    load_evaluation(small_city.evaluate(tmp_path / "many", many, reasons), small_city.city())
    assert queries(client) == few
    # Two of them ask who is signed in, five keep to their rows and note what was read, one asks
    # which values were approved.
    assert all(0 < number <= 17 for number in few.values())


def test_a_long_list_is_paged(client: Client, tmp_path: Path) -> None:
    many = [(f"{n:03}|{o[0]}", *o[1:]) for n in range(8) for o in OBLIGATIONS]
    load_evaluation(small_city.evaluate(tmp_path, many, []), small_city.city())
    seen = [row for page in (1, 2, 3) for row in rows(client, f"/obligations/?page={page}")]
    assert len(seen) == len(many) == 120
    assert rows(client, "/obligations/?page=4") == []
    assert "第 2 / 3 页" in text_of(client, "/obligations/?page=2")
    assert len(rows(client, "/obligations/?page=99999999999")) == 50


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("role", [Role.PUBLICITY, Role.DRAFTER])
def test_who_sees_nobody_by_name_sees_a_measure_as_numbers(role: Role) -> None:
    page = signed_in(role).get("/measures/11/")
    assert page.status_code == 200
    assert "林晓岚" not in page.content.decode()
    assert "林晓岚" in signed_in(Role.HEALTH).get("/measures/11/").content.decode()
    assert signed_in(role).get("/measures/11/?as=xlsx").status_code == 403
