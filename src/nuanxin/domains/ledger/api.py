"""What people do about obligations, for other systems."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest

from nuanxin.domains.access.roles import DOES_DUTIES
from nuanxin.domains.actor import Actor, actor_of
from nuanxin.domains.api import scope
from nuanxin.domains.api.operations import Operations
from nuanxin.domains.api.shapes import Amount, Asked, Day, Name, Number, Remark, Told, Words, Yes
from nuanxin.domains.ledger import services
from nuanxin.domains.ledger.deeds import Named
from nuanxin.domains.ledger.models import Deed, Obligation
from nuanxin.domains.wording import say
from nuanxin.policy.text import Text

api = Operations(Text("办理", "Deeds"))


class Done(Told):
    """What was done about an obligation, and how it stands now."""

    number: int
    kind: str
    obligation_id: str
    state: str
    on_date: date | None
    by: str

    @classmethod
    def of(cls, deed: Deed) -> Done:
        """The same, with the state that the deed gave."""
        now = Obligation.objects.filter(pk=deed.entry).values_list("state", flat=True).first()
        return cls(
            number=deed.pk,
            kind=deed.kind,
            obligation_id=deed.obligation_id,
            state=now or "",
            on_date=deed.on_date,
            by=deed.by,
        )


class Plan(Asked):
    """To be delivered on a day."""

    obligation: Name
    on: Day
    reason: Remark = ""


class Delivery(Asked):
    """Delivered on a day: what proves it, and how much in the obligation's own unit."""

    obligation: Name
    on: Day
    evidence: Words
    quantity: Amount | None = None


class Waiver(Asked):
    """The person declines from a day on, and why."""

    obligation: Name
    on: Day
    reason: Words


class Dispute(Asked):
    """What is not right."""

    obligation: Name
    reason: Words


class Answer(Asked):
    """The facts were corrected, or they stand; and why."""

    corrected: Yes
    reason: Words


def _named(obligation: str, by: Actor) -> Named:
    """An obligation within the scope of the token; Http404 where there is none."""
    run = scope.standing()
    return Named(run.pack, scope.obligation(run, obligation, by).obligation_id)


@api.post("/plans", Text("安排哪天兑现", "Plan when it is delivered"), DOES_DUTIES, Done)
def plan(request: HttpRequest, asked: Plan) -> Done:
    """What is owed becomes planned."""
    by = actor_of(request)
    return Done.of(services.plan(_named(asked.obligation, by), asked.on, by, asked.reason))


@api.post("/deliveries", Text("登记兑现", "Record a delivery"), DOES_DUTIES, Done)
def deliver(request: HttpRequest, asked: Delivery) -> Done:
    """A fact: the state follows when it is evaluated again, within a moment."""
    by = actor_of(request)
    what = _named(asked.obligation, by)
    return Done.of(
        services.deliver(what, asked.on, by, evidence=asked.evidence, quantity=asked.quantity)
    )


@api.post("/waivers", Text("登记本人放弃", "Record that the person waives"), DOES_DUTIES, Done)
def waive(request: HttpRequest, asked: Waiver) -> Done:
    """A fact; forced rest and insurance cannot be waived."""
    by = actor_of(request)
    return Done.of(services.waive(_named(asked.obligation, by), asked.on, by, asked.reason))


@api.post("/disputes", Text("这不对", "Dispute it"), DOES_DUTIES, Done)
def dispute(request: HttpRequest, asked: Dispute) -> Done:
    """It stays open until it is answered."""
    by = actor_of(request)
    return Done.of(services.dispute(_named(asked.obligation, by), by, asked.reason))


@api.post("/disputes/{number}/answer", Text("答复异议", "Answer a dispute"), DOES_DUTIES, Done)
def answer_dispute(request: HttpRequest, number: Number, asked: Answer) -> Done:
    """Once: the facts were corrected, or they stand."""
    by = actor_of(request)
    disputed = Deed.objects.filter(pk=number, kind="dispute").first()
    theirs = disputed and scope.within(
        Obligation.objects.filter(pk=disputed.entry), "owner_unit_id", by
    )
    if disputed is None or (by.unit_id and not (theirs and theirs.exists())):
        raise Http404(say("没有第 {n} 条异议", "There is no dispute {n}.", n=number))
    return Done.of(
        services.answer(disputed.pk, corrected=asked.corrected, by=by, reason=asked.reason)
    )
