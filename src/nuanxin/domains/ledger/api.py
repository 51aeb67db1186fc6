"""What people do about obligations, and the ledger as it was, for other systems."""

from __future__ import annotations

from datetime import date, datetime

from django.http import Http404, HttpRequest
from ninja import Query

from nuanxin.domains.access.roles import DOES_DUTIES, STAFF
from nuanxin.domains.actor import actor_of
from nuanxin.domains.api import current
from nuanxin.domains.api.operations import Operations
from nuanxin.domains.api.shapes import Amount, Asked, Day, Name, Number, Remark, Told, Words, Yes
from nuanxin.domains.ledger import history, services
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


class Proposition(Asked):
    """Why a measure that may be taken (MAY) should be."""

    obligation: Name
    reason: Words


class Decision(Asked):
    """Whether what was proposed is approved, and why."""

    obligation: Name
    approved: Yes
    reason: Words


def _named(obligation: str) -> Named:
    """An obligation of the token's scope; Http404 where there is none."""
    run = current.standing()
    return Named(run.pack, current.obligation(run, obligation).obligation_id)


@api.post("/plans", Text("安排哪天兑现", "Plan when it is delivered"), DOES_DUTIES, Done)
def plan(request: HttpRequest, asked: Plan) -> Done:
    """What is owed becomes planned."""
    by = actor_of(request)
    return Done.of(services.plan(_named(asked.obligation), asked.on, by, asked.reason))


@api.post("/deliveries", Text("登记兑现", "Record a delivery"), DOES_DUTIES, Done)
def deliver(request: HttpRequest, asked: Delivery) -> Done:
    """A fact: the state follows when it is evaluated again, within a moment."""
    by = actor_of(request)
    what = _named(asked.obligation)
    return Done.of(
        services.deliver(what, asked.on, by, evidence=asked.evidence, quantity=asked.quantity)
    )


@api.post("/waivers", Text("登记本人放弃", "Record that the person waives"), DOES_DUTIES, Done)
def waive(request: HttpRequest, asked: Waiver) -> Done:
    """A fact; forced rest and insurance cannot be waived."""
    by = actor_of(request)
    return Done.of(services.waive(_named(asked.obligation), asked.on, by, asked.reason))


@api.post("/disputes", Text("这不对", "Dispute it"), DOES_DUTIES, Done)
def dispute(request: HttpRequest, asked: Dispute) -> Done:
    """It stays open until it is answered."""
    return Done.of(services.dispute(_named(asked.obligation), actor_of(request), asked.reason))


@api.post("/proposals", Text("提出可以给的", "Propose what may be given"), DOES_DUTIES, Done)
def propose_deed(request: HttpRequest, asked: Proposition) -> Done:
    """Available becomes proposed; somebody else decides."""
    return Done.of(services.propose(_named(asked.obligation), actor_of(request), asked.reason))


@api.post("/decisions", Text("审批提出的", "Decide what was proposed"), DOES_DUTIES, Done)
def decide_deed(request: HttpRequest, asked: Decision) -> Done:
    """Approved or declined, never by who proposed it."""
    what, by = _named(asked.obligation), actor_of(request)
    return Done.of(services.decide(what, approved=asked.approved, by=by, reason=asked.reason))


@api.post("/disputes/{number}/answer", Text("答复异议", "Answer a dispute"), DOES_DUTIES, Done)
def answer_dispute(request: HttpRequest, number: Number, asked: Answer) -> Done:
    """Once: the facts were corrected, or they stand."""
    if not Deed.objects.filter(pk=number, kind="dispute").exists():
        raise Http404(say("没有第 {n} 条异议", "There is no dispute {n}.", n=number))
    by = actor_of(request)
    return Done.of(services.answer(number, corrected=asked.corrected, by=by, reason=asked.reason))


class Moment(Asked):
    """The day at whose end the ledger is looked at."""

    on: Day


class Stood(Told):
    """How many obligations of a provision stood so."""

    provision: str
    state: str
    rows: int


class Loaded(Told):
    """A load that changed something; ``scope`` is empty when it spoke for everybody."""

    at: datetime
    as_of: date
    scope: str
    by: str
    reason: str
    added: int
    changed: int
    withdrawn: int


class Then(Told):
    """The ledger as it was, and the last hundred loads."""

    on: date
    stood: list[Stood]
    loads: list[Loaded]


@api.get("/then", Text("账本过去的样子", "The ledger as it was"), STAFF, Then)
def then(request: HttpRequest, asked: Query[Moment]) -> Then:
    """How many obligations of each provision stood how at the end of a day."""
    run = current.standing()
    rows = history.counts_at(run, history.end_of(asked.on))
    return Then(
        on=asked.on,
        stood=[Stood(provision=p, state=state, rows=n) for p, state, n in rows],
        loads=[Loaded.model_validate(one) for one in history.loads(run, actor_of(request))],
    )
