"""Making a code for a family, using it once, and taking it back."""

from __future__ import annotations

import secrets
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from nuanxin.domains.actor import Actor
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.family.models import CodeAttempt, Pass

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No letter or figure that is read for another."""
LENGTH = 10
CODE_LASTS = timedelta(hours=72)
DEVICE_LASTS = timedelta(days=30)
WINDOW = timedelta(minutes=15)
PER_ADDRESS, IN_ALL = 10, 200
"""How many failed attempts an address, and everybody together, have in a window."""


def invite(person_id: str, by: Actor) -> str:
    """A new code for the family of a person, to be shown once; earlier unused ones end."""
    code = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    now = timezone.now()
    with transaction.atomic():
        Pass.objects.filter(person_id=person_id, used_at=None, ended_at=None).update(ended_at=now)
        Pass.objects.create(
            person_id=person_id, code_hash=_hashed(code), made_by=by.id, until=now + CODE_LASTS
        )
    return f"{code[:5]}-{code[5:]}"


def enter(code: str, address: str | None) -> Pass:
    """Use a code: once, within its time; Refusal when it does not fit or too many were tried."""
    attempt = CodeAttempt.objects.create(address=address)
    _within_limits(attempt)
    now = timezone.now()
    with transaction.atomic():
        found = (
            Pass.objects.select_for_update()
            .filter(code_hash=_hashed(_plain(code)), used_at=None, ended_at=None, until__gt=now)
            .first()
        )
        if found is not None:
            found.used_at, found.until = now, now + DEVICE_LASTS
            found.save(update_fields=["used_at", "until"])
            CodeAttempt.objects.filter(pk=attempt.pk).update(failed=False)
    if found is None:
        raise Refusal(
            "这个码不对、用过了，或者过了三天。请向家人或联系人要新的",
            "this code is wrong, was used, or is older than three days; ask for a new one",
        )
    return found


def standing(number: int) -> Pass | None:
    """A pass that was used and still lasts; None otherwise."""
    return Pass.objects.filter(
        pk=number, used_at__isnull=False, ended_at=None, until__gt=timezone.now()
    ).first()


def take_back(person_id: str) -> int:
    """End every pass of a person's family; how many there were."""
    return Pass.objects.filter(person_id=person_id, ended_at=None).update(ended_at=timezone.now())


def _plain(code: str) -> str:
    return "".join(c for c in code.upper() if c in LETTERS)[: 2 * LENGTH]


def _hashed(code: str) -> str:
    return salted_hmac("nuanxin.family", code, algorithm="sha256").hexdigest()


def _within_limits(attempt: CodeAttempt) -> None:
    lately = CodeAttempt.objects.filter(at__gt=attempt.at - WINDOW, failed=True)
    of_address = lately.filter(address=attempt.address).count() if attempt.address else 0
    if of_address > PER_ADDRESS or lately.count() > IN_ALL:
        raise Refusal("试得太多了，请十五分钟后再试", "too many attempts; try in fifteen minutes")
