"""Accounts, the roles they hold, and the attempts to sign in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from nuanxin.domains.access.roles import Role
from nuanxin.domains.access.verbs import Verb
from nuanxin.domains.seals.fields import SealedText

TOTP = "totp"
"""The kind of the seal around a second factor's secret."""


class Accounts(BaseUserManager["Account"]):
    """Accounts by name."""


class Account(AbstractBaseUser):
    """Somebody who can sign in; ``person_id`` where the facts know them as a person."""

    name = models.CharField(max_length=60, unique=True)
    person_id = models.CharField(max_length=60, blank=True)
    is_active = models.BooleanField(default=True)
    made_at = models.DateTimeField(auto_now_add=True)
    sessions = models.PositiveIntegerField(default=0)
    """Raised to end every session of the account."""

    objects = Accounts()
    USERNAME_FIELD = "name"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.name

    def get_session_auth_hash(self) -> str:
        """What a session must hold to go on: it changes with the password and with ``sessions``."""
        return f"{super().get_session_auth_hash()}.{self.sessions}"

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """The same by secret keys that were in use before."""
        for one in super().get_session_auth_fallback_hash():
            yield f"{one}.{self.sessions}"


class Membership(models.Model):
    """A role that an account holds at a unit, for a purpose, over a period.

    An empty ``unit_id`` is the whole city; ``until`` is the last day, empty is open.
    """

    account = models.ForeignKey(Account, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=20, choices=[(role.value, role.text.zh) for role in Role])
    unit_id = models.CharField(max_length=60, blank=True)
    purpose = models.CharField(max_length=200)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="membership_ends_after_it_begins",
            ),
        ]

    def holds_on(self, day: date) -> bool:
        """Whether the role is held on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


class Attempt(models.Model):
    """An attempt to sign in, counted before the password is looked at."""

    name = models.CharField(max_length=60)
    address = models.GenericIPAddressField(null=True)
    at = models.DateTimeField(auto_now_add=True)
    failed = models.BooleanField(default=True)

    class Meta:
        indexes = [
            models.Index(fields=["name", "at"], name="attempt_name_at"),
            models.Index(fields=["address", "at"], name="attempt_address_at"),
        ]


class SecondFactor(models.Model):
    """The secret that an account shares with a device; nobody reads it but the sign-in.

    ``step`` is the last half minute whose code was used: no code opens twice.
    """

    account = models.OneToOneField(
        Account, models.CASCADE, primary_key=True, related_name="second_factor"
    )
    secret = SealedText(kind=TOTP)
    step = models.BigIntegerField()
    since = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.account_id)


class RecoveryCode(models.Model):
    """The digest of a code that opens once in the place of the device."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="recovery_codes")
    digest = models.CharField(max_length=64)
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "digest"], name="recovery_code_once"),
        ]

    def __str__(self) -> str:
        return str(self.account_id)


class Act(models.Model):
    """What an administrator did to an account: who, what, why. The database keeps it as it is."""

    at = models.DateTimeField(auto_now_add=True)
    by = models.CharField(max_length=60)
    role = models.CharField(max_length=20, blank=True)
    verb = models.CharField(max_length=20, choices=[(verb.value, verb.text.zh) for verb in Verb])
    of = models.CharField(max_length=60)
    what = models.TextField(blank=True)
    why = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(by="") & ~Q(why=""), name="act_says_who_why"),
        ]
        indexes = [models.Index(fields=["of"], name="act_of")]

    def __str__(self) -> str:
        return f"{self.by} {self.verb} {self.of}"
