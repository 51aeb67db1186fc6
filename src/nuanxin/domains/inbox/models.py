"""Requests for data that a target handed back."""

from __future__ import annotations

from django.db import models


class HandedBack(models.Model):
    """A request for data that its target handed back, once: by whom and why."""

    request_id = models.TextField(unique=True)
    unit_id = models.TextField()
    by = models.TextField()
    reason = models.TextField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "inbox_handed_back"

    def __str__(self) -> str:
        return self.request_id
