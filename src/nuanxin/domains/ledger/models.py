"""The ledger's tables. All are filled from an evaluation (see services) and read by selectors.

Rows belong to a run and are known by the names the evaluation gave them; references between
them are by those names, because a fact may be named that no table holds.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.indexes import OpClass
from django.db import models
from django.db.models.functions import Lower

if TYPE_CHECKING:
    Text = models.TextField[str, str]
    MaybeText = models.TextField[str | None, str | None]
    Day = models.DateField[date, date]
    MaybeDay = models.DateField[date | None, date | None]
    Number = models.IntegerField[int, int]
    Small = models.SmallIntegerField[int, int]
    Amount = models.DecimalField[Decimal, Decimal]
    MaybeAmount = models.DecimalField[Decimal | None, Decimal | None]
    Json = models.JSONField[Any, Any]


class Run(models.Model):
    """The evaluation that stands for a pack; loading another takes its place."""

    pack: Text = models.TextField(unique=True)
    as_of: Day = models.DateField()
    engine: Text = models.TextField()
    seconds: MaybeAmount = models.DecimalField(max_digits=12, decimal_places=3, null=True)
    parameters: Json = models.JSONField(default=dict)
    rows: Json = models.JSONField(default=dict)
    cells: Json = models.JSONField(default=dict)
    absent_tables: Json = models.JSONField(default=list)

    class Meta:
        db_table = "ledger_run"

    def __str__(self) -> str:
        return f"{self.pack} {self.as_of}"


class Row(models.Model):
    """What every other table has: it belongs to a run."""

    run: models.ForeignKey[Run, Run] = models.ForeignKey(
        Run, models.CASCADE, related_name="+", db_index=False
    )

    class Meta:
        abstract = True


class Unit(Row):
    """A unit, as far as an obligation names it."""

    unit_id: Text = models.TextField()
    name: Text = models.TextField()
    kind: Text = models.TextField()
    district: Text = models.TextField()

    class Meta:
        db_table = "ledger_unit"
        constraints = (models.UniqueConstraint(fields=["run", "unit_id"], name="unit_identity"),)


class Subject(Row):
    """Whom or what an obligation is about: person, unit, child, request or issue.

    ``name`` is empty where the facts give none; ``unit_id`` is the person's own unit, the
    guardian's unit of a child, the issuer of a request.
    """

    kind: Text = models.TextField()
    subject_id: Text = models.TextField()
    name: Text = models.TextField(blank=True)
    unit_id: MaybeText = models.TextField(null=True)
    profession: MaybeText = models.TextField(null=True)

    class Meta:
        db_table = "ledger_subject"
        constraints = (
            models.UniqueConstraint(fields=["run", "kind", "subject_id"], name="subject_identity"),
        )
        indexes = (
            models.Index("run", OpClass(Lower("name"), "text_pattern_ops"), name="subject_name"),
            models.Index(
                "run", OpClass(Lower("subject_id"), "text_pattern_ops"), name="subject_number"
            ),
        )


class Obligation(Row):
    """One row of ``obligations`` (facts.md), with what lists are filtered and sorted by.

    ``district`` and ``unit_kind`` are those of the owner, else of the subject's unit;
    ``rank`` is the urgency of the state (states.RANK).
    """

    obligation_id: Text = models.TextField()
    provision: Text = models.TextField()
    measure: Small = models.SmallIntegerField()
    modality: Text = models.TextField()
    subject_kind: Text = models.TextField()
    subject_id: Text = models.TextField()
    period_start: MaybeDay = models.DateField(null=True)
    period_end: MaybeDay = models.DateField(null=True)
    quantity: MaybeAmount = models.DecimalField(max_digits=18, decimal_places=4, null=True)
    quantity_unit: MaybeText = models.TextField(null=True)
    quantity_met: MaybeAmount = models.DecimalField(max_digits=18, decimal_places=4, null=True)
    due_on: MaybeDay = models.DateField(null=True)
    owner_unit_id: MaybeText = models.TextField(null=True)
    state: Text = models.TextField()
    missing: MaybeText = models.TextField(null=True)
    as_of: Day = models.DateField()
    rank: Small = models.SmallIntegerField()
    district: MaybeText = models.TextField(null=True)
    unit_kind: MaybeText = models.TextField(null=True)

    class Meta:
        db_table = "ledger_obligation"
        constraints = (
            models.UniqueConstraint(fields=["run", "obligation_id"], name="obligation_identity"),
        )
        indexes = tuple(
            models.Index(fields=["run", *first, "rank", "due_on", "obligation_id"], name=name)
            for name, first in (
                ("obligation_all", []),
                ("obligation_measure", ["measure"]),
                ("obligation_provision", ["provision"]),
                ("obligation_district", ["district"]),
                ("obligation_owner", ["owner_unit_id"]),
                ("obligation_subject", ["subject_kind", "subject_id"]),
            )
        )


class Criterion(Row):
    """One reason of an obligation: does it hold, at which value, by which facts."""

    obligation_id: Text = models.TextField()
    position: Small = models.SmallIntegerField()
    criterion: Text = models.TextField()
    holds: models.BooleanField[bool | None, bool | None] = models.BooleanField(null=True)
    value: MaybeText = models.TextField(null=True)
    fact_refs: MaybeText = models.TextField(null=True)

    class Meta:
        db_table = "ledger_criterion"
        constraints = (
            models.UniqueConstraint(
                fields=["run", "obligation_id", "position"], name="criterion_identity"
            ),
        )


class Fact(Row):
    """One row of a fact table that a criterion names, as it stood when evaluated."""

    table: Text = models.TextField()
    key: Text = models.TextField()
    row: Json = models.JSONField()

    class Meta:
        db_table = "ledger_fact"
        constraints = (
            models.UniqueConstraint(fields=["run", "table", "key"], name="fact_identity"),
        )


class SetAside(Row):
    """One row or cell of the input that could not stand, and why."""

    position: Number = models.IntegerField()
    file: Text = models.TextField()
    row_number: models.IntegerField[int | None, int | None] = models.IntegerField(null=True)
    column: MaybeText = models.TextField(null=True)
    value: MaybeText = models.TextField(null=True)
    reason: Text = models.TextField()
    kind: Text = models.TextField()

    class Meta:
        db_table = "ledger_set_aside"
        constraints = (
            models.UniqueConstraint(fields=["run", "position"], name="set_aside_identity"),
        )
        indexes = (models.Index(fields=["run", "file", "kind", "position"], name="set_aside_file"),)


class Tally(Row):
    """How many obligations stand how: counted once a load, so that no page counts a million.

    ``owners`` counts distinct owner units; it may be added up over districts and kinds because
    a unit has one of each.
    """

    provision: Text = models.TextField()
    measure: Small = models.SmallIntegerField()
    state: Text = models.TextField()
    quantity_unit: Text = models.TextField()
    district: Text = models.TextField()
    unit_kind: Text = models.TextField()
    rows: Number = models.IntegerField()
    owners: Number = models.IntegerField()
    quantity: Amount = models.DecimalField(max_digits=24, decimal_places=4)
    quantity_met: Amount = models.DecimalField(max_digits=24, decimal_places=4)

    class Meta:
        db_table = "ledger_tally"
        constraints = (
            models.UniqueConstraint(
                fields=["run", "provision", "state", "quantity_unit", "district", "unit_kind"],
                name="tally_identity",
            ),
        )


class Flow(Row):
    """Of the obligations still open: how many arose, and how many fall due, on each day."""

    day: Day = models.DateField()
    district: Text = models.TextField()
    unit_kind: Text = models.TextField()
    arose: Number = models.IntegerField()
    due: Number = models.IntegerField()

    class Meta:
        db_table = "ledger_flow"
        constraints = (
            models.UniqueConstraint(
                fields=["run", "day", "district", "unit_kind"], name="flow_identity"
            ),
        )
