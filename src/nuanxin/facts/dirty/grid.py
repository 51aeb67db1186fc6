"""Opening a file as sheets of cells: workbooks of Excel and WPS, and CSV in any usual encoding."""

from __future__ import annotations

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path

import python_calamine as calamine

from nuanxin.facts.carriers.xlsx_size import too_large
from nuanxin.facts.dirty.formulas import without_value
from nuanxin.facts.errors import FactsError

Cell = str | bool | int | float | datetime | date | time | timedelta
Merged = tuple[tuple[int, int], tuple[int, int]]

BOOKS = (".xlsx", ".xlsm", ".xls", ".et", ".ods")
TEXTS = (".csv", ".txt", ".tsv")
LARGEST_TEXT = 512 * 1024**2
_ZIP = b"PK\x03\x04"
_UNSOUND = (
    calamine.CalamineError,
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    RuntimeError,
    ValueError,
    EOFError,
)


@dataclass
class Grid:
    """One sheet: its cells from A1 on, merged areas, and formulas that have no value.

    Places are (row, column) from 0; ``name`` is empty for a file that is no workbook.
    """

    name: str
    cells: list[list[Cell]]
    merged: list[Merged] = field(default_factory=list)
    no_value: frozenset[tuple[int, int]] = frozenset()

    def fill_merged(self) -> None:
        """Give every cell of a merged area what its first one says."""
        for (top, left), (bottom, right) in self.merged:
            if top >= len(self.cells) or left >= len(self.cells[top]):
                continue
            told = self.cells[top][left]
            for row in self.cells[top : bottom + 1]:
                row[left : right + 1] = [told] * len(row[left : right + 1])


def open_grids(path: Path) -> list[Grid]:
    """The sheets of a file; FactsError when it is none we can read, or too large once opened."""
    kind = path.suffix.lower()
    if kind in BOOKS:
        return list(_of_book(path))
    if kind in TEXTS:
        return [Grid("", _of_text(path))]
    what = f"is no kind of file we read ({kind or 'no ending'})"
    raise FactsError(path.name, what, f"give one of {' '.join((*BOOKS, *TEXTS))}")


def _of_book(path: Path) -> Iterator[Grid]:
    try:
        with path.open("rb") as file:
            zipped = file.read(4) == _ZIP
        if zipped and (what := too_large(path)):
            raise FactsError(path.name, what, "clear what is empty, or give CSV")
        formulas = without_value(path) if zipped else {}
        book = calamine.CalamineWorkbook.from_path(str(path))
        for name in book.sheet_names:
            yield _grid(book.get_sheet_by_name(name), name, formulas.get(name, frozenset()))
    except calamine.PasswordError:
        raise FactsError(path.name, "is locked by a password", "save it without one") from None
    except _UNSOUND as error:
        first = str(error).strip().partition("\n")[0].rstrip(".")
        raise FactsError(
            path.name, f"is not a sound workbook ({first})", "save it again as .xlsx"
        ) from None


def _grid(sheet: calamine.CalamineSheet, name: str, no_value: frozenset[tuple[int, int]]) -> Grid:
    cells = sheet.to_python(skip_empty_area=False)
    grid = Grid(name, cells, list(sheet.merged_cell_ranges or ()), no_value)
    grid.fill_merged()
    return grid


def _of_text(path: Path) -> list[list[Cell]]:
    try:
        if path.stat().st_size > LARGEST_TEXT:
            raise FactsError(path.name, "is larger than 512 MB", "cut it into several files")
        text = _decoded(path, path.read_bytes())
    except OSError as error:
        what = f"cannot be opened ({error.strerror})"
        raise FactsError(path.name, what, "see that it can be read") from None
    if "\0" in text:
        raise FactsError(path.name, "is no text", "save it as CSV")
    try:
        return [list(row) for row in csv.reader(io.StringIO(text), delimiter=_delimiter(text))]
    except csv.Error as error:
        raise FactsError(path.name, f"is not a sound CSV file ({error})", "save it again") from None


def _decoded(path: Path, data: bytes) -> str:
    """Text in UTF-8 or UTF-16 with a mark, else in UTF-8, else as Chinese Windows writes it."""
    encodings = ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    what = "is text in an unknown encoding"
    raise FactsError(path.name, what, "save it as CSV UTF-8")


def _delimiter(text: str) -> str:
    """The mark that parts the most cells in the first lines."""
    head = re.sub(r'"[^"]*"', "", "\n".join(text.splitlines()[:20]))
    return max(",;\t", key=head.count)
