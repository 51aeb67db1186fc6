"""Facts in workbooks: a file per table, or a sheet per table in a workbook of any name."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

import duckdb
import python_calamine as calamine

from nuanxin.facts.carriers.source import (
    Given,
    Header,
    NumberedRow,
    Source,
    is_blank,
    no_header,
    read_header,
    stage_texts,
)
from nuanxin.facts.carriers.xlsx_size import too_large
from nuanxin.facts.errors import FactsError
from nuanxin.policy.contract import TABLE, Kind, Table

_UNSOUND = (
    calamine.CalamineError,
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    RuntimeError,
    ValueError,
)

Cell = str | bool | int | float | datetime | date | time | timedelta


@dataclass(frozen=True)
class Sheet:
    """One sheet that holds a table."""

    table: Table
    file: str
    workbook: calamine.CalamineWorkbook
    name: str

    def stage(self, con: duckdb.DuckDBPyConnection) -> Source:
        """Read the sheet into ``reading``."""
        rows = self._rows()
        first = next(rows, None)
        if first is None or is_blank([_text(cell, "text") for cell in first]):
            raise no_header(self.file)
        header = read_header(self.table, self.file, [_text(cell, "text") for cell in first])
        return stage_texts(con, self.table, self.file, header, self._texts(rows, header))

    def _rows(self) -> Iterator[list[Cell]]:
        try:
            sheet = self.workbook.get_sheet_by_name(self.name)
            yield from sheet.to_python(skip_empty_area=False)
        except _UNSOUND as error:
            raise _unreadable(self.file, error) from None

    def _texts(self, rows: Iterator[list[Cell]], header: Header) -> Iterator[NumberedRow]:
        kinds: list[Kind] = ["text"] * header.width
        for name, place in header.positions.items():
            kinds[place] = self.table.column(name).kind
        for number, cells in enumerate(rows, start=2):
            texts = [_text(cell, kind) for cell, kind in zip(cells, kinds, strict=False)]
            if not is_blank(texts):
                yield number, texts


def given(path: Path) -> list[Given]:
    """The tables of a workbook: its sheets with a table's name, else the table of its own name."""
    workbook = _open(path)
    sheets = [name for name in workbook.sheet_names if name.strip() in TABLE]
    own = TABLE.get(path.stem)
    if own and sheets in ([], [own.name]):
        first = sheets[0] if sheets else workbook.sheet_names[0]
        return [Sheet(own, path.name, workbook, first)]
    return [
        Sheet(TABLE[name.strip()], f"{path.name}#{name.strip()}", workbook, name) for name in sheets
    ]


def _open(path: Path) -> calamine.CalamineWorkbook:
    try:
        if what := too_large(path):
            raise FactsError(path.name, what, "clear what is empty, or give CSV or Parquet")
        workbook = calamine.CalamineWorkbook.from_path(str(path))
        if not workbook.sheet_names:
            raise ValueError("it has no sheet")
        return workbook
    except _UNSOUND as error:
        raise _unreadable(path.name, error) from None


def _unreadable(file: str, error: Exception) -> FactsError:
    first = str(error).strip().partition("\n")[0].rstrip(".")
    return FactsError(file, f"is not a sound workbook ({first})", "save it again as .xlsx")


def _text(cell: Cell, kind: Kind) -> str:
    """The contract text of a typed cell; what does not fit its kind is left to the checks."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int):
        return str(cell)
    if isinstance(cell, float):
        return format(Decimal(repr(cell)), "f").removesuffix(".0")
    if isinstance(cell, (datetime, date)):
        return _text_of_moment(cell, kind)
    return str(cell)


def _text_of_moment(cell: datetime | date, kind: Kind) -> str:
    # A workbook knows no days, only times: midnight in a column of times is a time.
    moment = cell if isinstance(cell, datetime) else datetime.combine(cell, time.min)
    moment = _whole_second(moment)
    if kind == "time" or moment.time() != time.min:
        return moment.isoformat()
    return moment.date().isoformat()


def _whole_second(moment: datetime) -> datetime:
    """Times are fractions of a day in a workbook, so 08:00 may come as 07:59:59.9999."""
    nearest = (moment + timedelta(milliseconds=500)).replace(microsecond=0)
    return nearest if abs(nearest - moment) <= timedelta(milliseconds=1) else moment
