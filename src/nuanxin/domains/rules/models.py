"""Changes of a pack's parameters: what was proposed, who decided, what was computed with it.

A pack's files stay as they are. What was approved here is added to them when the ledger is
evaluated (``standing``), so each installation can carry its own decisions.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q


class Proposal(models.Model):
    """A change of one parameter or several, decided as one.

    States: draft (its maker still writes it), proposed, then approved, declined or withdrawn.
    """

    pack = models.TextField()
    state = models.TextField(default="draft")
    reason = models.TextField()
    made_by = models.TextField()
    made_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.TextField(null=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "rules_proposal"
        constraints = (
            models.CheckConstraint(condition=~Q(reason=""), name="proposal_says_why"),
            models.CheckConstraint(
                condition=~Q(state="approved")
                | Q(decided_by__isnull=False) & ~Q(decided_by=F("made_by")),
                name="proposal_approved_by_another",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "proposed", "approved", "declined", "withdrawn"]),
                name="proposal_state",
            ),
        )

    def __str__(self) -> str:
        return f"{self.pack} #{self.pk}"


class NewValue(models.Model):
    """A version of a parameter that a proposal adds, written as ``--set`` takes it.

    In force from ``start`` to ``end`` (both included; none: until superseded), published on
    ``known``; ``source`` is the document in the proposer's words.
    """

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="values")
    key = models.TextField()
    value = models.TextField()
    start = models.DateField()
    end = models.DateField(null=True)
    known = models.DateField()
    jurisdiction = models.TextField()
    certainty = models.TextField()
    source = models.TextField()

    class Meta:
        db_table = "rules_value"
        constraints = (
            models.UniqueConstraint(fields=["proposal", "key", "start"], name="value_once"),
            models.CheckConstraint(
                condition=Q(end__isnull=True) | Q(end__gte=F("start")), name="value_in_order"
            ),
            models.CheckConstraint(condition=~Q(source=""), name="value_has_source"),
        )

    def __str__(self) -> str:
        return f"{self.key}={self.value}@{self.start}"


class Work(models.Model):
    """A preview of a proposal, or the recomputation of the ledger after its approval.

    States: waiting, running, done, stopped, failed. ``found`` is what a preview came to, or how
    many obligations the recomputation changed; ``share`` is in percent.
    """

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="works")
    kind = models.TextField()
    state = models.TextField(default="waiting")
    step = models.TextField(blank=True)
    share = models.SmallIntegerField(default=0)
    stop_asked = models.BooleanField(default=False)
    asked_by = models.TextField()
    asked_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)
    found = models.JSONField(default=dict)
    failure = models.TextField(blank=True)

    class Meta:
        db_table = "rules_work"
        constraints = (
            models.UniqueConstraint(
                fields=["proposal", "kind"],
                condition=Q(state__in=["waiting", "running"]),
                name="work_one_at_a_time",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.proposal_id} {self.state}"

    @property
    def is_open(self) -> bool:
        """Whether it waits or runs."""
        return self.state in ("waiting", "running")


class Step(models.Model):
    """One thing that was done to a proposal: who, in which role, why, when; append-only."""

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="steps")
    kind = models.TextField()
    by = models.TextField()
    role = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "rules_step"

    def __str__(self) -> str:
        return f"{self.kind} {self.by}"
