"""What cannot be used is refused with exit 2 and one clear line: what, where, what to do."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import AID_TEAM, AS_OF, Nuanxin

Spoil = Callable[[Path], object]


def spoilt(tmp_path: Path, spoil: Spoil) -> Path:
    """A copy of the aid team's facts, spoilt."""
    folder = tmp_path / "facts"
    shutil.copytree(AID_TEAM, folder)
    spoil(folder)
    return folder


def without_column(folder: Path) -> None:
    """attendance.csv without its column ``status``."""
    file = folder / "attendance.csv"
    rows = [line.split(",") for line in file.read_text(encoding="utf-8").splitlines()]
    file.write_text("\n".join(",".join(row[:6] + row[7:]) for row in rows), encoding="utf-8")


def instead(name: str, suffix: str, content: bytes) -> Spoil:
    """Replace a table's file by one of another kind."""

    def spoil(folder: Path) -> None:
        (folder / f"{name}.csv").unlink()
        (folder / f"{name}{suffix}").write_bytes(content)

    return spoil


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda f: (f / "spells.csv").unlink(), "the required table spells is absent; add it"),
        (without_column, "attendance.csv: the required column status is missing"),
        (instead("posts", ".csv", b""), "posts.csv: the first line is not a header"),
        (instead("posts", ".csv", bytes(range(128, 256))), "posts.csv: is not UTF-8"),
        (instead("posts", ".csv", "post_id,名".encode("gbk")), "posts.csv: is not UTF-8"),
        (instead("posts", ".parquet", b"PAR1"), "posts.parquet: is not a sound Parquet file"),
        (instead("posts", ".xlsx", b"PK"), "posts.xlsx: is not a sound workbook"),
        (shutil.rmtree, "does not exist; name a folder"),
    ],
    ids=[
        "table absent",
        "column missing",
        "empty file",
        "not text",
        "other encoding",
        "broken Parquet",
        "broken workbook",
        "no folder",
    ],
)
def test_facts_that_cannot_be_evaluated(
    nuanxin: Nuanxin, tmp_path: Path, spoil: Spoil, said: str
) -> None:
    facts = spoilt(tmp_path, spoil)
    out = tmp_path / "out"
    assert said in nuanxin("evaluate", facts, "--as-of", AS_OF, "--out", out).refused()
    assert not out.exists()


@pytest.mark.parametrize(
    "as_of",
    [
        *(
            "2020-4-20",
            "20200420",
            "2020-02-30",
            "2020-W17-1",
            "20.4.2020",
            "today",
            "",
            "２０２０-04-20",
        ),
        *("2020-04-20T00:00:00", " 2020-04-20", "0001-01-01", "2100-01-01"),
    ],
)
def test_another_form_of_date(nuanxin: Nuanxin, tmp_path: Path, as_of: str) -> None:
    said = nuanxin("evaluate", AID_TEAM, "--as-of", as_of, "--out", tmp_path / "out").refused()
    assert said.startswith("--as-of ")
    assert "expected a da" in said


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("care.extra_rest=20", "'care.extra_rest'; did you mean care.extra_rest_min"),
        ("nothing.like.it=1", "no parameter is called 'nothing.like.it'"),
        ("care.extra_rest_min", "expected key=value, as care.extra_rest_min=20"),
        ("care.extra_rest_min=many", "care.extra_rest_min=many: expected a number in days"),
        ("care.extra_rest_min=-1", "expected a number of 0 or more in days"),
        ("care.extra_rest_min=1.5", "expected a whole number in days"),
        ("care.extra_rest_min=9999999999999999999999", "expected a number of at most 1,000,000"),
    ],
)
def test_a_setting_that_fits_no_parameter(
    nuanxin: Nuanxin, tmp_path: Path, setting: str, said: str
) -> None:
    where = ("--as-of", AS_OF, "--out", tmp_path / "out")
    assert said in nuanxin("evaluate", AID_TEAM, *where, "--set", setting).refused()


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        ("N511", "expected person:ID or unit:ID"),
        ("person:", "expected person:ID or unit:ID"),
        ("child:C1", "expected person:ID or unit:ID"),
        ("person:N512", "the facts kept have no such person"),
        ("unit:N511", "the facts kept have no such unit"),
        ("person:N511' OR '1'='1", "the facts kept have no such person"),
    ],
)
@pytest.mark.parametrize("command", ["evaluate", "explain"])
def test_a_subject_that_is_not_there(
    nuanxin: Nuanxin, tmp_path: Path, command: str, subject: str, said: str
) -> None:
    more = ("--out", tmp_path / "out") if command == "evaluate" else ()
    refused = nuanxin(command, AID_TEAM, "--as-of", AS_OF, "--subject", subject, *more).refused()
    assert refused == f"--subject {subject}: {refused.rpartition(': ')[2]}"
    assert said in refused


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--provision", "M99-1"), "dalian2020 has no such provision, as M11-5"),
        (("--lang", "de"), "--lang de: expected zh or en"),
        (("--pack", "dalian"), "there is no pack 'dalian'; there is dalian2020"),
    ],
)
def test_explain_of_what_is_not_there(nuanxin: Nuanxin, more: tuple[str, ...], said: str) -> None:
    who = ("--subject", "person:N511", "--as-of", AS_OF)
    assert said in nuanxin("explain", AID_TEAM, *who, *more).refused()


def test_a_place_that_cannot_be_written(nuanxin: Nuanxin, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("", encoding="utf-8")
    for out, said in (
        (taken, "is a file, expected a folder"),
        (taken / "deeper" / "still", f"{taken} is a file"),
    ):
        refused = nuanxin("evaluate", AID_TEAM, "--as-of", AS_OF, "--out", out).refused()
        assert str(out) in refused
        assert said in refused


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "name a command; nuanxin --help lists them"),
        (("pack",), "name a command; nuanxin pack --help lists them"),
        (("evalute",), "No such command 'evalute'"),
        (("evaluate",), "Missing argument 'facts'"),
        (("evaluate", "x", "--as-of", AS_OF), "Missing option '--out'"),
        (("evaluate", "x", "--frobnicate"), "No such option: --frobnicate"),
        (
            ("evaluate", "x", "--as-of", AS_OF, "--out", "y", "--engine", "abacus"),
            "expected one of duckdb, postgres, spark",
        ),
        (("evaluate", "x", "--as-of", AS_OF, "--out", "y", "--pack", "nope"), "no pack 'nope'"),
        (("pack", "check", "nope"), "there is no pack 'nope'; there is dalian2020"),
        (("city", "--people", "many", "--out", "y"), "--people"),
        (("city", "--people", "0", "--out", "y"), "people is 0: give a whole number from 1"),
        (("city", "--people", "10", "--out", "y", "--format", "xls"), "expected csv or parquet"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_arguments_that_make_no_command(
    nuanxin: Nuanxin, arguments: tuple[str, ...], said: str
) -> None:
    assert said in nuanxin(*arguments).refused()


def refused_on(engine: str, nuanxin: Nuanxin, out: Path) -> str:
    line = nuanxin("evaluate", AID_TEAM, "--as-of", AS_OF, "--out", out, "--engine", engine)
    assert not out.exists()
    return line.refused()


def test_a_server_that_is_not_there(
    nuanxin: Nuanxin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"postgresql://nobody@/none?host={tmp_path}")
    assert refused_on("postgres", nuanxin, tmp_path / "out").startswith("--engine postgres: ")


def test_spark_that_is_not_installed(
    nuanxin: Nuanxin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "nuanxin.engines.spark", raising=False)
    monkeypatch.setitem(sys.modules, "pyspark.errors", None)
    line = refused_on("spark", nuanxin, tmp_path / "out")
    assert line.startswith("--engine spark: the package pyspark")
    assert line.endswith("is not installed (make spark)")


def test_spark_without_java(
    nuanxin: Nuanxin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    line = refused_on("spark", nuanxin, tmp_path / "out")
    assert line.startswith(f"--engine spark: {tmp_path}/bin/java does not run")
