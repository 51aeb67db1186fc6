"""Privacy on my page: what I agree to, and what I may take away."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nuanxin.domains.actor import Actor
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.consent import services
from nuanxin.domains.documents.handing import answer as hand_out
from nuanxin.domains.erasure import export, selectors
from nuanxin.domains.erasure.services import ask
from nuanxin.domains.ledger.cover import cover as cover_of
from nuanxin.domains.ledger.cover import packed
from nuanxin.domains.ledger.evidence import NoEvidence, evidence_of
from nuanxin.domains.ledger.models import Run
from nuanxin.domains.ledger.package import fingerprint_of, signing_key
from nuanxin.domains.mine.pages import own
from nuanxin.domains.wording import pick, say


@require_POST
@own
def consent(request: HttpRequest, run: Run, actor: Actor) -> HttpResponse:
    """Agree to a purpose, or no longer."""
    said = request.POST.get("said", "")
    try:
        if said not in ("yes", "no"):
            raise Refusal("请选同意或不同意", "say yes or no")
        purpose = request.POST.get("purpose", "")
        services.say(actor.person_id, purpose, actor, run, given=said == "yes")
    except Refusal as refusal:
        shown = {"reason": pick(refusal.text), "back": reverse("mine:me"), "here": "mine"}
        return render(request, "design/refused.html", shown, status=422)
    return redirect(reverse("mine:me") + "#privacy")


@require_safe
@own
def evidence(request: HttpRequest, run: Run, actor: Actor) -> HttpResponseBase:
    """My signed package: owed, given, when, by whom; checkable without us."""
    del request
    try:
        package = packed(run, actor.person_id, settings.HOME)
    except NoEvidence as error:
        raise _nothing() from error
    name = f"兑现凭证-{actor.person_id}-{run.as_of}.zip"
    return FileResponse(BytesIO(package), as_attachment=True, filename=name)


@require_safe
@own
def cover(request: HttpRequest, run: Run, actor: Actor) -> HttpResponseBase:
    """The cover of my package, to print."""
    try:
        told = evidence_of(run, actor.person_id)
    except NoEvidence as error:
        raise _nothing() from error
    key = fingerprint_of(signing_key(settings.HOME))
    back = reverse("mine:me")
    return hand_out(request, "pdf", lambda: cover_of(told, key), back=back, here="mine")


@require_safe
@own
def data(request: HttpRequest, run: Run, actor: Actor) -> HttpResponseBase:
    """All that is held of me, signed: for machines and to read."""
    del request
    package = export.packed(actor.person_id, settings.HOME)
    name = f"全部数据-{actor.person_id}-{run.as_of}.zip"
    return FileResponse(BytesIO(package), as_attachment=True, filename=name)


@require_http_methods(["GET", "HEAD", "POST"])
@own
def erasure(request: HttpRequest, run: Run, actor: Actor) -> HttpResponse:
    """Ask that my data be erased; somebody else decides."""
    del run
    shown: dict[str, Any] = {"here": "mine", "told": request.POST.get("reason", "")}
    shown |= {"erased": selectors.erased(), "kept": selectors.kept()}
    if request.method == "POST":
        try:
            ask(actor.person_id, actor, shown["told"].replace("\0", ""))
        except Refusal as refusal:
            shown["failure"] = pick(refusal.text)
    shown["waiting"] = selectors.waiting_of(actor.person_id)
    return render(request, "mine/erasure.html", shown, status=422 if "failure" in shown else 200)


def _nothing() -> Http404:
    return Http404(say("账本里还没有你的义务。", "The ledger has nothing owed to you yet."))
