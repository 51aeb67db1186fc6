"""What an official document says, before it takes the form of a DOCX or a PDF.

Such documents are Chinese whatever the language of the page that hands them out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

MOST_ROWS = 3000
"""Rows of a table; a longer one belongs in a workbook."""


class TooLong(ValueError):
    """A table has more rows than a document takes."""


@dataclass(frozen=True)
class Table:
    """A table: header, rows of texts, which columns are numbers, and shares of the width."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    numbers: frozenset[int] = frozenset()
    widths: Sequence[int] = ()
    last_is_sum: bool = False

    def __post_init__(self) -> None:
        if len(self.rows) > MOST_ROWS:
            raise TooLong(f"{len(self.rows)} rows; a document takes {MOST_ROWS}")
        if any(len(row) != len(self.header) for row in self.rows):
            raise ValueError("a row is not as wide as the header")


@dataclass(frozen=True)
class Attachment:
    """An attachment: a page of its own behind the signature."""

    title: str
    table: Table


@dataclass(frozen=True)
class Document:
    """A document: who issues it, its number, title, to whom, paragraphs, tables, signature.

    ``issuer`` empty leaves out the red head (a sheet rather than a letter). A line break in
    ``title`` is kept, so that it breaks between words. ``signatures`` are places to sign by
    hand; ``copies`` is the imprint's line of who else gets it.
    """

    title: str
    issuer: str = ""
    number: str = ""
    to: str = ""
    paragraphs: Sequence[str] = ()
    tables: Sequence[Table] = ()
    notes: Sequence[str] = ()
    attachment: Attachment | None = None
    signatures: Sequence[str] = ()
    signed_by: str = ""
    signed_on: date | None = None
    copies: str = ""
    imprint: str = ""
    file_name: str = field(default="公文")

    @property
    def dated(self) -> str:
        """The date in Arabic figures without leading zeros, as the standard has it."""
        on = self.signed_on
        return f"{on.year}年{on.month}月{on.day}日" if on else ""
