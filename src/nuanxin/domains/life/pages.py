"""The auditor's pages: one person's line of life, and what does not fit together in the city."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from nuanxin.domains import sheets
from nuanxin.domains.access.opening import opens
from nuanxin.domains.access.roles import SEES_RECORDS
from nuanxin.domains.ledger.selectors import current_run
from nuanxin.domains.life import columns
from nuanxin.domains.life.anomalies import anomalies
from nuanxin.domains.life.line import line
from nuanxin.domains.life.whole import life_of
from nuanxin.domains.people.models import Person
from nuanxin.domains.people.selectors import person as find_person
from nuanxin.domains.reads.services import note as note_read
from nuanxin.domains.wording import say


@opens(SEES_RECORDS)
@require_safe
def life(request: HttpRequest, number: str) -> HttpResponse:
    """Spells, shifts, rests, promises and payments on one axis; one day traced to its shift."""
    one = find_person(number)
    if one is None:
        raise Http404(say("没有编号为 {n} 的人员。", "Nobody has the number {n}.", n=number))
    note_read(number, "life:life")
    whole = life_of(one, current_run(), _day(request.GET.get("day", "")))
    told = {
        "here": "audit",
        "person": one,
        "line": line(whole.events),
        "months": whole.months,
        "trace": whole.trace,
        "paid": whole.paid,
        "readings": whole.readings,
        "day": whole.trace.day if whole.trace else None,
        "anomalies": whole.anomalies,
    }
    return render(request, "life/life.html", told)


@opens(SEES_RECORDS)
@require_safe
def audit(request: HttpRequest) -> HttpResponseBase:
    """Every rule about what does not fit together, with the rows it names."""
    rules = anomalies(current_run())
    people = {case.person_id for rule in rules for case in rule.cases if case.person_id}
    names = Person.objects.in_bulk(people)
    if sheets.asked(request):
        return sheets.answer(request, columns.cases(rules, names))
    told = {
        "here": "audit",
        "rules": rules,
        "clean": [rule for rule in rules if not rule.cases],
        "names": names,
        "cases": sum(len(rule.cases) for rule in rules),
        "more": any(rule.more for rule in rules),
    }
    return render(request, "life/audit.html", told)


def _day(told: str) -> date | None:
    try:
        return date.fromisoformat(told)
    except ValueError:
        return None
