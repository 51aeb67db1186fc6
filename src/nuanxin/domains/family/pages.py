"""The family's page: by a one-time code, or signed in as a family member."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nuanxin.domains.access.address import address
from nuanxin.domains.access.opening import opens, opens_to_all
from nuanxin.domains.access.roles import Role
from nuanxin.domains.access.scope import Scope, within
from nuanxin.domains.actor import Actor, actor_of
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.family import selectors, services
from nuanxin.domains.ledger.models import Run
from nuanxin.domains.ledger.selectors import current_run
from nuanxin.domains.needs import selectors as needs
from nuanxin.domains.needs import services as need_services
from nuanxin.domains.needs.models import Need
from nuanxin.domains.wording import pick, say

P = ParamSpec("P")
Page = Callable[Concatenate[HttpRequest, Run, str, Actor, P], HttpResponse]
PASS = "family_pass"


def with_worker(page: Page[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """A page of a family: knows whose family it is; without a pass it asks for the code."""

    @opens_to_all
    @never_cache
    @wraps(page)
    def found(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        run = current_run()
        who = _who(request)
        if who is None:
            return redirect("family:enter")
        if run is None:
            return render(request, "family/nothing_yet.html", {"here": "family"})
        with within(Scope(Role.FAMILY, person_id=who[0], actor=who[1].id)):
            return page(request, run, *who, *args, **kwargs)

    return found


def _who(request: HttpRequest) -> tuple[str, Actor] | None:
    """The worker whose family it is, and who acts; None when they have no pass."""
    actor = getattr(request, "actor", None)
    if isinstance(actor, Actor) and actor.role == Role.FAMILY:
        worker = selectors.worker_of(actor.person_id)
        return (worker, actor) if worker else ("", actor)
    held = request.session.get(PASS)
    one = services.standing(held) if isinstance(held, int) else None
    return (one.person_id, Actor(f"family-of-{one.person_id}", Role.FAMILY)) if one else None


@require_safe
@with_worker
def home(request: HttpRequest, run: Run, worker: str, actor: Actor) -> HttpResponse:
    """The named contact, the next visit, what was asked for and how it stands."""
    del actor
    care = selectors.care(run, worker)
    asked = needs.of_person(worker, by_family=True) if care else []
    shown = {"here": "family", "run": run, "care": care, "needs": asked}
    return render(request, "family/home.html", shown | {"key": uuid.uuid4().hex})


@opens_to_all
@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """Use the code; opening the link alone does not, so that a preview cannot."""
    if request.method != "POST":
        told = request.GET.get("code", "")[:20]
        return render(request, "family/enter.html", {"here": "family", "told": told})
    try:
        one = services.enter(request.POST.get("code", "")[:40], address(request))
    except Refusal as refusal:
        shown = {"here": "family", "failure": pick(refusal.text)}
        return render(request, "family/enter.html", shown, status=422)
    request.session.flush()
    request.session[PASS] = one.pk
    request.session.set_expiry(services.DEVICE_LASTS)
    return redirect("family:home")


@require_POST
@with_worker
def ask(request: HttpRequest, run: Run, worker: str, actor: Actor) -> HttpResponse:
    """Ask for help at home."""
    told = request.POST.get("words", "").replace("\0", "")
    wish = need_services.Asked(worker, "family", told, by_family=True)
    try:
        need_services.ask(wish, actor, run, key=request.POST.get("key") or None)
    except Refusal as refusal:
        shown: dict[str, Any] = {"reason": pick(refusal.text), "here": "family"}
        back = redirect("family:home").url
        return render(request, "design/refused.html", shown | {"back": back}, status=422)
    return redirect("family:home")


@require_POST
@with_worker
def settle(request: HttpRequest, run: Run, worker: str, actor: Actor, number: int) -> HttpResponse:
    """Say whether it is solved."""
    need = Need.objects.filter(pk=number, person_id=worker, by_family=True).first()
    if need is None:
        raise Http404(say("没有这一件。", "There is no such request."))
    try:
        need_services.settle(number, actor, run, solved=request.POST.get("said") == "solved")
    except Refusal as refusal:
        shown = {"reason": pick(refusal.text), "back": redirect("family:home").url}
        return render(request, "design/refused.html", shown | {"here": "family"}, status=409)
    return redirect("family:home")


@opens_to_all
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Forget the pass on this device."""
    request.session.pop(PASS, None)
    return redirect("family:enter")


@opens(Role.WORKER)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def make_code(request: HttpRequest) -> HttpResponse:
    """The worker makes a code for their family, shown once, or takes every pass back."""
    actor = actor_of(request)
    shown: dict[str, Any] = {"here": "mine"}
    if request.method == "POST" and actor.person_id:
        if request.POST.get("said") == "back":
            shown["taken"] = services.take_back(actor.person_id)
        else:
            shown["made"] = services.invite(actor.person_id, actor)
    return render(request, "family/code.html", shown)
