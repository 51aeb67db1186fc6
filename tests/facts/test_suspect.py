"""R3: dates before 2019-12-01 or more than 366 days after as-of stay, and are listed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.facts.build import load, with_good

AS_OF = date(2020, 6, 30)


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("2019-11-30", "before 2019-12-01"),
        ("2019-12-01", None),
        ("2021-07-01", None),
        ("2021-07-02", "more than 366 days after as-of"),
    ],
)
@pytest.mark.parametrize("carrier", ["csv", "typed"])
def test_the_bounds_of_days(tmp_path: Path, carrier: str, day: str, reason: str | None) -> None:
    got = load(tmp_path, carrier, as_of=AS_OF, deliveries=[with_good("deliveries", on_date=day)])
    assert got.values("deliveries", "on_date") == [date.fromisoformat(day)]
    assert [(line.value, line.reason) for line in got.lines if line.kind == "suspect"] == (
        [(day, reason)] if reason else []
    )
    assert len(got.lines) == got.report.suspect == bool(reason)


@pytest.mark.parametrize(
    ("time", "suspect"),
    [
        ("2019-11-30T23:59:59", True),
        ("2019-12-01T00:00:00", False),
        ("2021-07-01T23:59:59", False),
        ("2021-07-02T00:00:00", True),
    ],
)
@pytest.mark.parametrize("carrier", ["csv", "typed"])
def test_the_bounds_of_times(tmp_path: Path, carrier: str, time: str, suspect: bool) -> None:
    got = load(tmp_path, carrier, as_of=AS_OF, stock_issues=[with_good("stock_issues", at=time)])
    assert len(got.rows("stock_issues")) == 1
    assert [line.column for line in got.lines] == ["at"] * suspect


def test_each_suspect_date_has_its_line(tmp_path: Path) -> None:
    spell = with_good("spells", start_date="1999-01-01", end_date="2099-01-01")
    got = load(tmp_path, spells=[spell])
    assert [(line.column, line.kind) for line in got.lines] == [
        ("start_date", "suspect"),
        ("end_date", "suspect"),
    ]
    assert got.report.suspect == 2
    assert got.report.set_aside == 0


def test_dates_that_may_lie_far_away_are_not_suspect(tmp_path: Path) -> None:
    old = dict.fromkeys(("birth_date", "title_since", "rank_since", "work_start"), "1980-01-01")
    got = load(
        tmp_path,
        people=[with_good("people", **old)],
        children=[with_good("children", birth_date="2000-01-01")],
        insurance=[with_good("insurance", end_date="2099-12-31")],
        findings=[with_good("findings", expires_on="2099-12-31")],
    )
    assert got.lines == []


def test_the_start_of_insurance_is_looked_at(tmp_path: Path) -> None:
    got = load(tmp_path, insurance=[with_good("insurance", start_date="2018-01-01")])
    assert [(line.column, line.kind) for line in got.lines] == [("start_date", "suspect")]


def test_a_row_set_aside_is_not_listed_as_suspect(tmp_path: Path) -> None:
    got = load(tmp_path, deliveries=[with_good("deliveries", on_date="1999-01-01", provision="")])
    assert [line.kind for line in got.lines] == ["row"]


def test_an_as_of_at_the_end_of_time(tmp_path: Path) -> None:
    got = load(tmp_path, as_of=date.max, deliveries=[with_good("deliveries", on_date="9999-12-31")])
    assert got.lines == []
