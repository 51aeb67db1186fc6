"""What search looks in: a row for each person and unit, with the sound of their name.

It is derived from the live city: triggers note what changed (``search_waiting``), a job brings
the rows up (``filling``). Nobody else writes here.
"""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q


class Entry(models.Model):
    """A person or unit: ``sound`` is the pinyin without spaces or tones, ``initials`` its
    first letters, ``low_key`` the number in small letters; ``tail`` is a keyed digest of the
    last four characters of the id number, so that they can be asked for but not read.
    """

    kind = models.TextField()
    key = models.TextField()
    name = models.TextField()
    sound = models.TextField()
    initials = models.TextField()
    low_key = models.TextField()
    unit_id = models.TextField()
    tail = models.TextField(blank=True)

    class Meta:
        db_table = "search_entry"
        constraints = (models.UniqueConstraint(fields=["kind", "key"], name="entry_identity"),)
        indexes = (
            models.Index(fields=["name"], name="search_name"),
            models.Index(fields=["sound"], name="search_sound"),
            models.Index(fields=["initials"], name="search_initials"),
            models.Index(fields=["low_key"], name="search_key"),
            models.Index(fields=["tail"], condition=~Q(tail=""), name="search_tail"),
            models.Index(fields=["name"], condition=Q(kind="unit"), name="search_unit"),
            GinIndex(OpClass(F("sound"), "gin_trgm_ops"), name="search_sound_like"),
            GinIndex(OpClass(F("low_key"), "gin_trgm_ops"), name="search_key_like"),
        )

    def __str__(self) -> str:
        return self.name


class Waiting(models.Model):
    """Something of the live city that changed since its row was made; ``*``: very much did."""

    kind = models.TextField()
    key = models.TextField()

    class Meta:
        db_table = "search_waiting"

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
