"""The pages of the three administrators: accounts, what was done to them, attempts, keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from nuanxin.domains.access import administration, selectors
from nuanxin.domains.access.models import Account, Membership
from nuanxin.domains.access.opening import opens
from nuanxin.domains.access.pages import forbidden
from nuanxin.domains.access.roles import ADMINISTRATORS, Role
from nuanxin.domains.access.verbs import Verb
from nuanxin.domains.actor import Actor, actor_of
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.wording import say

OLD = 365
"""Days after which the page asks for a new key."""


@opens(ADMINISTRATORS)
@require_safe
def accounts(request: HttpRequest) -> HttpResponse:
    """The accounts: roles held today, second factor, last sign-in."""
    words = request.GET.get("q", "").strip()[:60].replace("\0", "")
    told = _paged(request, selectors.accounts(words))
    told["rows"] = selectors.lines(told["rows"])
    return render(request, "access/accounts.html", {"here": "accounts", "q": words, **told})


@opens(Role.SYSTEM_ADMIN)
def make(request: HttpRequest) -> HttpResponse:
    """Make an account."""
    failure, told = None, {name: _said(request, name) for name in ("name", "person_id", "why")}
    if request.method == "POST":
        try:
            made = administration.make(
                told["name"], actor_of(request), told["why"], person_id=told["person_id"]
            )
            return redirect("access:account", made.pk)
        except Refusal as refusal:
            failure = refusal.text
    told_all = {"here": "accounts", "failure": failure, "told": told}
    return render(request, "access/make.html", told_all, status=422 if failure else 200)


@opens(ADMINISTRATORS)
@require_safe
def account(request: HttpRequest, number: int) -> HttpResponse:
    """One account: its roles, its second factor, what was done to it."""
    return _shown(request, _account(number))


@opens(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN)
@never_cache
@require_POST
def act(request: HttpRequest, number: int, verb: str) -> HttpResponse:
    """Do something to an account, if it is for this administrator to do."""
    one, by = _account(number), actor_of(request)
    if verb not in _DOES:
        raise Http404
    if Verb(verb).role != by.role:
        return forbidden(request)
    try:
        path = _DOES[verb](request, one, by, _said(request, "why"))
    except Refusal as refusal:
        return _shown(request, one, failure=refusal.text, told=request.POST)
    if path:
        return _shown(request, one, link=request.build_absolute_uri(path))
    return redirect("access:account", one.pk)


@opens(Role.AUDIT_ADMIN)
@require_safe
def attempts(request: HttpRequest) -> HttpResponse:
    """Attempts to sign in, and the names that are locked now."""
    only_failed = request.GET.get("show") != "all"
    told = _paged(request, selectors.attempts(only_failed=only_failed))
    told |= {"here": "attempts", "only_failed": only_failed, "locked": selectors.locked()}
    return render(request, "access/attempts.html", told)


@opens(Role.AUDIT_ADMIN)
@require_safe
def acts(request: HttpRequest) -> HttpResponse:
    """What administrators did."""
    told = _paged(request, selectors.acts())
    return render(request, "access/acts.html", {"here": "acts", **told})


@opens(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN)
@require_safe
def keys(request: HttpRequest) -> HttpResponse:
    """How old the keys are that seal id numbers and secrets."""
    told = {"here": "keys", "rows": selectors.key_lines(), "old": OLD}
    return render(request, "access/keys.html", told)


def _shown(request: HttpRequest, one: Account, **told: Any) -> HttpResponse:
    one.refresh_from_db()
    failure = told.get("failure")
    found = {
        "here": "accounts",
        "account": one,
        "line": selectors.lines([one])[0],
        "memberships": selectors.memberships(one),
        "acts": selectors.acts(one.name)[: selectors.PAGE],
        "roles": list(Role),
        "by": actor_of(request).role,
        **told,
    }
    return render(request, "access/account.html", found, status=422 if failure else 200)


def _account(number: int) -> Account:
    found = Account.objects.filter(pk=number).first()
    if found is None:
        raise Http404(say("没有这个账号。", "There is no such account."))
    return found


def _paged(request: HttpRequest, rows: QuerySet[Any]) -> dict[str, Any]:
    """A page of rows, its number and how many there are."""
    total = rows.count()
    pages = max(1, -(-total // selectors.PAGE))
    told = request.GET.get("page", "1")
    page = int(told) if told.isascii() and told.isdigit() and len(told) < 7 else 1
    page = min(max(page, 1), pages)
    found = list(rows[(page - 1) * selectors.PAGE : page * selectors.PAGE])
    return {"rows": found, "total": total, "page": page, "pages": pages}


def _said(request: HttpRequest, name: str) -> str:
    return request.POST.get(name, "").replace("\0", "").strip()[:500]


def _day(request: HttpRequest, name: str) -> date | None:
    told = _said(request, name)
    try:
        return date.fromisoformat(told) if told else None
    except ValueError:
        raise Refusal(f"{told} 不是日期", f"{told} is no date") from None


def _link(_request: HttpRequest, one: Account, by: Actor, why: str) -> str:
    return administration.link(one, by, why)


def _close(_request: HttpRequest, one: Account, by: Actor, why: str) -> None:
    administration.close(one, by, why)


def _reopen(_request: HttpRequest, one: Account, by: Actor, why: str) -> None:
    administration.reopen(one, by, why)


def _reset(_request: HttpRequest, one: Account, by: Actor, why: str) -> None:
    administration.reset(one, by, why)


def _give(request: HttpRequest, one: Account, by: Actor, why: str) -> None:
    if (told := _said(request, "role")) not in set(Role):
        raise Refusal("请选一个角色", "choose a role")
    since, until = _day(request, "since"), _day(request, "until")
    unit_id = _said(request, "unit_id")
    administration.give(one, Role(told), by, why, unit_id=unit_id, since=since, until=until)


def _end(request: HttpRequest, one: Account, by: Actor, why: str) -> None:
    told = _said(request, "membership")
    number = int(told) if told.isdecimal() and len(told) < 19 else 0
    held = Membership.objects.filter(account=one, pk=number).first()
    if held is None:
        raise Refusal("这个账号没有这个角色", "this account does not hold this role")
    administration.end(held, by, why)


_DOES: Mapping[str, Callable[[HttpRequest, Account, Actor, str], str | None]] = {
    Verb.LINK: _link,
    Verb.CLOSE: _close,
    Verb.REOPEN: _reopen,
    Verb.GIVE: _give,
    Verb.END: _end,
    Verb.RESET: _reset,
}
