"""The pages of signing in: name and password, first password, one's roles, and "not for you"."""

from __future__ import annotations

from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from nuanxin.domains.access import demo, factors, services
from nuanxin.domains.access.address import address
from nuanxin.domains.access.menu import home_of
from nuanxin.domains.access.opening import opens, opens_to_all
from nuanxin.domains.access.roles import Role
from nuanxin.domains.access.session import SignedIn, await_code, sign_in, wear
from nuanxin.domains.wording import pick, say


def here_of(request: HttpRequest) -> SignedIn:
    """Who is signed in at a page that opens only to the signed in."""
    found = getattr(request, "signed_in", None)
    assert isinstance(found, SignedIn)
    return found


@opens_to_all
@never_cache
@sensitive_post_parameters("password")
def enter(request: HttpRequest) -> HttpResponse:
    """Sign in by name and password."""
    back = request.GET.get("next", "")
    if request.method != "POST":
        return render(request, "access/sign_in.html", {"next": back, "demo": settings.DEMO})
    name = request.POST.get("name", "").strip().replace("\0", "")
    try:
        account = services.checked(name, request.POST.get("password", ""), address(request))
    except services.SignInRefused as refusal:
        told = {"failure": pick(refusal.text), "name": name, "next": back}
        return render(request, "access/sign_in.html", told, status=422)
    if not factors.is_needed(account):
        sign_in(request, account, twice=False)
        return redirect(own_page(request, back))
    await_code(request, account)
    step = "access:code" if hasattr(account, "second_factor") else "access:enrol"
    return redirect(f"{reverse(step)}{'?' + urlencode({'next': back}) if back else ''}")


def own_page(request: HttpRequest, back: str) -> str:
    """Where to go on after signing in: a page of ours, else the first page of the role."""
    own = url_has_allowed_host_and_scheme(back, {request.get_host()})
    return back if own else reverse("access:home")


@opens_to_all
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Sign out."""
    logout(request)
    return redirect("access:sign_in")


@opens_to_all
@never_cache
@sensitive_post_parameters("password", "again")
def set_password(request: HttpRequest, number: str, token: str) -> HttpResponse:
    """Choose the password of a new account, by its one-time link."""
    account = services.account_of_link(number, token)
    if account is None:
        raise Http404(
            say(
                "这个链接用过了，或者过了三天。请向系统管理员要新的。",
                "This link was used, or is older than three days. Ask the system administrator.",
            )
        )
    told: dict[str, object] = {"account": account, "failures": []}
    if request.method == "POST":
        chosen = request.POST.get("password", "")
        if chosen != request.POST.get("again", ""):
            told["failures"] = [say("两次写的不一样", "The two differ")]
        else:
            try:
                validate_password(chosen, account)
            except ValidationError as error:
                told["failures"] = error.messages
        if not told["failures"]:
            account.set_password(chosen)
            account.save(update_fields=["password"])
            return redirect("access:sign_in")
    status = 422 if told["failures"] else 200
    return render(request, "access/set_password.html", told, status=status)


@opens(Role)
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The page where the role begins."""
    return redirect(home_of(here_of(request).role))


@opens(Role)
@require_safe
def me(request: HttpRequest) -> HttpResponse:
    """One's account: the roles held, and signing out."""
    return render(request, "access/me.html", {"here": "me", "of": here_of(request)})


@opens(Role)
@require_POST
def change_role(request: HttpRequest) -> HttpResponse:
    """Wear another of one's roles."""
    told = request.POST.get("membership", "")
    if not (told.isdecimal() and len(told) < 19 and wear(request, int(told))):
        return forbidden(request)
    return redirect("access:home")


@opens_to_all
@never_cache
@require_safe
def enter_demo(request: HttpRequest, token: str) -> HttpResponse:
    """One click into a demo account; only on a demo that is served to its own machine."""
    account = demo.account_of(token) if settings.DEMO and demo.is_near(request) else None
    if account is None:
        raise Http404(
            say(
                "这个链接只在演示里、在本机上有效。",
                "This link works only in a demo, on its machine.",
            )
        )
    sign_in(request, account, twice=True)
    return redirect(own_page(request, request.GET.get("next", "")))


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: the page does not open to this role."""
    del exception
    return render(request, "access/forbidden.html", status=403)


def not_yours(request: HttpRequest) -> HttpResponse:
    """403: what was to be written belongs to another unit, or to somebody else."""
    told = say(
        "这一条不在您的范围内，没有写入。请由所在单位或全市的角色办理。",
        "This is not within your scope, and nothing was written. Their own unit, or a role of"
        " the whole city, has to do it.",
    )
    return render(request, "design/refused.html", {"reason": told, "back": "/"}, status=403)
