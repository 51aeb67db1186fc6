"""Changes, the rows that stood before them, and what every live row has."""

from __future__ import annotations

from django.db import models
from django.db.models import Func, Q

from nuanxin.policy.contract import TABLE


class Change(models.Model):
    """One transaction of writes: who made it, why, from which file if any, and when.

    ``undoes`` is the change whose rows this one put back.
    """

    who = models.TextField()
    why = models.TextField()
    source = models.TextField(blank=True)
    at = models.DateTimeField(auto_now_add=True)
    undoes = models.OneToOneField("self", models.PROTECT, null=True, related_name="undone_by")

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(who="") & ~Q(why=""), name="change_says_who_why"),
        )

    def __str__(self) -> str:
        return f"{self.who}: {self.why}"


class OldRow(models.Model):
    """A live row as it stood before ``change`` altered or removed it; written by the database.

    ``row`` holds its columns, ``change_id`` among them: the change that had written it.
    """

    change = models.ForeignKey(Change, models.PROTECT, related_name="+")
    table = models.TextField()
    key = models.TextField()
    row = models.JSONField()

    class Meta:
        indexes = (models.Index(fields=["table", "key"], name="old_row_key"),)

    def __str__(self) -> str:
        return f"{self.table} {self.key}"


class CurrentChange(Func):
    """The change that the running transaction makes; the database refuses to write without."""

    function = "changes_current"
    output_field = models.BigIntegerField()


class Live(models.Model):
    """What every live table has: the change that wrote the row as it stands.

    The table of contract table ``t`` is ``live_t``, with the columns of the contract.
    """

    change = models.ForeignKey(
        Change,
        models.DO_NOTHING,
        related_name="+",
        db_index=False,
        db_constraint=False,
        db_default=CurrentChange(),
        editable=False,
    )

    class Meta:
        abstract = True


def guards(table: str) -> list[models.BaseConstraint]:
    """Check constraints that follow from the contract of a table: vocabularies, no blanks."""
    found: list[models.BaseConstraint] = []
    for column in TABLE[table].columns:
        name = f"{table}_{column.name}"
        if column.vocabulary and column.kind == "text":
            known = Q(**{f"{column.name}__in": column.vocabulary})
            found.append(models.CheckConstraint(condition=known, name=f"{name}_known"))
        elif column.kind == "text" and column.required and not column.references:
            blank = Q(**{column.name: ""})
            found.append(models.CheckConstraint(condition=~blank, name=f"{name}_said"))
        elif column.kind == "decimal":
            least = Q(**{f"{column.name}__gte": 0})
            found.append(models.CheckConstraint(condition=least, name=f"{name}_not_negative"))
    return found
