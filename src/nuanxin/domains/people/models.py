"""Units, people and their families, each table with the columns of the facts contract.

Whoever may see a unit may see what hangs on it: every row leads to a unit through ``SCOPE``
(see ``domains/changes``), and a unit to its place in the tree through ``UnitPath``.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from nuanxin.domains.changes.models import Live, guards
from nuanxin.domains.seals.fields import SealedText
from nuanxin.domains.seals.sealing import ID


class Unit(Live):
    """A unit; ``parent`` is the unit above it."""

    unit_id = models.TextField(primary_key=True)
    name = models.TextField()
    parent = models.ForeignKey("self", models.DO_NOTHING, null=True, related_name="children")
    kind = models.TextField()
    district = models.TextField()

    class Meta:
        db_table = "live_units"
        constraints = guards("units")
        indexes = (models.Index(fields=["name"], name="unit_name"),)

    def __str__(self) -> str:
        return self.name


class UnitPath(models.Model):
    """Where a unit stands in the tree: ``/above/…/unit/``; kept by the database."""

    unit = models.OneToOneField(
        Unit, models.DO_NOTHING, primary_key=True, db_constraint=False, related_name="place"
    )
    path = models.TextField(db_collation="C", db_index=True)

    class Meta:
        db_table = "people_unit_path"

    def __str__(self) -> str:
        return self.path


class Person(Live):
    """A person, or a second record of one: then ``merged_into`` is the record that counts."""

    person_id = models.TextField(primary_key=True)
    name = models.TextField()
    unit = models.ForeignKey(Unit, models.DO_NOTHING, related_name="people")
    employment = models.TextField()
    profession = models.TextField()
    is_leader = models.BooleanField()
    is_secretary = models.BooleanField(null=True)
    sex = models.TextField(null=True)
    birth_date = models.DateField(null=True)
    education = models.TextField(null=True)
    party = models.TextField(null=True)
    title_level = models.TextField(null=True)
    title_since = models.DateField(null=True)
    rank_since = models.DateField(null=True)
    work_start = models.DateField(null=True)
    district = models.TextField(null=True)
    street = models.TextField(null=True)
    household_district = models.TextField(null=True)
    needs_transport = models.BooleanField(null=True)
    id_number = SealedText(kind=ID, null=True)
    merged_into = models.ForeignKey("self", models.DO_NOTHING, null=True, related_name="merged")

    class Meta:
        db_table = "live_people"
        constraints = (
            *guards("people"),
            models.CheckConstraint(
                condition=~Q(merged_into=F("person_id")), name="people_not_into_itself"
            ),
        )
        indexes = (
            models.Index(fields=["name"], name="person_name"),
            models.Index(fields=["id_number"], name="person_id_number"),
        )

    def __str__(self) -> str:
        return self.name


class Relation(Live):
    """``relative_id`` is the spouse or parent of the person; perhaps nobody we know."""

    person = models.ForeignKey(Person, models.DO_NOTHING, related_name="relations")
    relative_id = models.TextField(db_index=True)
    kind = models.TextField()

    class Meta:
        db_table = "live_relations"
        constraints = (
            *guards("relations"),
            models.UniqueConstraint(
                fields=["person", "relative_id", "kind"], name="relations_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id} {self.kind} {self.relative_id}"


class Child(Live):
    """A child with one or two guardians."""

    child_id = models.TextField(primary_key=True)
    name = models.TextField(null=True)
    guardian = models.ForeignKey(Person, models.DO_NOTHING, related_name="children")
    other_guardian_id = models.TextField(null=True, db_index=True)
    birth_date = models.DateField()
    household_district = models.TextField(null=True)
    stage = models.TextField()
    enrol_year = models.BigIntegerField(null=True)
    needs_home_study = models.BooleanField(null=True)

    class Meta:
        db_table = "live_children"
        constraints = guards("children")

    def __str__(self) -> str:
        return self.name or self.child_id
