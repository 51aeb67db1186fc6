"""The evidence of duty, each table with the columns of the facts contract.

Times are stored as instants; the contract's local times are those of Shanghai (see facts.sql).
"""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import (
    ArrayField,
    DateRangeField,
    DateTimeRangeField,
    RangeBoundary,
    RangeOperators,
)
from django.db import models
from django.db.models import Deferrable, F, Func, Q

from nuanxin.domains.changes.models import Live, guards
from nuanxin.domains.people.models import Person, Unit


def _in_order(table: str) -> models.CheckConstraint:
    in_order = Q(end_date__gte=F("start_date"))
    return models.CheckConstraint(condition=in_order, name=f"{table}_in_order")


class Hashed(Func):
    """A text as 64 bits: five times quicker than the text itself in an index of ranges.

    Two of a million people share one with odds of 1 in 30 million, and even then nothing wrong
    is recorded: of hours at the same time the second would be refused.
    """

    function = "hashtextextended"
    template = "%(function)s(%(expressions)s, 0)"
    output_field = models.BigIntegerField()


class Days(Func):
    """The days from the first to the last, both included; open when there is no last."""

    function = "daterange"
    output_field = DateRangeField()


class Hours(Func):
    """The time from start to end, the end not included."""

    function = "tstzrange"
    output_field = DateTimeRangeField()


class Post(Live):
    """A place of work of a unit, with contact and risk."""

    post_id = models.TextField(primary_key=True)
    unit = models.ForeignKey(Unit, models.DO_NOTHING, related_name="posts")
    name = models.TextField(null=True)
    kind = models.TextField()
    contact = models.TextField()
    risk = models.TextField()
    district = models.TextField(null=True)
    street = models.TextField(null=True)

    class Meta:
        db_table = "live_posts"
        constraints = guards("posts")

    def __str__(self) -> str:
        return self.name or self.post_id


class Spell(Live):
    """A person's time at a post; nobody is at one post twice at once (``spells_apart``)."""

    spell_id = models.TextField(primary_key=True)
    person = models.ForeignKey(Person, models.DO_NOTHING, related_name="spells", db_index=False)
    post = models.ForeignKey(Post, models.DO_NOTHING, related_name="spells")
    arranged_by = models.ForeignKey(
        Unit, models.DO_NOTHING, db_column="arranged_by", related_name="arranged"
    )
    start_date = models.DateField()
    end_date = models.DateField(null=True)
    mission = models.TextField()
    aid_place = models.TextField(null=True)
    treats_confirmed = models.BooleanField()

    class Meta:
        db_table = "live_spells"
        constraints = (
            *guards("spells"),
            _in_order("spells"),
            models.UniqueConstraint(fields=["spell_id", "person"], name="spells_of_person"),
            ExclusionConstraint(
                name="spells_apart",
                expressions=[
                    (Hashed("person"), RangeOperators.EQUAL),
                    (Hashed("post"), RangeOperators.EQUAL),
                    (
                        Days("start_date", "end_date", RangeBoundary(True, True)),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                deferrable=Deferrable.IMMEDIATE,
            ),
        )
        indexes = (models.Index(fields=["person", "start_date"], name="spell_person"),)

    def __str__(self) -> str:
        return self.spell_id


class Attendance(Live):
    """Planned, worked or cancelled hours; nobody worked twice at once (``attendance_apart``)."""

    attendance_id = models.TextField(primary_key=True)
    person = models.ForeignKey(Person, models.DO_NOTHING, related_name="shifts", db_index=False)
    post = models.ForeignKey(Post, models.DO_NOTHING, related_name="shifts", db_index=False)
    spell = models.ForeignKey(
        Spell,
        models.DO_NOTHING,
        null=True,
        related_name="shifts",
        db_index=False,
        db_constraint=False,
    )
    start = models.DateTimeField()
    end = models.DateTimeField()
    status = models.TextField()
    contact_confirmed = models.BooleanField(null=True)
    reason_over_8h = models.TextField(null=True)
    reported_by = models.TextField(null=True)

    class Meta:
        db_table = "live_attendance"
        constraints = (
            *guards("attendance"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="attendance_in_order"),
            ExclusionConstraint(
                name="attendance_apart",
                expressions=[
                    (Hashed("person"), RangeOperators.EQUAL),
                    (Hours("start", "end"), RangeOperators.OVERLAPS),
                ],
                condition=Q(status="worked"),
                deferrable=Deferrable.IMMEDIATE,
            ),
        )
        indexes = (
            models.Index(fields=["person", "start"], name="attendance_person"),
            models.Index(fields=["post", "start"], name="attendance_post"),
        )

    def __str__(self) -> str:
        return self.attendance_id


class Absence(Live):
    """Days a person was away, both ends included."""

    absence_id = models.TextField(primary_key=True)
    person = models.ForeignKey(Person, models.DO_NOTHING, related_name="absences")
    start_date = models.DateField()
    end_date = models.DateField()
    kind = models.TextField()

    class Meta:
        db_table = "live_absences"
        constraints = (*guards("absences"), _in_order("absences"))

    def __str__(self) -> str:
        return self.absence_id


class Declaration(Live):
    """What the city declared, or that a person was released."""

    date = models.DateField()
    kind = models.TextField()
    person = models.ForeignKey(Person, models.DO_NOTHING, null=True, related_name="declarations")

    class Meta:
        db_table = "live_declarations"
        constraints = (
            *guards("declarations"),
            models.UniqueConstraint(
                fields=["date", "kind", "person"],
                nulls_distinct=False,
                name="declarations_once",
            ),
            models.CheckConstraint(
                condition=~Q(kind="release") | Q(person__isnull=False),
                name="declarations_release_of_whom",
            ),
        )

    def __str__(self) -> str:
        return f"{self.date} {self.kind}"


class Insurance(Live):
    """A person's cover under a policy; a group policy covers many."""

    policy_no = models.TextField()
    person = models.ForeignKey(Person, models.DO_NOTHING, related_name="insurance")
    kind = models.TextField()
    start_date = models.DateField()
    end_date = models.DateField()

    class Meta:
        db_table = "live_insurance"
        constraints = (
            *guards("insurance"),
            _in_order("insurance"),
            models.UniqueConstraint(
                fields=["policy_no", "person", "kind", "start_date"], name="insurance_once"
            ),
        )

    def __str__(self) -> str:
        return self.policy_no


class Harm(Live):
    """An illness, injury, violence or rumour, and what was done about it."""

    harm_id = models.TextField(primary_key=True)
    person = models.ForeignKey(Person, models.DO_NOTHING, related_name="harms")
    date = models.DateField()
    kind = models.TextField()
    arises_from_duty = models.BooleanField(null=True)
    filed_on = models.DateField(null=True)
    decided_on = models.DateField(null=True)
    recognised = models.BooleanField(null=True)
    paid_on = models.DateField(null=True)
    clarified_on = models.DateField(null=True)

    class Meta:
        db_table = "live_harms"
        constraints = guards("harms")

    def __str__(self) -> str:
        return self.harm_id


class Finding(Live):
    """What was found out about a person's conduct, by whom and through which channels."""

    finding_id = models.TextField(primary_key=True)
    person = models.ForeignKey(Person, models.DO_NOTHING, related_name="findings")
    level = models.TextField()
    decided_on = models.DateField()
    decided_by = models.TextField()
    channels = ArrayField(models.TextField())
    expires_on = models.DateField(null=True)

    class Meta:
        db_table = "live_findings"
        constraints = guards("findings")

    def __str__(self) -> str:
        return self.finding_id


class Delivery(Live):
    """Something owed was given: by provision, to a subject, perhaps by a counterpart."""

    delivery_id = models.TextField(primary_key=True)
    provision = models.TextField()
    subject_id = models.TextField(db_index=True)
    on_date = models.DateField()
    quantity = models.DecimalField(max_digits=28, decimal_places=10, null=True)
    counterpart_id = models.TextField(null=True, db_index=True)
    period_start = models.DateField(null=True)

    class Meta:
        db_table = "live_deliveries"
        constraints = guards("deliveries")
        indexes = (models.Index(fields=["provision", "on_date"], name="delivery_provision"),)

    def __str__(self) -> str:
        return self.delivery_id


class StockIssue(Live):
    """Protective stock given out by a unit, perhaps to a person."""

    issue_id = models.TextField(primary_key=True)
    at = models.DateTimeField()
    item = models.TextField()
    standard = models.TextField(null=True)
    quantity = models.DecimalField(max_digits=28, decimal_places=10)
    unit = models.ForeignKey(Unit, models.DO_NOTHING, related_name="stock_issues")
    person_id = models.TextField(null=True, db_index=True)

    class Meta:
        db_table = "live_stock_issues"
        constraints = guards("stock_issues")

    def __str__(self) -> str:
        return self.issue_id


class DataRequest(Live):
    """A request for data from one unit to another."""

    request_id = models.TextField(primary_key=True)
    issuer = models.ForeignKey(Unit, models.DO_NOTHING, related_name="requests_made")
    target = models.ForeignKey(Unit, models.DO_NOTHING, related_name="requests_met")
    issued_at = models.DateTimeField()
    fields = ArrayField(models.TextField())
    minutes = models.DecimalField(max_digits=28, decimal_places=10)
    is_emergency = models.BooleanField()
    table_code = models.TextField(null=True)

    class Meta:
        db_table = "live_data_requests"
        constraints = guards("data_requests")

    def __str__(self) -> str:
        return self.request_id


class HeldField(Live):
    """A field of one of the two tables, and the unit that holds it."""

    field = models.TextField()
    table_code = models.TextField()
    owner_id = models.TextField()

    class Meta:
        db_table = "live_held_fields"
        constraints = (
            *guards("held_fields"),
            models.UniqueConstraint(fields=["field", "table_code"], name="held_fields_once"),
        )

    def __str__(self) -> str:
        return f"{self.table_code} {self.field}"


class FundEntry(Live):
    """Money spent from party dues or matching funds, in fen."""

    entry_id = models.TextField(primary_key=True)
    fund = models.TextField()
    on_date = models.DateField()
    amount_fen = models.BigIntegerField()
    purpose = models.TextField()
    beneficiary_kind = models.TextField(null=True)

    class Meta:
        db_table = "live_fund_entries"
        constraints = guards("fund_entries")

    def __str__(self) -> str:
        return self.entry_id


class Waiver(Live):
    """A person declined what is owed, or agreed to what is avoided."""

    waiver_id = models.TextField(primary_key=True)
    person = models.ForeignKey(
        Person, models.DO_NOTHING, related_name="waivers", db_constraint=False
    )
    provision = models.TextField()
    on_date = models.DateField()
    reason = models.TextField()

    class Meta:
        db_table = "live_waivers"
        constraints = guards("waivers")

    def __str__(self) -> str:
        return self.waiver_id


class CalendarDay(Live):
    """A day that the city declared a workday or not."""

    date = models.DateField(primary_key=True)
    is_workday = models.BooleanField()
    overtime_pct = models.DecimalField(max_digits=28, decimal_places=10, null=True)

    class Meta:
        db_table = "live_calendar"
        constraints = guards("calendar")

    def __str__(self) -> str:
        return str(self.date)
