"""Handing a document out as a download."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.shortcuts import render

from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.documents import pdf, word
from nuanxin.domains.documents.content import MOST_ROWS, Document, TooLong
from nuanxin.domains.wording import number, pick

KINDS: dict[str, Callable[[Document], bytes]] = {"docx": word.made, "pdf": pdf.made}


class NotMade(Refusal):
    """The machine or the form cannot make it; ``status`` is what a page answers."""

    def __init__(self, zh: str, en: str, status: int) -> None:
        super().__init__(zh, en)
        self.status = status


def made(kind: str, document: Callable[[], Document]) -> tuple[bytes, str]:
    """The document as ``docx`` or ``pdf``, and its file's name; NotMade says what to do."""
    try:
        paper = document()
        return KINDS[kind](paper), f"{paper.file_name}.{kind}"
    except pdf.CannotSet as error:
        raise NotMade(error.text.zh, error.text.en, 501) from error
    except TooLong as error:
        most = number(MOST_ROWS)
        raise NotMade(
            f"名单多于 {most} 行，不能排成公文；请导出 XLSX。",
            f"The list has more than {most} rows, too many for a document; export XLSX instead.",
            422,
        ) from error


def answer(
    request: HttpRequest, kind: str, document: Callable[[], Document], *, back: str, here: str
) -> HttpResponseBase:
    """The document as ``docx`` or ``pdf``; what the machine or the form refuses is said."""
    try:
        content, name = made(kind, document)
    except NotMade as error:
        shown = {"reason": pick(error.text), "back": back, "here": here}
        return render(request, "design/refused.html", shown, status=error.status)
    return FileResponse(BytesIO(content), as_attachment=True, filename=name)
