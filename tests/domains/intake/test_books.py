"""Workbooks that go out can be handed in again."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from nuanxin.domains.intake.books import (
    RefusedRow,
    RefusedSheet,
    refused_book,
    template,
    write_templates,
)
from nuanxin.domains.intake.reading import look_at
from nuanxin.domains.intake.refused import refused_rows, refused_sheets
from nuanxin.facts.dirty.grid import open_grids
from nuanxin.facts.dirty.header import find_header
from nuanxin.policy.contract import TABLE, TABLES
from tests.domains.intake.sheets import GOOD, SHIFTS, book, outcomes, taken
from tests.domains.live_city import settle

CHOICE = {"bool": "是", "date": "2020-02-10", "time": "2020-02-10 08:00", "list": "电话"}


@pytest.mark.parametrize("name", list(TABLE))
def test_a_template_is_understood_as_its_table(tmp_path: Path, name: str) -> None:
    template(name).save(tmp_path / "a.xlsx")
    grid = open_grids(tmp_path / "a.xlsx")[0]
    found = find_header(grid, ["a"] if name not in ("calendar", "held_fields") else [grid.name])
    assert found is not None
    assert found.table.name == name
    assert list(found.columns) == [column.name for column in TABLE[name].columns]
    assert look_at(tmp_path / "a.xlsx").unread == [], "an unfilled template is nothing to refuse"


def test_every_vocabulary_has_a_list_to_choose_from() -> None:
    for table in TABLES:
        sheet = template(table.name).worksheets[0]
        lists = {
            str(rule.sqref).rstrip("0123456789")[0]
            for rule in sheet.data_validations.dataValidation
        }
        wanted = [
            at
            for at, column in enumerate(table.columns)
            if column.kind == "bool" or (column.vocabulary and column.kind == "text")
        ]
        assert lists == {chr(ord("A") + at) for at in wanted}, table.name


def test_a_template_for_each_table(tmp_path: Path) -> None:
    assert len(write_templates(tmp_path / "out")) == len(TABLES)


@pytest.mark.django_db
def test_refused_rows_come_back_mended(tmp_path: Path) -> None:
    settle()
    rows = [["二月考勤"], SHIFTS, GOOD, ["P9", *GOOD[1:]], [*GOOD[:2], "2020.2.11", *GOOD[3:]]]
    file = book(tmp_path / "a.xlsx", 考勤=rows)
    told = taken(file)
    assert told.found is not None
    faults = {"a.xlsx": refused_rows(told.found, "a.xlsx")}
    made = load_workbook(BytesIO(refused_book(refused_sheets(look_at(file), faults))))
    (sheet,) = made.worksheets
    assert [cell.value for cell in sheet[1]] == [*SHIFTS, "原行号", "放一边的原因"]
    assert sheet["A2"].value == "P9"
    assert "查无此项" in sheet["A2"].comment.text, "the reason is in the cell"
    assert "没有时间" in sheet["C3"].comment.text
    assert [sheet["G2"].value, sheet["G3"].value] == [4, 5]
    sheet["A2"].value, sheet["C3"].value, sheet["D3"].value = (
        "P2",
        "2020.2.11 8:00",
        "2020.2.11 9:00",
    )
    made.save(tmp_path / "b.xlsx")
    assert outcomes(taken(tmp_path / "b.xlsx")) == (2, 0, 0, 0)


def test_what_looks_like_a_formula_stays_a_text() -> None:
    row = RefusedRow(2, ["=HYPERLINK(1)", "+1", "@x"], {}, "why")
    made = load_workbook(BytesIO(refused_book([RefusedSheet("a", ["x", "y", "z"], [row])])))
    (sheet,) = made.worksheets
    assert [sheet.cell(2, at).data_type for at in (1, 2, 3)] == ["s", "s", "s"]
    assert sheet["A2"].value == "=HYPERLINK(1)"
