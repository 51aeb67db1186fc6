"""For the publicity editor: of whom a story may be told."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from nuanxin.domains import sheets
from nuanxin.domains.access.opening import opens
from nuanxin.domains.access.roles import Role
from nuanxin.domains.consent import selectors
from nuanxin.domains.people.models import Person
from nuanxin.domains.sheets import Column, Sheet
from nuanxin.policy.text import Text

MOST = 200
"""People that the page shows; the workbook has all."""


@opens(Role.PUBLICITY)
@require_safe
def publicity(request: HttpRequest) -> HttpResponseBase:
    """Who agreed that their story is told, whether by name and with a photo; nobody else."""
    words = request.GET.get("q", "").strip()[:100].replace("\0", "")
    found = selectors.to_be_told_of(words)
    if sheets.asked(request):
        return sheets.answer(request, _sheet(found, words))
    shown = list(found[:MOST])
    told = {
        "here": "publicity",
        "q": words,
        "people": [(one, *flags) for one, flags in zip(shown, selectors.flags(shown), strict=True)],
        "more": len(shown) == MOST,
        "refusals": selectors.refusals(),
    }
    return render(request, "consent/publicity.html", told)


Row = tuple[Person, tuple[bool, bool]]
COLUMNS: Sequence[Column[Row]] = (
    Column(Text("姓名", "Name"), lambda row: row[0].name),
    Column(Text("单位", "Unit"), lambda row: row[0].unit.name, width=24),
    Column(Text("可以写名字", "May be named"), lambda row: row[1][0]),
    Column(Text("可以用照片", "Photo may be used"), lambda row: row[1][1]),
)


def _sheet(found: QuerySet[Person], words: str) -> Sheet[Row]:
    people = list(found[: sheets.MOST + 1])
    rows = list(zip(people, selectors.flags(people), strict=True))
    asked = [(Text("姓名", "Name"), words)] if words else []
    return Sheet(Text("同意报道的人", "Who agreed to a story"), COLUMNS, rows, len(rows), asked)
