"""R5, R6: checked references point to kept rows, so a fall cascades; the others are free."""

from __future__ import annotations

from pathlib import Path

import pytest

from nuanxin.policy.contract import TABLE
from tests.facts.build import CARRIERS, GOOD, Line, Loaded, Row, load, with_good

CHECKED = [
    ("people", "unit_id"),
    ("posts", "unit_id"),
    ("spells", "person_id"),
    ("spells", "post_id"),
    ("spells", "arranged_by"),
    ("attendance", "person_id"),
    ("attendance", "post_id"),
    ("relations", "person_id"),
    ("children", "guardian_id"),
    ("absences", "person_id"),
    ("insurance", "person_id"),
    ("harms", "person_id"),
    ("findings", "person_id"),
    ("waivers", "person_id"),
    ("stock_issues", "unit_id"),
    ("data_requests", "issuer_id"),
    ("data_requests", "target_id"),
]
FREE = [
    ("units", "parent_id"),
    ("relations", "relative_id"),
    ("children", "other_guardian_id"),
    ("stock_issues", "person_id"),
    ("deliveries", "subject_id"),
    ("deliveries", "counterpart_id"),
    ("attendance", "reported_by"),
    ("held_fields", "owner_id"),
]


@pytest.fixture(scope="module")
def strangers(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """A good row of every table, and one row for each reference that names Z9."""
    tables: dict[str, list[Row]] = {name: [row] for name, row in GOOD.items()}
    for table, column in CHECKED + FREE:
        key = TABLE[table].key[0]
        named = {} if table == "relations" else {key: f"{table} {column}"}
        tables[table].append(with_good(table, **{**named, column: "Z9"}))
    return load(tmp_path_factory.mktemp("strangers"), **tables)


@pytest.mark.parametrize(("table", "column"), CHECKED)
def test_a_required_reference_that_is_not_found_sets_the_row_aside(
    strangers: Loaded, table: str, column: str
) -> None:
    lines = [line for line in strangers.lines if line[0] == f"{table}.csv" and line[2] == column]
    assert [line[2:] for line in lines] == [(column, "Z9", "unknown id", "row")]
    assert "Z9" not in strangers.values(table, column)


@pytest.mark.parametrize(("table", "column"), FREE)
def test_a_reference_that_is_not_checked_may_name_nobody(
    strangers: Loaded, table: str, column: str
) -> None:
    assert "Z9" in strangers.values(table, column)


def test_nothing_else_falls(strangers: Loaded) -> None:
    assert len(strangers.lines) == len(CHECKED)


@pytest.mark.parametrize("carrier", CARRIERS)
def test_a_fall_cascades_from_units_to_the_rest(tmp_path: Path, carrier: str) -> None:
    got = load(
        tmp_path,
        carrier,
        units=[with_good("units", kind="clinic")],
        absences=[with_good("absences")],
        deliveries=[with_good("deliveries")],
    )
    assert [(line.column, line.reason) for line in got.lines] == [
        ("kind", "not in vocabulary"),
        ("unit_id", "unknown id"),
        ("unit_id", "unknown id"),
        ("person_id", "unknown id"),
        ("person_id", "unknown id"),
        ("person_id", "unknown id"),
    ]
    assert got.report.kept == 1
    assert got.report.set_aside == 6


def test_a_duplicate_is_no_target_but_the_row_kept_is(tmp_path: Path) -> None:
    people = [with_good("people"), with_good("people", name="李")]
    got = load(tmp_path, people=people)
    assert len(got.rows("spells")) == 1


def test_a_spell_of_attendance_that_is_not_found_becomes_unknown(tmp_path: Path) -> None:
    got = load(tmp_path, attendance=[with_good("attendance", spell_id="S9")])
    assert got.values("attendance", "spell_id") == [None]
    assert got.lines == [Line("attendance.csv", 2, "spell_id", "S9", "unknown id", "cell")]


def test_a_spell_set_aside_is_not_found(tmp_path: Path) -> None:
    got = load(tmp_path, spells=[with_good("spells", mission="x")])
    assert got.values("attendance", "spell_id") == [None]
    assert [line.kind for line in got.lines] == ["row", "cell"]


@pytest.mark.parametrize("carrier", CARRIERS)
def test_a_spell_of_another_person_becomes_unknown(tmp_path: Path, carrier: str) -> None:
    got = load(
        tmp_path,
        carrier,
        people=[with_good("people"), with_good("people", person_id="P2")],
        attendance=[with_good("attendance", person_id="P2")],
    )
    assert got.values("attendance", "spell_id") == [None]
    assert got.values("attendance", "person_id") == ["P2"]
    assert [line[2:] for line in got.lines] == [
        ("spell_id", "S1", "spell of another person", "cell")
    ]


def test_attendance_without_spell_is_no_fault(tmp_path: Path) -> None:
    got = load(tmp_path, attendance=[with_good("attendance", spell_id="")])
    assert got.lines == []


def test_a_child_without_guardian_is_set_aside(tmp_path: Path) -> None:
    got = load(tmp_path, children=[with_good("children", guardian_id="")])
    assert got.lines == [Line("children.csv", 2, "guardian_id", "", "empty", "row")]
