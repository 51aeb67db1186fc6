"""What a person said about a purpose; append-only, the last word stands."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from nuanxin.domains.consent.purposes import PURPOSES


class Statement(models.Model):
    """Consent ``given`` or withdrawn for a purpose, by whom and when.

    ``on_date`` is the day of the ledger on which it was said.
    """

    person_id = models.TextField()
    purpose = models.TextField()
    given = models.BooleanField()
    by = models.TextField()
    role = models.TextField(blank=True)
    on_date = models.DateField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "consent_statement"
        constraints = (
            models.CheckConstraint(
                condition=Q(purpose__in=list(PURPOSES)), name="consent_purpose_known"
            ),
        )
        indexes = (models.Index(fields=["person_id", "purpose", "-id"], name="consent_person"),)

    def __str__(self) -> str:
        return f"{self.person_id} {self.purpose} {self.given}"
