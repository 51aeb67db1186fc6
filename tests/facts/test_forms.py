"""R1, R2: what a cell may look like."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.facts.build import CARRIERS, Loaded, load, with_good


def read_cells(folder: Path, table: str, column: str, cells: Sequence[str]) -> Loaded:
    """One row per cell, each with an id of its own."""
    key = "person_id" if table == "people" else "delivery_id"
    key = {"fund_entries": "entry_id", "children": "child_id"}.get(table, key)
    rows = [
        with_good(table, **{key: f"X{number:02}", column: cell})
        for number, cell in enumerate(cells)
    ]
    if table == "people":
        return load(folder, people=rows, spells=[], attendance=[])
    return load(folder, **{table: rows})


def value_of(folder: Path, table: str, column: str, cell: str) -> Any:
    (value,) = read_cells(folder, table, column, [cell]).values(table, column)
    return value


@pytest.mark.parametrize("blank", [" ", "  ", "\t", "\u3000", "\u00a0"])
def test_a_cell_of_blanks_is_empty(tmp_path: Path, blank: str) -> None:
    got = load(tmp_path, people=[with_good("people", birth_date=blank, sex=blank)])
    assert got.values("people", "birth_date") == [None]
    assert got.values("people", "sex") == [None]
    assert got.lines == []


@pytest.mark.parametrize("carrier", CARRIERS)
def test_cells_are_trimmed(tmp_path: Path, carrier: str) -> None:
    got = load(
        tmp_path,
        carrier,
        units=[with_good("units", unit_id=" U1\u3000", name=" 一 院 ", kind="hospital ")],
        people=[with_good("people", unit_id="\tU1", birth_date=" 1990-01-02 ", is_leader=" true")],
    )
    assert got.lines == []
    assert got.values("units", "unit_id") == ["U1"]
    assert got.values("units", "name") == ["一 院"]
    assert got.values("people", "birth_date") == [date(1990, 1, 2)]
    assert got.values("people", "is_leader") == [True]


def test_dates_are_exactly_real_iso_days(tmp_path: Path) -> None:
    good = ["2020-02-03", "2020-02-29", "0001-01-01", "9999-12-31"]
    bad = ["2020-2-3", "2020-02-30", "2019-02-29", "2020/02/03", "20200203", "20-02-03"]
    bad += ["２０２０-02-03", "2020-02-03T00:00:00", "+2020-02-03", "0000-01-01", "infinity"]
    bad += ["12020-01-01", "2020-02-03 (BC)", "43888", "2020-02-3x"]
    got = read_cells(tmp_path, "people", "birth_date", good + bad)
    values = got.values("people", "birth_date")
    assert values == [date.fromisoformat(cell) for cell in good] + [None] * len(bad)
    assert [(line.value, line.kind) for line in got.lines] == [(cell, "cell") for cell in bad]
    assert {line.reason for line in got.lines} == {"not a date YYYY-MM-DD"}


def test_times_are_exactly_real_iso_times(tmp_path: Path) -> None:
    good = ["2020-02-03T00:00:00", "2020-02-03T23:59:59"]
    bad = ["2020-02-03T24:00:00", "2020-02-03T23:59:60", "2020-02-03 08:00:00", "2020-02-03T08:00"]
    bad += ["2020-02-03", "2020-02-03T8:00:00", "2020-02-30T08:00:00", "2020-02-03T08:00:00Z"]
    bad += ["2020-02-03T08:00:00.5", "2020-02-03T08:00:00+08", "08:00:00", "2020-02-03t08:00:00"]
    rows = [
        with_good("stock_issues", issue_id=f"I{number:02}", at=cell)
        for number, cell in enumerate(good + bad)
    ]
    got = load(tmp_path, stock_issues=rows)
    assert got.values("stock_issues", "at") == [datetime.fromisoformat(cell) for cell in good]
    assert [line.value for line in got.lines] == bad
    assert {line.reason for line in got.lines} == {"not a time YYYY-MM-DDTHH:MM:SS"}


def test_booleans_are_true_or_false_in_any_letter_case(tmp_path: Path) -> None:
    good = ["true", "TRUE", "True", "tRuE", "false", "FALSE", "False"]
    bad = ["1", "0", "t", "f", "yes", "no", "是", "ｔｒｕｅ"]
    got = read_cells(tmp_path, "people", "needs_transport", good + bad)
    values = got.values("people", "needs_transport")
    assert values == [cell.lower() == "true" for cell in good] + [None] * len(bad)
    assert [line.value for line in got.lines] == bad


def test_whole_numbers_are_ascii_digits_with_or_without_a_minus(tmp_path: Path) -> None:
    good = ["0", "-12", "007", "9223372036854775807"]
    bad = ["1.0", "+1", "1e3", "１２", "1 000", "1,000", "--1", "-", "9223372036854775808"]
    got = read_cells(tmp_path, "children", "enrol_year", good + bad)
    assert got.values("children", "enrol_year") == [int(cell) for cell in good] + [None] * len(bad)
    assert [line.value for line in got.lines] == bad


def test_an_amount_must_be_whole_fen(tmp_path: Path) -> None:
    got = read_cells(tmp_path, "fund_entries", "amount_fen", ["-5", "12.50", ""])
    assert got.values("fund_entries", "amount_fen") == [-5]
    assert [line.reason for line in got.lines] == ["not a whole number", "empty"]


def test_decimals_have_no_sign(tmp_path: Path) -> None:
    good = ["0", "12", "12.5", "0.0000000001", "1.50000000000000", "000000000000000000000012"]
    bad = ["-1", "+1", "-0", "1e3", ".5", "1.", "1,5", "１", "NaN", "inf", "0x1", "1_0"]
    got = read_cells(tmp_path, "deliveries", "quantity", good + bad)
    values = got.values("deliveries", "quantity")
    assert values == [Decimal(cell) for cell in good] + [None] * len(bad)
    assert [line.value for line in got.lines] == bad


def test_no_decimal_is_rounded(tmp_path: Path) -> None:
    got = read_cells(tmp_path, "deliveries", "quantity", ["0.12345678901", "1" * 19])
    assert got.values("deliveries", "quantity") == [None, None]
    assert len(got.lines) == 2


def test_lists_are_split_trimmed_and_empty_items_dropped(tmp_path: Path) -> None:
    got = load(tmp_path, findings=[with_good("findings", channels="; phone ;;\u3000leader;")])
    assert got.values("findings", "channels") == [["phone", "leader"]]
    assert got.lines == []


@pytest.mark.parametrize("word", ["Nurse", "NURSE", "护士", "nurse;doctor"])
def test_vocabularies_are_exact(tmp_path: Path, word: str) -> None:
    got = load(tmp_path, people=[with_good("people", profession=word)], spells=[], attendance=[])
    assert got.rows("people") == []
    assert got.lines[0].column == "profession"
    assert got.lines[0].reason == "not in vocabulary"


def test_ids_are_compared_as_written(tmp_path: Path) -> None:
    got = load(tmp_path, people=[with_good("people", unit_id="u1")], spells=[], attendance=[])
    assert [line.reason for line in got.lines] == ["unknown id"]


def test_an_optional_text_stays_as_it_is(tmp_path: Path) -> None:
    assert value_of(tmp_path, "people", "sex", "null") == "null"
