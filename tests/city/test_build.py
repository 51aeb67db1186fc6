"""The same plan gives the same bytes, and a folder that holds other things is left alone."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from nuanxin.city import CityError, CityPlan, CitySummary, build_city
from nuanxin.city.plan import Format
from nuanxin.city.streams import stream
from nuanxin.city.write import ROW_GROUP

from .reading import Tables, read_csv

PLAN = CityPlan(700, seed=7)
SCRIPT = """
import sys
from pathlib import Path
from nuanxin.city import CityPlan, build_city
build_city(CityPlan(700, seed=7), Path(sys.argv[1]), sys.argv[2])
"""


def digest(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def built_elsewhere(out: Path, form: Format, hash_seed: str, threads: str) -> Path:
    """The city of PLAN, built by another process with another hash seed and thread count."""
    paths = os.pathsep.join(path for path in sys.path if path)
    environment = {"PYTHONHASHSEED": hash_seed, "OMP_NUM_THREADS": threads, "PYTHONPATH": paths}
    subprocess.run([sys.executable, "-c", SCRIPT, str(out), form], env=environment, check=True)
    return out


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_the_same_plan_gives_the_same_bytes_in_any_process(tmp_path: Path, form: Format) -> None:
    here = digest(build_city(PLAN, tmp_path / "here", form).out)
    assert here == digest(build_city(PLAN, tmp_path / "again", form).out)
    assert here == digest(built_elsewhere(tmp_path / "there", form, "1", "1"))
    assert here == digest(built_elsewhere(tmp_path / "yonder", form, "4242", "2"))


def test_another_seed_gives_another_city(tmp_path: Path) -> None:
    one = digest(build_city(PLAN, tmp_path / "one").out)
    two = digest(build_city(CityPlan(700, seed=8), tmp_path / "two").out)
    assert one["attendance.csv"] != two["attendance.csv"]
    assert one["people.csv"] != two["people.csv"]


def test_streams_are_independent_of_each_other() -> None:
    alone = stream(PLAN, "harms").random(5).tolist()
    stream(PLAN, "spells").random(1_000)
    assert stream(PLAN, "harms").random(5).tolist() == alone
    assert stream(PLAN, "spells").random(5).tolist() != alone


def test_both_formats_hold_the_same_facts(tmp_path: Path) -> None:
    text = read_csv(build_city(PLAN, tmp_path / "csv", "csv").out)
    typed = build_city(PLAN, tmp_path / "parquet", "parquet").out
    for name in ("people", "spells", "attendance", "deliveries", "findings"):
        rows = pq.read_table(typed / f"{name}.parquet").to_pylist()
        assert [[_as_text(cell) for cell in row.values()] for row in rows] == [
            list(row.values()) for row in text[name]
        ]


def _as_text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, list):
        return ";".join(cell)
    text = cell.isoformat() if hasattr(cell, "isoformat") else str(cell)
    return text.removesuffix(".0000")


def test_parquet_is_typed_and_in_whole_row_groups(tmp_path: Path) -> None:
    out = build_city(CityPlan(8_000), tmp_path / "city", "parquet").out
    attendance = pq.ParquetFile(out / "attendance.parquet")
    kinds = attendance.schema_arrow
    assert kinds.field("start").type == pa.timestamp("us")
    assert kinds.field("contact_confirmed").type == pa.bool_()
    assert pq.read_schema(out / "deliveries.parquet").field("quantity").type == pa.decimal128(18, 4)
    assert pq.read_schema(out / "findings.parquet").field("channels").type == pa.list_(pa.string())
    assert pq.read_schema(out / "spells.parquet").field("start_date").type == pa.date32()
    assert pq.read_schema(out / "fund_entries.parquet").field("amount_fen").type == pa.int64()
    groups = [
        attendance.metadata.row_group(i).num_rows for i in range(attendance.metadata.num_row_groups)
    ]
    assert len(groups) > 1
    assert set(groups[:-1]) == {ROW_GROUP}


def test_an_earlier_city_is_replaced_whole(tmp_path: Path) -> None:
    out = tmp_path / "city"
    build_city(PLAN, out, "parquet")
    build_city(CityPlan(50), out, "csv")
    assert not list(out.glob("*.parquet"))
    assert len(read_csv(out)["people"]) == 50


def test_a_folder_with_other_things_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("mine", encoding="utf-8")
    with pytest.raises(CityError, match=r"holds other things \(people\.csv\)"):
        build_city(PLAN, tmp_path)
    assert (tmp_path / "people.csv").read_text(encoding="utf-8") == "mine"


def test_a_city_to_which_something_was_added_is_refused(tmp_path: Path) -> None:
    build_city(CityPlan(20), tmp_path / "city")
    (tmp_path / "city" / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(CityError, match=r"notes\.txt"):
        build_city(CityPlan(20), tmp_path / "city")


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "city").write_text("", encoding="utf-8")
    with pytest.raises(CityError, match="is a file"):
        build_city(PLAN, tmp_path / "city")


@pytest.mark.parametrize(
    ("plan", "named"),
    [
        (CityPlan(0), "people is 0"),
        (CityPlan(-3), "people is -3"),
        (CityPlan(10, days=0), "days is 0"),
        (CityPlan(10, seed=-1), "seed is -1"),
        (CityPlan(10, dirty_rows=-1), "dirty_rows is -1"),
    ],
)
def test_arguments_out_of_range_are_refused(tmp_path: Path, plan: CityPlan, named: str) -> None:
    with pytest.raises(CityError, match=named):
        build_city(plan, tmp_path / "city")
    assert not (tmp_path / "city").exists()


def test_progress_rises_from_nothing_to_done(tmp_path: Path) -> None:
    heard: list[tuple[str, float]] = []
    build_city(CityPlan(200), tmp_path / "city", on_progress=lambda *step: heard.append(step))
    shares = [share for _, share in heard]
    assert shares == sorted(shares)
    assert heard[-1] == ("done", 1.0)
    assert {"attendance", "people"} <= {stage for stage, _ in heard}


def test_city_json_tells_arguments_counts_and_how_sure_each_figure_is(
    summary: CitySummary, tables: Tables
) -> None:
    told = json.loads((summary.out / "city.json").read_text(encoding="utf-8"))
    assert told["complete"] is True
    assert told["arguments"] == {
        "people": 3_000,
        "seed": 2020,
        "days": 220,
        "dirty_rows": 0,
        "format": "csv",
    }
    assert told["rows"] == {name: len(rows) for name, rows in tables.items()}
    figures = {row["figure"]: row for row in told["assumptions"]}
    assert all(set(row) == {"figure", "value", "kind", "source"} for row in figures.values())
    assert {row["kind"] for row in figures.values()} == {"real", "estimate", "invented"}
    assert figures["task_end.first"]["kind"] == "invented"
    assert figures["aid.leishenshan.size"] == {
        "figure": "aid.leishenshan.size",
        "value": "511",
        "kind": "real",
        "source": "events_2020.csv 2020-02-08; scaled down below 20 000 people",
    }
    assert figures["population of 沙河口区"]["kind"] == "estimate"
    assert figures["population of 中山区"]["kind"] == "real"
