"""Every request: who it is, and whether the page opens to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from nuanxin.domains.access.menu import home_of
from nuanxin.domains.access.opening import opening_of
from nuanxin.domains.access.pages import forbidden
from nuanxin.domains.access.session import signed_in
from nuanxin.domains.api import tokens

Answer = Callable[[HttpRequest], HttpResponse]


class Access:
    """Lets nobody into a page that does not open to their role; what states nothing is closed."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """None when the page may be shown; else the sign-in, or a page that says no."""
        del args, kwargs
        opening = opening_of(view)
        if opening.by_token:
            _with_token(request)
            return None
        here = signed_in(request)
        if here is not None:
            request.signed_in = here  # type: ignore[attr-defined]
            request.actor = here.actor  # type: ignore[attr-defined]
        if opening.to_all or (here is not None and opening.admits(here.role)):
            return None
        if here is None:
            return _to_sign_in(request)
        if request.path == reverse("board:board"):
            return redirect(home_of(here.role))
        return forbidden(request)


def _with_token(request: HttpRequest) -> None:
    """Note whose token a request of the API brings; a session counts for nothing there."""
    try:
        here = tokens.signed_in(request)
    except tokens.TooMany as error:
        request.token_refused = error  # type: ignore[attr-defined]
        return
    if here is not None:
        request.signed_in = here  # type: ignore[attr-defined]
        request.actor = here.actor  # type: ignore[attr-defined]


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    """The way to sign in, and from there back to a page that was only read."""
    back = {"next": request.get_full_path()} if request.method == "GET" else {}
    return redirect(f"{reverse('access:sign_in')}{'?' + urlencode(back) if back else ''}")
