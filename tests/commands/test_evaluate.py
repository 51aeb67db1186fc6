"""``nuanxin evaluate``: what it writes, what it prints, what becomes of bad rows."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from nuanxin.policy.provision import CRITERIA_COLUMNS, OBLIGATION_COLUMNS
from tests.facts.build import GOOD, with_good, write

from .conftest import AID_TEAM, AS_OF, Nuanxin, Said

FILES = {
    f"{name}.{kind}"
    for name in ("obligations", "listed", "criteria", "set_aside")
    for kind in ("csv", "parquet")
}
SET_ASIDE = ("file", "row", "column", "value", "reason", "kind")
DATES = {"period_start", "period_end", "due_on", "as_of"}
NUMBERS = {"quantity", "quantity_met"}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What an evaluation of the aid team's facts leaves behind."""
    from nuanxin.cli import run

    out = tmp_path_factory.mktemp("evaluated") / "deep" / "out"
    assert run(["evaluate", str(AID_TEAM), "--as-of", AS_OF, "--out", str(out)]) == 0
    return out


def table(file: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def header(file: Path) -> tuple[str, ...]:
    """The column names of a CSV file."""
    with file.open(encoding="utf-8", newline="") as lines:
        return tuple(next(csv.reader(lines)))


def test_exactly_the_files_of_the_contract(written: Path) -> None:
    assert {path.name for path in written.iterdir()} == FILES | {"summary.json"}


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("obligations", OBLIGATION_COLUMNS),
        ("criteria", CRITERIA_COLUMNS),
        ("set_aside", SET_ASIDE),
    ],
)
def test_exactly_the_columns_of_the_contract(
    written: Path, name: str, columns: tuple[str, ...]
) -> None:
    assert header(written / f"{name}.csv") == columns
    assert tuple(pq.read_schema(written / f"{name}.parquet").names) == columns


def test_columns_of_parquet_have_their_types(written: Path) -> None:
    types = {field.name: field.type for field in pq.read_schema(written / "obligations.parquet")}
    for name, kind in types.items():
        if name in DATES:
            assert kind == pa.date32(), name
        elif name in NUMBERS:
            assert kind == pa.decimal128(18, 4), name
        else:
            assert kind == (pa.int64() if name == "measure" else pa.string()), name
    criteria = {field.name: field.type for field in pq.read_schema(written / "criteria.parquet")}
    assert criteria.pop("holds") == pa.bool_()
    assert set(criteria.values()) == {pa.string()}


def test_csv_and_parquet_say_the_same(written: Path) -> None:
    rows = table(written / "obligations.csv")
    same = pq.read_table(written / "obligations.parquet").to_pylist()
    assert [row["obligation_id"] for row in rows] == [row["obligation_id"] for row in same]
    for row, other in zip(rows, same, strict=True):
        for name in OBLIGATION_COLUMNS:
            told = "" if other[name] is None else str(other[name])
            assert row[name] == told or float(row[name]) == float(told), name


def test_whole_amounts_and_exact_hours_in_csv(written: Path) -> None:
    by_unit: dict[str, set[str]] = {}
    for row in table(written / "obligations.csv"):
        by_unit.setdefault(row["quantity_unit"], set()).add(row["quantity"])
    assert by_unit["fen"] == {"630000", "1030000"}
    assert by_unit["hours"] == {"10.0000", "47.0000"}
    assert all("." not in value for unit in ("days", "count") for value in by_unit[unit])


def test_summary_tells_what_was_read_and_found(written: Path) -> None:
    summary = json.loads((written / "summary.json").read_text(encoding="utf-8"))
    rows = summary["rows"]
    assert rows["read"] == rows["kept"] + rows["set_aside"] == 50
    assert summary["cells"] == {"unknown": 0, "suspect": 0}
    assert {"relations", "calendar"} <= set(summary["absent_tables"])
    assert "insurance" not in summary["absent_tables"]
    assert (summary["as_of"], summary["engine"]) == (AS_OF, "duckdb")
    assert summary["pack"] == "dalian2020"
    assert summary["seconds"] > 0
    assert summary["parameters"]["care.extra_rest_min"] == "15"
    counts = {
        (count["provision"], count["state"]): (count["count"], count["quantity"])
        for count in summary["obligations"]
    }
    assert counts["M09-1", "overdue"] == (1, 1_030_000)
    assert counts["M12-3", "met"] == (3, 3)
    assert sum(count for count, _ in counts.values()) == len(table(written / "obligations.csv"))
    within = {(w["provision"], w["what"]): w["count"] for w in summary["within_limits"]}
    assert within["M07-2", "shifts within the limit"] == 32


def test_a_second_run_writes_the_same_obligations(
    nuanxin: Nuanxin, written: Path, tmp_path: Path
) -> None:
    assert nuanxin("evaluate", AID_TEAM, "--as-of", AS_OF, "--out", tmp_path).code == 0
    for name in FILES:
        assert (tmp_path / name).read_bytes() == (written / name).read_bytes(), name


def test_the_pack_version_changes_with_a_parameter(
    nuanxin: Nuanxin, written: Path, tmp_path: Path
) -> None:
    where = ("evaluate", AID_TEAM, "--as-of", AS_OF, "--out", tmp_path, "--json")
    plain = json.loads((written / "summary.json").read_text(encoding="utf-8"))
    other = nuanxin(*where, "--set", "care.extra_rest_min=20").json
    assert nuanxin(*where).json["pack_version"] == plain["pack_version"]
    assert other["pack_version"] != plain["pack_version"]
    assert other["parameters"]["care.extra_rest_min"] == "20"
    assert {
        (c["state"], c["quantity"]) for c in other["obligations"] if c["provision"] == "M11-5"
    } == {("owed", 20)}


def test_json_is_one_object_and_nothing_else(nuanxin: Nuanxin, tmp_path: Path) -> None:
    said = nuanxin("evaluate", AID_TEAM, "--as-of", AS_OF, "--out", tmp_path, "--json")
    assert (said.code, said.err) == (0, "")
    assert said.json == json.loads((tmp_path / "summary.json").read_text(encoding="utf-8"))


def test_without_json_it_tells_a_person(nuanxin: Nuanxin, tmp_path: Path) -> None:
    said = nuanxin("evaluate", AID_TEAM, "--as-of", AS_OF, "--out", tmp_path)
    assert (said.code, said.err) == (0, "")
    assert "read 50 rows, kept 50, set aside 0" in said.out
    assert "not handed in: relations, children" in said.out
    assert "M11-5" in said.out
    assert str(tmp_path) in said.out.replace("\n", "")


def test_reasons_of_an_earlier_run_do_not_stay(nuanxin: Nuanxin, tmp_path: Path) -> None:
    where = ("evaluate", AID_TEAM, "--as-of", AS_OF, "--out", tmp_path)
    nuanxin(*where)
    assert nuanxin(*where, "--no-criteria").code == 0
    assert not list(tmp_path.glob("criteria.*"))


def test_one_subject_writes_its_rows_alone(nuanxin: Nuanxin, tmp_path: Path) -> None:
    where = ("evaluate", AID_TEAM, "--as-of", AS_OF, "--out", tmp_path)
    for kind, name, rows in (("person", "N511", 24), ("unit", "L1", 10)):
        assert nuanxin(*where, "--subject", f"{kind}:{name}").code == 0
        found = table(tmp_path / "obligations.csv")
        assert {(row["subject_kind"], row["subject_id"]) for row in found} == {(kind, name)}
        assert len(found) == rows


BAD: dict[str, list[dict[str, str | None]]] = {
    "people": [
        with_good("people"),
        with_good("people"),
        with_good("people", person_id="P2", birth_date="1990-2-3"),
    ],
    "spells": [
        with_good("spells"),
        with_good("spells", spell_id="S2", start_date="2020-2-3"),
        with_good("spells", spell_id="S3", end_date="2020-01-01"),
    ],
    "attendance": [
        with_good("attendance"),
        with_good("attendance", attendance_id="A2", end="2020-02-03T07:00:00"),
        with_good("attendance", attendance_id="A3", person_id="P9"),
        with_good("attendance", attendance_id="A4", start="2020-02-03 08:00"),
        with_good(
            "attendance", attendance_id="A5", start="2019-02-03T08:00:00", end="2019-02-03T10:00:00"
        ),
    ],
    "children": [
        with_good("children"),
        with_good("children", child_id="C2", guardian_id=""),
        with_good("children", child_id="C3", guardian_id="P9"),
    ],
}
REASONS = [
    ("people.csv", "3", "person_id", "duplicate key", "row"),
    ("people.csv", "4", "birth_date", "not a date YYYY-MM-DD", "cell"),
    ("spells.csv", "3", "start_date", "not a date YYYY-MM-DD", "row"),
    ("spells.csv", "4", "end_date", "end before start", "row"),
    ("attendance.csv", "3", "end", "end not after start", "row"),
    ("attendance.csv", "4", "person_id", "unknown id", "row"),
    ("attendance.csv", "5", "start", "not a time YYYY-MM-DDTHH:MM:SS", "row"),
    ("attendance.csv", "6", "start", "before 2019-12-01", "suspect"),
    ("attendance.csv", "6", "end", "before 2019-12-01", "suspect"),
    ("children.csv", "3", "guardian_id", "empty", "row"),
    ("children.csv", "4", "guardian_id", "unknown id", "row"),
]


@pytest.mark.parametrize("carrier", ["csv", "parquet", "xlsx"])
def test_bad_rows_are_counted_and_told_and_good_ones_kept(
    nuanxin: Nuanxin, tmp_path: Path, carrier: str
) -> None:
    write(tmp_path / "facts", carrier, **BAD)
    out = tmp_path / "out"
    said = nuanxin("evaluate", tmp_path / "facts", "--as-of", AS_OF, "--out", out, "--json")
    assert_counted(said)
    told = [
        (row["file"].replace(carrier, "csv"), row["row"], row["column"], row["reason"], row["kind"])
        for row in table(out / "set_aside.csv")
    ]
    assert told == REASONS
    assert [row["value"] for row in table(out / "set_aside.csv")][1] == "1990-2-3"
    kept = {row["subject_id"] for row in table(out / "obligations.csv")}
    assert "P1" in kept


def assert_counted(said: Said) -> None:
    assert (said.code, said.err) == (0, "")
    rows = sum(len(rows) for rows in BAD.values()) + 2  # a unit and a post besides
    aside = sum(kind == "row" for *_, kind in REASONS)
    assert said.json["rows"] == {"read": rows, "kept": rows - aside, "set_aside": aside}
    assert said.json["cells"] == {"unknown": 1, "suspect": 2}
    assert said.json["tables"]["children"] == {"read": 3, "kept": 1, "set_aside": 2}


def test_headers_without_rows_are_facts_too(nuanxin: Nuanxin, tmp_path: Path) -> None:
    write(
        tmp_path / "facts",
        **{name: [] for name in ("units", "people", "posts", "spells", "attendance")},
    )
    said = nuanxin("evaluate", tmp_path / "facts", "--as-of", AS_OF, "--out", tmp_path, "--json")
    assert said.code == 0
    assert said.json["rows"] == {"read": 0, "kept": 0, "set_aside": 0}
    assert said.json["obligations"] == []
    assert GOOD.keys() >= set(said.json["tables"])


def test_standing_is_written_when_asked_and_only_then(nuanxin: Nuanxin, tmp_path: Path) -> None:
    """N511 was in Wuhan from 8 February to 30 March, then quarantined with no spell."""
    asked = ("evaluate", AID_TEAM, "--as-of", AS_OF, "--out", tmp_path)
    assert nuanxin(*asked, "--standing").code == 0
    rows = table(tmp_path / "standing.csv")
    mine = {r["class"]: (r["first_day"], r["last_day"]) for r in rows if r["subject_id"] == "N511"}
    assert mine["F1"] == mine["F3"] == mine["F4"] == mine["F5"] == ("2020-02-08", "2020-03-30")
    assert (tmp_path / "standing.parquet").exists()
    assert nuanxin(*asked).code == 0
    assert not (tmp_path / "standing.csv").exists()
    assert not (tmp_path / "standing.parquet").exists()


def test_a_setting_that_nothing_uses_is_told(nuanxin: Nuanxin, tmp_path: Path) -> None:
    asked = ("evaluate", AID_TEAM, "--as-of", AS_OF, "--out", tmp_path)
    said = nuanxin(*asked, "--set", "injury.decide_days=50", "--set", "care.check_within=40")
    assert said.code == 0
    assert "--set injury.decide_days: nothing that is computed uses it" in said.err
    assert "care.check_within" not in said.err


def test_an_id_with_a_semicolon_is_told_whole(nuanxin: Nuanxin, tmp_path: Path) -> None:
    for file in AID_TEAM.iterdir():
        text = file.read_text(encoding="utf-8")
        text = text.replace("B2,N511", "B;2%,N511") if file.name == "absences.csv" else text
        (tmp_path / file.name).write_text(text, encoding="utf-8")
    who = ("--subject", "person:N511", "--as-of", AS_OF, "--provision", "M11-5", "--json")
    told = nuanxin("explain", tmp_path, *who).json["obligations"]
    facts = [fact for o in told for criterion in o["criteria"] for fact in criterion["facts"]]
    assert "absences:B;2%" in facts
