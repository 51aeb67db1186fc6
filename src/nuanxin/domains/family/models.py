"""Passes for families, and attempts to use one."""

from __future__ import annotations

from django.db import models


class Pass(models.Model):
    """Lets a family see their page: a code used once, then a device until ``until``.

    Only a keyed hash of the code is kept. ``until`` is the last moment of the code, and once it
    was used, of the device; ``ended_at`` when somebody took it back.
    """

    person_id = models.TextField(db_index=True)
    code_hash = models.TextField(unique=True)
    made_by = models.TextField()
    made_at = models.DateTimeField(auto_now_add=True)
    until = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "family_pass"

    def __str__(self) -> str:
        return f"{self.person_id} {self.made_at}"


class CodeAttempt(models.Model):
    """An attempt to use a code, counted before the code is looked at."""

    address = models.GenericIPAddressField(null=True)
    at = models.DateTimeField(auto_now_add=True, db_index=True)
    failed = models.BooleanField(default=True)

    class Meta:
        db_table = "family_attempt"

    def __str__(self) -> str:
        return f"{self.address} {self.at}"
