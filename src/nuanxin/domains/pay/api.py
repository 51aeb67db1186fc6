"""Pay runs for other systems: reckoned, checked, made public, objected to, approved, settled."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from django.http import Http404, HttpRequest
from ninja import Query
from pydantic import Field

from nuanxin.domains.access.roles import SEES_MONEY, Role
from nuanxin.domains.actor import actor_of
from nuanxin.domains.api import current
from nuanxin.domains.api.operations import Operations
from nuanxin.domains.api.paging import page_of, part_of
from nuanxin.domains.api.shapes import (
    Asked,
    Both,
    Day,
    Name,
    Number,
    Paged,
    Sought,
    StepTaken,
    Told,
    Words,
    Yes,
)
from nuanxin.domains.pay import selectors, services
from nuanxin.domains.pay.actions import today
from nuanxin.domains.pay.models import PayRun
from nuanxin.domains.pay.words import CHECKS
from nuanxin.domains.wording import say
from nuanxin.policy.text import Text

api = Operations(Text("发放", "Pay runs"))
PAYS = (Role.FINANCE,)
EXCEPTIONS = 3
"""Lines of a lower rank are exceptions: found, left out, taken back, or to be settled."""


class Month(Told):
    """A payer's month: what the ledger owes in fen, and the last run of it."""

    payer: str
    month: date
    people: int
    fen: int
    run: int | None
    state: str | None


class Months(Told):
    """A page of months, and the cursor of the next."""

    items: list[Month]
    next: str | None


@api.get("/pay/months", Text("各单位各月", "Payers and months"), SEES_MONEY, Months)
def pay_months(request: HttpRequest, asked: Query[Paged]) -> Months:
    """What is owed and how far its run is, the latest month first."""
    months = selectors.months(current.standing(), actor_of(request))
    found, following = part_of(months, asked.cursor, asked.limit)
    items = [
        Month(
            **{name: getattr(one, name) for name in ("payer", "month", "people", "fen")},
            run=one.run.pk if one.run else None,
            state=one.run.state if one.run else None,
        )
        for one in found
    ]
    return Months(items=items, next=following)


class Sums(Told):
    """The sums of a run in fen; ``people`` and ``fen`` of those it would pay."""

    people: int
    owed: int
    before: int
    fen: int
    held: int
    unknown_days: int


class Checked(Told):
    """A fairness check: whether it passed, whether it stops the run, and whom it found."""

    code: str
    title: Both
    passed: bool
    stops: bool
    found: list[dict[str, Any]]


class Objected(Told):
    """An objection, and its answer."""

    number: int
    person_id: str
    text: str
    by: str
    upheld: bool | None
    answer: str


class Run(Told):
    """A run: its state is stopped, clear, noticed, approved, paid or superseded."""

    number: int
    payer: str
    month: date
    count: int
    state: str
    as_of: date
    made_by: str
    approver: str
    noticed_on: date | None
    notice_until: date | None
    approved_by: str | None
    paid_on: date | None
    bank_reference: str
    sums: Sums
    checks: list[Checked]
    objections: list[Objected]
    steps: list[StepTaken]

    @classmethod
    def of(cls, run: PayRun) -> Run:
        """The same, from the tables."""
        same = [name for name in cls.model_fields if hasattr(run, name)]
        found = {check.code: check for check in run.checks.all()}
        told = {name: getattr(run, name) for name in same if name not in OWN}
        return cls(
            **told,
            number=run.pk,
            count=run.number,
            sums=Sums.model_validate(selectors.sums(run)),
            checks=[
                Checked(
                    title=Both.of(title),
                    **{name: getattr(found[code], name) for name in CHECKED},
                )
                for code, (title, _) in CHECKS.items()
                if code in found
            ],
            objections=[
                Objected(number=one.pk, **{name: getattr(one, name) for name in OBJECTED})
                for one in run.objections.order_by("pk")
            ],
            steps=[StepTaken.model_validate(one) for one in run.steps.order_by("pk")],
        )


OWN = frozenset({"number", "count", "sums", "checks", "objections", "steps"})
CHECKED = ("code", "passed", "stops", "found")
OBJECTED = ("person_id", "text", "by", "upheld", "answer")


def run_of(number: int) -> PayRun:
    """A run of the token's scope; Http404 where there is none."""
    found = selectors.run(number)
    if found is None:
        raise Http404(say("没有第 {n} 次核算", "There is no run {n}.", n=number))
    return found


class Reckoning(Asked):
    """Whose month is reckoned; ``approver`` is who is meant to approve."""

    payer: Name
    month: Day
    approver: Sought = ""


@api.post("/pay/runs", Text("核算一个月", "Reckon a month"), PAYS, Run)
def pay_draft(request: HttpRequest, asked: Reckoning) -> Run:
    """From the ledger; an open run of the month is superseded. The fairness check is part of it."""
    month, by = asked.month.replace(day=1), actor_of(request)
    return Run.of(services.draft(asked.payer, month, by, approver=asked.approver.strip()))


@api.get("/pay/runs/{number}", Text("一次核算", "One run"), SEES_MONEY, Run)
def pay_run(request: HttpRequest, number: Number) -> Run:
    """Its sums, its fairness check, its objections."""
    del request
    return Run.of(run_of(number))


class Which(Paged):
    """All lines, or those that want a look."""

    show: Literal["all", "exceptions"] = "all"


class Line(Told):
    """One person of a run, in fen: owed, booked before, and the difference."""

    person_id: str
    name: str
    owed_fen: int
    before_fen: int
    fen: int
    unknown_days: int
    held: str
    held_reason: str


class Lines(Told):
    """A page of lines, and the cursor of the next."""

    items: list[Line]
    next: str | None


@api.get("/pay/runs/{number}/lines", Text("逐人明细", "Its people"), SEES_MONEY, Lines)
def pay_lines(request: HttpRequest, number: Number, asked: Query[Which]) -> Lines:
    """By number of the person; exceptions are found, left out, taken back, or to be settled."""
    del request
    rows = selectors.lines(run_of(number))
    if asked.show == "exceptions":
        rows = rows.filter(rank__lt=EXCEPTIONS)  # type: ignore[misc]
    found, following = page_of(rows, ("person_id",), asked.cursor, asked.limit)
    return Lines(items=[Line.model_validate(row) for row in found], next=following)


class Held(Asked):
    """Who is left out, and why."""

    people: Annotated[list[Name], Field(min_length=1, max_length=500)]
    reason: Words


@api.post("/pay/runs/{number}/hold", Text("移出", "Leave people out"), PAYS, Run)
def pay_hold(request: HttpRequest, number: Number, asked: Held) -> Run:
    """The others go on; the next run takes them up again."""
    run = run_of(number)
    return Run.of(services.hold(run.pk, asked.people, actor_of(request), asked.reason))


@api.post("/pay/runs/{number}/notice", Text("公示", "Make it public"), PAYS, Run)
def pay_notice(request: HttpRequest, number: Number) -> Run:
    """Refused while a fairness check stops it."""
    run = run_of(number)
    return Run.of(services.notice(run.pk, actor_of(request), today(run)))


class Objection(Asked):
    """To whose line, and why."""

    person_id: Name
    text: Words


@api.post("/pay/runs/{number}/objections", Text("提出异议", "Object"), PAYS, Run)
def pay_object(request: HttpRequest, number: Number, asked: Objection) -> Run:
    """While the run is public."""
    run = run_of(number)
    services.object_to(run.pk, asked.person_id, actor_of(request), asked.text)
    return Run.of(run_of(number))


class Verdict(Asked):
    """Whether an objection is right, and why; then the person is left out."""

    upheld: Yes
    reason: Words


@api.post(
    "/pay/runs/{number}/objections/{objection}/answer",
    Text("答复异议", "Answer an objection"),
    PAYS,
    Run,
)
def pay_answer(request: HttpRequest, number: Number, objection: Number, asked: Verdict) -> Run:
    """Once."""
    run = run_of(number)
    if not run.objections.filter(pk=objection).exists():
        raise Http404(say("没有第 {n} 条异议", "There is no objection {n}.", n=objection))
    by = actor_of(request)
    services.answer(objection, by, upheld=asked.upheld, reason=asked.reason)
    return Run.of(run_of(number))


@api.post("/pay/runs/{number}/approve", Text("批准", "Approve"), PAYS, Run)
def pay_approve(request: HttpRequest, number: Number) -> Run:
    """After the notice, by another than made it; every day is paid once."""
    run = run_of(number)
    return Run.of(services.approve(run.pk, actor_of(request), today(run)))


class Settled(Asked):
    """The number of the bank's return."""

    bank_reference: Words


@api.post("/pay/runs/{number}/settle", Text("登记回单", "Settle"), PAYS, Run)
def pay_settle(request: HttpRequest, number: Number, asked: Settled) -> Run:
    """What was booked is now delivered, and is evaluated so."""
    run, by = run_of(number), actor_of(request)
    return Run.of(services.settle(run.pk, by, today(run), bank_reference=asked.bank_reference))
