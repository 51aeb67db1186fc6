"""``nuanxin roster`` and ``nuanxin certificate`` as a user runs them."""

from __future__ import annotations

import csv
import json
import signal
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import pytest

from nuanxin.planning.roster.formats import read_problem
from nuanxin.planning.roster.formats.plain import write_problem_json
from tests.planning.roster.test_formats import TEXT
from tests.planning.roster.test_frontline import ward as staffed
from tests.planning.roster.test_solve import crowded, ward

from .conftest import Nuanxin


@pytest.fixture
def instance(tmp_path: Path) -> Path:
    file = tmp_path / "one.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def test_solve_check_show_and_prove(nuanxin: Nuanxin, instance: Path, tmp_path: Path) -> None:
    out, proof = tmp_path / "roster.csv", tmp_path / "proof.json"
    said = nuanxin("roster", "solve", instance, "--seconds", 20, "--out", out,
                   "--certificate", proof, "--json")  # fmt: skip
    assert said.code == 0
    found = said.json
    assert found.keys() >= {"objective", "bound", "gap", "seconds", "status"}
    # A is off on days 0 and 3 and wants D on day 2; B takes day 0. Nothing is left unmet.
    assert (found["objective"], found["bound"], found["status"]) == (0, 0, "optimal")
    with out.open(encoding="utf-8") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["employee_id", "day", "shift_id"]
    checked = nuanxin("roster", "check", instance, out, "--json")
    assert (checked.code, checked.json["valid"], checked.json["objective"]) == (0, True, 0)
    assert nuanxin("certificate", "check", proof).out.startswith("holds")
    picture = tmp_path / "roster.svg"
    assert nuanxin("roster", "show", instance, out, "--out", picture).code == 0
    assert picture.read_text(encoding="utf-8").startswith("<svg")


def test_solve_prints_figures_and_tells_progress_elsewhere(
    nuanxin: Nuanxin, instance: Path, tmp_path: Path
) -> None:
    said = nuanxin("roster", "solve", instance, "--seconds", 20, "--out", tmp_path / "r.csv")
    assert [line.split()[0] for line in said.out.splitlines()] == [
        "objective",
        "bound",
        "gap",
        "seconds",
        "status",
    ]
    assert "first roster" in said.err


def test_check_names_what_is_broken(nuanxin: Nuanxin, instance: Path, tmp_path: Path) -> None:
    roster = tmp_path / "r.csv"
    roster.write_text("employee_id,day,shift_id\nA,0,D\nA,0,N\n", encoding="utf-8")
    said = nuanxin("roster", "check", instance, roster)
    assert said.code == 1
    assert "broken: one_shift_a_day A day 0 (D, N)" in said.out
    assert "broken: day_off A day 0" in said.out
    assert "broken: min_minutes B (0; at least 960)" in said.out


def test_replan(nuanxin: Nuanxin, instance: Path, tmp_path: Path) -> None:
    out, new = tmp_path / "r.csv", tmp_path / "new.csv"
    nuanxin("roster", "solve", instance, "--seconds", 20, "--out", out)
    said = nuanxin("roster", "replan", instance, out, "--absent", "B:1-2", "--out", new, "--json")
    assert said.code == 0
    assert all(c["before"] != c["after"] for c in said.json["changes"])
    refused = nuanxin("roster", "replan", instance, out, "--absent", "Z:1", "--out", new).refused()
    assert refused.startswith("--absent Z:1: expected PERSON:DAY")


def test_a_proof_that_claims_too_much(nuanxin: Nuanxin, instance: Path, tmp_path: Path) -> None:
    proof = tmp_path / "proof.json"
    nuanxin("roster", "solve", instance, "--seconds", 20, "--out", tmp_path / "r.csv",
            "--certificate", proof)  # fmt: skip
    value = json.loads(proof.read_text(encoding="utf-8"))
    proof.write_text(json.dumps({**value, "bound": 5}), encoding="utf-8")
    said = nuanxin("certificate", "check", proof)
    assert said.code == 1
    assert said.out.startswith("does not hold")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--seconds", 0), "--seconds 0.0: expected more than 0"),
        (("--workers", -1), "--workers -1: expected at least 0"),
    ],
)
def test_arguments_that_cannot_be_used(
    nuanxin: Nuanxin, instance: Path, tmp_path: Path, arguments: tuple[object, ...], said: str
) -> None:
    out = tmp_path / "r.csv"
    assert nuanxin("roster", "solve", instance, "--out", out, *arguments).refused() == said


def test_bad_input_is_one_line(nuanxin: Nuanxin, instance: Path, tmp_path: Path) -> None:
    instance.write_text(TEXT.replace("A,0,3", "A,0,9"), encoding="utf-8")
    refused = nuanxin("roster", "solve", instance, "--out", tmp_path / "r.csv").refused()
    assert refused == "one.txt: SECTION_DAYS_OFF, line 14: day 9 is outside 0 to 6"
    picture = tmp_path / "r.png"
    refused = nuanxin("roster", "show", instance, instance, "--out", picture).refused()
    assert "expected a name that ends in .svg or .html" in refused


@pytest.mark.parametrize(("number", "workers"), [(signal.SIGINT, 1), (signal.SIGTERM, 2)])
def test_a_stop_writes_the_best_so_far(
    nuanxin: Nuanxin, tmp_path: Path, number: signal.Signals, workers: int
) -> None:
    instance, out = tmp_path / "ward.json", tmp_path / "r.csv"
    write_problem_json(crowded(), instance)
    command = [sys.executable, "-c", "from nuanxin.cli import main; main()", "roster", "solve",
               instance, "--seconds", "300", "--workers", workers, "--out", out]  # fmt: skip
    process = subprocess.Popen(
        [str(word) for word in command], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL
    )
    assert process.stderr is not None
    assert b"first roster" in process.stderr.readline()
    began = time.monotonic()
    process.send_signal(number)
    process.communicate(timeout=60)
    assert time.monotonic() - began < 50
    assert process.returncode == 0
    assert nuanxin("roster", "check", instance, out, "--json").json["valid"]


def _folder_of_wards(folder: Path) -> Path:
    folder.mkdir()
    for n in range(3):
        write_problem_json(ward(4 + n, 10), folder / f"ward{n}.json")
    return folder


def test_wards_side_by_side(nuanxin: Nuanxin, tmp_path: Path) -> None:
    folder, out = _folder_of_wards(tmp_path / "wards"), tmp_path / "rosters"
    said = nuanxin("roster", "wards", folder, "--seconds", 3, "--workers", 1, "--out", out)
    assert said.code == 0
    assert said.out.startswith("3 of 3 wards, objective ")
    assert "1/3 ward" in said.err
    for n in range(3):
        roster = out / f"ward{n}.csv"
        assert nuanxin("roster", "check", folder / f"ward{n}.json", roster).code == 0
    refused = nuanxin("roster", "wards", out / "none", "--out", out).refused()
    assert refused.endswith("expected a folder of problems, .json or .txt")


@pytest.mark.skipif(find_spec("pyspark") is None, reason="Spark is not installed (make spark)")
def test_wards_on_spark_are_the_same(nuanxin: Nuanxin, tmp_path: Path) -> None:
    folder = _folder_of_wards(tmp_path / "wards")
    for place, more in (("here", ()), ("spark", ("--spark", "local[2]"))):
        said = nuanxin("roster", "wards", folder, "--seconds", 3, "--workers", 1,
                       "--out", tmp_path / place, "--json", *more)  # fmt: skip
        assert said.json["solved"] == 3
    for n in range(3):  # each is solved to the end, so both are the same
        names = [tmp_path / place / f"ward{n}.csv" for place in ("here", "spark")]
        assert names[0].read_text(encoding="utf-8") == names[1].read_text(encoding="utf-8")


def test_rules_of_the_front_line_take_their_numbers_from_the_pack(
    nuanxin: Nuanxin, tmp_path: Path
) -> None:
    instance, people, out = (tmp_path / name for name in ("ward.json", "people.json", "laid.json"))
    write_problem_json(staffed(4), instance)
    people.write_text(
        json.dumps({"people": {"A": {"rest": {"1": "forced rest"}}}, "couples": [["A", "B"]],
                    "inside": {"E": 241}}), encoding="utf-8")  # fmt: skip
    said = nuanxin("roster", "frontline", instance, people, "--as-of", "2020-03-01", "--out", out)
    assert said.code == 0
    laid = read_problem(out)
    a = laid.people[0]
    # M07-3: at 10 duty days in a row, 3 long shifts or more than 60 h there is overload.
    assert a.contract.work_run.high == 9
    assert {(w.name, w.days, w.high) for w in a.contract.windows} == {
        ("overload_hours", 7, 3600),
        ("overload_long_shifts", 7, 2),
    }
    assert a.barred["E"] == "241 minutes inside, at most 240"
    assert (laid.budgets[0].shifts, laid.budgets[0].percent) == ({"X"}, 10)
    people.write_text('{"couples": [["A", "Z"]]}', encoding="utf-8")
    refused = nuanxin("roster", "frontline", instance, people, "--as-of", "2020-03-01",
                      "--out", out).refused()  # fmt: skip
    assert refused == "people of the ward: there is no person Z"
