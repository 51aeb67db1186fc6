"""Cells as people write them, to the text that the contract wants."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from nuanxin.facts.dirty import notes
from nuanxin.facts.dirty.cells import understand
from nuanxin.facts.dirty.grid import Cell
from nuanxin.policy.contract import TABLE


def seen(table: str, column: str, cell: Cell, year: int | None = None) -> str:
    return understand(table, TABLE[table].column(column), cell, year).text


@pytest.mark.parametrize(
    ("column", "cell", "text"),
    [
        ("person_id", 1001.0, "1001"),
        ("person_id", 1001, "1001"),
        ("person_id", "Ｐ００１", "P001"),
        ("person_id", '="00123"', "00123"),
        ("person_id", "　P1　", "P1"),
        ("name", "王 若溪", "王若溪"),
        ("name", "O'Neil  Ann", "O'Neil Ann"),
        ("profession", "护师", "nurse"),
        ("profession", "护 士", "nurse"),
        ("profession", "Nurse", "nurse"),
        ("profession", "医生", "doctor"),
        ("education", "博士", "doctor"),
        ("profession", "飞行员", "飞行员"),
        ("is_leader", "是", "true"),
        ("is_leader", "√", "true"),
        ("is_leader", "否", "false"),
        ("is_leader", 0.0, "false"),
        ("is_leader", True, "true"),
        ("is_leader", "也许", "也许"),
        ("birth_date", "1990年1月2日", "1990-01-02"),
        ("birth_date", datetime(1990, 1, 2), "1990-01-02"),
        ("birth_date", date(1990, 1, 2), "1990-01-02"),
        ("birth_date", 32875.0, "1990-01-02"),
        ("birth_date", 19900102, "1990-01-02"),
        ("birth_date", "1990-02-30", "1990-02-30"),
        ("id_number", "２１０２０２１９９００１０１１２３ｘ", "21020219900101123X"),
    ],
)
def test_of_people(column: str, cell: Cell, text: str) -> None:
    assert seen("people", column, cell) == text


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("8 月 3 日 8：00", "2020-08-03T08:00:00"),
        ("2020-08-03T08:00:00", "2020-08-03T08:00:00"),
        (44046.6667, "2020-08-03T16:00:00"),
        (datetime(2020, 8, 3, 7, 59, 59, 999_900), "2020-08-03T08:00:00"),
        ("夜班", "夜班"),
    ],
)
def test_of_times(cell: Cell, text: str) -> None:
    assert seen("attendance", "start", cell, 2020) == text


@pytest.mark.parametrize(
    ("table", "column", "cell", "why"),
    [
        ("people", "id_number", 210202199001011234, notes.DIGITS_LOST),
        ("people", "id_number", 2.1020219900101123e17, notes.DIGITS_LOST),
        ("people", "id_number", "2.10202E+17", notes.DIGITS_LOST),
        ("people", "name", "#REF!", notes.FORMULA_ERROR),
        ("attendance", "start", "2020.8.3", notes.NO_TIME),
        ("attendance", "start", "8月3日 8:00", notes.NO_YEAR),
    ],
)
def test_what_cannot_be_known_is_lost_and_says_why(
    table: str, column: str, cell: Cell, why: str
) -> None:
    told = understand(table, TABLE[table].column(column), cell, None)
    assert (told.text, told.lost) == ("", why)


@pytest.mark.parametrize(
    ("column", "cell", "text"),
    [("minutes", "1,200", "1200"), ("minutes", "30分钟", "30"), ("minutes", 7.5, "7.5")],
)
def test_of_numbers(column: str, cell: Cell, text: str) -> None:
    assert seen("data_requests", column, cell) == text


def test_lists_are_parted_at_any_usual_mark() -> None:
    assert seen("findings", "channels", "电话、会议；考核") == "phone;meeting;assessment"


def test_only_what_was_written_otherwise_is_noted() -> None:
    leader = TABLE["people"].column("is_leader")
    profession = TABLE["people"].column("profession")
    assert understand("people", leader, "是", None).note == ""
    assert understand("people", profession, "护士", None).note == ""
    assert understand("people", profession, "护师", None).note == notes.WORD
