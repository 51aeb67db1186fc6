"""The policy desk: parameters by measure, a change tried, decided and computed, gaps, packs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from nuanxin.domains import sheets
from nuanxin.domains.access.opening import opens
from nuanxin.domains.access.roles import STAFF
from nuanxin.domains.actor import actor_of
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.ledger.selectors import current_run, units
from nuanxin.domains.rules import columns, selectors, services
from nuanxin.domains.rules.actions import ACTS, DRAFTS
from nuanxin.domains.rules.histogram import histogram
from nuanxin.domains.rules.models import Proposal
from nuanxin.domains.rules.reading import HERE, OFFERED
from nuanxin.domains.rules.standing import in_force
from nuanxin.domains.wording import say
from nuanxin.packs import load_pack
from nuanxin.policy.pack import Pack
from nuanxin.policy.provenance import PLACES, place
from nuanxin.policy.text import Text

PACK = "dalian2020"


def _pack() -> tuple[Pack, date]:
    """The pack that the ledger stands on, and the day it stands at."""
    run = current_run()
    return load_pack(run.pack if run else PACK), run.as_of if run else timezone.localdate()


@opens(STAFF)
@require_safe
def desk(request: HttpRequest) -> HttpResponseBase:
    """Every parameter by measure, and the proposals."""
    pack, on = _pack()
    standing = in_force(pack)
    measures = selectors.by_measure(pack, standing, on)
    if sheets.asked(request):
        return sheets.answer(request, columns.parameters(measures, on))
    every = selectors.proposals(pack.id)
    told = {
        "pack": pack,
        "on": on,
        "measures": measures,
        "parameters": len(standing),
        "open": [one for one in every if one.state in ("draft", "proposed")],
        "past": [one for one in every if one.state not in ("draft", "proposed")],
        "may": _may(request),
    }
    return render(request, "rules/desk.html", _common() | told)


@opens(STAFF)
@require_safe
def parameter(request: HttpRequest, key: str) -> HttpResponse:
    """One parameter: its versions, what was proposed for it, and the form for another."""
    return _parameter(request, key)


def _parameter(
    request: HttpRequest, key: str, failure: Refusal | None = None, form: Any = None
) -> HttpResponse:
    pack, on = _pack()
    standing = in_force(pack)
    if key not in standing:
        raise Http404(say("没有这个参数。", "There is no such parameter."))
    found = standing[key]
    told = {
        "pack": pack,
        "on": on,
        "line": selectors.Line(found, found.version(on)),
        "versions": selectors.versions(found),
        "changes": selectors.changes_of(pack.id, key),
        "provisions": selectors.fed_by(pack, key),
        "by_day": key in pack.dated,
        "drafts": _own_drafts(request, pack),
        "may": _may(request),
        "failure": failure and failure.text,
        "form": form or {"start": on.isoformat(), "known": on.isoformat(), "jurisdiction": HERE},
        "offered": OFFERED,
        "places": [(name, place(name)) for name in PLACES if name != "what-if"],
    }
    return render(request, "rules/parameter.html", _common() | told, status=422 if failure else 200)


@opens(DRAFTS)
@require_POST
def propose(request: HttpRequest, key: str) -> HttpResponse:
    """Put a new value into a draft: an open one of the proposer's own, or a fresh one."""
    pack, _ = _pack()
    by, form = actor_of(request), request.POST.dict() | {"key": key}
    asked = form.get("draft", "")
    try:
        number = services.propose(pack.id, form, by, int(asked) if asked.isdecimal() else None)
    except Refusal as failure:
        return _parameter(request, key, failure, form)
    return redirect("rules:proposal", number)


@opens(STAFF)
@require_safe
def proposal(request: HttpRequest, number: int) -> HttpResponse:
    """One proposal: what it changes, who gains and loses, who decided, what was computed."""
    return _proposal(request, number)


def _proposal(request: HttpRequest, number: int, failure: Refusal | None = None) -> HttpResponse:
    of = selectors.proposal(number)
    if of is None:
        raise Http404(say("没有这个提议。", "There is no such proposal."))
    pack = load_pack(of.pack)
    standing = in_force(pack)
    preview, again = selectors.latest(of, "preview"), selectors.latest(of, "recompute")
    by = actor_of(request)
    told = {
        "of": of,
        "pack": pack,
        "values": [
            (one, selectors.Line(known, known.version(one.start)), place(one.jurisdiction))
            for one in of.values.all()
            for known in [standing[one.key]]
        ],
        "steps": of.steps.order_by("pk"),
        "preview": preview,
        "again": again,
        "own": of.made_by == by.id,
        "may": _may(request),
        "failure": failure and failure.text,
        "moving": bool((preview and preview.is_open) or (again and again.is_open)),
        **(_found(preview.found) if preview and preview.state == "done" else {}),
    }
    return render(request, "rules/proposal.html", _common() | told, status=409 if failure else 200)


def _found(found: Mapping[str, Any]) -> dict[str, Any]:
    """A preview for its page: pictures, units by name, money."""
    run = current_run()
    known = units(run, [one["unit_id"] for one in found["units"]]) if run else {}
    drawn = [("hide-s", histogram(found, 700)), ("hide-l", histogram(found, 296))]
    balance = found["balance"]
    return {
        "found": found,
        "fares": found["fares"],
        "money": balance["money"],
        "provisions": [one | {"title": Text(**one["title"])} for one in balance["provisions"]],
        "units": [one | {"unit": known.get(one["unit_id"])} for one in found["units"]],
        "drawings": [(hide, one) for hide, one in drawn if one],
    }


@opens(DRAFTS)
@require_POST
def act(request: HttpRequest, number: int, action: str) -> HttpResponse:
    """Take a proposal one step on; what is refused is said on its page."""
    if action not in ACTS:
        raise Http404(say("没有这一步。", "There is no such step."))
    try:
        ACTS[action](number, request.POST.dict(), actor_of(request))
    except Refusal as failure:
        request.method = "GET"
        return _proposal(request, number, failure)
    return redirect("rules:proposal", number)


@opens(STAFF)
@require_safe
def gaps(request: HttpRequest) -> HttpResponse:
    """What the text leaves out, and what it leaves open with our default."""
    pack, on = _pack()
    told = {"pack": pack, "on": on, "gaps": pack.text.gaps, "obligations": pack.text.obligations}
    return render(request, "rules/gaps.html", _common() | told)


@opens(STAFF)
@require_safe
def packs(request: HttpRequest) -> HttpResponse:
    """Two packs side by side: provisions that answer to each other, numbers that differ."""
    pack, on = _pack()
    other = selectors.beside(pack)
    told = {
        "pack": pack,
        "other": other,
        "on": on,
        "pairs": selectors.counterparts(pack, other),
        "sides": selectors.sides(in_force(pack), other.parameters, on),
    }
    return render(request, "rules/packs.html", _common() | told)


def _may(request: HttpRequest) -> bool:
    return actor_of(request).role in DRAFTS


def _own_drafts(request: HttpRequest, pack: Pack) -> list[Proposal]:
    mine = Proposal.objects.filter(pack=pack.id, state="draft", made_by=actor_of(request).id)
    return list(mine.order_by("-pk"))


def _common() -> dict[str, Any]:
    return {"here": "rules"}
