"""R8: the header is row 1, blank lines keep their number, and everything is counted."""

from __future__ import annotations

from pathlib import Path

from tests.facts.build import load, read, with_good, write

HEADER = "unit_id,name,kind,district\n"


def rows_set_aside(folder: Path, text: str) -> list[int]:
    write(folder, people=[], posts=[], spells=[], attendance=[])
    (folder / "units.csv").write_text(HEADER + text, encoding="utf-8")
    return [line.row for line in read(folder).lines]


def test_the_first_data_row_is_2(tmp_path: Path) -> None:
    assert rows_set_aside(tmp_path, "U1,,hospital,中山\n") == [2]


def test_a_blank_line_is_no_row_but_keeps_its_number(tmp_path: Path) -> None:
    text = "\nU1,一院,hospital,中山\n   \n\t\nU2,,hospital,中山\n\n"
    assert rows_set_aside(tmp_path, text) == [6]
    assert read(tmp_path).report.tables["units"].read == 2


def test_a_line_of_commas_is_a_row(tmp_path: Path) -> None:
    assert rows_set_aside(tmp_path, ",,,\n , , , \n") == [2, 3]


def test_a_quoted_cell_over_several_lines_is_one_row(tmp_path: Path) -> None:
    text = 'U1,"一\n院",hospital,中山\nU2,,hospital,中山\n'
    assert rows_set_aside(tmp_path, text) == [3]
    assert read(tmp_path).values("units", "name") == ["一\n院"]


def test_the_row_of_a_parquet_file_is_its_position_after_a_header(tmp_path: Path) -> None:
    rows = [with_good("units"), with_good("units", unit_id="U2", kind="x")]
    got = load(tmp_path, "parquet", units=rows)
    assert [(line.file, line.row) for line in got.lines] == [("units.parquet", 3)]


def test_the_summary_counts_over_all_tables(tmp_path: Path) -> None:
    got = load(
        tmp_path,
        people=[with_good("people", birth_date="x"), with_good("people", person_id="")],
        deliveries=[with_good("deliveries", on_date="2001-01-01")],
    )
    summary = got.report.summary()
    assert summary["rows"] == {"read": 7, "kept": 6, "set_aside": 1}
    assert summary["cells"] == {"unknown": 1, "suspect": 1}


def test_lines_come_in_reading_order(tmp_path: Path) -> None:
    got = load(
        tmp_path,
        units=[with_good("units"), with_good("units"), with_good("units", unit_id="")],
        people=[with_good("people", birth_date="x", work_start="y")],
        attendance=[with_good("attendance", start="x")],
        absences=[with_good("absences", kind="x")],
    )
    assert [(line.file, line.row, line.column) for line in got.lines] == [
        ("units.csv", 3, "unit_id"),
        ("units.csv", 4, "unit_id"),
        ("people.csv", 2, "birth_date"),
        ("people.csv", 2, "work_start"),
        ("attendance.csv", 2, "start"),
        ("absences.csv", 2, "kind"),
    ]
