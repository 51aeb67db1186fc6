"""Bringing files in for other systems: hand in, see what was understood, write or stop."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from ninja import File, Form, Query, UploadedFile

from nuanxin.domains.access.roles import BRINGS_FILES
from nuanxin.domains.actor import Actor, actor_of
from nuanxin.domains.api.operations import Operations
from nuanxin.domains.api.paging import page_of
from nuanxin.domains.api.shapes import Both, Number, Paged, Told, Words
from nuanxin.domains.intake import selectors, uploads
from nuanxin.domains.intake.models import Line, Upload
from nuanxin.domains.intake.words import STATES, reason_words
from nuanxin.domains.wording import say
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
    found = _mine(actor_of(request)).order_by("-pk")[: selectors.RECENT]
    return AllBrought(items=[Brought.of(one) for one in found])


@api.get("/imports/{number}", Text("一份文件", "One file"), BRINGS_FILES, Brought)
def import_(request: HttpRequest, number: Number) -> Brought:
    """Where it stands; ask again while it is being read or written."""
    return Brought.of(_one(number, actor_of(request)))


@api.get("/imports/{number}/rows", Text("预览每一行", "Preview row by row"), BRINGS_FILES, Rows)
def import_rows(request: HttpRequest, number: Number, asked: Query[Shown]) -> Rows:
    """What would be created, changed or refused, and why; those that want a look first."""
    rows = selectors.lines(_one(number, actor_of(request)), asked.show)
    found, following = page_of(rows, ("rank", "place", "id"), asked.cursor, asked.limit)
    return Rows(items=[Row.of(line) for line in found], next=following)


@api.post("/imports/{number}/write", Text("写入", "Write it"), BRINGS_FILES, Brought)
def import_write(request: HttpRequest, number: Number) -> Brought:
    """All of a file or nothing; the same again writes nothing."""
    one = _one(number, actor_of(request))
    if selectors.state_of(one) in ("read", "broken", "stopped"):
        uploads.start(one, "writing")
        one.refresh_from_db()
    return Brought.of(one)


@api.post("/imports/{number}/stop", Text("停下", "Stop it"), BRINGS_FILES, Brought)
def import_stop(request: HttpRequest, number: Number) -> Brought:
    """Stop reading or writing; nothing is written by halves."""
    one = _one(number, actor_of(request))
    uploads.stop(one)
    return Brought.of(one)


def _mine(by: Actor) -> QuerySet[Upload]:
    return Upload.objects.filter(who=by.id) if by.unit_id else Upload.objects.all()


def _one(number: int, by: Actor) -> Upload:
    found = _mine(by).filter(pk=number).first()
    if found is None:
        raise Http404(say("没有第 {n} 份文件", "There is no file {n}.", n=number))
    return found
