"""The ledger's tables. All are filled from an evaluation (see services) and read by selectors.

Rows belong to a run and are known by the names the evaluation gave them; references between
them are by those names, because a fact may be named that no table holds.
"""

from __future__ import annotations

from django.contrib.postgres.indexes import OpClass
from django.db import models
from django.db.models.functions import Lower


class Run(models.Model):
    """The evaluation that stands for a pack; loading another takes its place."""

    pack = models.TextField(unique=True)
    version = models.TextField()
    as_of = models.DateField()
    engine = models.TextField()
    seconds = models.DecimalField(max_digits=12, decimal_places=3, null=True)
    parameters = models.JSONField(default=dict)
    rows = models.JSONField(default=dict)
    cells = models.JSONField(default=dict)
    absent_tables = models.JSONField(default=list)

    class Meta:
        db_table = "ledger_run"

    def __str__(self) -> str:
        return f"{self.pack} {self.as_of}"


class Row(models.Model):
    """What every other table has: it belongs to a run."""

    run = models.ForeignKey(Run, models.CASCADE, related_name="+", db_index=False)

    class Meta:
        abstract = True


class Unit(Row):
    """A unit, as far as an obligation names it."""

    unit_id = models.TextField()
    name = models.TextField()
    kind = models.TextField()
    district = models.TextField()

    class Meta:
        db_table = "ledger_unit"
        constraints = (models.UniqueConstraint(fields=["run", "unit_id"], name="unit_identity"),)


class Subject(Row):
    """Whom or what an obligation is about: person, unit, child, request or issue.

    ``name`` is empty where the facts give none; ``unit_id`` is the person's own unit, the
    guardian's unit of a child, the issuer of a request.
    """

    kind = models.TextField()
    subject_id = models.TextField()
    name = models.TextField(blank=True)
    unit_id = models.TextField(null=True)
    profession = models.TextField(null=True)

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

    obligation_id = models.TextField()
    provision = models.TextField()
    measure = models.SmallIntegerField()
    modality = models.TextField()
    subject_kind = models.TextField()
    subject_id = models.TextField()
    period_start = models.DateField(null=True)
    period_end = models.DateField(null=True)
    quantity = models.DecimalField(max_digits=18, decimal_places=4, null=True)
    quantity_unit = models.TextField(null=True)
    quantity_met = models.DecimalField(max_digits=18, decimal_places=4, null=True)
    due_on = models.DateField(null=True)
    owner_unit_id = models.TextField(null=True)
    state = models.TextField()
    missing = models.TextField(null=True)
    as_of = models.DateField()
    rank = models.SmallIntegerField()
    district = models.TextField(null=True)
    unit_kind = models.TextField(null=True)

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
                ("obligation_kind", ["unit_kind"]),
                ("obligation_owner", ["owner_unit_id"]),
                ("obligation_subject", ["subject_kind", "subject_id"]),
            )
        )


class Criterion(Row):
    """One reason of an obligation: does it hold, at which value, by which facts."""

    obligation_id = models.TextField()
    criterion = models.TextField()
    holds = models.BooleanField(null=True)
    value = models.TextField(null=True)
    fact_refs = models.TextField(null=True)

    class Meta:
        db_table = "ledger_criterion"
        constraints = (
            models.UniqueConstraint(
                fields=["run", "obligation_id", "criterion"], name="criterion_identity"
            ),
        )


class Fact(Row):
    """One row of a fact table that a criterion names, as it stood when evaluated."""

    table = models.TextField()
    key = models.TextField()
    row = models.JSONField()

    class Meta:
        db_table = "ledger_fact"
        constraints = (
            models.UniqueConstraint(fields=["run", "table", "key"], name="fact_identity"),
        )


class SetAside(Row):
    """One row or cell of the input that could not stand, and why."""

    position = models.IntegerField()
    file = models.TextField()
    row_number = models.IntegerField(null=True)
    column = models.TextField(null=True)
    value = models.TextField(null=True)
    reason = models.TextField()
    kind = models.TextField()

    class Meta:
        db_table = "ledger_set_aside"
        constraints = (
            models.UniqueConstraint(fields=["run", "position"], name="set_aside_identity"),
        )
        indexes = (models.Index(fields=["run", "file", "kind", "position"], name="set_aside_file"),)


class Tally(Row):
    """How many obligations stand how: counted once a load, so that no page counts a million."""

    provision = models.TextField()
    measure = models.SmallIntegerField()
    state = models.TextField()
    quantity_unit = models.TextField()
    district = models.TextField()
    unit_kind = models.TextField()
    rows = models.IntegerField()
    quantity = models.DecimalField(max_digits=24, decimal_places=4)
    quantity_met = models.DecimalField(max_digits=24, decimal_places=4)

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

    day = models.DateField()
    district = models.TextField()
    unit_kind = models.TextField()
    arose = models.IntegerField()
    due = models.IntegerField()

    class Meta:
        db_table = "ledger_flow"
        constraints = (
            models.UniqueConstraint(
                fields=["run", "day", "district", "unit_kind"], name="flow_identity"
            ),
        )
