"""R7: of several rows with one key the first otherwise good row is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from nuanxin.policy.contract import TABLES
from tests.facts.build import CARRIERS, GOOD, Line, Loaded, load, with_good

KEYS = {
    "units": ("unit_id",),
    "people": ("person_id",),
    "relations": ("person_id", "relative_id", "kind"),
    "children": ("child_id",),
    "posts": ("post_id",),
    "spells": ("spell_id",),
    "attendance": ("attendance_id",),
    "absences": ("absence_id",),
    "declarations": ("date", "kind", "person_id"),
    "insurance": ("policy_no", "person_id", "kind", "start_date"),
    "harms": ("harm_id",),
    "findings": ("finding_id",),
    "deliveries": ("delivery_id",),
    "stock_issues": ("issue_id",),
    "data_requests": ("request_id",),
    "held_fields": ("field", "table_code"),
    "fund_entries": ("entry_id",),
    "waivers": ("waiver_id",),
    "calendar": ("date",),
}


def test_the_keys_of_the_contract() -> None:
    assert {table.name: table.key for table in TABLES} == KEYS


@pytest.fixture(scope="module")
def doubled(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    return load(tmp_path_factory.mktemp("doubled"), **{t: [row, row] for t, row in GOOD.items()})


@pytest.mark.parametrize("table", KEYS)
def test_the_later_of_two_identical_rows_is_a_duplicate(doubled: Loaded, table: str) -> None:
    first = KEYS[table][0]
    assert len(doubled.rows(table)) == 1
    assert [line for line in doubled.lines if line.file == f"{table}.csv"] == [
        Line(f"{table}.csv", 3, first, GOOD[table][first], "duplicate key", "row")
    ]


@pytest.mark.parametrize("carrier", CARRIERS)
def test_rows_that_differ_are_duplicates_all_the_same(tmp_path: Path, carrier: str) -> None:
    rows = [with_good("units", name=name) for name in ("甲", "乙", "丙")]
    got = load(tmp_path, carrier, units=rows)
    assert got.values("units", "name") == ["甲"]
    assert [line.row for line in got.lines] == [3, 4]


def test_the_first_otherwise_good_row_is_kept(tmp_path: Path) -> None:
    rows = [with_good("units", kind="x"), with_good("units", name="乙"), with_good("units")]
    got = load(tmp_path, units=rows)
    assert got.values("units", "name") == ["乙"]
    assert [(line.row, line.reason) for line in got.lines] == [
        (2, "not in vocabulary"),
        (4, "duplicate key"),
    ]


def test_a_later_row_that_is_bad_anyway_is_set_aside_for_that(tmp_path: Path) -> None:
    got = load(tmp_path, units=[with_good("units"), with_good("units", kind="x")])
    assert [(line.row, line.column) for line in got.lines] == [(3, "kind")]


def test_keys_are_compared_after_trimming(tmp_path: Path) -> None:
    rows = [with_good("units"), with_good("units", unit_id="U1 ", name="乙")]
    got = load(tmp_path, units=rows)
    assert [(line.row, line.value, line.reason) for line in got.lines] == [
        (3, "U1", "duplicate key")
    ]


def test_keys_are_compared_after_bad_cells_became_unknown(tmp_path: Path) -> None:
    persons = ("", "P8", "P9")
    rows = [with_good("declarations", kind="task_end", person_id=person) for person in persons]
    got = load(tmp_path, declarations=rows)
    assert len(got.rows("declarations")) == 1
    assert [(line.row, line.column, line.reason) for line in got.lines] == [
        (3, "date", "duplicate key"),
        (4, "date", "duplicate key"),
    ]


def test_a_duplicate_has_no_line_for_its_bad_cells(tmp_path: Path) -> None:
    rows = [with_good("people"), with_good("people", birth_date="x")]
    got = load(tmp_path, people=rows)
    assert [line.reason for line in got.lines] == ["duplicate key"]
    assert got.report.unknown == 0


def test_a_group_policy_covers_many_people(tmp_path: Path) -> None:
    got = load(
        tmp_path,
        people=[with_good("people"), with_good("people", person_id="P2")],
        insurance=[
            with_good("insurance"),
            with_good("insurance", person_id="P2"),
            with_good("insurance", kind="critical_illness"),
            with_good("insurance", start_date="2020-02-02"),
        ],
    )
    assert got.lines == []
    assert len(got.rows("insurance")) == 4


def test_a_release_of_two_people_on_one_day_is_two_facts(tmp_path: Path) -> None:
    got = load(
        tmp_path,
        people=[with_good("people"), with_good("people", person_id="P2")],
        declarations=[with_good("declarations"), with_good("declarations", person_id="P2")],
    )
    assert got.lines == []


@pytest.mark.parametrize("order", [["A1", "A2", "A3"], ["A3", "A1", "A2"], ["A2", "A10", "A1"]])
def test_keys_in_any_order_are_no_duplicates(tmp_path: Path, order: list[str]) -> None:
    rows = [with_good("attendance", attendance_id=key) for key in order]
    got = load(tmp_path, "typed", attendance=rows)
    assert got.lines == []
    assert len(got.rows("attendance")) == 3
