"""A workbook that would fill the memory is refused before it is opened."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from nuanxin.facts import FactsError
from nuanxin.facts.carriers import xlsx_size
from nuanxin.facts.carriers.xlsx_size import too_large
from tests.facts.build import GOOD, read, write, write_book


def with_stray_cell(folder: Path, place: str) -> Path:
    path = folder / "units.xlsx"
    write_book(path, {"units": [GOOD["units"]]})
    book = openpyxl.load_workbook(path)
    book["units"][place] = "x"
    book.save(path)
    return path


@pytest.mark.parametrize("place", ["B3", "Z9", "AA100", "XFD20", "E1048576"])
def test_stray_cells_are_suffered(tmp_path: Path, place: str) -> None:
    assert too_large(with_stray_cell(tmp_path, place)) is None


@pytest.mark.parametrize(
    ("place", "cells"), [("XFD1048576", 16384 * 1048576), ("AF1048576", 32 * 1048576)]
)
def test_a_stray_cell_in_the_last_corner_is_refused(tmp_path: Path, place: str, cells: int) -> None:
    write(tmp_path)
    (tmp_path / "units.csv").unlink()
    with_stray_cell(tmp_path, place)
    with pytest.raises(FactsError, match=rf"units\.xlsx: reaches over {cells} cells"):
        read(tmp_path)


def test_a_last_row_and_a_last_column_apart_are_refused(tmp_path: Path) -> None:
    path = with_stray_cell(tmp_path, "A1048576")
    book = openpyxl.load_workbook(path)
    book["units"]["XFD1"] = "x"
    book.save(path)
    assert too_large(path) == f"reaches over {16384 * 1048576} cells, most of them empty"


def test_a_workbook_that_unpacks_without_bounds_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = with_stray_cell(tmp_path, "B3")
    monkeypatch.setattr(xlsx_size, "LARGEST_BYTES", 1000)
    assert "unpacks to" in (too_large(path) or "")


def test_places_on_the_edge_of_a_chunk_are_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = with_stray_cell(tmp_path, "XFD1048576")
    for size in (7, 64, 101):
        monkeypatch.setattr(xlsx_size, "_CHUNK", size)
        assert too_large(path) is not None
