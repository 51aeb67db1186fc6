"""``nuanxin roster`` and ``nuanxin certificate`` as a user runs them."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.planning.roster.test_formats import TEXT

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
        (("--workers", 0), "--workers 0: expected at least 1"),
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
