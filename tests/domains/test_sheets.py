"""Every list as a workbook: the same filters, cells of their own type, bounded, masked."""

from __future__ import annotations

import io
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from nuanxin.domains import sheets
from nuanxin.domains.access.roles import Role
from nuanxin.domains.ledger.services import load_evaluation
from nuanxin.domains.sheets import Column, Sheet
from nuanxin.policy.text import Text
from tests.domains import small_city
from tests.domains.small_city import OBLIGATIONS
from tests.signed_in import signed_in

Row = dict[str, Any]


def workbook(client: Client, path: str) -> list[Row]:
    """The rows of a downloaded list, by header."""
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith("attachment")
    content = b"".join(answer.streaming_content)  # type: ignore[arg-type]
    header, *rows = load_workbook(io.BytesIO(content)).worksheets[0].iter_rows(values_only=True)
    return [dict(zip(map(str, header), row, strict=True)) for row in rows]


def written(value: sheets.Value, look: str = "", **how: bool) -> tuple[object, str, str]:
    """A value as its cell has it: value, type, format."""
    file = io.BytesIO()
    columns: list[Column[sheets.Value]] = [Column(Text("列", "c"), lambda row: row, look=look)]
    sheets.write(Sheet(Text("表", "t"), columns, [value], 1), file, **how)
    cell = load_workbook(file).worksheets[0]["A2"]
    return cell.value, cell.data_type, cell.number_format


class TestCells:
    def test_money_is_a_number_of_yuan_with_two_decimals(self) -> None:
        assert written(160_050, "money") == (1600.5, "n", "#,##0.00")

    def test_days_and_moments_are_dates(self) -> None:
        assert written(date(2020, 4, 20)) == (datetime(2020, 4, 20), "d", "yyyy-mm-dd")
        at = datetime(2020, 4, 20, 8, 30)
        assert written(at) == (at, "d", "yyyy-mm-dd hh:mm:ss")

    def test_what_looks_like_a_formula_stays_a_text(self) -> None:
        assert written("=1+1")[:2] == ("=1+1", "s")
        assert written("-3")[:2] == ("-3", "s")

    def test_a_number_with_leading_zeros_keeps_them(self) -> None:
        assert written("0012")[:2] == ("0012", "s")

    def test_what_a_workbook_cannot_hold_is_marked_not_lost(self) -> None:
        assert written("a\x01b")[0] == "a\N{REPLACEMENT CHARACTER}b"

    def test_unknown_is_an_empty_cell_and_zero_is_zero(self) -> None:
        assert written(None)[0] is None
        assert written(0)[0] == 0

    def test_numbers_of_people_are_masked_for_who_may_not_see_them(self) -> None:
        assert written("P00000032", "person", whole_numbers=False)[0] == "*****0032"
        assert written("P00000032", "person")[0] == "P00000032"


@pytest.mark.django_db
@pytest.mark.usefixtures("loaded")
class TestLists:
    def test_it_holds_what_the_list_shows_under_the_same_filters(self, client: Client) -> None:
        rows = workbook(client, "/obligations/?district=中山区&state=breached&as=xlsx")
        assert sorted((row["条款"], row["编号"], row["状态"]) for row in rows) == [
            ("10-4", "P4", "已违反"),
            ("7-2", "P4", "已违反"),
            ("7-2", "U2", "已违反"),
        ]

    def test_its_amounts_can_be_added_up(self, client: Client) -> None:
        rows = workbook(client, "/en/obligations/?provision=M09-1&as=xlsx")
        yuan = [row for row in rows if row["Unit"] == "yuan"]
        assert sum(row["Owed"] for row in yuan) == 4800 + 16000 + 400
        assert sum(row["Done"] or 0 for row in yuan) == 4800 + 4000
        assert {row["Missing fact"] for row in rows} == {None, "Direct contact confirmed", "spell"}

    def test_all_pages_of_a_list_are_in_it(self, client: Client, tmp_path: Path) -> None:
        many = [(f"{n:03}|{o[0]}", *o[1:]) for n in range(8) for o in OBLIGATIONS]
        load_evaluation(small_city.evaluate(tmp_path / "many", many, []), small_city.city())
        assert len(workbook(client, "/obligations/?page=2&as=xlsx")) == 120

    def test_a_measure_and_the_board_and_what_was_set_aside(self, client: Client) -> None:
        assert len(workbook(client, "/measures/11/?as=xlsx")) == 5
        board = workbook(client, "/?as=xlsx")
        assert [row["措施"] for row in board] == list(range(1, 17))
        pay = board[8]
        assert (pay["合计"], pay["已逾期"], pay["应发（元）"], pay["已发（元）"]) == (
            4,
            1,
            21200,
            8800,
        )
        aside = workbook(client, "/en/set-aside/?is=cell&as=xlsx")
        assert [(row["File"], row["Value"]) for row in aside] == [("people.csv", "2020-2-3")]

    def test_too_many_rows_are_refused_with_what_to_do(
        self, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sheets, "MOST", 14)
        for path in ("/en/obligations/?as=xlsx", "/en/obligations/?q=&as=xlsx"):
            answer = client.get(path)
            assert answer.status_code == 422
            assert "More than 14 rows match" in answer.content.decode()
            assert "Narrow the filter" in answer.content.decode()
        assert len(workbook(client, "/en/obligations/?unit=U1&as=xlsx")) == 5

    def test_a_workbook_costs_few_queries(self, client: Client) -> None:
        with CaptureQueriesContext(connection) as captured:
            assert len(workbook(client, "/obligations/?as=xlsx")) == 15
        assert len(captured) <= 12

    def test_its_second_sheet_says_what_was_asked(self, client: Client) -> None:
        answer = client.get("/en/obligations/?district=中山区&as=xlsx")
        content = b"".join(answer.streaming_content)  # type: ignore[arg-type]
        about = dict(load_workbook(io.BytesIO(content))["About"].iter_rows(values_only=True))
        assert about["District"] == "中山区"
        assert about["As of"] == datetime(2020, 4, 20)
        assert about["Rows"] == 7

    def test_who_keeps_no_records_takes_no_whole_numbers_away(self) -> None:
        for role, numbers in ((Role.COMMUNITY, {"*1"}), (Role.FINANCE, {"P1"})):
            rows = workbook(signed_in(role), "/obligations/?subject=person:P1&as=xlsx")
            assert {row["编号"] for row in rows} == numbers

    def test_a_workbook_opens_to_whom_its_page_opens(self) -> None:
        assert signed_in(Role.DRAFTER).get("/obligations/?as=xlsx").status_code == 403
