"""Handing a document out as a download."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.shortcuts import render

from nuanxin.domains.documents import pdf, word
from nuanxin.domains.documents.content import MOST_ROWS, Document, TooLong
from nuanxin.domains.wording import number, pick, say

KINDS: dict[str, Callable[[Document], bytes]] = {"docx": word.made, "pdf": pdf.made}


def answer(
    request: HttpRequest, kind: str, document: Callable[[], Document], *, back: str, here: str
) -> HttpResponseBase:
    """The document as ``docx`` or ``pdf``; what the machine or the form refuses is said."""
    try:
        paper = document()
        made = KINDS[kind](paper)
    except pdf.CannotSet as error:
        return _refused(request, pick(error.text), back, here, 501)
    except TooLong:
        told = say(
            "名单多于 {m} 行，不能排成公文；请导出 XLSX。",
            "The list has more than {m} rows, too many for a document; export XLSX instead.",
            m=number(MOST_ROWS),
        )
        return _refused(request, told, back, here, 422)
    return FileResponse(BytesIO(made), as_attachment=True, filename=f"{paper.file_name}.{kind}")


def _refused(
    request: HttpRequest, reason: str, back: str, here: str, status: int
) -> HttpResponseBase:
    shown = {"reason": reason, "back": back, "here": here}
    return render(request, "design/refused.html", shown, status=status)
