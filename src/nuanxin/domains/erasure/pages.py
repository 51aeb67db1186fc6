"""Requests to erase a person, for those who keep records; one asks, another decides."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from nuanxin.domains.access.opening import opens
from nuanxin.domains.access.roles import KEEPS_RECORDS
from nuanxin.domains.actor import actor_of
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.erasure import selectors, services
from nuanxin.domains.erasure.models import Request
from nuanxin.domains.wording import pick, say


@opens(KEEPS_RECORDS)
@never_cache
@require_safe
def requests(request: HttpRequest) -> HttpResponse:
    """Every request with its state, and asking for one."""
    return _shown(request, {"number": request.GET.get("person", "")[:60]})


@opens(KEEPS_RECORDS)
@require_POST
def ask(request: HttpRequest) -> HttpResponse:
    """Ask that a person be erased."""
    number = request.POST.get("person", "").strip().replace("\0", "")[:60]
    reason = request.POST.get("reason", "").replace("\0", "")
    try:
        services.ask(number, actor_of(request), reason)
    except Refusal as refusal:
        told = {"number": number, "reason": reason, "failure": pick(refusal.text)}
        return _shown(request, told, 422)
    return redirect("erasure:requests")


@opens(KEEPS_RECORDS)
@require_POST
def decide(request: HttpRequest, number: int) -> HttpResponse:
    """Approve a request, which erases at once; or refuse it."""
    if not Request.objects.filter(pk=number).exists():
        raise Http404(say("没有这一件。", "There is no such request."))
    approved = request.POST.get("said") == "yes"
    answer = request.POST.get("answer", "").replace("\0", "")
    try:
        services.decide(number, actor_of(request), approved=approved, answer=answer)
    except Refusal as refusal:
        return _shown(request, {"failure": pick(refusal.text)}, 422)
    return redirect("erasure:requests")


def _shown(request: HttpRequest, told: dict[str, Any], status: int = 200) -> HttpResponse:
    shown = {
        "here": "people",
        "requests": selectors.requests(),
        "erased": selectors.erased(),
        "kept": selectors.kept(),
        "me": actor_of(request).id,
    }
    return render(request, "erasure/requests.html", shown | told, status=status)
