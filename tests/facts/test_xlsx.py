"""Workbooks: a file or a sheet per table, typed cells, sheet row numbers."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from nuanxin.facts import FactsError
from nuanxin.facts.carriers import xlsx
from tests.facts.build import GOOD, Loaded, read, write, write_book


def book(path: Path, sheets: dict[str, list[list[Any]]]) -> None:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    workbook.save(path)


def loaded(folder: Path, name: str, sheets: dict[str, list[list[Any]]]) -> Loaded:
    write(folder)
    for sheet in sheets:
        (folder / f"{sheet}.csv").unlink(missing_ok=True)
    book(folder / name, sheets)
    return read(folder)


UNITS = ["unit_id", "name", "kind", "district"]
REQUESTS = [*GOOD["data_requests"]]


def test_typed_cells_become_contract_texts(tmp_path: Path) -> None:
    rows = [
        REQUESTS,
        [1, "U1", "U1", datetime(2020, 2, 3, 8, 30, 1), "姓名", 10, True],
        [2.0, "U1", "U1", date(2020, 2, 3), 7, 12.5, False],
        ["3", "U1", "U1", "2020-02-03T08:00:00", "a;b", "0.1", "FALSE"],
    ]
    got = loaded(tmp_path, "requests.xlsx", {"data_requests": rows})
    assert got.lines == []
    assert got.values("data_requests", "request_id") == ["1", "2", "3"]
    assert got.values("data_requests", "issued_at") == [
        datetime(2020, 2, 3, 8, 30, 1),
        datetime(2020, 2, 3),
        datetime(2020, 2, 3, 8),
    ]
    assert got.values("data_requests", "fields") == [["姓名"], ["7"], ["a", "b"]]
    assert got.values("data_requests", "minutes") == [Decimal(10), Decimal("12.5"), Decimal("0.1")]
    assert got.values("data_requests", "is_emergency") == [True, False, False]


def test_typed_cells_of_the_wrong_kind_are_bad(tmp_path: Path) -> None:
    rows = [
        ["delivery_id", "provision", "subject_id", "on_date", "quantity", "period_start"],
        ["D1", "M", "P1", date(2020, 2, 3), -1, datetime(2020, 2, 3, 8)],
        ["D2", "M", "P1", datetime(2020, 2, 3), True, 43888],
        ["D3", "M", "P1", 43888, 1, None],
        ["D4", "M", "P1", time(8), 1, None],
    ]
    got = loaded(tmp_path, "deliveries.xlsx", {"deliveries": rows})
    assert got.values("deliveries", "delivery_id") == ["D1", "D2"]
    assert [(line.row, line.column, line.value) for line in got.lines] == [
        (2, "quantity", "-1"),
        (2, "period_start", "2020-02-03T08:00:00"),
        (3, "quantity", "true"),
        (3, "period_start", "43888"),
        (4, "on_date", "43888"),
        (5, "on_date", "08:00:00"),
    ]


def test_a_one_is_no_boolean(tmp_path: Path) -> None:
    rows = [["date", "is_workday"], [date(2020, 2, 3), 1], [date(2020, 2, 4), True]]
    got = loaded(tmp_path, "calendar.xlsx", {"calendar": rows})
    assert got.values("calendar", "date") == [date(2020, 2, 4)]


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2020, 2, 3, 7, 59, 59, 999_600), "2020-02-03T08:00:00"),
        (datetime(2020, 2, 3, 8, 0, 0, 400), "2020-02-03T08:00:00"),
        (datetime(2020, 2, 3, 8, 0, 0, 500_000), "2020-02-03T08:00:00.500000"),
    ],
)
def test_times_are_freed_from_the_noise_of_fractions(moment: datetime, text: str) -> None:
    assert xlsx._text_of_moment(moment, "time") == text


def test_sheet_row_numbers_are_kept(tmp_path: Path) -> None:
    rows = [UNITS, [], ["U1", "一院", "hospital", "中山"], [None, " "], [], ["U2", None, "x", "y"]]
    got = loaded(tmp_path, "units.xlsx", {"units": rows})
    assert [(line.file, line.row, line.column) for line in got.lines] == [("units.xlsx", 6, "name")]
    assert got.report.tables["units"].read == 2


def test_a_sheet_per_table_names_book_and_sheet(tmp_path: Path) -> None:
    write_book(tmp_path / "全部.xlsx", {name: [row, row] for name, row in GOOD.items()})
    got = read(tmp_path)
    assert {line.file for line in got.lines} == {f"全部.xlsx#{name}" for name in GOOD}
    assert got.report.kept == len(GOOD)


def test_sheets_of_other_names_are_no_tables(tmp_path: Path) -> None:
    sheets = {"说明": [["填表须知"]], "units": [UNITS, ["U1", "一院", "hospital", "中山"]]}
    got = loaded(tmp_path, "book.xlsx", sheets)
    assert got.report.tables["units"].kept == 1


def test_a_workbook_named_as_a_table_holds_it_in_its_first_sheet(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "units.csv").unlink()
    rows = [UNITS, ["U1", "一院", "hospital", "x"], ["U1", "一院", "hospital", "x"]]
    book(tmp_path / "units.xlsx", {"Sheet1": rows, "Sheet2": []})
    assert [line.file for line in read(tmp_path).lines] == ["units.xlsx"]


def test_the_same_sheet_in_two_workbooks_is_an_error(tmp_path: Path) -> None:
    rows = [UNITS, ["U1", "一院", "hospital", "中山"]]
    write(tmp_path)
    (tmp_path / "units.csv").unlink()
    book(tmp_path / "a.xlsx", {"units": rows})
    book(tmp_path / "b.xlsx", {"units": rows})
    with pytest.raises(FactsError, match=r"b\.xlsx.*also in a\.xlsx"):
        read(tmp_path)


@pytest.mark.parametrize("rows", [[], [[None, None]], [[], UNITS]])
def test_a_sheet_without_a_header(tmp_path: Path, rows: list[list[Any]]) -> None:
    with pytest.raises(FactsError, match=r"units\.xlsx: the first line is not a header"):
        loaded(tmp_path, "units.xlsx", {"units": rows})


def test_a_file_that_is_no_workbook(tmp_path: Path) -> None:
    write(tmp_path)
    whole = tmp_path / "whole.xlsx"
    book(whole, {"harms": [["harm_id"]]})
    for content in (b"", b"not a zip", whole.read_bytes()[:900], b"PK\3\4" + bytes(60)):
        (tmp_path / "harms.xlsx").write_bytes(content)
        with pytest.raises(FactsError, match=r"harms\.xlsx: is not a sound workbook"):
            read(tmp_path)


def test_a_workbook_without_sheets(tmp_path: Path) -> None:
    write(tmp_path)
    path = tmp_path / "harms.xlsx"
    book(path, {"x": []})
    with ZipFile(path) as sound:
        parts = {name: sound.read(name) for name in sound.namelist()}
    parts["xl/workbook.xml"] = re.sub(b"<sheet .*?/>", b"", parts["xl/workbook.xml"])
    with ZipFile(path, "w") as emptied:
        for name, content in parts.items():
            emptied.writestr(name, content)
    with pytest.raises(FactsError, match=r"harms\.xlsx: .*it has no sheet"):
        read(tmp_path)
