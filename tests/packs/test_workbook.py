"""Parameters in a workbook: out and back without a loss, previewed by cell, applied in place."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from nuanxin.packs import workbook
from nuanxin.packs.dalian2020 import PACK as DALIAN
from nuanxin.packs.edit import _quoted
from nuanxin.packs.sheet import COLUMNS
from nuanxin.packs.workbook import WorkbookError, own_parameters
from nuanxin.policy.pack import Pack
from nuanxin.policy.parameters import Parameters
from tests.commands.conftest import AID_TEAM, AS_OF, Nuanxin, nuanxin

__all__ = ["nuanxin"]

HEAD = """\
id: city2020
base: dalian2020
title: {zh: 某市办法, en: Rules of a city}
issued: 2020-03-01
jurisdiction: {zh: 某市, en: A city}
citation: {zh: 某市，2020 年 3 月 1 日, en: "A city, 1 March 2020"}
"""
Edit = Callable[..., None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A city with a copy of two of Dalian's files, a comment above and one behind a value."""
    folder = tmp_path / "city2020"
    folder.mkdir()
    (folder / "pack.yaml").write_text(HEAD, "utf-8")
    (folder / "parameters").mkdir()
    for name in ("care.yaml", "subsidy.yaml"):
        shutil.copy(DALIAN.folder / "parameters" / name, folder / "parameters")
    subsidy = folder / "parameters" / "subsidy.yaml"
    text = subsidy.read_text("utf-8")
    text = "# 补助的数\n" + text.replace("- value: 300\n", "- value: 300  # 每天\n", 1)
    subsidy.write_text(text, "utf-8")
    return folder


@pytest.fixture
def pack(folder: Path) -> Pack:
    from nuanxin.packs import load_pack

    return load_pack(str(folder))


@pytest.fixture
def book(pack: Pack, tmp_path: Path) -> Path:
    file = tmp_path / "parameters.xlsx"
    assert workbook.export(pack, file) == sum(len(p.values) for p in own_parameters(pack))
    return file


def edit(file: Path, of: str, **cells: object) -> None:
    """Change cells of the row of a key, as a person does."""
    opened = openpyxl.load_workbook(file)
    sheet = opened[workbook.SHEET]
    for row in sheet.iter_rows(min_row=2):
        if row[0].value == of:
            for name, value in cells.items():
                row[COLUMNS.index(name)].value = value
    opened.save(file)


def add(file: Path, **cells: object) -> None:
    """Add a row at the end."""
    opened = openpyxl.load_workbook(file)
    opened[workbook.SHEET].append([cells.get(name) for name in COLUMNS])
    opened.save(file)


def files(folder: Path) -> dict[str, str]:
    return {f.name: f.read_text("utf-8") for f in (folder / "parameters").iterdir()}


NEW = {
    "key": "subsidy.tier1.daily",
    "value": 400,
    "from": datetime(2020, 3, 1),
    "known": "2020-04-18",
    "jurisdiction": "A city",
    "certainty": "text",
    "source_zh": "补充通知，第 1 条",
    "source_en": "Further notice: article 1",
}


def test_a_workbook_out_and_back_changes_nothing(pack: Pack, book: Path, folder: Path) -> None:
    before = files(folder)
    found = workbook.preview(pack, book)
    assert (found.faults, found.changes, found.texts) == ((), (), {})
    assert workbook.apply(found) == []
    assert files(folder) == before


def test_one_value_is_changed_and_every_other_byte_stays(
    pack: Pack, book: Path, folder: Path
) -> None:
    before = files(folder)
    edit(book, "subsidy.tier1.daily", value=350)
    found = workbook.preview(pack, book)
    assert [(c.kind, c.key, c.fields) for c in found.changes] == [
        ("changed", "subsidy.tier1.daily", {"value": ("300", "350")})
    ]
    assert [f.name for f in workbook.apply(found)] == ["subsidy.yaml"]
    changed = before["subsidy.yaml"].replace("- value: 300  # 每天", "- value: 350  # 每天")
    assert files(folder) == {**before, "subsidy.yaml": changed}


def test_applied_twice_is_applied_once(pack: Pack, book: Path, folder: Path) -> None:
    edit(book, "care.extra_rest_min", value="20", note_zh="试行", note_en="On trial")
    workbook.apply(workbook.preview(pack, book))
    once = files(folder)
    again = workbook.preview(pack, book)
    assert again.changes == ()
    workbook.apply(again)
    assert files(folder) == once
    [version] = Parameters.load(folder / "parameters")["care.extra_rest_min"].values
    assert (version.value, version.note and version.note.zh) == (20, "试行")


def test_a_new_version_is_added_behind_the_old_one(pack: Pack, book: Path, folder: Path) -> None:
    add(book, **NEW)
    found = workbook.preview(pack, book)
    assert [c.kind for c in found.changes] == ["added"]
    workbook.apply(found)
    held = Parameters.load(folder / "parameters")
    assert held.timeline("subsidy.tier1.daily") == [
        (date.min, 0),
        (date(2020, 1, 25), 300),
        (date(2020, 3, 1), 400),
    ]
    assert held.value("subsidy.tier1.daily", date(2020, 3, 2), date(2020, 4, 17)) == 300
    text = files(folder)["subsidy.yaml"]
    assert text.startswith("# 补助的数\n")
    assert 'source: {zh: 补充通知，第 1 条, en: "Further notice: article 1"}' in text
    assert list(held) == [p.key for p in own_parameters(pack)]


def test_a_version_is_taken_out_but_not_the_last_one(pack: Pack, book: Path, folder: Path) -> None:
    before = files(folder)
    add(book, **NEW)
    workbook.apply(workbook.preview(pack, book))
    workbook.export(pack, book)
    opened = openpyxl.load_workbook(book)
    sheet = opened[workbook.SHEET]
    [line] = [r[0].row for r in sheet.iter_rows() if r[COLUMNS.index("value")].value == 400]
    sheet.delete_rows(line)
    opened.save(book)
    found = workbook.preview(pack, book)
    assert [c.kind for c in found.changes] == ["removed"]
    workbook.apply(found)
    assert files(folder) == before
    workbook.export(pack, book)
    opened = openpyxl.load_workbook(book)
    opened[workbook.SHEET].delete_rows(2)
    opened.save(book)
    with pytest.raises(Exception, match="would be left without a value"):
        workbook.preview(pack, book)


@pytest.mark.parametrize(
    ("key", "cells", "said"),
    [
        (
            "care.extra_rest_min",
            {"value": 2.5},
            "(value): care.extra_rest_min=2.5: expected a whole",
        ),
        ("care.extra_rest_min", {"value": None}, "(value): is empty"),
        ("care.extra_rest_min", {"from": "2020-2-3"}, "(from): '2020-2-3': expected a date"),
        ("care.extra_rest_min", {"certainty": "sure"}, "(certainty): 'sure': expected one of"),
        ("care.extra_rest_min", {"unit": "hours"}, "(unit): is only shown here"),
        (
            "care.extra_rest_min",
            {"note_zh": "字", "note_en": None},
            "(note_en): a note stands in both",
        ),
        ("care.extra_rest_min", {"key": "care.rest"}, "(key): 'care.rest' is no parameter"),
        ("care.extra_rest_min", {"version": 7}, "(version): care.extra_rest_min has no version 7"),
        (
            "care.extra_rest_min",
            {"to": "2020-02-01"},
            "care.extra_rest_min: to 2020-02-01 is before from 2020-02-20",
        ),
    ],
)
def test_what_is_wrong_is_told_by_cell_and_nothing_is_applied(
    pack: Pack, book: Path, folder: Path, key: str, cells: dict[str, object], said: str
) -> None:
    before = files(folder)
    edit(book, key, **cells)
    found = workbook.preview(pack, book)
    assert any(said in fault for fault in found.faults), found.faults
    assert found.faults[0].startswith("parameters.xlsx: ")
    assert found.parameters is None
    assert files(folder) == before


def test_a_stale_workbook_is_refused(pack: Pack, book: Path, folder: Path) -> None:
    care = folder / "parameters" / "care.yaml"
    care.write_text(care.read_text("utf-8").replace("value: 15", "value: 16"), "utf-8")
    with pytest.raises(WorkbookError, match="has changed since this workbook was exported"):
        workbook.preview(pack, book)


def test_a_workbook_of_another_pack_or_none_is_refused(
    pack: Pack, book: Path, tmp_path: Path
) -> None:
    with pytest.raises(WorkbookError, match="is of the pack city2020, not of dalian2020"):
        workbook.preview(DALIAN, book)
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"no workbook")
    with pytest.raises(WorkbookError, match="is no workbook that can be read"):
        workbook.preview(pack, broken)
    empty = tmp_path / "empty.xlsx"
    openpyxl.Workbook().save(empty)
    with pytest.raises(WorkbookError, match="has no sheet parameters"):
        workbook.preview(pack, empty)


@pytest.mark.parametrize("text", ["a: b", "x, y", "yes", "12", "# no", "“好”", 'he "said"', "a\\b"])
def test_any_words_come_back_from_the_yaml(text: str) -> None:
    import yaml

    assert yaml.safe_load(f"{{zh: {_quoted(text)}, en: x}}")["zh"] == text


def test_the_preview_tells_who_gains_before_anything_is_written(
    nuanxin: Nuanxin, folder: Path, book: Path
) -> None:
    """Scene 3: 100 yuan more a day from 1 March, doubled in Hubei: 3 300 yuan (test_compare)."""
    before = files(folder)
    add(book, **NEW)
    asked = ("pack", "parameters", "preview", book, "--pack", folder)
    told = nuanxin(*asked, "--facts", AID_TEAM, "--as-of", AS_OF, "--json").json
    assert told["balance"]["money"]["arrears_fen"] == 330_000
    assert [m["month"] for m in told["balance"]["money"]["months"]] == ["2020-03"]
    assert told["changes"][0]["key"] == "subsidy.tier1.daily"
    assert files(folder) == before
    assert "added: subsidy.tier1.daily" in nuanxin(*asked, "--lang", "en").out
    assert "新增: subsidy.tier1.daily" in nuanxin(*asked).out


def test_the_command_exports_applies_and_refuses(
    nuanxin: Nuanxin, folder: Path, tmp_path: Path
) -> None:
    book = tmp_path / "by_command.xlsx"
    said = nuanxin("pack", "parameters", "export", book, "--pack", folder)
    assert (said.code, said.out) == (
        0,
        f"{book}: {len(Parameters.load(folder / 'parameters'))} rows\n",
    )
    edit(book, "care.extra_rest_min", value=18)
    applied = nuanxin("pack", "parameters", "apply", book, "--pack", folder, "--json").json
    assert applied["files"] == ["care.yaml"]
    assert Parameters.load(folder / "parameters").value("care.extra_rest_min") == 18
    again = nuanxin("pack", "parameters", "apply", book, "--pack", folder)
    assert (again.code, again.out) == (0, "Nothing would change.\n")
    edit(book, "care.extra_rest_min", value="many")
    wrong = nuanxin("pack", "parameters", "apply", book, "--pack", folder)
    assert wrong.code == 1
    assert "(value): care.extra_rest_min=many: expected a number in days" in wrong.out
    assert "expected a workbook" in nuanxin("pack", "parameters", "apply", "a.csv").refused()
