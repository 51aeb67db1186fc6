"""Bringing files in for other systems: hand in, see what was understood, write or stop."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from django.http import Http404, HttpRequest, HttpResponse
from ninja import File, Form, Query, UploadedFile

from nuanxin.domains.access.roles import BRINGS_FILES
from nuanxin.domains.actor import actor_of
from nuanxin.domains.api.files import XLSX, handed
from nuanxin.domains.api.operations import Operations
from nuanxin.domains.api.paging import page_of
from nuanxin.domains.api.shapes import Both, Name, Number, Paged, Told, Words
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.intake import downloads, selectors, steps, uploads
from nuanxin.domains.intake.models import Line, Upload
from nuanxin.domains.intake.words import STATES, reason_words
from nuanxin.domains.wording import say
from nuanxin.facts.errors import FactsError
from nuanxin.policy.contract import TABLE
from nuanxin.policy.text import Text

api = Operations(Text("导入", "Import"))


class Brought(Told):
    """A file on its way in: where it stands, and how many rows have which outcome."""

    number: int
    name: str
    why: str
    who: str
    at: datetime
    state: str
    state_words: Both
    share: int
    rows: dict[str, int]
    unread: list[Both]
    failure: Both | None

    @classmethod
    def of(cls, one: Upload) -> Brought:
        """The same, from the table."""
        state = selectors.state_of(one)
        return cls(
            number=one.pk,
            **{name: getattr(one, name) for name in ("name", "why", "who", "at", "share")},
            state=state,
            state_words=Both.of(STATES[state]),
            rows=one.counts,
            unread=[Both(zh=sheet["zh"], en=sheet["en"]) for sheet in selectors.unread_of(one)],
            failure=Both(**one.failure) if one.failure else None,
        )


class AllBrought(Told):
    """The files handed in last, the latest first."""

    items: list[Brought]


class Remark(Told):
    """What there is to say about one cell."""

    column: str
    told: str
    reason: Both


class Row(Told):
    """A row of a file: refused, changed, new, or same."""

    sheet: str
    table: str
    row: int
    outcome: str
    subject: str | None
    remarks: list[Remark]

    @classmethod
    def of(cls, line: Line) -> Row:
        """The same, from the table."""
        return cls(
            sheet=line.file,
            table=line.table,
            row=line.row,
            outcome=line.outcome,
            subject=line.subject,
            remarks=[_remark(one) for one in line.remarks],
        )


def _remark(told: dict[str, Any]) -> Remark:
    words = reason_words(told["column"], "", told["reason"])
    return Remark(column=told["column"], told=told["told"], reason=Both.of(words))


class Rows(Told):
    """A page of rows, and the cursor of the next."""

    items: list[Row]
    next: str | None


class Shown(Paged):
    """Which rows; empty is all."""

    show: Literal["", "refused", "ask", "changed", "unknown", "new", "same"] = ""


@api.post("/imports", Text("交一份文件", "Hand in a file"), BRINGS_FILES, Brought)
def hand_in(
    request: HttpRequest, file: File[UploadedFile], why: Annotated[Words, Form()]
) -> Brought:
    """A workbook, CSV or Parquet file; it is read at once, and nothing is written yet."""
    return Brought.of(uploads.receive(file, who=actor_of(request).id, why=why))


@api.get("/imports", Text("最近交的文件", "Files handed in last"), BRINGS_FILES, AllBrought)
def imports(request: HttpRequest) -> AllBrought:
    """The last twenty; a token of a unit sees its own."""
    del request
    return AllBrought(items=[Brought.of(one) for one in selectors.recent()])


@api.get("/imports/{number}", Text("一份文件", "One file"), BRINGS_FILES, Brought)
def import_(request: HttpRequest, number: Number) -> Brought:
    """Where it stands; ask again while it is being read or written."""
    del request
    return Brought.of(_one(number))


@api.get("/imports/{number}/rows", Text("预览每一行", "Preview row by row"), BRINGS_FILES, Rows)
def import_rows(request: HttpRequest, number: Number, asked: Query[Shown]) -> Rows:
    """What would be created, changed or refused, and why; those that want a look first."""
    del request
    rows = selectors.lines(_one(number), asked.show)
    found, following = page_of(rows, ("rank", "place", "id"), asked.cursor, asked.limit)
    return Rows(items=[Row.of(line) for line in found], next=following)


@api.post("/imports/{number}/write", Text("写入", "Write it"), BRINGS_FILES, Brought)
def import_write(request: HttpRequest, number: Number) -> Brought:
    """All of a file or nothing; the same again writes nothing."""
    del request
    one = _one(number)
    steps.write(one)
    return _now(one)


@api.post("/imports/{number}/read", Text("再读一遍", "Read it again"), BRINGS_FILES, Brought)
def import_read(request: HttpRequest, number: Number) -> Brought:
    """As the city stands now; what was written is not read again."""
    del request
    one = _one(number)
    steps.read_again(one)
    return _now(one)


@api.post("/imports/{number}/stop", Text("停下", "Stop it"), BRINGS_FILES, Brought)
def import_stop(request: HttpRequest, number: Number) -> Brought:
    """Stop reading or writing; nothing is written by halves."""
    del request
    one = _one(number)
    uploads.stop(one)
    return Brought.of(one)


class Forgotten(Told):
    """The number of a file that is no longer kept."""

    number: int


@api.post("/imports/{number}/forget", Text("删掉文件", "Remove it"), BRINGS_FILES, Forgotten)
def import_forget(request: HttpRequest, number: Number) -> Forgotten:
    """The file and what was understood of it; what was written stays."""
    del request
    if not steps.forget(_one(number)):
        raise Refusal("正在读或写，先停下", "it is being read or written; stop it first")
    return Forgotten(number=number)


@api.get(
    "/imports/{number}/refused.xlsx",
    Text("放一边的行", "The rows that were refused"),
    BRINGS_FILES,
    (XLSX,),
)
def import_refused(request: HttpRequest, number: Number) -> HttpResponse:
    """A workbook with the reason in the cell."""
    del request
    try:
        made, name = downloads.refused(_one(number))
    except (FactsError, OSError):
        raise Http404(say("原来的文件读不了", "The file cannot be read.")) from None
    return handed(made, XLSX, name)


@api.get(
    "/templates/{table}.xlsx", Text("一张表的模板", "Template of a table"), BRINGS_FILES, (XLSX,)
)
def template(request: HttpRequest, table: Name) -> HttpResponse:
    """With headings in Chinese and the words that a cell may have."""
    del request
    if table not in TABLE:
        raise Http404(say("没有表 {n}", "There is no table {n}.", n=table))
    made, name = downloads.template(table)
    return handed(made, XLSX, name)


def _one(number: int) -> Upload:
    found = Upload.objects.filter(pk=number).first()
    if found is None:
        raise Http404(say("没有第 {n} 份文件", "There is no file {n}.", n=number))
    return found


def _now(one: Upload) -> Brought:
    one.refresh_from_db()
    return Brought.of(one)
