"""The page of search: people and units in groups, within whoever's scope."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from nuanxin.domains import sheets
from nuanxin.domains.access.opening import opens
from nuanxin.domains.access.roles import SEES_PEOPLE, SEES_RECORDS
from nuanxin.domains.actor import actor_of
from nuanxin.domains.people.models import Unit
from nuanxin.domains.search import columns
from nuanxin.domains.search.finding import MOST, Found, find


@opens(SEES_PEOPLE)
@require_safe
def search(request: HttpRequest) -> HttpResponseBase:
    """Find people and units by name, sound, initials, unit or number."""
    words = request.GET.get("q", "").strip()[:100].replace("\0", "")
    by = actor_of(request)
    people = _surest(find(words, below=by.unit_id))
    units = _surest(find(words, below=by.unit_id, kind="unit"))
    names = Unit.objects.in_bulk({one.unit_id for one in people})
    if sheets.asked(request):
        return sheets.answer(request, columns.found(words, [*people, *units], names))
    told = {
        "here": "search",
        "q": words,
        "people": [(one, names.get(one.unit_id)) for one in people],
        "units": units,
        "most": MOST,
        "sees_records": by.role in SEES_RECORDS,
        "whole_city": not by.unit_id,
    }
    return render(request, "search/search.html", told)


def _surest(found: list[Found]) -> list[Found]:
    return sorted(found, key=lambda one: one.alike)
