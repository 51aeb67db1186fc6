"""Files as answers: their media types, and handing one out."""

from __future__ import annotations

from typing import Literal
from urllib.parse import quote

from django.http import HttpResponse

CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PAPERS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
"""The forms of an official document."""
Form = Literal["docx", "pdf"]


def handed(made: bytes, media: str, name: str) -> HttpResponse:
    """A file under its name."""
    answer = HttpResponse(made, content_type=media)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return answer
