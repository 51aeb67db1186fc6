"""Which files are facts, and when a folder cannot be read at all."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest

from nuanxin.facts import FactsError, load_facts
from tests.facts.build import AS_OF, load, read, with_good, write, write_book


def test_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(FactsError, match=r"nowhere: does not exist"):
        read(tmp_path / "nowhere")


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "facts").touch()
    with pytest.raises(FactsError, match="is not a folder"):
        read(tmp_path / "facts")


def test_an_empty_folder_lacks_every_required_table(tmp_path: Path) -> None:
    message = "units and people and posts and spells and attendance is absent"
    with pytest.raises(FactsError, match=message):
        read(tmp_path)


def test_an_error_is_one_line(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "units.csv").unlink()
    for content in (b"", b"junk\n" * 9, b"PAR1" * 9):
        (tmp_path / "units.parquet").write_bytes(content)
        with pytest.raises(FactsError) as caught:
            read(tmp_path)
        assert "\n" not in str(caught.value)
        assert str(caught.value).startswith("units.parquet: ")


@pytest.mark.parametrize(("one", "other"), [("csv", "parquet"), ("csv", "xlsx"), ("csv", "book")])
def test_a_table_given_twice_is_an_error(tmp_path: Path, one: str, other: str) -> None:
    write(tmp_path, one)
    write(tmp_path, other)
    with pytest.raises(FactsError, match="give each table once"):
        read(tmp_path)


def test_other_files_are_ignored_and_named(tmp_path: Path) -> None:
    write(tmp_path)
    for name in ("README.md", "notes.csv", "extra.parquet", "~$units.xlsx", ".hidden.csv"):
        (tmp_path / name).write_bytes(b"\xff no table")
    (tmp_path / "harms.csv").mkdir()
    ignored = read(tmp_path).report.summary()["ignored"]
    names = [".hidden.csv", "README.md", "extra.parquet", "harms.csv", "notes.csv", "~$units.xlsx"]
    assert ignored == {"files": names, "columns": {}}


def test_columns_that_are_not_in_the_contract_are_ignored_and_named(tmp_path: Path) -> None:
    write(tmp_path)
    header = "unit_id,微信号,name,kind,district,,\n"
    (tmp_path / "units.csv").write_text(header + "U1,x,一院,hospital,中山,,\n", encoding="utf-8")
    got = read(tmp_path)
    assert got.lines == []
    assert got.report.ignored_columns == {"units.csv": ("微信号",)}


def test_carriers_may_be_mixed(tmp_path: Path) -> None:
    write(tmp_path, "typed")
    for name in ("units", "people"):
        (tmp_path / f"{name}.parquet").unlink()
    (tmp_path / "units.CSV").write_text(
        "unit_id,name,kind,district\nU1,一院,hospital,中山\n", encoding="utf-8"
    )
    write_book(tmp_path / "人员 2020.xlsx", {"people": [with_good("people", sex="女")]})
    got = read(tmp_path)
    assert got.lines == []
    assert got.values("people", "sex") == ["女"]
    assert len(got.rows("attendance")) == 1


@pytest.mark.parametrize("name", ["a [1] *?", "it's", '引号"', "x=1"])
@pytest.mark.parametrize("carrier", ["csv", "typed"])
def test_any_name_of_a_folder(tmp_path: Path, carrier: str, name: str) -> None:
    got = load(tmp_path / name, carrier)
    assert got.report.kept == 5


def test_progress_tells_every_table(tmp_path: Path) -> None:
    write(tmp_path, units=[with_good("units"), with_good("units")])
    told: list[str] = []
    load_facts(tmp_path, duckdb.connect(), AS_OF, told.append)
    assert told[0] == "units.csv: 2 rows read, 1 set aside"
    assert [re.split(r"\W", line)[0] for line in told] == [
        "units", "people", "posts", "spells", "attendance"
    ]  # fmt: skip
