"""R4: reversed periods, releases of nobody, and what is no fault at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.facts.build import Line, load, with_good


@pytest.mark.parametrize("table", ["spells", "absences", "insurance"])
def test_an_end_before_its_start_sets_the_row_aside(tmp_path: Path, table: str) -> None:
    row = with_good(table, start_date="2020-03-05", end_date="2020-03-04")
    got = load(tmp_path, **{"attendance": [], table: [row]})
    assert got.rows(table) == []
    assert got.lines == [
        Line(f"{table}.csv", 2, "end_date", "2020-03-04", "end before start", "row")
    ]


@pytest.mark.parametrize("table", ["spells", "absences", "insurance"])
def test_a_period_of_one_day_stands(tmp_path: Path, table: str) -> None:
    row = with_good(table, start_date="2020-03-05", end_date="2020-03-05")
    got = load(tmp_path, **{table: [row]})
    assert len(got.rows(table)) == 1


@pytest.mark.parametrize("end", ["2020-02-03T08:00:00", "2020-02-03T07:59:59"])
@pytest.mark.parametrize("carrier", ["csv", "typed"])
def test_a_shift_must_end_after_it_starts(tmp_path: Path, carrier: str, end: str) -> None:
    got = load(tmp_path, carrier, attendance=[with_good("attendance", end=end)])
    assert got.rows("attendance") == []
    assert [line[2:] for line in got.lines] == [("end", end, "end not after start", "row")]


def test_a_reversed_period_is_named_before_later_cells_and_after_earlier_ones(
    tmp_path: Path,
) -> None:
    reversed_ = {"start_date": "2020-03-05", "end_date": "2020-03-04"}
    rows = [
        with_good("absences", absence_id="B1", kind="x", **reversed_),
        with_good("absences", absence_id="B2", person_id="P9", **reversed_),
    ]
    got = load(tmp_path, absences=rows)
    assert [line.column for line in got.lines] == ["end_date", "person_id"]


def test_no_plausibility_limit_is_applied(tmp_path: Path) -> None:
    got = load(tmp_path, attendance=[with_good("attendance", end="2020-02-05T00:00:00")])
    assert got.lines == []
    assert len(got.rows("attendance")) == 1


def test_a_release_needs_its_person(tmp_path: Path) -> None:
    got = load(tmp_path, declarations=[with_good("declarations", person_id="")])
    assert got.lines == [
        Line("declarations.csv", 2, "person_id", "", "release without person_id", "row")
    ]


def test_a_release_of_an_unknown_person_releases_nobody(tmp_path: Path) -> None:
    got = load(tmp_path, declarations=[with_good("declarations", person_id="P9")])
    assert got.rows("declarations") == []
    assert got.lines == [Line("declarations.csv", 2, "person_id", "P9", "unknown id", "row")]


def test_other_declarations_need_no_person(tmp_path: Path) -> None:
    kinds = ("response_start", "task_end", "task_reopened")
    rows = [with_good("declarations", kind=kind, person_id="") for kind in kinds]
    got = load(tmp_path, declarations=rows)
    assert got.lines == []
    assert len(got.rows("declarations")) == 3


def test_releases_fall_when_the_column_of_persons_is_absent(tmp_path: Path) -> None:
    rows = [{"date": "2020-03-30", "kind": kind} for kind in ("release", "task_end")]
    got = load(tmp_path, declarations=rows)
    assert got.values("declarations", "kind") == ["task_end"]
    assert [(line.column, line.value) for line in got.lines] == [("person_id", "")]


def test_an_unknown_person_of_a_task_end_is_only_a_bad_cell(tmp_path: Path) -> None:
    row = with_good("declarations", kind="task_end", person_id="P9")
    got = load(tmp_path, declarations=[row])
    assert got.values("declarations", "person_id") == [None]
    assert [line.kind for line in got.lines] == ["cell"]
