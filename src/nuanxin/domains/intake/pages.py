"""The pages of bringing files in: hand in, see what was understood, write or leave it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from nuanxin.domains.access.opening import opens
from nuanxin.domains.access.roles import BRINGS_FILES
from nuanxin.domains.actor import actor_of
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.intake import downloads, selectors, steps, uploads
from nuanxin.domains.intake.models import Line, Upload
from nuanxin.domains.intake.reading import KINDS
from nuanxin.domains.intake.words import OUTCOMES, STATES, reason_words
from nuanxin.domains.wording import say
from nuanxin.facts.dirty import notes
from nuanxin.facts.errors import FactsError
from nuanxin.facts.words import COLUMNS, TABLES, VALUES
from nuanxin.policy.contract import TABLE
from nuanxin.policy.text import Text

PAGE = 50
MOVING = ("waiting", "reading", "writing")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@opens(BRINGS_FILES)
def desk(request: HttpRequest) -> HttpResponse:
    """Hand in a file; templates; what was handed in lately."""
    failure, why = None, ""
    if request.method == "POST":
        why = request.POST.get("why", "")
        try:
            return redirect("intake:upload", _received(request, why).pk)
        except Refusal as refusal:
            failure = refusal.text
    return render(
        request,
        "intake/desk.html",
        {
            "here": "import",
            "failure": failure,
            "why": why,
            "kinds": ",".join(KINDS),
            "recent": [(one, STATES[selectors.state_of(one)]) for one in selectors.recent()],
            "templates": [(name, TABLES[name]) for name in TABLE],
        },
        status=422 if failure else 200,
    )


def _upload(number: int) -> Upload:
    found = Upload.objects.filter(pk=number).first()
    if found is None:
        raise Http404(say("没有第 {n} 份文件。", "There is no file {n}.", n=number))
    return found


def _received(request: HttpRequest, why: str) -> Upload:
    file = request.FILES.get("file")
    if file is None:
        raise Refusal("请选一个文件", "choose a file")
    return uploads.receive(file, who=actor_of(request).id, why=why)


@opens(BRINGS_FILES)
@require_safe
def upload(request: HttpRequest, number: int) -> HttpResponse:
    """One file: on its way, what was understood, or what was written."""
    one = _upload(number)
    state = selectors.state_of(one)
    show = request.GET.get("show", "")
    show = show if show in selectors.SHOWN else ""
    counted = selectors.numbers(one)
    pages = max(1, -(-counted.of(show) // PAGE))
    page = min(_page(request), pages)
    found = selectors.lines(one, show)[(page - 1) * PAGE : page * PAGE]
    return render(
        request,
        "intake/upload.html",
        {
            "here": "import",
            "upload": one,
            "state": state,
            "state_words": STATES[state],
            "failure": Text(**one.failure) if one.failure else None,
            "moving": state in MOVING,
            "numbers": counted,
            "refused_rows": one.counts.get("refused_rows", 0),
            "all_rows": counted.understood + one.counts.get("refused_rows", 0),
            "to_write": one.counts.get("new", 0) + one.counts.get("changed", 0),
            "sheets": [_Sheet.of(sheet) for sheet in selectors.sheets_of(one)],
            "unread": [
                (sheet["file"], sheet["rows"], Text(sheet["zh"], sheet["en"]))
                for sheet in selectors.unread_of(one)
            ],
            "rows": [_Row.of(line) for line in found],
            "show": show,
            "shown": [(name, _SHOWN[name], counted.of(name)) for name in selectors.SHOWN],
            "page": page,
            "pages": pages,
        },
    )


def _page(request: HttpRequest) -> int:
    told = request.GET.get("page", "1")
    return max(int(told), 1) if told.isascii() and told.isdigit() and len(told) < 7 else 1


_SHOWN: dict[str, Text] = {
    "refused": Text("放一边", "Refused"),
    "ask": Text("请看一眼", "Please check"),
    "changed": Text("改正", "Corrected"),
    "unknown": Text("有未知", "With unknowns"),
    "new": Text("新增", "New"),
    "same": Text("已有", "There already"),
}


@opens(BRINGS_FILES)
@require_POST
def write(_request: HttpRequest, number: int) -> HttpResponse:
    """Write what was read."""
    one = _upload(number)
    steps.write(one)
    return redirect("intake:upload", one.pk)


@opens(BRINGS_FILES)
@require_POST
def read(_request: HttpRequest, number: int) -> HttpResponse:
    """Read again."""
    one = _upload(number)
    steps.read_again(one)
    return redirect("intake:upload", one.pk)


@opens(BRINGS_FILES)
@require_POST
def stop(_request: HttpRequest, number: int) -> HttpResponse:
    """Stop reading or writing."""
    one = _upload(number)
    uploads.stop(one)
    return redirect("intake:upload", one.pk)


@opens(BRINGS_FILES)
@require_POST
def forget(_request: HttpRequest, number: int) -> HttpResponse:
    """Remove the file; what was written stays."""
    steps.forget(_upload(number))
    return redirect("intake:desk")


@opens(BRINGS_FILES)
@require_safe
def refused(_request: HttpRequest, number: int) -> HttpResponse:
    """The refused rows as a workbook, with the reason in the cell."""
    one = _upload(number)
    try:
        return _download(*downloads.refused(one))
    except FactsError as error:
        told = say("原来的文件读不了：{why}", "The file cannot be read: {why}", why=str(error))
        raise Http404(told) from None


@opens(BRINGS_FILES)
@require_safe
def template(_request: HttpRequest, table: str) -> HttpResponse:
    """The template of a table."""
    if table not in TABLE:
        raise Http404(say("没有这张表：{t}", "There is no table {t}.", t=table))
    return _download(*downloads.template(table))


def _download(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=XLSX)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@dataclass(frozen=True)
class _Sheet:
    """A sheet as the page shows it."""

    file: str
    table: Text
    numbers: dict[str, int]
    headings: Sequence[tuple[str, Text | None]]

    @classmethod
    def of(cls, told: dict[str, Any]) -> _Sheet:
        headings = [(h["told"], _column(h["column"])) for h in told["headings"]]
        numbers = {name: told[name] for name in ("read", *OUTCOMES)}
        return cls(told["file"], TABLES[told["table"]], numbers, headings)


def _column(name: str) -> Text | None:
    parted = {"(day)": Text("日期", "Day"), "(span)": Text("起止时间", "From and to")}
    return (parted.get(name) or COLUMNS[name]) if name else None


@dataclass(frozen=True)
class _Remark:
    """What there is to say about one cell."""

    column: Text
    told: str
    understood: Text | None
    reason: Text
    kind: str


@dataclass(frozen=True)
class _Row:
    """A row as the page shows it."""

    line: Line
    mark: str
    outcome: Text
    look: str
    remarks: Sequence[_Remark]

    @classmethod
    def of(cls, line: Line) -> _Row:
        mark, outcome = OUTCOMES[line.outcome]
        asks = any(remark["kind"] == "ask" for remark in line.remarks)
        look = "is-marked" if line.outcome == "refused" else "is-ask" if asks else ""
        return cls(line, mark, outcome, look, [_remark(line, one) for one in _worth(line)])


def _worth(line: Line) -> list[dict[str, str]]:
    """The remarks worth reading: of a refused row why, once a column; of others what was done."""
    if line.outcome == "refused":
        wrong = [one for one in line.remarks if one["kind"] in ("row", "cell")]
        return list({one["column"]: one for one in reversed(wrong)}.values())[::-1]
    return [one for one in line.remarks if one["reason"] != notes.DERIVED]


def _remark(line: Line, told: dict[str, str]) -> _Remark:
    named = COLUMNS.get(told["column"], Text(told["column"], told["column"]))
    if told["kind"] in ("row", "cell", "suspect"):
        reason = reason_words(told["column"], "", told["reason"])
        kind = "row" if line.outcome == "refused" else told["kind"]
        return _Remark(named, told["told"], None, reason, kind)
    words = _value(line.table, told["column"], told["understood"])
    return _Remark(named, told["told"], words, notes.words(told["reason"]), told["kind"])


def _value(table: str, column: str, value: str) -> Text:
    known = TABLE[table].column(column)
    if known.vocabulary or known.kind == "bool":
        return VALUES.get(value, Text(value, value))
    shown = value.replace("T", " ").removesuffix(":00") if known.kind == "time" else value
    return Text(shown, shown)
