"""Every request: who it is, which rows are theirs, and whether the page opens to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve, reverse

from nuanxin.domains.access.menu import home_of
from nuanxin.domains.access.opening import NOBODY, Opening, opening_of
from nuanxin.domains.access.pages import forbidden, not_yours
from nuanxin.domains.access.roles import Role
from nuanxin.domains.access.scope import give_up, within
from nuanxin.domains.access.session import SignedIn, signed_in
from nuanxin.domains.api import tokens

Answer = Callable[[HttpRequest], HttpResponse]


class Access:
    """Lets nobody into a page that does not open to their role; what states nothing is closed.

    Who is signed in sees only their own rows, whatever the page asks for. Sign-in, the tour and
    the families' pages know by themselves who comes.
    """

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        opening = _opening(request)
        here = _with_token(request) if opening.by_token else signed_in(request)
        if here is None:
            return self.answer(request)
        request.signed_in = here  # type: ignore[attr-defined]
        request.actor = here.actor  # type: ignore[attr-defined]
        if opening.to_all or here.role is Role.FAMILY:
            return self.answer(request)
        key = "" if opening.by_token else request.session.session_key or ""
        request.within_scope = True  # type: ignore[attr-defined]
        with within(replace(here.scope, session=key)):
            return self.answer(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """None when the page may be shown; else the sign-in, or a page that says no."""
        del args, kwargs
        here: SignedIn | None = getattr(request, "signed_in", None)
        opening = opening_of(view)
        if opening.by_token or opening.to_all:
            return None
        if here is None:
            return _to_sign_in(request)
        if opening.admits(here.role):
            return None
        if request.path == reverse("board:board"):
            return redirect(home_of(here.role))
        return forbidden(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Nothing stays half written; writing what is another unit's is told as that."""
        return not_yours(request) if give_up(request, error) else None


def _opening(request: HttpRequest) -> Opening:
    """What the page at the request's address opens to; nobody where there is no page."""
    try:
        return opening_of(resolve(request.path_info).func)
    except Resolver404:
        return NOBODY


def _with_token(request: HttpRequest) -> SignedIn | None:
    """Whose token a request of the API brings; a session counts for nothing there."""
    try:
        return tokens.signed_in(request)
    except tokens.TooMany as error:
        request.token_refused = error  # type: ignore[attr-defined]
        return None


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    """The way to sign in, and from there back to a page that was only read."""
    back = {"next": request.get_full_path()} if request.method == "GET" else {}
    return redirect(f"{reverse('access:sign_in')}{'?' + urlencode(back) if back else ''}")
