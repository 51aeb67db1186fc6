"""The second factor of officers: a code of their device (RFC 6238), or a recovery code, once."""

from __future__ import annotations

import base64
import hashlib
import secrets
import time
from dataclasses import dataclass

import pyotp
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from nuanxin.domains.access.models import Account, Attempt, RecoveryCode, SecondFactor
from nuanxin.domains.access.roles import OFFICERS, Role
from nuanxin.domains.access.scope import everywhere
from nuanxin.domains.access.services import SignInRefused, begin_attempt

STEP = 30
"""Seconds that a code lasts; one before and one after are taken too, for clocks that differ."""
RECOVERY_CODES = 10
WRONG = ("验证码不对，或者已经用过", "the code is wrong, or was used already")


@dataclass(frozen=True)
class Enrolled:
    """A second factor just made, with the recovery codes that are shown this once."""

    factor: SecondFactor
    codes: list[str]


def is_needed(account: Account) -> bool:
    """Whether the account holds a role of an officer today, or has chosen to have one."""
    if hasattr(account, "second_factor"):
        return True
    today = timezone.localdate()
    held = (one for one in account.memberships.all() if one.holds_on(today))
    return any(Role(one.role) in OFFICERS for one in held)


def new_secret() -> str:
    """A secret of 160 random bits, as devices write it."""
    return pyotp.random_base32()


def address_of(account: Account, secret: str) -> str:
    """The otpauth address that a device reads from the picture."""
    return pyotp.TOTP(secret, interval=STEP).provisioning_uri(
        name=account.name, issuer_name="Nuanxin"
    )


def enrol(account: Account, secret: str, code: str, address: str | None) -> Enrolled:
    """Make a device the second factor, once it has shown a code that fits; SignInRefused else.

    Refused also where there is one already: it has to be reset first.
    """
    attempt = begin_attempt(account.name, address)
    step = _step_of(secret, code)
    if step is None:
        raise SignInRefused(*WRONG)
    with transaction.atomic():
        factor, made = SecondFactor.objects.get_or_create(
            account=account, defaults={"secret": secret, "step": step}
        )
        codes = _make_codes(account) if made else []
    if not made:
        raise SignInRefused(
            "已经有第二重验证了；换设备请安全管理员先重设",
            "there is a second factor already; to change the device have it reset first",
        )
    _succeeded(attempt)
    return Enrolled(factor, codes)


def check(account: Account, code: str, address: str | None) -> None:
    """Take a code of the device, or a recovery code; SignInRefused says why not.

    Each opens once, also when it comes twice at the same instant. Attempts count as those of
    passwords do.
    """
    attempt = begin_attempt(account.name, address)
    if not (_take_step(account, code) or _take_recovery(account, code)):
        raise SignInRefused(*WRONG)
    _succeeded(attempt)


def new_codes(account: Account, code: str, address: str | None) -> list[str]:
    """Recovery codes in the place of the old ones, for a code of the device."""
    check(account, code, address)
    return _make_codes(account)


@transaction.atomic
def forget(account: Account) -> None:
    """Take the second factor away and end every session: the next sign-in sets one up anew."""
    SecondFactor.objects.filter(account=account).delete()
    account.recovery_codes.all().delete()
    with everywhere():  # an account is not its own to change
        Account.objects.filter(pk=account.pk).update(sessions=F("sessions") + 1)


def codes_left(account: Account) -> int:
    """How many recovery codes can still be used."""
    return account.recovery_codes.filter(used_at=None).count()


def _take_step(account: Account, code: str) -> bool:
    factor = SecondFactor.objects.filter(account=account).first()
    step = _step_of(factor.secret, code) if factor else None
    if step is None:
        return False
    later = SecondFactor.objects.filter(account=account, step__lt=step)
    return bool(later.update(step=step))


def _take_recovery(account: Account, code: str) -> bool:
    unused = RecoveryCode.objects.filter(account=account, digest=_digest(account, _typed(code)))
    return bool(unused.filter(used_at=None).update(used_at=timezone.now()))


def _step_of(secret: str, code: str) -> int | None:
    """The half minute around now to which a code belongs."""
    device = pyotp.TOTP(secret, interval=STEP)
    now = int(time.time()) // STEP
    fits = [
        step
        for step in (now - 1, now, now + 1)
        if constant_time_compare(device.generate_otp(step), _typed(code))
    ]
    return max(fits, default=None)


@transaction.atomic
def _make_codes(account: Account) -> list[str]:
    """Ten codes of 80 random bits: so long that a plain digest keeps them."""
    codes = [base64.b32encode(secrets.token_bytes(10)).decode() for _ in range(RECOVERY_CODES)]
    account.recovery_codes.all().delete()
    RecoveryCode.objects.bulk_create(
        RecoveryCode(account=account, digest=_digest(account, code)) for code in codes
    )
    return ["-".join(code[at : at + 4] for at in range(0, 16, 4)) for code in codes]


def _typed(code: str) -> str:
    """A code without the spaces and dashes that it is shown or typed with."""
    return "".join(letter for letter in code[:40] if letter.isalnum()).upper()


def _digest(account: Account, code: str) -> str:
    return hashlib.sha256(f"{account.pk}:{code}".encode()).hexdigest()


def _succeeded(attempt: Attempt) -> None:
    with everywhere():
        Attempt.objects.filter(pk=attempt.pk).update(failed=False)
