"""Who asked about whose spouse; the answer is not kept."""

from __future__ import annotations

from django.db import models


class Check(models.Model):
    """One question, written before it was answered; append-only."""

    account = models.TextField()
    by = models.TextField()
    role = models.TextField()
    unit_id = models.TextField(blank=True)
    purpose = models.TextField(blank=True)
    person_id = models.TextField()
    day = models.DateField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "couples_check"
        indexes = (
            models.Index(fields=["account", "-at"], name="couples_check_account"),
            models.Index(fields=["person_id", "-id"], name="couples_check_person"),
        )

    def __str__(self) -> str:
        return f"{self.account} {self.person_id} {self.day}"
