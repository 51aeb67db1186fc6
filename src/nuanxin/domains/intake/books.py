"""Workbooks that go out: templates to fill in, and refused rows with the reason in the cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from nuanxin.facts.dirty.cells import plain
from nuanxin.facts.dirty.grid import Cell
from nuanxin.facts.dirty.names import EXPLAINED, EXPLANATION, LISTS, label
from nuanxin.facts.words import TABLES, value_words
from nuanxin.policy.contract import TABLE, Column, Table

ROWS = 5_000
"""Rows of a template that carry lists."""
HEAD = PatternFill("solid", fgColor="E6EEF2")
BAD = PatternFill("solid", fgColor="F9DDE5")
EDGE = Border(bottom=Side(style="thin", color="8A9499"))
FORM: dict[str, str] = {
    "date": "日期，如 2020-02-08",
    "time": "日期和时间，如 2020-02-08 08:00",
    "bool": "是 或 否；不知道就空着",
    "whole": "整数",
    "decimal": "不小于 0 的数",
    "list": "几项之间用分号隔开",
    "text": "文字或编号",
}


def template(name: str) -> Workbook:
    """The template of a table: a sheet to fill in, with lists, and one that explains."""
    table = TABLE[name]
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = TABLES[name].zh
    _explain(book.create_sheet(EXPLAINED), table)
    lists = book.create_sheet(LISTS)
    lists.sheet_state = "hidden"
    for place, column in enumerate(table.columns, 1):
        letter = get_column_letter(place)
        head = sheet.cell(1, place, label(table, column) + ("*" if column.required else ""))
        head.font, head.fill, head.border = Font(bold=True), HEAD, EDGE
        head.comment = Comment(_hint(table, column), "暖心")
        dimension = sheet.column_dimensions[letter]
        dimension.width = max(12, 2.4 * len(label(table, column)) + 4)
        dimension.number_format = _FORMAT.get(column.kind, "@")
        area = f"{letter}2:{letter}{ROWS}"
        if words := _choices(table, column):
            for at, word in enumerate(words, 1):
                lists.cell(at, place, word)
            rule = DataValidation(
                type="list",
                formula1=f"{LISTS}!${letter}$1:${letter}${len(words)}",
                allow_blank=True,
            )
            rule.error, rule.errorTitle = "请从列表里选", "不在列表里"
            sheet.add_data_validation(rule)
            rule.add(area)
    sheet.freeze_panes = "A2"
    return book


_FORMAT = {"date": "yyyy-mm-dd", "time": "yyyy-mm-dd hh:mm", "whole": "0", "decimal": "General"}


def write_templates(out: Path) -> list[Path]:
    """A template for each table, in a folder; their paths."""
    out.mkdir(parents=True, exist_ok=True)
    written = []
    for place, table in enumerate(TABLE.values(), 1):
        path = out / f"{place:02d} {TABLES[table.name].zh}.xlsx"
        template(table.name).save(path)
        written.append(path)
    return written


def _choices(table: Table, column: Column) -> list[str]:
    if column.kind == "bool":
        return ["是", "否"]
    if column.kind != "text":
        return []
    return [value_words(table.name, column.name, value).zh for value in column.vocabulary]


def _hint(table: Table, column: Column) -> str:
    need = "必填" if column.required else "可空，空着就是不知道"
    words = _choices(table, column)
    form = f"从列表里选：{'、'.join(words)}" if words else FORM[column.kind]
    if column.kind == "list" and column.vocabulary:
        known = "、".join(value_words(table.name, column.name, v).zh for v in column.vocabulary)
        form = f"{form}；可填 {known}"
    if column.references:
        form = f"{TABLES[column.references.partition('.')[0]].zh}里已有的编号，或它的名称"
    return f"{need}。{form}"


def _explain(sheet: Worksheet, table: Table) -> None:
    rows: list[tuple[str, ...]] = [EXPLANATION]
    rows += [(label(table, c), c.name, _hint(table, c)) for c in table.columns]
    for row in rows:
        sheet.append(row)
    for cell in sheet[1]:
        cell.font, cell.fill = Font(bold=True), HEAD
    for letter, width in zip("ABC", (22, 22, 80), strict=True):
        sheet.column_dimensions[letter].width = width
    for row in sheet.iter_rows(min_row=2, min_col=3, max_col=3):
        row[0].alignment = Alignment(wrap_text=True)


@dataclass(frozen=True)
class RefusedRow:
    """A row that was refused: its number, its cells as they stand, the reason by place, and all."""

    row: int
    cells: Sequence[Cell]
    reasons: dict[int, str]
    why: str


@dataclass(frozen=True)
class RefusedSheet:
    """The refused rows of a sheet, with its headings by place."""

    name: str
    headings: Sequence[str]
    rows: Iterable[RefusedRow]


def refused_book(sheets: Iterable[RefusedSheet]) -> bytes:
    """A workbook of refused rows, to be mended and handed in again.

    The headings are the sheet's own; the cell that is wrong is coloured and carries its reason,
    and a last column tells it as well.
    """
    book = Workbook(write_only=True)
    for place, told in enumerate(sheets, 1):
        title = "".join("_" if c in "[]:*?/\\" else c for c in told.name)[-28:]
        sheet = book.create_sheet(f"{place} {title}"[:31])
        sheet.append(
            [_said(sheet, h, bold=True) for h in (*told.headings, "原行号", "放一边的原因")]
        )
        for row in told.rows:
            sheet.append(_refused(sheet, row, len(told.headings)))
    if not book.worksheets:
        book.create_sheet("没有").append(["没有放一边的行"])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _refused(sheet: WriteOnlyWorksheet, row: RefusedRow, width: int) -> list[WriteOnlyCell]:
    cells = [_said(sheet, cell) for cell in row.cells[:width]]
    cells += [_said(sheet, "") for _ in range(width - len(cells))]
    for place, reason in row.reasons.items():
        if place < width:
            cells[place].fill = BAD
            cells[place].comment = Comment(reason, "暖心")
    return [*cells, _said(sheet, row.row), _said(sheet, row.why)]


def _said(sheet: WriteOnlyWorksheet, told: Cell, *, bold: bool = False) -> WriteOnlyCell:
    """A cell that says what it said, and never becomes a formula."""
    typed = isinstance(told, (int, float, datetime, date)) and not isinstance(told, bool)
    cell = WriteOnlyCell(sheet, told if typed else None)
    if not typed:
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", plain(told))
        cell.data_type = "s"
    if bold:
        cell.font, cell.fill = Font(bold=True), HEAD
    return cell
