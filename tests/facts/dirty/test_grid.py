"""Opening files: encodings, merged areas, formulas, and what is no file of ours."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from nuanxin.facts.dirty.formulas import without_value
from nuanxin.facts.dirty.grid import open_grids
from nuanxin.facts.errors import FactsError

TEXT = "姓名,工号\n林晓岚,P1\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_every_usual_encoding(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(TEXT.encode(encoding))
    assert open_grids(file)[0].cells == [["姓名", "工号"], ["林晓岚", "P1"]]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_every_usual_delimiter(tmp_path: Path, mark: str) -> None:
    file = tmp_path / "a.csv"
    file.write_text(TEXT.replace(",", mark))
    assert open_grids(file)[0].cells[1] == ["林晓岚", "P1"]


def test_merged_areas_say_the_same_everywhere(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet.append(["单位", "姓名"])
    sheet.append(["市海湾医院", "林晓岚"])
    sheet.append([None, "周文静"])
    sheet.merge_cells("A2:A3")
    book.save(tmp_path / "a.xlsx")
    assert open_grids(tmp_path / "a.xlsx")[0].cells[2] == ["市海湾医院", "周文静"]


def test_formulas_without_a_value_are_found(tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "第一张 & 别的"
    book.active.append(["a", "=1+1", 3])
    second = book.create_sheet("二")
    second.append(["=A1", "x"])
    book.save(tmp_path / "a.xlsx")
    assert without_value(tmp_path / "a.xlsx") == {
        "第一张 & 别的": frozenset({(0, 1)}),
        "二": frozenset({(0, 0)}),
    }


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.doc", b"x", "no kind of file"),
        ("a", b"x", "no kind of file"),
        ("a.xlsx", b"", "not a sound workbook"),
        ("a.xlsx", b"PK\x03\x04 and no more", "not a sound workbook"),
        ("a.xls", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "not a sound workbook"),
        ("a.csv", b"a,b\0c\n", "no text"),
        ("a.csv", b"\xff\xff\xff\x80", "unknown encoding"),
    ],
)
def test_what_is_no_file_of_ours(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(FactsError, match=said):
        open_grids(tmp_path / name)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["姓名", "工号"])
    book.save(tmp_path / "a.xlsx")
    with (
        zipfile.ZipFile(tmp_path / "a.xlsx", "a", zipfile.ZIP_DEFLATED) as bomb,
        bomb.open("xl/media/bomb", "w", force_zip64=True) as part,
    ):
        for _ in range(130):
            part.write(bytes(1 << 24))
    assert (tmp_path / "a.xlsx").stat().st_size < 5_000_000
    with pytest.raises(FactsError, match="unpacks to"):
        open_grids(tmp_path / "a.xlsx")
