"""Import, export, evaluate: the same as evaluating what came in."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from nuanxin.city import CityPlan, build_city
from nuanxin.domains.changes.models import OldRow
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.intake.export import export_facts
from nuanxin.engines.duckdb import DuckDB
from nuanxin.facts import load_facts
from nuanxin.packs import load_pack
from nuanxin.policy.evaluate import Run, evaluate
from tests.domains.intake.sheets import outcomes, taken

pytestmark = pytest.mark.django_db
AS_OF = date(2020, 8, 29)


def obligations(facts: Path, spill: Path) -> list[tuple[object, ...]]:
    engine = DuckDB(spill)
    report = load_facts(facts, engine.connection, AS_OF)
    pack = load_pack("dalian2020")
    absent = frozenset(report.absent_tables)
    evaluate(Run(pack, AS_OF, pack.parameters, absent, None, False, None), engine, lambda *_: None)
    return engine.connection.execute("SELECT * FROM out.obligations ORDER BY ALL").fetchall()


def without(facts: Path, out: Path, refused: set[tuple[str, int]]) -> Path:
    """The same facts without the refused rows."""
    out.mkdir()
    for file in facts.glob("*.csv"):
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for at, line in enumerate(lines, 1) if (file.name, at) not in refused]
        (out / file.name).write_text("".join(kept), encoding="utf-8")
    return out


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("city") / "facts"
    build_city(CityPlan(400, dirty_rows=12), place, "csv")
    return place


def test_evaluating_the_export_equals_evaluating_what_was_taken(city: Path, tmp_path: Path) -> None:
    told = taken(city)
    assert told.counts.new > 5_000
    assert told.found is not None
    refused = set(
        told.found.execute("SELECT file, row FROM facts.set_aside WHERE kind = 'row'").fetchall()
    )
    clashes = told.found.execute(
        "SELECT count(*) FROM facts.set_aside WHERE reason LIKE 'hours already%'"
    ).fetchone()
    assert clashes is not None
    assert clashes[0] > 0, "the city books some hours twice; only one stands"
    rows = export_facts(tmp_path / "out")
    assert sum(rows.values()) == told.counts.new
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    original = obligations(without(city, tmp_path / "kept", refused), tmp_path / "a")
    assert len(original) > 500
    assert obligations(tmp_path / "out", tmp_path / "b") == original


def test_the_same_folder_twice_changes_nothing(city: Path) -> None:
    first = taken(city)
    second = taken(city)
    assert outcomes(second) == (0, 0, first.counts.new, first.counts.refused)
    assert second.change is None
    assert not OldRow.objects.exists()


def test_the_export_taken_again_is_the_same(city: Path, tmp_path: Path) -> None:
    first = taken(city)
    export_facts(tmp_path / "out")
    again = taken(tmp_path / "out")
    assert outcomes(again) == (0, 0, first.counts.new, 0)


def test_parquet_brings_the_same(tmp_path: Path) -> None:
    build_city(CityPlan(400), tmp_path / "p", "parquet")
    build_city(CityPlan(400), tmp_path / "c", "csv")
    first = taken(tmp_path / "p")
    assert first.counts.new > 5_000
    assert outcomes(taken(tmp_path / "c")) == (0, 0, first.counts.new, first.counts.refused)


def test_a_table_nobody_filled_is_absent_not_empty(tmp_path: Path) -> None:
    """An absent insurance table is unknown; an empty one would be a breach (definitions R9)."""
    export_facts(tmp_path / "out")
    files = sorted(file.stem for file in (tmp_path / "out").iterdir())
    assert files == ["attendance", "people", "posts", "spells", "units"]
    with (tmp_path / "out" / "units.csv").open() as file:
        assert next(csv.reader(file))[0] == "unit_id"


def test_the_export_needs_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("mine")
    with pytest.raises(Refusal, match="not an empty folder"):
        export_facts(tmp_path)
