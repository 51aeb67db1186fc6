"""Requests to erase a person: one person asks, another decides."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

STATES = ("asked", "refused", "done")


class Request(models.Model):
    """A request; once ``done``, ``person_id`` is the pseudonym under which rows are kept.

    ``counts`` has the rows erased and kept by table.
    """

    person_id = models.TextField()
    reason = models.TextField()
    asked_by = models.TextField()
    asked_role = models.TextField(blank=True)
    asked_at = models.DateTimeField(auto_now_add=True)
    state = models.TextField(default="asked")
    decided_by = models.TextField(null=True)
    decided_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)
    counts = models.JSONField(default=dict)

    class Meta:
        db_table = "erasure_request"
        constraints = (
            models.CheckConstraint(condition=Q(state__in=STATES), name="erasure_state_known"),
            models.CheckConstraint(condition=~Q(reason=""), name="erasure_reason_said"),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("asked_by")),
                name="erasure_decided_by_another",
            ),
            models.UniqueConstraint(
                fields=["person_id"], condition=Q(state="asked"), name="erasure_asked_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id} {self.state}"
