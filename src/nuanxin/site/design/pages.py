"""The pages for what is not there and for what went wrong."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: says what is missing, where it is known, and where to go on."""
    told = exception.args[0] if exception and exception.args else None
    reason = told if isinstance(told, str) and told else None
    return render(request, "design/not_found.html", {"reason": reason}, status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """500: says that nothing was lost. Needs no database."""
    return HttpResponse(render_to_string("design/broken.html", request=request), status=500)
