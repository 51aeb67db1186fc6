"""Noting that a record was read."""

from __future__ import annotations

from django.db import connection

from nuanxin.domains.seals.sealing import mark


def note(person_id: str, page: str) -> None:
    """Note that who is signed in looked at a page about a person; their own is not noted.

    ``page`` is the name of the page, also where a token reads the same through the API. Stands
    and falls with the request's transaction: no record is shown that was not noted.
    """
    with connection.cursor() as cursor:
        cursor.execute("select reads_note(%s, %s, %s)", [person_id, mark(person_id), page])


def note_subject(kind: str, number: str, page: str) -> None:
    """The same of whomever an obligation is owed to, when that is a person."""
    if kind == "person":
        note(number, page)
