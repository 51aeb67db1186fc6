"""Tokens: who made them, whom they let in, how often they may ask.

A token's account signs in nowhere else: it has no password. Taking the token, the role or the
account away ends it at the next request.
"""

from __future__ import annotations

import re
import secrets
from datetime import date
from hashlib import sha256

from django.db import connection, transaction
from django.http import HttpRequest
from django.utils import timezone

from nuanxin.domains.access.models import Account
from nuanxin.domains.access.roles import STAFF, Role
from nuanxin.domains.access.services import grant, make_account
from nuanxin.domains.access.session import SignedIn
from nuanxin.domains.actor import Actor
from nuanxin.domains.api.models import PER_MINUTE, Token
from nuanxin.domains.changes.refusal import Refusal

PREFIX = "nx_"


class TooMany(Refusal):
    """The token has asked as often as it may in this minute."""


@transaction.atomic
def make(
    name: str,
    role: Role,
    by: Actor,
    *,
    unit_id: str = "",
    purpose: str,
    until: date,
    per_minute: int = PER_MINUTE,
) -> tuple[Token, str]:
    """Make a token for a unit's system; the key is returned here and never again.

    Refusal when its maker is no security administrator, or something about it cannot stand.
    """
    _by_security(by)
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{1,49}", name):
        raise Refusal(
            "名称用小写字母、数字和短横，二到五十个字",
            "a name has 2 to 50 small letters, digits and hyphens",
        )
    if role not in STAFF:
        raise Refusal(
            "令牌只给工作人员的角色，不给管理员、个人和家属",
            "a token has a role of staff, not of an administrator, worker or family member",
        )
    if not purpose.strip():
        raise Refusal("请写明用途", "say what it is for")
    if until <= timezone.localdate():
        raise Refusal("到期的日子要在今天以后", "its last day has to be after today")
    if per_minute < 1:
        raise Refusal("每分钟至少一次", "it has to be allowed one request a minute")
    account = make_account(f"api:{name}")
    worn = grant(account, role, unit_id=unit_id, purpose=purpose.strip()[:200], until=until)
    key = PREFIX + secrets.token_urlsafe(32)
    made = Token.objects.create(
        name=name, digest=_digest(key), membership=worn, per_minute=per_minute, made_by=by.account
    )
    return made, key


@transaction.atomic
def revoke(name: str, by: Actor) -> Token:
    """Take a token back for good; the same again changes nothing."""
    _by_security(by)
    found = Token.objects.select_for_update().filter(name=name).first()
    if found is None:
        raise Refusal(f"没有令牌 {name}", f"there is no token {name}")
    if found.revoked_at is None:
        found.revoked_by, found.revoked_at = by.account, timezone.now()
        found.save(update_fields=["revoked_by", "revoked_at"])
        Account.objects.filter(memberships=found.membership).update(is_active=False)
    return found


def every() -> list[Token]:
    """All tokens by name, each with its role and unit."""
    return list(Token.objects.select_related("membership__account").order_by("name"))


def signed_in(request: HttpRequest) -> SignedIn | None:
    """Whose token a request brings; None when it brings none that holds. Two queries.

    Raises TooMany; the request is counted all the same.
    """
    scheme, _, key = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not key.startswith(PREFIX) or len(key) > 100:
        return None
    counted = _count(_digest(key))
    if counted is None:
        return None
    number, asked, allowed = counted
    token = Token.objects.select_related("membership__account").get(pk=number)
    worn = token.membership
    if not worn.account.is_active or not worn.holds_on(timezone.localdate()):
        return None
    if asked > allowed:
        raise TooMany(
            f"这个令牌一分钟可以问 {allowed} 次；请等一分钟",
            f"this token may ask {allowed} times a minute; wait for the next",
        )
    return SignedIn(worn.account, worn, [worn])


def _count(digest: str) -> tuple[int, int, int] | None:
    """Count a request: the token, its requests in this minute, and how many it may."""
    with connection.cursor() as cursor:
        cursor.execute(
            "with now (minute) as (select date_trunc('minute', clock_timestamp()))"
            " update api_token as t set used_at = clock_timestamp(), minute = now.minute,"
            " asked = case when t.minute = now.minute then t.asked + 1 else 1 end"
            " from now where t.digest = %s and t.revoked_at is null"
            " returning t.id, t.asked, t.per_minute",
            [digest],
        )
        row = cursor.fetchone()
    return None if row is None else (int(row[0]), int(row[1]), int(row[2]))


def _by_security(by: Actor) -> None:
    if by.role != Role.SECURITY_ADMIN:
        raise Refusal(
            "令牌由安全管理员发放和收回",
            "tokens are made and taken back by the security administrator",
        )


def _digest(key: str) -> str:
    return sha256(key.encode()).hexdigest()
