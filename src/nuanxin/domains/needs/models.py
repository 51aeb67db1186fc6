"""Needs and their steps; a need is never changed but by a step that says who and when."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from nuanxin.domains.needs.words import KINDS, STEPS


class Need(models.Model):
    """What a person, or their family, asked their unit for.

    ``about`` names the fact of a correction, as ``attendance:A1``; ``asked_on`` is the day of
    the ledger; ``state`` is the last step. ``key`` makes a repeated request the same need.
    """

    person_id = models.TextField()
    unit_id = models.TextField()
    kind = models.TextField()
    words = models.TextField(blank=True)
    about = models.TextField(blank=True)
    by_family = models.BooleanField(default=False)
    asked_on = models.DateField()
    state = models.TextField(default="asked")
    key = models.TextField(null=True, unique=True)

    class Meta:
        db_table = "needs_need"
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=list(KINDS)), name="need_kind_known"),
            models.CheckConstraint(condition=Q(state__in=list(STEPS)), name="need_state_known"),
        )
        indexes = (
            models.Index(fields=["person_id", "-id"], name="need_person"),
            models.Index(fields=["unit_id", "state", "id"], name="need_unit"),
        )

    def __str__(self) -> str:
        return f"{self.person_id} {self.kind}"


class Step(models.Model):
    """Something that happened to a need; append-only."""

    need = models.ForeignKey(Need, models.PROTECT, related_name="steps")
    kind = models.TextField()
    by = models.TextField()
    role = models.TextField(blank=True)
    words = models.TextField(blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "needs_step"
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=list(STEPS)), name="step_kind_known"),
        )

    def __str__(self) -> str:
        return f"{self.need_id} {self.kind}"
