"""Bad rows come only when asked for, are counted, and are as bad as they say."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from nuanxin.city import CityPlan, CitySummary, build_city

from .reading import faults, read_csv


def test_a_city_is_clean_unless_asked(summary: CitySummary) -> None:
    assert summary.dirty == {}


def test_bad_rows_are_written_and_counted_by_kind(tmp_path: Path) -> None:
    summary = build_city(CityPlan(400, dirty_rows=12), tmp_path / "city")
    assert summary.dirty == {
        "attendance ends before it starts": 2,
        "child without guardian": 2,
        "duplicate person": 2,
        "unknown unit": 3,
        "unreadable birth date": 3,
    }
    tables = read_csv(summary.out)
    assert len(tables["people"]) == summary.rows["people"] == 408
    found = list(faults(tables))
    for wrong, times in (
        ("people.birth_date is unreadable", 3),
        ("people.unit_id is not found", 3),
        ("children.guardian_id is empty", 2),
        ("attendance ends before it starts", 2),
        ("people repeats a key", 1),
    ):
        assert sum(line.startswith(wrong) for line in found) == times
    assert len(found) == 11


def test_good_rows_are_the_same_with_and_without_bad_ones(tmp_path: Path) -> None:
    clean = build_city(CityPlan(400), tmp_path / "clean").out
    dirty = build_city(CityPlan(400, dirty_rows=5), tmp_path / "dirty").out
    for name in ("people", "attendance", "children"):
        good = (clean / f"{name}.csv").read_text(encoding="utf-8")
        assert (dirty / f"{name}.csv").read_text(encoding="utf-8").startswith(good)


@pytest.mark.parametrize("asked", [1, 9])
def test_typed_files_hold_the_bad_rows_that_types_allow(tmp_path: Path, asked: int) -> None:
    summary = build_city(CityPlan(400, dirty_rows=asked), tmp_path / "city", "parquet")
    assert sum(summary.dirty.values()) == asked
    assert "unreadable birth date" not in summary.dirty
    people = pq.read_table(summary.out / "people.parquet", columns=["unit_id"]).to_pydict()
    assert people["unit_id"].count("U99999") == summary.dirty["unknown unit"]
