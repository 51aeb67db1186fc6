"""The pages of people: find one, see what is on record and what stood before, merge a double."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from nuanxin.domains import sheets
from nuanxin.domains.access.menu import opening_to
from nuanxin.domains.access.opening import opens
from nuanxin.domains.access.roles import KEEPS_RECORDS, SEES_RECORDS, Role
from nuanxin.domains.actor import actor_of
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.people import record, selectors
from nuanxin.domains.people.models import Person
from nuanxin.domains.people.record import MERGED
from nuanxin.domains.people.services import merge as do_merge
from nuanxin.domains.people.services import unmerge as do_unmerge
from nuanxin.domains.reads.services import note as note_read
from nuanxin.domains.sheets import Column, Sheet
from nuanxin.domains.wording import say
from nuanxin.policy.text import Text

PEOPLE: Sequence[Column[Person]] = (
    Column(Text("姓名", "Name"), lambda one: one.name),
    Column(Text("编号", "Number"), lambda one: one.pk, look="person"),
    Column(Text("单位", "Unit"), lambda one: one.unit.name, width=24),
    Column(MERGED, lambda one: one.merged_into_id, look="person"),
)


@opens(SEES_RECORDS)
@require_safe
def people(request: HttpRequest) -> HttpResponseBase:
    """Find a person by the beginning of a name or number."""
    words = request.GET.get("q", "").strip()[:100].replace("\0", "")
    if sheets.asked(request):
        return sheets.answer(request, _sheet(words))
    return render(
        request,
        "people/people.html",
        {
            "here": "people",
            "q": words,
            "found": selectors.found(words),
            "most": selectors.MOST,
            **selectors.counts(),
        },
    )


def _sheet(words: str) -> Sheet[Person]:
    every = selectors.beginning_with(words)
    asked = [(Text("姓名或编号", "Name or number"), words)] if words else []
    total = every.order_by()[: sheets.MOST + 1].count()
    return Sheet(Text("人员清单", "People"), PEOPLE, every.iterator(2000), total, asked)


@opens(SEES_RECORDS)
@require_safe
def person(request: HttpRequest, number: str) -> HttpResponse:
    """One person: what is on record, what stood before, who may be the same."""
    return _shown(request, _person(number))


def _person(number: str) -> Person:
    one = selectors.person(number)
    if one is None:
        raise Http404(say("没有编号为 {n} 的人员。", "Nobody has the number {n}.", n=number))
    return one


def _shown(
    request: HttpRequest, one: Person, failure: Text | None = None, told: Any = None
) -> HttpResponse:
    note_read(one.pk, "people:person")
    role = Role(actor_of(request).role)
    return render(
        request,
        "people/person.html",
        {
            "here": "people",
            "person": one,
            "above": selectors.above(one.unit),
            "cells": record.cells(one),
            "versions": record.versions(one.pk),
            "may_ask": opening_to("couples:check").admits(role),
            "may_erase": opening_to("erasure:requests").admits(role),
            "doubles": selectors.perhaps_the_same(one),
            "failure": failure,
            "told": told or {},
        },
        status=422 if failure else 200,
    )


@opens(KEEPS_RECORDS)
@require_POST
def merge(request: HttpRequest, number: str) -> HttpResponse:
    """Make another record a second record of this person."""
    one = _person(number)
    told = {name: request.POST.get(name, "").strip() for name in ("drop", "why")}
    try:
        do_merge(one.pk, told["drop"], who=actor_of(request).id, why=told["why"])
    except Refusal as refusal:
        return _shown(request, one, refusal.text, told)
    return redirect("people:person", one.pk)


@opens(KEEPS_RECORDS)
@require_POST
def unmerge(request: HttpRequest, number: str) -> HttpResponse:
    """Undo the merge of this record."""
    one = _person(number)
    told = {"why": request.POST.get("why", "").strip()}
    try:
        do_unmerge(one.pk, who=actor_of(request).id, why=told["why"])
    except Refusal as refusal:
        return _shown(request, one, refusal.text, told)
    return redirect("people:person", one.pk)
