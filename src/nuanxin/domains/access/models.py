"""Accounts, the roles they hold, and the attempts to sign in."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from nuanxin.domains.access.roles import Role


class Accounts(BaseUserManager["Account"]):
    """Accounts by name."""


class Account(AbstractBaseUser):
    """Somebody who can sign in; ``person_id`` where the facts know them as a person."""

    name = models.CharField(max_length=60, unique=True)
    person_id = models.CharField(max_length=60, blank=True)
    is_active = models.BooleanField(default=True)
    made_at = models.DateTimeField(auto_now_add=True)

    objects = Accounts()
    USERNAME_FIELD = "name"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.name


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
