"""The ledger's tables: what an evaluation found, as it stands now.

Rows belong to a run and are known by the names the evaluation gave them; references between
them are by those names, because a fact may be named that no table holds. What a row was before
stands in ``history``; what people did about an obligation stands in ``deeds``.
"""

from __future__ import annotations

from django.contrib.postgres.indexes import OpClass
from django.db import models
from django.db.models.functions import Lower


class LedgerNow(models.Func):
    """The moment of the ledger's transaction: every row it writes has the same."""

    function = "ledger_now"
    template = "%(function)s()"
    output_field = models.DateTimeField()


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
    source = models.TextField(default="", blank=True)
    """The folder of facts it was evaluated from; empty when they are not in a folder."""

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
    parent_id = models.TextField(null=True)

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
    is_leader = models.BooleanField(null=True)

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


class ObligationRow(Row):
    """One row of ``obligations`` (facts.md), with what lists are filtered and sorted by.

    ``district`` and ``unit_kind`` are those of the owner, else of the subject's unit;
    ``rank`` is the urgency of the state (states.RANK). ``evaluated_state`` is the state that
    facts alone give; ``state`` may be one of the ledger's own (planned, proposed, approved,
    declined). The row is so ``since`` a moment.
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
    evaluated_state = models.TextField()
    since = models.DateTimeField(db_default=LedgerNow())

    class Meta:
        abstract = True


class Obligation(ObligationRow):
    """An obligation as it stands now. Its ``id`` stays when a moved first day renames it."""

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


class CriterionRow(Row):
    """One reason of an obligation: does it hold, at which value, by which facts."""

    obligation_id = models.TextField()
    criterion = models.TextField()
    holds = models.BooleanField(null=True)
    value = models.TextField(null=True)
    fact_refs = models.TextField(null=True)
    since = models.DateTimeField(db_default=LedgerNow())

    class Meta:
        abstract = True


class Criterion(CriterionRow):
    """A reason as it stands now."""

    class Meta:
        db_table = "ledger_criterion"
        constraints = (
            models.UniqueConstraint(
                fields=["run", "obligation_id", "criterion"], name="criterion_identity"
            ),
        )


class FactRow(Row):
    """One row of a fact table that a criterion names, as it stood when evaluated."""

    table = models.TextField()
    key = models.TextField()
    row = models.JSONField()
    since = models.DateTimeField(db_default=LedgerNow())

    class Meta:
        abstract = True


class Fact(FactRow):
    """A fact as it was last evaluated."""

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


class UnitTally(Row):
    """How many obligations each unit owes stand how; what nobody is named for is under ''."""

    unit_id = models.TextField()
    state = models.TextField()
    rows = models.IntegerField()

    class Meta:
        db_table = "ledger_unit_tally"
        constraints = (
            models.UniqueConstraint(fields=["run", "unit_id", "state"], name="unit_tally_identity"),
        )


class PersonDay(Row):
    """One day that a subsidy tier covers, as evaluated (M09-1): the parts of an amount.

    ``percent`` is the factor; a leader's day without recorded contact has 0 ``fen``.
    """

    person_id = models.TextField()
    date = models.DateField()
    payer = models.TextField(null=True)
    tier = models.SmallIntegerField()
    percent = models.IntegerField()
    is_half = models.BooleanField()
    contact = models.BooleanField()
    is_aid = models.BooleanField()
    fen = models.BigIntegerField()

    class Meta:
        db_table = "ledger_person_day"
        constraints = (
            models.UniqueConstraint(fields=["run", "person_id", "date"], name="day_identity"),
        )
        indexes = (models.Index(fields=["run", "payer", "date"], name="day_payer"),)


# -- what was: append-only, written by triggers ---------------------------------------------------


class Past(models.Model):
    """What every row of history has: the ``entry`` (id) it was, and until when it was so."""

    entry = models.BigIntegerField()
    until = models.DateTimeField()

    class Meta:
        abstract = True


class PastObligation(ObligationRow, Past):
    """An obligation as it was from ``since`` to ``until``."""

    class Meta:
        db_table = "ledger_obligation_past"
        indexes = (
            models.Index(fields=["run", "obligation_id", "until"], name="past_obligation"),
            models.Index(fields=["run", "entry", "until"], name="past_entry"),
            models.Index(fields=["run", "until"], name="past_until"),
        )


class PastCriterion(CriterionRow, Past):
    """A reason as it was."""

    class Meta:
        db_table = "ledger_criterion_past"
        indexes = (models.Index(fields=["run", "obligation_id", "until"], name="past_criterion"),)


class PastFact(FactRow, Past):
    """A fact as it was evaluated before."""

    class Meta:
        db_table = "ledger_fact_past"
        indexes = (models.Index(fields=["run", "table", "key", "until"], name="past_fact"),)


class Load(Row):
    """One load that changed something: when, of whom, by which version, and how much."""

    at = models.DateTimeField(db_default=LedgerNow())
    as_of = models.DateField()
    scope = models.TextField(blank=True)
    version = models.TextField()
    by = models.TextField()
    reason = models.TextField(blank=True)
    added = models.IntegerField()
    changed = models.IntegerField()
    withdrawn = models.IntegerField()

    class Meta:
        db_table = "ledger_load"
        indexes = (models.Index(fields=["run", "at"], name="load_at"),)


# -- what people did ------------------------------------------------------------------------------


class Deed(Row):
    """Something a person did about an obligation; append-only.

    ``entry`` is the obligation's id, ``obligation_id`` its name then; ``on_date`` the planned
    or delivered day; ``answers`` the dispute that a correction or refusal settles. ``key``
    makes a repeated request the same deed.
    """

    entry = models.BigIntegerField()
    obligation_id = models.TextField()
    kind = models.TextField()
    by = models.TextField()
    role = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    on_date = models.DateField(null=True)
    quantity = models.DecimalField(max_digits=18, decimal_places=4, null=True)
    evidence = models.TextField(blank=True)
    answers = models.OneToOneField("self", models.PROTECT, null=True, related_name="answer")
    at = models.DateTimeField(db_default=LedgerNow())
    key = models.TextField(null=True, unique=True)

    class Meta:
        db_table = "ledger_deed"
        indexes = (models.Index(fields=["run", "entry", "at"], name="deed_entry"),)


class Mark(Row):
    """The ledger's own state of an obligation, shown while facts alone give ``over``."""

    entry = models.BigIntegerField()
    state = models.TextField()
    over = models.TextField()
    on_date = models.DateField(null=True)

    class Meta:
        db_table = "ledger_mark"
        constraints = (models.UniqueConstraint(fields=["run", "entry"], name="mark_identity"),)


class Touched(models.Model):
    """Whom the running change names, until its end; nobody where it speaks of more than persons."""

    change_id = models.BigIntegerField(db_index=True)
    person_id = models.TextField(null=True)

    class Meta:
        db_table = "ledger_touched"
