"""``nuanxin import``, ``template`` and ``export facts``, as processes on a home of their own."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from nuanxin.site import postgres
from tests.commands.test_process import nuanxin
from tests.domains.intake.sheets import book

HEAD = ["单位编号", "单位名称", "单位性质", "所在区市县"]
ROW = ["U1", "市海湾医院", "医院", "甘井子区"]
BAD = ["U2", "滨海区中心医院", "衙门", "中山区"]
Call = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def call() -> Iterator[Call]:
    """Run the command on one home whose database keeps running."""
    home = Path(tempfile.mkdtemp(prefix="nx-", dir="/tmp"))
    home.chmod(0o711)
    with postgres.using(home):
        yield lambda *arguments: nuanxin(*arguments, NUANXIN_HOME=str(home))
    shutil.rmtree(home, ignore_errors=True)


@pytest.fixture
def units(tmp_path: Path) -> Path:
    return book(tmp_path / "单位.xlsx", 单位=[HEAD, ROW, BAD])


def people(folder: Path, number: str) -> Path:
    """A nurse at the unit V1."""
    head = ["工号", "姓名", "单位", "用工形式", "职业", "领导干部"]
    return book(folder / "a.xlsx", 花名册=[head, [number, "林晓岚", "V1", "聘用", "护士", "否"]])


def test_a_dry_run_is_a_check_and_writes_nothing(call: Call, units: Path, tmp_path: Path) -> None:
    told = call("import", units, "--dry-run", "--json")
    assert (told.returncode, told.stderr) == (1, "")
    assert json.loads(told.stdout)["files"][0]["new"] == 1
    call("export", "facts", tmp_path / "out")
    assert (tmp_path / "out" / "units.csv").read_text().count("\n") == 1


def test_taken_told_refused_and_exported(call: Call, units: Path, tmp_path: Path) -> None:
    told = call("import", units, "--who", "孙立", "--refused", tmp_path / "放一边.xlsx")
    assert told.returncode == 0
    assert "wrote 1 new and 0 corrected, 0 there already, 1 refused" in told.stdout
    assert "row 3, kind '衙门': not in vocabulary" in told.stdout
    (sheet,) = load_workbook(tmp_path / "放一边.xlsx").worksheets
    assert (sheet["A2"].value, sheet.max_row) == ("U2", 2)
    again = json.loads(call("import", units, "--json").stdout)["files"][0]
    assert (again["same"], again["change"]) == (1, None)
    done = call("export", "facts", tmp_path / "out", "--json")
    assert json.loads(done.stdout)["rows"]["units"] == 1
    assert (tmp_path / "out" / "units.csv").read_text().splitlines()[1] == (
        "U1,市海湾医院,,hospital,甘井子区"
    )


def test_files_in_any_order(call: Call, tmp_path: Path) -> None:
    units = book(tmp_path / "b.xlsx", 单位=[HEAD, ["V1", *ROW[1:]]])
    for arguments in (["--dry-run", "--json"], ["--json"]):
        told = call("import", people(tmp_path, "P1"), units, *arguments)
        files = json.loads(told.stdout)["files"]
        assert told.returncode == 0
        assert sum(file["new"] for file in files) == 2


def test_a_person_is_handed_out_saved_erased_and_brought_back(call: Call, tmp_path: Path) -> None:
    call("import", people(tmp_path, "P7"), book(tmp_path / "b.xlsx", 单位=[HEAD, ["V1", *ROW[1:]]]))
    out, saved = tmp_path / "数据.zip", tmp_path / "all.nuanxin"
    told = call("person", "export", "person:P7", "--out", out, "--json")
    assert json.loads(told.stdout)["bytes"] == out.stat().st_size
    assert out.stat().st_mode & 0o077 == 0
    assert {"data.json", "data.html"} <= set(ZipFile(out).namelist())
    assert "saved" in call("backup", saved).stdout
    erase = ("person", "erase", "person:P7", "--who", "周科长", "--why", "离职")
    assert "say --yes" in call(*erase, "--approved-by", "李处长").stderr
    assert call(*erase, "--approved-by", "周科长", "--yes").returncode == 2
    told = call(*erase, "--approved-by", "李处长", "--yes", "--json")
    assert json.loads(told.stdout)["pseudonym"] not in ("", "P7")
    assert call("person", "export", "person:P7", "--out", out).returncode == 2
    assert "verified equal" in call("restore", saved, "--force").stdout
    assert call("person", "export", "person:P7", "--out", out).returncode == 0
    assert call("audit", "verify").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["import", "{}/nothing.xlsx"], "does not exist"),
        (["import", "{}/a.doc"], "no kind of file we read"),
        (["export", "facts", "{}"], "not an empty folder"),
    ],
)
def test_refusals_are_one_line(call: Call, tmp_path: Path, arguments: list[str], said: str) -> None:
    (tmp_path / "a.doc").write_text("x")
    told = call(*(argument.format(tmp_path) for argument in arguments))
    assert told.returncode == 2
    assert said in told.stderr
    assert told.stderr.count("\n") == 1


def test_templates(call: Call, tmp_path: Path) -> None:
    told = call("template", tmp_path / "模板")
    assert told.returncode == 0
    assert len(list((tmp_path / "模板").glob("*.xlsx"))) == len(told.stdout.splitlines()) == 19
