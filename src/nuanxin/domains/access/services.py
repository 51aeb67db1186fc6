"""What changes accounts: making one, giving a role, the link that sets a password, signing in."""

from __future__ import annotations

from datetime import date
from functools import cache

from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode

from nuanxin.domains.access.limits import PER_ADDRESS, PER_NAME, WINDOW
from nuanxin.domains.access.models import Account, Attempt, Membership
from nuanxin.domains.access.roles import ADMINISTRATORS, Role
from nuanxin.domains.access.scope import everywhere
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.people.models import Unit


class SignInRefused(Refusal):
    """Somebody may not sign in; the text says why."""


@transaction.atomic
def make_account(name: str, *, person_id: str = "") -> Account:
    """Make an account that has no password yet; Refusal when the name is taken or empty."""
    name = name.strip()
    if not name or len(name) > 60:
        raise Refusal("账号要有名字，至多 60 字", "an account needs a name of at most 60 letters")
    account, made = Account.objects.get_or_create(name=name, defaults={"person_id": person_id})
    if not made:
        raise Refusal(f"账号 {name} 已经有了", f"there is an account {name} already")
    account.set_unusable_password()
    account.save(update_fields=["password"])
    return account


@transaction.atomic
def grant(
    account: Account,
    role: Role,
    *,
    unit_id: str = "",
    purpose: str,
    since: date | None = None,
    until: date | None = None,
) -> Membership:
    """Give a role, in a unit or in the whole city.

    Refusal when the account administers in another of the three ways, or there is no such unit.
    """
    Account.objects.select_for_update().get(pk=account.pk)
    others = {Role(one.role) for one in account.memberships.all()} - {role}
    if (role in ADMINISTRATORS and others) or others & ADMINISTRATORS:
        raise Refusal(
            "系统、安全、审计三种管理员各用各的账号，也不兼别的角色",
            "system, security and audit administrators are three accounts, with no other role",
        )
    with everywhere():  # an administrator sees no units
        is_known = not unit_id or Unit.objects.filter(pk=unit_id).exists()
    if not is_known:
        raise Refusal(f"没有单位 {unit_id}", f"there is no unit {unit_id}")
    day = since or timezone.localdate()
    if until is not None and until < day:
        raise Refusal("最后一天早于第一天", "the last day of a role is before its first")
    return account.memberships.create(
        role=role, unit_id=unit_id, purpose=purpose, since=day, until=until
    )


def password_link(account: Account) -> str:
    """The path where a password is set: once, within three days."""
    number = urlsafe_base64_encode(force_bytes(account.pk))
    token = default_token_generator.make_token(account)
    return reverse("access:set_password", args=[number, token])


def account_of_link(number: str, token: str) -> Account | None:
    """Whose link it is; None when it was used or is too old."""
    try:
        pk = int(urlsafe_base64_decode(number).decode())
    except ValueError:
        return None
    found = Account.objects.filter(pk=pk, is_active=True).first()
    return found if found and default_token_generator.check_token(found, token) else None


def checked(name: str, password: str, address: str | None) -> Account:
    """The account of a name and password; SignInRefused says why not.

    An attempt is counted before the password is looked at, so that many at once do not pass the
    limit; a name that does not exist takes as long as one that does.
    """
    attempt = begin_attempt(name, address)
    account = Account.objects.filter(name=name, is_active=True).first()
    fits = check_password(password, account.password if account else _never())
    if account is None or not fits:
        raise SignInRefused("账号或密码不对", "the account or the password is wrong")
    Attempt.objects.filter(pk=attempt.pk).update(failed=False)
    return account


def begin_attempt(name: str, address: str | None) -> Attempt:
    """Count an attempt as failed until it succeeds; SignInRefused when there were too many."""
    with everywhere():
        attempt = Attempt.objects.create(name=name[:60], address=address)
        too_many = _is_beyond_limits(attempt)
    if too_many:
        raise SignInRefused(
            "试得太多了，请十五分钟后再试", "too many attempts; try again in fifteen minutes"
        )
    return attempt


@cache
def _never() -> str:
    return make_password("no password fits")


def _is_beyond_limits(attempt: Attempt) -> bool:
    lately = Attempt.objects.filter(at__gt=attempt.at - WINDOW, failed=True)
    of_name = lately.filter(name=attempt.name).count()
    of_address = lately.filter(address=attempt.address).count() if attempt.address else 0
    return of_name > PER_NAME or of_address > PER_ADDRESS
