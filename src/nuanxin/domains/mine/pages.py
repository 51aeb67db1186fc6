"""One's own page, why a number is what it is, and asking for something."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nuanxin.domains.access.opening import opens
from nuanxin.domains.access.roles import Role
from nuanxin.domains.actor import Actor, actor_of
from nuanxin.domains.board.why import why
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.ledger.models import Run
from nuanxin.domains.ledger.selectors import current_run
from nuanxin.domains.mine import selectors
from nuanxin.domains.mine.about import mine
from nuanxin.domains.mine.rights import title_of
from nuanxin.domains.needs import services
from nuanxin.domains.needs.models import Need
from nuanxin.domains.needs.words import KINDS, OF_WORKERS, WITHOUT_WORDS
from nuanxin.domains.wording import pick, say
from nuanxin.packs import load_pack

P = ParamSpec("P")
Page = Callable[Concatenate[HttpRequest, Run, Actor, P], HttpResponseBase]


def own(page: Page[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """A page of one's own: opens to workers, and knows the run and who they are."""

    @opens(Role.WORKER)
    @never_cache
    @wraps(page)
    def found(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        run, actor = current_run(), actor_of(request)
        if run is None or not actor.person_id:
            told = {"here": "mine", "no_person": not actor.person_id}
            return render(request, "mine/nothing_yet.html", told)
        return page(request, run, actor, *args, **kwargs)

    return found


@require_safe
@own
def me(request: HttpRequest, run: Run, actor: Actor) -> HttpResponse:
    """My shifts, my rest, my money, my rights, and asking for help."""
    told = {"here": "mine", "my": mine(run, actor.person_id, _month(request))}
    asks = [(kind, KINDS[kind]) for kind in OF_WORKERS]
    return render(request, "mine/me.html", told | {"asks": asks})


@require_safe
@own
def why_(request: HttpRequest, run: Run, actor: Actor, number: str) -> HttpResponse:
    """Why a number of mine is what it is."""
    row = selectors.own_obligation(run, actor.person_id, number)
    if row is None:
        raise Http404(say("你名下没有这一项。", "There is no such item of yours."))
    answer = why(run, load_pack(run.pack), row)
    title = title_of(row.provision, load_pack(run.pack))
    shown = {"here": "mine", "why": answer, "run": run, "title": title}
    return render(request, "mine/why.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@own
def ask(request: HttpRequest, run: Run, actor: Actor, kind: str) -> HttpResponse:
    """Ask for a ride, for somebody to talk to, for rest, or for help at home."""
    if kind not in OF_WORKERS:
        raise Http404(say("没有这一种请求。", "There is no such request."))
    shown: dict[str, Any] = {"here": "mine", "kind": kind, "title": KINDS[kind]}
    shown |= {"with_words": kind not in WITHOUT_WORDS, "key": uuid.uuid4().hex}
    if request.method != "POST":
        return render(request, "mine/ask.html", shown)
    told = request.POST.get("words", "").replace("\0", "")
    wish = services.Asked(actor.person_id, kind, told)
    try:
        services.ask(wish, actor, run, key=request.POST.get("key") or None)
    except Refusal as refusal:
        shown |= {"failure": pick(refusal.text), "told": told}
        return render(request, "mine/ask.html", shown, status=422)
    return redirect(reverse("mine:me") + "#help")


@require_POST
@own
def settle(request: HttpRequest, run: Run, actor: Actor, number: int) -> HttpResponse:
    """Say that what I asked for is solved, or not, or no longer wanted."""
    need = Need.objects.filter(pk=number, person_id=actor.person_id, by_family=False).first()
    if need is None:
        raise Http404(say("没有这一件。", "There is no such request."))
    said = request.POST.get("said", "")
    try:
        if said == "withdrawn":
            services.withdraw(number, actor)
        else:
            services.settle(number, actor, run, solved=said == "solved")
    except Refusal as refusal:
        shown = {"reason": pick(refusal.text), "back": reverse("mine:me"), "here": "mine"}
        return render(request, "design/refused.html", shown, status=409)
    return redirect(reverse("mine:me") + "#help")


def _month(request: HttpRequest) -> date | None:
    """The month that the address asks for, as 2020-03."""
    try:
        return date.fromisoformat(request.GET.get("month", "") + "-01")
    except ValueError:
        return None
