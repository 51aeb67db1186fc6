"""The tokens of other systems, and what was answered to a write with a key."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from nuanxin.domains.access.models import Membership

PER_MINUTE = 600
"""Requests of a token in a minute, unless it was made for more."""


class Token(models.Model):
    """A key with which a unit's system asks, in the one role that its account holds.

    Role, unit, purpose and last day are those of ``membership``. The key itself is shown once
    and kept only as ``digest``. ``asked`` counts the requests of ``minute``.
    """

    name = models.CharField(max_length=50, unique=True)
    digest = models.CharField(max_length=64, unique=True)
    membership = models.OneToOneField(Membership, models.PROTECT, related_name="token")
    per_minute = models.IntegerField(default=PER_MINUTE)
    made_by = models.TextField()
    made_at = models.DateTimeField(auto_now_add=True)
    revoked_by = models.TextField(blank=True)
    revoked_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)
    minute = models.DateTimeField(null=True)
    asked = models.IntegerField(default=0)

    class Meta:
        db_table = "api_token"
        constraints = (
            models.CheckConstraint(condition=Q(per_minute__gt=0), name="token_asks_something"),
            models.CheckConstraint(
                condition=Q(revoked_at__isnull=True) | Q(revoked_at__gte=F("made_at")),
                name="token_in_order",
            ),
        )

    def __str__(self) -> str:
        return self.name


class Reply(models.Model):
    """The answer to the request that an account sent with a key; kept for a day.

    ``digest`` is that of the request, so that a key is not used for another.
    """

    account = models.TextField()
    key = models.TextField()
    digest = models.TextField()
    body = models.JSONField(default=dict)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "api_reply"
        constraints = (models.UniqueConstraint(fields=["account", "key"], name="reply_once"),)
        indexes = (models.Index(fields=["at"], name="reply_at"),)

    def __str__(self) -> str:
        return f"{self.account} {self.key}"
