"""R3: a bad required cell takes its row, a bad optional cell only itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.facts.build import Line, load, read, with_good, write


def test_a_bad_required_cell_sets_the_row_aside_once(tmp_path: Path) -> None:
    person = with_good("people", name="", employment="x", is_leader="1", birth_date="x")
    got = load(tmp_path, people=[person], spells=[], attendance=[])
    assert got.lines == [Line("people.csv", 2, "name", "", "empty", "row")]
    assert got.report.tables["people"].set_aside == 1
    assert got.report.unknown == 0


def test_the_first_bad_cell_in_contract_order_is_named(tmp_path: Path) -> None:
    header = "is_leader,profession,employment,unit_id,name,person_id\n"
    write(tmp_path, spells=[], attendance=[])
    (tmp_path / "people.csv").write_text(header + "1,x,y,U9,王,P1\n", encoding="utf-8")
    got = read(tmp_path)
    assert got.lines == [Line("people.csv", 2, "unit_id", "U9", "unknown id", "row")]


def test_a_bad_optional_cell_becomes_unknown_and_the_row_stays(tmp_path: Path) -> None:
    person = with_good("people", birth_date="1990-2-3", party="PARTY", needs_transport="1")
    got = load(tmp_path, people=[person])
    assert [(line.column, line.value, line.kind) for line in got.lines] == [
        ("birth_date", "1990-2-3", "cell"),
        ("party", "PARTY", "cell"),
        ("needs_transport", "1", "cell"),
    ]
    (row,) = got.rows("people")
    assert (row["birth_date"], row["party"], row["needs_transport"]) == (None, None, None)
    assert row["profession"] == "nurse"
    assert got.report.unknown == 3


def test_each_bad_item_of_a_list_is_dropped_with_a_line(tmp_path: Path) -> None:
    got = load(tmp_path, findings=[with_good("findings", channels="fax;phone; Phone ;fax")])
    assert got.values("findings", "channels") == [["phone"]]
    assert [(line.column, line.value, line.kind) for line in got.lines] == [
        ("channels", "fax", "cell"),
        ("channels", "Phone", "cell"),
        ("channels", "fax", "cell"),
    ]


def test_a_required_list_left_empty_sets_the_row_aside(tmp_path: Path) -> None:
    cells = {"F1": "fax", "F2": " ; ;", "F3": "", "F4": "meeting"}
    rows = [with_good("findings", finding_id=key, channels=cell) for key, cell in cells.items()]
    got = load(tmp_path, findings=rows)
    assert got.values("findings", "finding_id") == ["F4"]
    assert [(line.row, line.value, line.reason, line.kind) for line in got.lines] == [
        (2, "fax", "not in vocabulary", "row"),
        (3, "; ;", "no item in the list", "row"),
        (4, "", "empty", "row"),
    ]


def test_items_of_a_free_list_are_all_kept(tmp_path: Path) -> None:
    request = with_good("data_requests", fields="姓名; 姓名 ;年龄")
    got = load(tmp_path, data_requests=[request])
    assert got.values("data_requests", "fields") == [["姓名", "姓名", "年龄"]]


def test_a_filled_bad_end_of_a_spell_sets_it_aside(tmp_path: Path) -> None:
    got = load(tmp_path, spells=[with_good("spells", end_date="2020-3-1")], attendance=[])
    assert got.rows("spells") == []
    assert got.lines == [
        Line("spells.csv", 2, "end_date", "2020-3-1", "not a date YYYY-MM-DD", "row")
    ]


def test_an_empty_end_of_a_spell_is_open(tmp_path: Path) -> None:
    got = load(tmp_path, spells=[with_good("spells", end_date="")])
    assert got.values("spells", "end_date") == [None]
    assert got.lines == []


def test_a_row_set_aside_has_no_line_for_its_other_cells(tmp_path: Path) -> None:
    person = with_good("people", unit_id="U9", birth_date="x", rank_since="y")
    got = load(tmp_path, people=[person], spells=[], attendance=[])
    assert [line.kind for line in got.lines] == ["row"]


def test_a_nurse_does_not_vanish_with_her_birth_date(tmp_path: Path) -> None:
    got = load(tmp_path, people=[with_good("people", birth_date="属鼠", work_start="2010-07-01")])
    (row,) = got.rows("people")
    assert (row["person_id"], row["work_start"]) == ("P1", date(2010, 7, 1))
