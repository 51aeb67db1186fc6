"""Looking at a PDF: the boxes of its text and rules in mm from the upper left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pypdfium2

MM = 25.4 / 72


@dataclass(frozen=True)
class Seen:
    """One page: its size, the box around its running text, and all that it says."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    text: str


def seen(content: bytes) -> list[Seen]:
    """The pages of a PDF."""
    document = pypdfium2.PdfDocument(content)
    return [_page(page) for page in document]


def _page(page: Any) -> Seen:
    width, height = page.get_width(), page.get_height()
    text = page.get_textpage()
    boxes = [text.get_charbox(number, loose=True) for number in range(text.count_chars())]
    said = text.get_text_bounded()
    body = [box for box in boxes if box[1] > 33 / MM and box[2] > box[0]]  # above the page number
    return Seen(
        width * MM,
        height * MM,
        min(box[0] for box in body) * MM,
        max(box[2] for box in body) * MM,
        (height - max(box[3] for box in body)) * MM,
        (height - min(box[1] for box in body)) * MM,
        said,
    )
