"""Entries of the log, and the ends of the chains they hang on."""

from __future__ import annotations

from django.db import models


class Entry(models.Model):
    """Somebody in a role, for a purpose, looked at a page about a person.

    ``person`` is the keyed mark of their number: whoever is erased cannot be told from it.
    Entries of a ``lane`` are numbered from 1 and chained: ``hash`` covers the hash before it.
    Written by ``reads_note`` in the database, and never changed.
    """

    lane = models.SmallIntegerField()
    number = models.BigIntegerField()
    at = models.DateTimeField()
    account = models.TextField()
    actor = models.TextField()
    role = models.TextField()
    purpose = models.TextField()
    person = models.TextField()
    page = models.TextField()
    hash = models.BinaryField()

    class Meta:
        db_table = "reads_entry"
        constraints = (models.UniqueConstraint(fields=["lane", "number"], name="entry_in_lane"),)
        indexes = (models.Index(fields=["person", "-at"], name="entry_person"),)

    def __str__(self) -> str:
        return f"{self.lane}/{self.number}"


class Lane(models.Model):
    """The end of a chain: readers at the same time take different lanes and do not wait."""

    lane = models.SmallIntegerField(primary_key=True)
    number = models.BigIntegerField(default=0)
    hash = models.BinaryField(default=b"")

    class Meta:
        db_table = "reads_lane"

    def __str__(self) -> str:
        return str(self.lane)
