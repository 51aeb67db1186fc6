"""The pages of the second factor: the code, setting it up, recovery codes."""

from __future__ import annotations

from io import BytesIO

import segno
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_safe

from nuanxin.domains.access import factors
from nuanxin.domains.access.address import address
from nuanxin.domains.access.models import TOTP, Account
from nuanxin.domains.access.opening import opens, opens_to_all
from nuanxin.domains.access.pages import here_of, own_page
from nuanxin.domains.access.roles import Role
from nuanxin.domains.access.services import SignInRefused
from nuanxin.domains.access.session import SignedIn, awaited, sign_in
from nuanxin.domains.seals.sealing import opened, seal
from nuanxin.domains.wording import pick

OFFERED = "offered"
"""In the session: the sealed secret that is offered to a device and not yet taken."""


@opens_to_all
@never_cache
@sensitive_post_parameters("code")
def code(request: HttpRequest) -> HttpResponse:
    """The second step of signing in: a code of the device, or a recovery code."""
    account, back = awaited(request), request.GET.get("next", "")
    if account is None:
        return redirect("access:sign_in")
    failure = ""
    if request.method == "POST":
        try:
            factors.check(account, request.POST.get("code", ""), address(request))
        except SignInRefused as refusal:
            failure = pick(refusal.text)
        else:
            sign_in(request, account, twice=True)
            return redirect(own_page(request, back))
    told = {"failure": failure, "name": account.name}
    return render(request, "access/code.html", told, status=422 if failure else 200)


@opens_to_all
@never_cache
@sensitive_post_parameters("code")
@sensitive_variables("secret")
def enrol(request: HttpRequest) -> HttpResponse:
    """Make a device the second factor: at an officer's first sign-in, or by oneself."""
    account = _whose(request)
    if account is None:
        return redirect("access:sign_in")
    if hasattr(account, "second_factor"):
        return redirect("access:factor" if _here(request) else "access:code")
    secret, failure = _offered(request), ""
    if request.method == "POST":
        try:
            made = factors.enrol(account, secret, request.POST.get("code", ""), address(request))
        except SignInRefused as refusal:
            failure = pick(refusal.text)
        else:
            sign_in(request, account, twice=True)
            return _codes(request, account, made.codes)
    told = {
        "failure": failure,
        "name": account.name,
        "secret": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
    }
    return render(request, "access/enrol.html", told, status=422 if failure else 200)


@opens_to_all
@never_cache
@require_safe
@sensitive_variables("secret")
def picture(request: HttpRequest) -> HttpResponse:
    """The offered secret as a QR code."""
    account = _whose(request)
    if account is None or OFFERED not in request.session:
        raise Http404
    drawn = BytesIO()
    address = factors.address_of(account, opened(request.session[OFFERED]))
    segno.make(address, error="m").save(
        drawn, kind="svg", scale=5, border=4, dark="#000", light="#fff"
    )
    return HttpResponse(drawn.getvalue(), content_type="image/svg+xml")


@opens(Role)
@never_cache
@sensitive_post_parameters("code")
def factor(request: HttpRequest) -> HttpResponse:
    """One's second factor: since when, the recovery codes left, and new ones."""
    account, failure = here_of(request).account, ""
    if request.method == "POST":
        try:
            codes = factors.new_codes(account, request.POST.get("code", ""), address(request))
        except SignInRefused as refusal:
            failure = pick(refusal.text)
        else:
            return _codes(request, account, codes)
    made = getattr(account, "second_factor", None)
    told = {
        "here": "me",
        "since": timezone.localdate(made.since) if made else None,
        "left": factors.codes_left(account),
        "failure": failure,
    }
    return render(request, "access/factor.html", told, status=422 if failure else 200)


def _codes(request: HttpRequest, account: Account, codes: list[str]) -> HttpResponse:
    """Recovery codes, shown this once."""
    back = own_page(request, request.GET.get("next", ""))
    told = {"here": "me", "codes": codes, "name": account.name, "next": back}
    return render(request, "access/recovery_codes.html", told)


def _here(request: HttpRequest) -> SignedIn | None:
    found = getattr(request, "signed_in", None)
    return found if isinstance(found, SignedIn) else None


def _whose(request: HttpRequest) -> Account | None:
    """Who is signed in, or whose code is awaited."""
    here = _here(request)
    return here.account if here else awaited(request)


def _offered(request: HttpRequest) -> str:
    """The secret offered in this session; made at the first look, so that a reload keeps it."""
    if OFFERED not in request.session:
        request.session[OFFERED] = seal(TOTP, factors.new_secret())
    return opened(request.session[OFFERED])
