"""The workbooks that are handed out: a table's template, and the rows that were refused."""

from __future__ import annotations

from io import BytesIO

from nuanxin.domains.intake import books, selectors, uploads
from nuanxin.domains.intake.models import Upload
from nuanxin.domains.intake.reading import look_at
from nuanxin.domains.intake.refused import refused_sheets
from nuanxin.facts.words import TABLES


def template(table: str) -> tuple[bytes, str]:
    """The template of a table of the facts contract, and its file's name."""
    made = BytesIO()
    books.template(table).save(made)
    return made.getvalue(), f"{TABLES[table].zh}.xlsx"


def refused(one: Upload) -> tuple[bytes, str]:
    """The refused rows with the reason in the cell; FactsError when the file cannot be read."""
    with uploads.opened(one) as file:
        brought = look_at(file, one.name)
        sheets = refused_sheets(brought, selectors.faults(one), brought.unread)
        return books.refused_book(sheets), f"放一边-{one.name.rpartition('.')[0]}.xlsx"
