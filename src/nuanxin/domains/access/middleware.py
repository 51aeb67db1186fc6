"""Every request: who it is, and whether the page opens to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from psycopg.errors import InsufficientPrivilege

from nuanxin.domains.access.menu import home_of
from nuanxin.domains.access.opening import opening_of
from nuanxin.domains.access.pages import forbidden, not_yours
from nuanxin.domains.access.roles import Role
from nuanxin.domains.access.scope import put_off, within
from nuanxin.domains.access.session import SignedIn, signed_in

Answer = Callable[[HttpRequest], HttpResponse]


class Access:
    """Lets nobody into a page that does not open to their role; what states nothing is closed."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        here = signed_in(request)
        if here is None:
            return self.answer(request)
        request.signed_in = here  # type: ignore[attr-defined]
        request.actor = here.actor  # type: ignore[attr-defined]
        if here.role is Role.FAMILY:  # their pages know whose family they are, and scope to that
            return self.answer(request)
        request.within_scope = True  # type: ignore[attr-defined]
        with within(replace(here.scope, session=request.session.session_key or "")):
            return self.answer(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """None when the page may be shown; else the sign-in, or a page that says no."""
        del args, kwargs
        here: SignedIn | None = getattr(request, "signed_in", None)
        opening = opening_of(view)
        if opening.to_all:
            if getattr(request, "within_scope", False):
                put_off()  # sign-in, families and the tour know by themselves who comes
            return None
        if here is not None and opening.admits(here.role):
            return None
        if here is None:
            return _to_sign_in(request)
        if request.path == reverse("board:board"):
            return redirect(home_of(here.role))
        return forbidden(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Nothing stays half written; writing what is another unit's is told as that."""
        if not getattr(request, "within_scope", False):
            return None
        transaction.set_rollback(True)
        beyond = isinstance(error.__cause__, InsufficientPrivilege)
        return not_yours(request) if beyond else None


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    """The way to sign in, and from there back to a page that was only read."""
    back = {"next": request.get_full_path()} if request.method == "GET" else {}
    return redirect(f"{reverse('access:sign_in')}{'?' + urlencode(back) if back else ''}")
