"""The header below the titles, and the table that it heads."""

from __future__ import annotations

import pytest

from nuanxin.facts.dirty.grid import Cell, Grid
from nuanxin.facts.dirty.header import find_header
from nuanxin.facts.dirty.names import headings, label, vocabulary
from nuanxin.policy.contract import TABLE, TABLES

SHIFT: list[Cell] = ["工号", "上班时间", "下班时间", "岗位", "状态"]


def found(*rows: list[Cell], names: tuple[str, ...] = ("Sheet1",)) -> tuple[str, int, dict]:
    header = find_header(Grid("Sheet1", list(rows)), names)
    assert header is not None
    return header.table.name, header.first_row, header.columns


def test_below_titles() -> None:
    rows: list[list[Cell]] = [["2020年8月考勤表"] * 5, ["填表人：孙立", "", "", "", ""], SHIFT]
    table, first, columns = found(*rows)
    assert (table, first) == ("attendance", 3)
    assert columns == {"person_id": 0, "start": 1, "end": 2, "post_id": 3, "status": 4}


def test_the_number_counts_before_the_name() -> None:
    assert found(["姓名", *SHIFT])[2]["person_id"] == 1
    assert found(["姓名", *SHIFT[1:]])[2]["person_id"] == 0


def test_two_rows_of_header_under_a_merged_title() -> None:
    upper: list[Cell] = ["姓名", "日期", "时间", "时间", "岗位", "状态"]
    lower: list[Cell] = ["姓名", "日期", "上班", "下班", "岗位", "状态"]
    table, first, columns = found(upper, lower, ["林", "8月3日", "8:00", "16:00", "T1", "出勤"])
    assert (table, first) == ("attendance", 2)
    assert (columns["start"], columns["end"], columns["(day)"]) == (2, 3, 1)


@pytest.mark.parametrize("table", TABLES, ids=[table.name for table in TABLES])
@pytest.mark.parametrize("words", ["ours", "theirs"])
def test_every_table_is_known_by_our_headings_and_by_the_contracts(table: str, words: str) -> None:
    contract = TABLE[table.name]  # type: ignore[attr-defined]
    head: list[Cell] = [label(contract, c) if words == "ours" else c.name for c in contract.columns]
    header = find_header(Grid("", [head]), [contract.name])
    assert header is not None
    assert header.table.name == contract.name
    assert list(header.columns) == [column.name for column in contract.columns]
    assert not header.doubled


def test_our_headings_differ_within_a_table() -> None:
    for table in TABLES:
        labels = [label(table, column) for column in table.columns]
        assert len(set(labels)) == len(labels), table.name


def test_a_star_and_brackets_do_not_matter() -> None:
    told: list[Cell] = ["工号*", "上班时间（24 小时制）", "下 班", "岗位", "状态："]
    assert found(told)[0] == "attendance"


def test_the_same_heading_twice_is_told() -> None:
    header = find_header(Grid("", [["姓名", "姓名", "工号", "单位"]]), ["花名册"])
    assert header is not None
    assert header.doubled == ["姓名"]


def test_what_is_missing_is_told() -> None:
    header = find_header(Grid("", [["工号", "上班时间", "岗位", "状态"]]), ["考勤"])
    assert header is not None
    assert header.missing == ["end"]


@pytest.mark.parametrize("row", [["请各单位按时报送"], ["a", "b", "c"], [1.0, 2.0], []])
def test_no_header(row: list[Cell]) -> None:
    assert find_header(Grid("", [row]), ["通知"]) is None


def test_the_year_stands_in_a_title_or_in_the_name_of_the_file() -> None:
    titled = find_header(Grid("", [["2020年8月考勤表"], SHIFT]), ["考勤"])
    named = find_header(Grid("", [SHIFT]), ["8月", "考勤2020年8月"])
    between = find_header(Grid("", [["2019至2020年"], SHIFT]), ["考勤"])
    years = [header.year if header else 0 for header in (titled, named, between)]
    assert years == [2020, 2020, None]


def test_no_word_means_two_values_of_one_column() -> None:
    for table in TABLES:
        for column in table.columns:
            known = vocabulary(table.name, column.name)
            assert set(known.values()) == set(column.vocabulary), (table.name, column.name)


def test_every_heading_is_one_of_the_table() -> None:
    for table in TABLES:
        names = {column.name for column in table.columns} | {"(day)", "(span)"}
        assert {column for column, _ in headings(table.name).values()} <= names
