"""Privacy on my page: what I agree to."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from nuanxin.domains.actor import Actor
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.consent import services
from nuanxin.domains.ledger.models import Run
from nuanxin.domains.mine.pages import own
from nuanxin.domains.wording import pick


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
