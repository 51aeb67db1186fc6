"""The check of couples for whoever plans shifts: a number, a day, yes or no."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from nuanxin.domains.access.opening import opens
from nuanxin.domains.actor import actor_of
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.couples.roles import ASKING
from nuanxin.domains.couples.services import PER_HOUR, spouse_serves
from nuanxin.domains.ledger.selectors import current_run
from nuanxin.domains.wording import pick


@opens(*ASKING)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """Ask whether the spouse of one of one's unit serves on a day."""
    run = current_run()
    today = run.as_of if run else timezone.localdate()
    told = request.POST or request.GET
    number = told.get("person", "").strip().replace("\0", "")[:60]
    shown: dict[str, Any] = {
        "here": "people",
        "number": number,
        "day": told.get("day", today.isoformat())[:10],
        "answer": None,
        "most": PER_HOUR,
    }
    if request.method != "POST":
        return render(request, "couples/check.html", shown)
    try:
        shown["answer"] = spouse_serves(number, _day(shown["day"]), actor_of(request))
    except Refusal as refusal:
        shown["failure"] = pick(refusal.text)
    return render(request, "couples/check.html", shown, status=422 if "failure" in shown else 200)


def _day(told: str) -> date:
    try:
        return date.fromisoformat(told)
    except ValueError:
        raise Refusal("请写日期，如 2020-05-06", "give a date, as 2020-05-06") from None
