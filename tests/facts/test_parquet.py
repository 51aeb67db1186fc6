"""Parquet: typed or text, read where it lies."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from nuanxin.facts import FactsError
from tests.facts.build import Loaded, load, read, with_good, write

DELIVERY = {"delivery_id": "D1", "provision": "M", "subject_id": "P1"}


def loaded(folder: Path, table: str, columns: dict[str, pa.Array]) -> Loaded:
    write(folder, "typed")
    pq.write_table(pa.table(columns), folder / f"{table}.parquet")
    return read(folder)


def deliveries(folder: Path, **columns: pa.Array) -> Loaded:
    length = len(next(iter(columns.values())))
    ids = {"delivery_id": [f"D{number}" for number in range(length)]}
    texts = {"provision": ["M"] * length, "subject_id": ["P1"] * length}
    days = {"on_date": pa.array([date(2020, 2, 3)] * length)}
    return loaded(folder, "deliveries", {**ids, **texts, **days, **columns})


def issues(folder: Path, times: pa.Array) -> Loaded:
    length = len(times)
    columns: dict[str, Any] = {
        "issue_id": [f"I{number}" for number in range(length)],
        "at": times,
        "item": ["N95"] * length,
        "quantity": pa.array([1] * length),
        "unit_id": ["U1"] * length,
    }
    return loaded(folder, "stock_issues", columns)


@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
def test_times_of_any_precision(tmp_path: Path, unit: str) -> None:
    time = datetime(2020, 2, 3, 8, 30, 1)
    got = issues(tmp_path, pa.array([time], pa.timestamp(unit)))
    assert got.lines == []
    assert got.values("stock_issues", "at") == [time]


@pytest.mark.parametrize(("unit", "value"), [("ms", 1), ("us", 1), ("ns", 1)])
def test_a_fraction_of_a_second_is_bad(tmp_path: Path, unit: str, value: int) -> None:
    per_second = {"ms": 10**3, "us": 10**6, "ns": 10**9}[unit]
    got = issues(tmp_path, pa.array([1_580_000_000 * per_second + value], pa.timestamp(unit)))
    assert got.rows("stock_issues") == []
    assert [(line.column, line.reason) for line in got.lines] == [
        ("at", "not a time YYYY-MM-DDTHH:MM:SS")
    ]


def test_a_zoned_time_is_read_as_the_clock_of_dalian(tmp_path: Path) -> None:
    times = pa.array([datetime(2020, 2, 3, 0, 30, tzinfo=UTC)], pa.timestamp("us", "UTC"))
    got = issues(tmp_path, times)
    assert got.values("stock_issues", "at") == [datetime(2020, 2, 3, 8, 30)]


def test_a_day_is_no_time(tmp_path: Path) -> None:
    got = issues(tmp_path, pa.array([date(2020, 2, 3)]))
    assert [(line.value, line.kind) for line in got.lines] == [("2020-02-03", "row")]


def test_midnight_is_a_day(tmp_path: Path) -> None:
    times = [datetime(2020, 2, 3), datetime(2020, 2, 3, 8)]
    got = deliveries(tmp_path, on_date=pa.array(times, pa.timestamp("us")))
    assert got.values("deliveries", "on_date") == [date(2020, 2, 3)]
    assert [(line.row, line.value) for line in got.lines] == [(3, "2020-02-03T08:00:00")]


@pytest.mark.parametrize(
    "numbers",
    [
        pa.array([3, None], pa.int8()),
        pa.array([3, None], pa.uint64()),
        pa.array([3.0, None], pa.float64()),
        pa.array([3.0, None], pa.float32()),
        pa.array([Decimal("3.00"), None], pa.decimal128(10, 2)),
        pa.array([Decimal(3), None], pa.decimal128(38, 20)),
        pa.array(["3", None], pa.string()),
        pa.array([" 3", ""], pa.large_string()),
        pa.array(["3", None]).dictionary_encode(),
        pa.array([b"3", None], pa.binary()),
    ],
    ids=lambda numbers: str(numbers.type),
)
def test_numbers_of_any_type(tmp_path: Path, numbers: pa.Array) -> None:
    got = deliveries(tmp_path, quantity=numbers)
    assert got.values("deliveries", "quantity") == [Decimal(3), None]
    assert got.lines == []


def test_fractions_are_exact(tmp_path: Path) -> None:
    got = deliveries(tmp_path, quantity=pa.array([0.1, 12.5, float("nan"), -1.5, 1e300]))
    values = got.values("deliveries", "quantity")
    assert values == [Decimal("0.1"), Decimal("12.5"), None, None, None]
    assert [line.row for line in got.lines] == [4, 5, 6]


def test_ids_may_be_whole_numbers(tmp_path: Path) -> None:
    ids = pa.array([7, 8], pa.int64())
    got = deliveries(tmp_path, delivery_id=ids, counterpart_id=pa.array([1.0, None]))
    assert got.values("deliveries", "delivery_id") == ["7", "8"]
    assert got.values("deliveries", "counterpart_id") == ["1", None]


def test_a_column_of_nulls_is_unknown(tmp_path: Path) -> None:
    got = deliveries(tmp_path, quantity=pa.nulls(2), period_start=pa.nulls(2))
    assert got.values("deliveries", "period_start") == [None, None]
    assert got.lines == []


def test_numbers_are_no_booleans(tmp_path: Path) -> None:
    columns = {"date": pa.array([date(2020, 2, 3)] * 2), "is_workday": pa.array([1, 0])}
    got = loaded(tmp_path, "calendar", columns)
    assert [line.value for line in got.lines] == ["1", "0"]


def test_lists_may_be_lists(tmp_path: Path) -> None:
    finding = {name: [cell] for name, cell in with_good("findings").items()}
    got = loaded(tmp_path, "findings", {**finding, "channels": [["phone", " fax ", "leader"]]})
    assert got.values("findings", "channels") == [["phone", "leader"]]
    assert [line.value for line in got.lines] == ["fax"]


def test_names_that_differ_in_letter_case_are_two_columns(tmp_path: Path) -> None:
    write(tmp_path, "typed")
    names = ["UNIT_ID", "unit_id", "name", "kind", "district", " parent_id "]
    cells = ["wrong", "U1", "一院", "hospital", "中山", "U0"]
    table = pa.table([pa.array([cell]) for cell in cells], names=names)
    pq.write_table(table, tmp_path / "units.parquet")
    got = read(tmp_path)
    assert got.values("units", "unit_id") == ["U1"]
    assert got.values("units", "parent_id") == ["U0"]
    assert got.report.ignored_columns == {"units.parquet": ("UNIT_ID",)}


def test_a_doubled_column(tmp_path: Path) -> None:
    write(tmp_path, "typed")
    names = ["unit_id", "name", "kind", "district", "name"]
    table = pa.table([pa.array(["x"]) for _ in names], names=names)
    pq.write_table(table, tmp_path / "units.parquet")
    with pytest.raises(FactsError, match=r"units\.parquet: the column name stands twice"):
        read(tmp_path)


@pytest.mark.parametrize("keep", [0, 3, 200, -1])
def test_a_file_that_is_cut_off(tmp_path: Path, keep: int) -> None:
    write(tmp_path, "typed")
    path = tmp_path / "people.parquet"
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(FactsError, match=r"people\.parquet: .* write it again"):
        read(tmp_path)


def test_damage_inside_a_file_is_an_error_or_counted(tmp_path: Path) -> None:
    write(tmp_path, "parquet")
    path = tmp_path / "people.parquet"
    sound = path.read_bytes()
    for place in range(4, len(sound) - 8, 97):
        path.write_bytes(sound[:place] + b"\xff\xff\xff" + sound[place + 3 :])
        with suppress(FactsError):
            report = read(tmp_path).report
            assert report.read == report.kept + report.set_aside


@pytest.mark.parametrize("carrier", ["parquet", "typed"])
def test_a_clean_file_is_not_copied(tmp_path: Path, carrier: str) -> None:
    got = load(tmp_path, carrier)
    query = "SELECT table_name FROM information_schema.tables WHERE table_type = 'VIEW'"
    views = {name for (name,) in got.con.execute(f"{query} AND table_schema = 'facts'").fetchall()}
    assert views == {"units", "people", "posts", "spells", "attendance"}


def test_a_large_file_with_troubles_is_not_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nuanxin.facts.load.LARGE", 2)
    rows = [
        with_good("attendance"),
        with_good("attendance", attendance_id=" A2", spell_id="S9"),
        with_good("attendance", attendance_id="A1"),
        with_good("attendance", attendance_id="A4", status="x"),
    ]
    got = load(tmp_path, "typed", attendance=rows)
    assert got.values("attendance", "attendance_id") == ["A1", "A2"]
    assert got.values("attendance", "spell_id") == ["S1", None]
    assert [(line.row, line.kind) for line in got.lines] == [(3, "cell"), (4, "row"), (5, "row")]
