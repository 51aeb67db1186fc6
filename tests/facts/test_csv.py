"""CSV: trimmed headers, BOM, quotes, ragged rows, and files that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from nuanxin.facts import FactsError
from tests.facts.build import Loaded, read, write

HEADER = "unit_id,name,kind,district"
UNIT = "U1,一院,hospital,中山"


def units(folder: Path, content: str | bytes) -> Loaded:
    write(folder)
    data = content if isinstance(content, bytes) else content.encode()
    (folder / "units.csv").write_bytes(data)
    return read(folder)


@pytest.mark.parametrize(
    "content",
    [
        f"{HEADER}\n{UNIT}\n",
        f"{HEADER}\n{UNIT}",
        f"{HEADER}\r\n{UNIT}\r\n",
        f"{HEADER}\r{UNIT}\r",
        f"\ufeff{HEADER}\n{UNIT}\n",
        f'\ufeff"unit_id",name,kind,district\n{UNIT}\n',
        " unit_id ,\u3000name,kind\t,district\n" + UNIT,
        f'{HEADER}\n"U1","一院","hospital","中山"\n',
        "name,parent_id,unit_id,district,kind\n一院,,U1,中山,hospital\n",
        f"{HEADER}\n{UNIT},\n",
    ],
)
def test_one_unit_in_many_spellings(tmp_path: Path, content: str) -> None:
    got = units(tmp_path, content)
    assert got.lines == []
    assert got.report.tables["units"].read == 1
    assert got.rows("units") == [
        {"unit_id": "U1", "name": "一院", "parent_id": None, "kind": "hospital", "district": "中山"}
    ]


def test_commas_and_quotes_inside_quotes(tmp_path: Path) -> None:
    got = units(tmp_path, f'{HEADER}\nU1,"第一,""大""院",hospital,中山\n')
    assert got.values("units", "name") == ['第一,"大"院']


def test_the_missing_cells_of_a_short_row_are_empty(tmp_path: Path) -> None:
    got = units(tmp_path, f"{HEADER},parent_id\n{UNIT}\nU2,二院,hospital\n")
    assert got.values("units", "parent_id") == [None]
    assert [(line.row, line.column, line.reason) for line in got.lines] == [
        (3, "district", "empty")
    ]


def test_cells_beyond_the_header_are_ignored_and_counted(tmp_path: Path) -> None:
    got = units(tmp_path, f"{HEADER}\n{UNIT},x\nU2,二院,hospital,中山, ,\n")
    assert got.values("units", "unit_id") == ["U1", "U2"]
    assert got.report.summary()["overlong_rows"] == {"units.csv": 1}


def test_a_file_of_only_a_header_is_an_empty_table(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "insurance.csv").write_text("policy_no,person_id,kind,start_date,end_date")
    got = read(tmp_path)
    assert got.report.tables["insurance"].read == 0
    assert "insurance" not in got.report.absent_tables


@pytest.mark.parametrize("content", ["", "\ufeff", "\n", "  \n", f"\n{HEADER}\n{UNIT}\n", ",,,\n"])
def test_a_file_without_a_header(tmp_path: Path, content: str) -> None:
    with pytest.raises(FactsError, match=r"^units\.csv: the first line is not a header"):
        units(tmp_path, content)


def test_a_doubled_column(tmp_path: Path) -> None:
    with pytest.raises(FactsError, match=r"units\.csv: the column name stands twice"):
        units(tmp_path, f"{HEADER}, name\n{UNIT},x\n")


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "big5"])
def test_other_encodings(tmp_path: Path, encoding: str) -> None:
    with pytest.raises(FactsError, match=r"units\.csv: is not UTF-8 .* save it as CSV UTF-8"):
        units(tmp_path, f"{HEADER}\n{UNIT}\n".encode(encoding))


def test_a_quote_that_is_not_closed(tmp_path: Path) -> None:
    with pytest.raises(FactsError, match=r"units\.csv: row 3: a quote is not closed"):
        units(tmp_path, f'{HEADER}\n{UNIT}\nU2,"二院,hospital,中山\nU3,三院,hospital,中山\n')


def test_a_cell_without_end(tmp_path: Path) -> None:
    with pytest.raises(FactsError, match=r"units\.csv: row 3: field larger"):
        units(tmp_path, f'{HEADER}\n{UNIT}\nU2,"' + "二院,hospital,中山\n" * 20_000)


def test_text_after_a_closing_quote_belongs_to_the_cell(tmp_path: Path) -> None:
    got = units(tmp_path, f'{HEADER}\nU1,"一"院,hospital,中山\n')
    assert got.values("units", "name") == ["一院"]


def test_two_quotes_alone_are_a_row(tmp_path: Path) -> None:
    got = units(tmp_path, f'{HEADER}\n{UNIT}\n""\n')
    assert [(line.row, line.column) for line in got.lines] == [(3, "unit_id")]


def test_a_nul_is_a_character_like_any_other(tmp_path: Path) -> None:
    got = units(tmp_path, f"{HEADER}\nU1,一\0院,hospital,中山\n")
    assert got.report.kept + got.report.set_aside == got.report.read == 5
