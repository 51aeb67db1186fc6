"""Any list as an XLSX workbook: the list's own address with ``as=xlsx``, so the same filters.

A page says which columns it has and where its rows come from; the rest is here: typed cells, a
header in the language of the page, a sheet that says what was asked, a bound with a clear
message, and numbers of people masked for whoever may not see them whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from tempfile import TemporaryFile
from typing import IO, Any, Generic, TypeVar

from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from nuanxin.domains.access.roles import SEES_NUMBERS
from nuanxin.domains.actor import actor_of
from nuanxin.domains.masking import masked
from nuanxin.domains.wording import number, pick, say
from nuanxin.policy.text import Text

R = TypeVar("R")
Value = str | int | Decimal | date | datetime | bool | Text | None
MOST = 20_000
"""Rows of one workbook; beyond, a narrower filter is asked for."""
FORMATS = {"money": "#,##0.00", "day": "yyyy-mm-dd", "moment": "yyyy-mm-dd hh:mm:ss"}
FIXED = datetime(2020, 1, 1)
"""Workbooks carry no time of their own: the same list gives the same file."""


@dataclass(frozen=True)
class Column(Generic[R]):
    """A column: its header, what it shows of a row, and how.

    ``look`` is empty, ``money`` (whole fen, shown as yuan) or ``person`` (a number that names a
    person, masked for who may not see it). ``width`` is in characters.
    """

    title: Text
    value: Callable[[R], Value]
    look: str = ""
    width: int = 14


@dataclass(frozen=True)
class Sheet(Generic[R]):
    """A list to be handed out: ``total`` rows, drawn from ``rows`` only when they are few
    enough; ``about`` says what was asked, in pairs."""

    title: Text
    columns: Sequence[Column[R]]
    rows: Iterable[R]
    total: int
    about: Sequence[tuple[Text, Value]] = ()


def asked(request: HttpRequest) -> bool:
    """Whether an address asks for its list as a workbook."""
    return request.GET.get("as") == "xlsx"


def answer(request: HttpRequest, sheet: Sheet[R]) -> HttpResponseBase:
    """The workbook as a download; a page that says what to do when there are too many rows."""
    if sheet.total > MOST:
        told = say(
            "符合的多于 {m} 行，一次导不出。请先缩小范围，例如只选一个区市县或一种状态。",
            "More than {m} rows match, too many for one workbook. Narrow the filter first, to one"
            " district or one state for example.",
            m=number(MOST),
        )
        back = request.get_full_path().replace("as=xlsx", "").rstrip("?&")
        shown = {"reason": told, "back": back, "here": ""}
        return render(request, "design/refused.html", shown, status=422)
    file = TemporaryFile()  # noqa: SIM115 - the answer closes it
    write(sheet, file, whole_numbers=may_see_numbers(request))
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"{pick(sheet.title)}.xlsx")


def may_see_numbers(request: HttpRequest) -> bool:
    """Whether who is at the page may see the numbers of people whole."""
    return actor_of(request).role in SEES_NUMBERS


def write(sheet: Sheet[R], file: IO[bytes], *, whole_numbers: bool = True) -> int:
    """Write a list row by row, in memory that does not grow with it; how many rows it had."""
    book = Workbook(write_only=True)
    book.properties.created = book.properties.modified = FIXED
    page = book.create_sheet(_sheet_name(pick(sheet.title)))
    page.freeze_panes = "A2"
    for place, column in enumerate(sheet.columns, 1):
        page.column_dimensions[get_column_letter(place)].width = column.width
    page.append([_header(page, pick(column.title)) for column in sheet.columns])
    written = 0
    for row in sheet.rows:
        page.append([_cell(page, column, row, whole_numbers) for column in sheet.columns])
        written += 1
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{written + 1}"
    _about(book, sheet, written)
    book.save(file)
    return written


def _about(book: Workbook, sheet: Sheet[R], written: int) -> None:
    """The second sheet: what the list is, what was asked, how many rows."""
    page = book.create_sheet(_sheet_name(say("说明", "About")))
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 24, 60
    pairs = [(Text("清单", "List"), sheet.title), *sheet.about, (Text("行数", "Rows"), written)]
    for title, value in pairs:
        page.append([_header(page, pick(title)), _typed(page, value)])


def _cell(page: Any, column: Column[R], row: R, whole_numbers: bool) -> Any:
    value = column.value(row)
    if column.look == "person" and isinstance(value, str) and not whole_numbers:
        value = masked(value)
    if column.look == "money" and isinstance(value, int | Decimal):
        cell = WriteOnlyCell(page, Decimal(value) / 100)
        cell.number_format = FORMATS["money"]
        return cell
    return _typed(page, value)


def _typed(page: Any, value: Value) -> Any:
    """A cell of the value's own type; a text is a text, whatever it begins with."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        value = str(say("是", "yes") if value else say("否", "no"))
    if isinstance(value, Text):
        value = pick(value)
    if isinstance(value, str):
        cell = WriteOnlyCell(page, ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", value))
        cell.data_type = "s"
        return cell
    if isinstance(value, datetime):
        value = timezone.make_naive(value) if timezone.is_aware(value) else value
        cell = WriteOnlyCell(page, value.replace(microsecond=0))
        cell.number_format = FORMATS["moment"]
        return cell
    if isinstance(value, date):
        cell = WriteOnlyCell(page, value)
        cell.number_format = FORMATS["day"]
        return cell
    return WriteOnlyCell(page, value)


def _header(page: Any, word: str) -> Any:
    cell = WriteOnlyCell(page, str(word))
    cell.font = Font(bold=True)
    return cell


def _sheet_name(title: str) -> str:
    """A name that a workbook takes: no mark of its own language, at most 31 characters."""
    return "".join(" " if sign in "[]:*?/\\" else sign for sign in str(title))[:31]
