"""Files handed in through the page: where they stand, and what was understood of each row."""

from __future__ import annotations

from django.db import models

from nuanxin.domains.changes.models import Change
from nuanxin.domains.seals.fields import SealedInside, SealedText
from nuanxin.domains.seals.files import FILE


class Upload(models.Model):
    """One file on its way in. The worker that reads or writes it holds an advisory lock.

    ``state``: waiting, reading, read, writing, written, stopped (on request), failed.
    A file that is reading or writing while nobody holds its lock died on the way; then
    nothing of it was written.
    """

    name = models.TextField()
    who = models.TextField()
    why = models.TextField()
    state = models.TextField(default="waiting")
    step = models.TextField(blank=True)
    share = models.SmallIntegerField(default=0)
    stop_asked = models.BooleanField(default=False)
    failure = models.JSONField(null=True)
    counts = models.JSONField(default=dict)
    sheets = models.JSONField(default=list)
    at = models.DateTimeField(auto_now_add=True)
    change = models.ForeignKey(Change, models.PROTECT, null=True, related_name="+")
    file_key = SealedText(kind=FILE, null=True)

    class Meta:
        db_table = "intake_upload"

    def __str__(self) -> str:
        return self.name


class Line(models.Model):
    """One row of an uploaded file: its outcome, and what there is to say about its cells."""

    upload = models.ForeignKey(Upload, models.CASCADE, related_name="lines", db_index=False)
    place = models.IntegerField()
    rank = models.SmallIntegerField()
    file = models.TextField()
    table = models.TextField()
    row = models.IntegerField()
    outcome = models.TextField()
    subject = models.TextField(null=True)
    remarks = SealedInside()

    class Meta:
        db_table = "intake_line"
        indexes = (
            models.Index(fields=["upload", "rank", "place"], name="line_order"),
            models.Index(fields=["upload", "outcome", "place"], name="line_outcome"),
        )

    def __str__(self) -> str:
        return f"{self.file} {self.row}"
