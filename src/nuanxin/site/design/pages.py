"""The pages for what is not there and for what went wrong."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from nuanxin.domains.wording import say


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: says what is missing, where it is known, and where to go on."""
    told = exception.args[0] if exception and exception.args else None
    reason = told if isinstance(told, str) and told else None
    return render(request, "design/not_found.html", {"reason": reason}, status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """500: says that nothing was lost. Needs no database."""
    return HttpResponse(render_to_string("design/broken.html", request=request), status=500)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form that did not come from our page, or whose page is too old."""
    del reason
    told = say(
        "这张表单不是从本站的页面来的，或者页面放得太久。请重新打开页面再办。",
        "The form did not come from a page of ours, or the page is too old. Open it again.",
    )
    return render(request, "design/refused.html", {"reason": told, "back": "/"}, status=403)
