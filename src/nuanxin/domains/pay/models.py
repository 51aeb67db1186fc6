"""The tables of money. All amounts are whole fen (bigint).

What has been approved stands in two places that the database keeps equal: a chain of signed
entries for each person, payer and month, and the days that those entries pay. A day has one
place in the table of paid days, whoever pays it. See docs/decisions/2026-11-25-paid-once.md.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

OPEN = ("stopped", "clear", "noticed")
"""The states of a run that may still be changed; of these a payer and month has one at most."""


class PayRun(models.Model):
    """One reckoning of what a payer owes for a month: ``number`` counts the month's runs.

    States: stopped or clear (by the fairness check), noticed, approved, paid; superseded when
    another run took its place. ``approver`` is who is meant to approve it.
    """

    payer = models.TextField()
    month = models.DateField()
    number = models.IntegerField()
    state = models.TextField()
    pack = models.TextField()
    as_of = models.DateField()
    made_by = models.TextField()
    made_at = models.DateTimeField(auto_now_add=True)
    approver = models.TextField(blank=True)
    noticed_on = models.DateField(null=True)
    notice_until = models.DateField(null=True)
    approved_by = models.TextField(null=True)
    approved_at = models.DateTimeField(null=True)
    paid_on = models.DateField(null=True)
    bank_reference = models.TextField(blank=True)

    class Meta:
        db_table = "pay_run"
        constraints = (
            models.UniqueConstraint(fields=["payer", "month", "number"], name="run_number"),
            models.UniqueConstraint(
                fields=["payer", "month"], condition=Q(state__in=OPEN), name="run_open_once"
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("made_by")),
                name="run_approved_by_another",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["approved", "paid"], approved_by__isnull=False)
                | Q(state__in=[*OPEN, "superseded"], approved_by__isnull=True),
                name="run_state",
            ),
        )

    def __str__(self) -> str:
        return f"{self.payer} {self.month:%Y-%m} #{self.number}"


class PayLine(models.Model):
    """One person of a run: owed by the ledger, booked before, and the difference.

    ``outside_fen`` was paid by others before us, and is part of ``before_fen``; ``held`` says
    why the person is left out of this run (empty: is not).
    """

    run = models.ForeignKey(PayRun, models.CASCADE, related_name="lines")
    person_id = models.TextField()
    name = models.TextField(blank=True)
    profession = models.TextField(null=True)
    is_leader = models.BooleanField(null=True)
    owed_fen = models.BigIntegerField()
    before_fen = models.BigIntegerField()
    outside_fen = models.BigIntegerField(default=0)
    fen = models.BigIntegerField()
    unknown_days = models.IntegerField(default=0)
    held = models.TextField(blank=True)
    held_reason = models.TextField(blank=True)

    class Meta:
        db_table = "pay_line"
        constraints = (
            models.UniqueConstraint(fields=["run", "person_id"], name="line_identity"),
            models.CheckConstraint(
                condition=Q(owed_fen=F("before_fen") + F("fen")), name="line_difference"
            ),
        )


class LineDay(models.Model):
    """One day of a line, as it was evaluated when the run was made."""

    line = models.ForeignKey(PayLine, models.CASCADE, related_name="days")
    date = models.DateField()
    tier = models.SmallIntegerField()
    percent = models.IntegerField()
    is_half = models.BooleanField()
    contact = models.BooleanField()
    is_aid = models.BooleanField()
    fen = models.BigIntegerField()

    class Meta:
        db_table = "pay_line_day"
        constraints = (models.UniqueConstraint(fields=["line", "date"], name="line_day_identity"),)


class Check(models.Model):
    """One fairness check of a run; ``found`` names persons and figures."""

    run = models.ForeignKey(PayRun, models.CASCADE, related_name="checks")
    code = models.TextField()
    passed = models.BooleanField()
    stops = models.BooleanField()
    found = models.JSONField(default=list)

    class Meta:
        db_table = "pay_check"
        constraints = (models.UniqueConstraint(fields=["run", "code"], name="check_identity"),)


class Objection(models.Model):
    """Somebody objects to a person's line while it is noticed; it is answered once."""

    run = models.ForeignKey(PayRun, models.CASCADE, related_name="objections")
    person_id = models.TextField()
    by = models.TextField()
    text = models.TextField()
    at = models.DateTimeField(auto_now_add=True)
    upheld = models.BooleanField(null=True)
    answered_by = models.TextField(null=True)
    answer = models.TextField(blank=True)

    class Meta:
        db_table = "pay_objection"


class Step(models.Model):
    """One thing that was done to a run: who, in which role, why, when; append-only."""

    run = models.ForeignKey(PayRun, models.PROTECT, related_name="steps")
    kind = models.TextField()
    by = models.TextField()
    role = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    at = models.DateTimeField(auto_now_add=True)
    key = models.TextField(null=True, unique=True)

    class Meta:
        db_table = "pay_step"


class Entry(models.Model):
    """A signed difference in the books of a person, payer and month; append-only.

    Each entry continues exactly one before it and begins where that ended: the database holds
    the chain, so the last ``after_fen`` is the sum of all ``fen``. ``kind`` is pay, or outside
    for what the facts say others had paid.
    """

    person_id = models.TextField()
    payer = models.TextField()
    month = models.DateField()
    number = models.IntegerField()
    kind = models.TextField()
    run = models.ForeignKey(PayRun, models.PROTECT, related_name="entries")
    previous = models.OneToOneField("self", models.PROTECT, null=True, related_name="next")
    before_fen = models.BigIntegerField()
    fen = models.BigIntegerField()
    after_fen = models.BigIntegerField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "pay_entry"
        constraints = (
            models.UniqueConstraint(
                fields=["person_id", "payer", "month", "number"], name="entry_number"
            ),
            models.UniqueConstraint(fields=["run", "person_id", "kind"], name="entry_once_a_run"),
            models.CheckConstraint(
                condition=Q(after_fen=F("before_fen") + F("fen")), name="entry_sum"
            ),
            models.CheckConstraint(condition=~Q(fen=0), name="entry_says_something"),
            models.CheckConstraint(condition=Q(after_fen__gte=0), name="entry_never_below_zero"),
            models.CheckConstraint(
                condition=Q(number=1, previous__isnull=True, before_fen=0)
                | Q(number__gt=1, previous__isnull=False),
                name="entry_first",
            ),
            models.CheckConstraint(condition=Q(kind__in=["pay", "outside"]), name="entry_kind"),
        )


class PaidDay(models.Model):
    """A day that is paid, and by whom: one row for a person and day, in the whole city."""

    person_id = models.TextField()
    date = models.DateField()
    payer = models.TextField()
    month = models.DateField()
    fen = models.BigIntegerField()
    run = models.ForeignKey(PayRun, models.PROTECT, related_name="+")

    class Meta:
        db_table = "pay_day"
        constraints = (
            models.UniqueConstraint(fields=["person_id", "date"], name="day_paid_once"),
            models.CheckConstraint(condition=Q(fen__gt=0), name="day_pays_something"),
        )
        indexes = (models.Index(fields=["payer", "month", "person_id"], name="day_of_payer"),)


# -- restricted funds: double entry ---------------------------------------------------------------


class Account(models.Model):
    """An account of a fund: ``money`` holds it, ``source`` gave it, others are what it is for."""

    fund = models.TextField()
    name = models.TextField()

    class Meta:
        db_table = "pay_account"
        constraints = (models.UniqueConstraint(fields=["fund", "name"], name="account_identity"),)


class Posting(models.Model):
    """One transaction of a fund; its legs sum to zero. ``key`` makes a repeat the same one."""

    key = models.TextField(unique=True)
    on_date = models.DateField()
    memo = models.TextField(blank=True)
    by = models.TextField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "pay_posting"


class Leg(models.Model):
    """One side of a posting, in fen; into the account is positive."""

    posting = models.ForeignKey(Posting, models.PROTECT, related_name="legs")
    account = models.ForeignKey(Account, models.PROTECT, related_name="legs")
    fen = models.BigIntegerField()

    class Meta:
        db_table = "pay_leg"
        constraints = (models.CheckConstraint(condition=~Q(fen=0), name="leg_says_something"),)
