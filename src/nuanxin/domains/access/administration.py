"""What administrators do to accounts: each act in one transaction, with who and why."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.db.models import F, ProtectedError
from django.utils import timezone

from nuanxin.domains.access import factors, services
from nuanxin.domains.access.models import Account, Act, Membership
from nuanxin.domains.access.roles import Role
from nuanxin.domains.access.scope import everywhere
from nuanxin.domains.access.verbs import Verb
from nuanxin.domains.actor import Actor
from nuanxin.domains.changes.refusal import Refusal

MACHINE = "api:"
"""How the names of accounts begin that other systems come in with."""


@transaction.atomic
def make(name: str, by: Actor, why: str, *, person_id: str = "") -> Account:
    """Make an account, which holds no role and has no password yet."""
    if len(person_id) > 60:
        raise Refusal("人员编号至多 60 字", "a person's number has at most 60 letters")
    account = services.make_account(name, person_id=person_id.strip())
    _noted(Verb.MAKE, account, by, why, account.person_id)
    return account


@transaction.atomic
def link(account: Account, by: Actor, why: str) -> str:
    """The path where the account's password is set, once; what opened before opens still."""
    _check_open(account)
    if account.name.startswith(MACHINE):
        raise Refusal(
            "这是接口令牌的账号，不用密码登录", "this is a token's account; it has no password"
        )
    _noted(Verb.LINK, account, by, why)
    return services.password_link(account)


@transaction.atomic
def close(account: Account, by: Actor, why: str) -> None:
    """Let an account in no more; its sessions end."""
    _check_open(account)
    Account.objects.filter(pk=account.pk).update(is_active=False, sessions=F("sessions") + 1)
    _noted(Verb.CLOSE, account, by, why)


@transaction.atomic
def reopen(account: Account, by: Actor, why: str) -> None:
    """Let a closed account in again."""
    if account.is_active:
        raise Refusal("这个账号没有停用", "this account is not closed")
    Account.objects.filter(pk=account.pk).update(is_active=True)
    _noted(Verb.REOPEN, account, by, why)


@transaction.atomic
def give(
    account: Account,
    role: Role,
    by: Actor,
    why: str,
    *,
    unit_id: str = "",
    since: date | None = None,
    until: date | None = None,
) -> Membership:
    """Give a role for a purpose, which is the why, over a period."""
    if len(unit_id) > 60 or len(why) > 200:
        raise Refusal("单位编号至多 60 字，用途至多 200 字", "a unit has 60 letters, a purpose 200")
    _noted(Verb.GIVE, account, by, why, _described(role, unit_id, since, until))
    return services.grant(
        account, role, unit_id=unit_id.strip(), purpose=why.strip(), since=since, until=until
    )


@transaction.atomic
def end(membership: Membership, by: Actor, why: str) -> None:
    """End a role at once: yesterday was its last day. One that begins today or later is taken back.

    Refusal when it has ended already.
    """
    today = timezone.localdate()
    held = Membership.objects.select_for_update().get(pk=membership.pk)
    if held.until is not None and held.until < today:
        raise Refusal("这个角色已经结束了", "this role has ended already")
    told = _described(Role(held.role), held.unit_id, held.since, held.until)
    _noted(Verb.END, held.account, by, why, told)
    if held.since >= today:
        _take_back(held)
        return
    held.until = today - timedelta(days=1)
    held.save(update_fields=["until"])


@transaction.atomic
def reset(account: Account, by: Actor, why: str) -> None:
    """Take a second factor away: sessions end, the next sign-in sets one up anew."""
    with everywhere():  # a second factor is seen by its own account alone
        if not hasattr(account, "second_factor"):
            raise Refusal("这个账号没有第二重验证", "this account has no second factor")
        factors.forget(account)
    _noted(Verb.RESET, account, by, why)


def _take_back(membership: Membership) -> None:
    try:
        membership.delete()
    except ProtectedError as error:
        raise Refusal(
            "这个角色属于一个接口令牌；请收回令牌", "this role is a token's; revoke the token"
        ) from error


def _check_open(account: Account) -> None:
    if not account.is_active:
        raise Refusal("这个账号停用了；先恢复它", "this account is closed; open it again first")


def _described(role: Role, unit_id: str, since: date | None, until: date | None) -> str:
    """A role in a line that needs no language: code, unit, days."""
    days = f"{since or timezone.localdate()}/{until or ''}"
    return " ".join(filter(None, (role.value, unit_id.strip(), days)))


def _noted(verb: Verb, account: Account, by: Actor, why: str, what: str = "") -> None:
    """Write the act down; Refusal without a why, and to whoever acts on their own account."""
    if not why.strip():
        raise Refusal("请写明为什么", "say why")
    if by.account == account.name:
        raise Refusal("自己的账号由别的管理员来办", "your own account is for another administrator")
    Act.objects.create(
        by=(by.account or by.id)[:60],
        role=by.role,
        verb=verb,
        of=account.name,
        what=what,
        why=why.strip(),
    )
