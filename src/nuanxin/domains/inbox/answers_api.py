"""What waits for a unit's answer, and requests for data, for other systems."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from django.http import Http404, HttpRequest
from ninja import Query

from nuanxin.domains.access.roles import Role
from nuanxin.domains.actor import actor_of
from nuanxin.domains.api import current
from nuanxin.domains.api.operations import Operations
from nuanxin.domains.api.shapes import Asked, Name, Number, Remark, Told, Words
from nuanxin.domains.inbox import desk, selectors, services
from nuanxin.domains.inbox.api import units_of
from nuanxin.domains.inbox.roles import ROLES
from nuanxin.domains.needs.models import Need
from nuanxin.domains.wording import say
from nuanxin.policy.text import Text

api = Operations(Text("答复", "Answers"))
COMMUNITY = (Role.COMMUNITY,)


class Disputed(Told):
    """A dispute without an answer; answer it at /disputes/{number}/answer."""

    number: int
    obligation_id: str
    by: str
    reason: str
    at: datetime


class Needed(Told):
    """What a person, or their family, asked for; ``about`` names the fact of a correction."""

    number: int
    person_id: str
    kind: str
    words: str
    about: str
    by_family: bool
    asked_on: date
    state: str

    @classmethod
    def of(cls, need: Need) -> Needed:
        """The same, from the table."""
        same = [name for name in cls.model_fields if name != "number"]
        return cls(number=need.pk, **{name: getattr(need, name) for name in same})


class Unanswered(Told):
    """What waits for the unit, the oldest first."""

    disputes: list[Disputed]
    needs: list[Needed]


@api.get("/inbox/answers", Text("等答复的", "What waits for an answer"), ROLES, Unanswered)
def answers(request: HttpRequest) -> Unanswered:
    """Disputes of what the unit owes, and the needs that the role takes up."""
    run, by = current.standing(), actor_of(request)
    units = units_of(by)
    disputes = [
        Disputed(
            number=deed.pk,
            obligation_id=row.obligation_id,
            by=deed.by,
            reason=deed.reason,
            at=deed.at,
        )
        for deed, row in selectors.disputes(run, units)
    ]
    needs = [Needed.of(shown.need) for shown in desk.needs_of(run, units, by)]
    return Unanswered(disputes=disputes, needs=needs)


class Arranged(Asked):
    """What is done: arranged, or of a record corrected or upheld; and how, in words."""

    said: Literal["arranged", "corrected", "upheld"]
    words: Words


@api.post("/needs/{number}/answer", Text("答复一件请求", "Answer a need"), ROLES, Needed)
def answer_need(request: HttpRequest, number: Number, asked: Arranged) -> Needed:
    """Of the unit's people, and of the families that somebody looks after."""
    run, by = current.standing(), actor_of(request)
    try:
        done = services.answer_need(number, asked.said, units_of(by), by, run, asked.words)
    except services.NotWaiting:
        told = say("没有等答复的第 {n} 件", "No request {n} waits for you.", n=number)
        raise Http404(told) from None
    return Needed.of(done)


class Holder(Told):
    """Who holds a field already, and in which table."""

    field: str
    owner_id: str
    table_code: str


class DataAsked(Told):
    """A request for data: whether it may be handed back because the fields are held already."""

    request_id: str
    issuer_id: str
    issuer: str
    fields: list[str]
    issued_at: datetime
    minutes: Decimal
    is_emergency: bool
    is_duplicate: bool
    held: list[Holder]
    handed_back: bool

    @classmethod
    def of(cls, one: desk.Asked) -> DataAsked:
        """The same, from the page's."""
        asked = one.request
        return cls(
            request_id=asked.pk,
            issuer_id=asked.issuer_id,
            issuer=asked.issuer.name,
            fields=asked.fields,
            issued_at=asked.issued_at,
            minutes=asked.minutes,
            is_emergency=bool(asked.is_emergency),
            is_duplicate=one.is_duplicate,
            held=[Holder.model_validate(row) for _, rows in one.held for row in rows],
            handed_back=one.back is not None,
        )


class FieldsToFill(Asked):
    """Fields of a form, parted by ``;``: who holds them already."""

    fields: Remark = ""


class DayCost(Told):
    """The minutes that requests cost on a day, without those handed back."""

    day: date
    minutes: int


class AllAsked(Told):
    """Requests of two weeks, those that may be handed back first; who holds the fields named."""

    items: list[DataAsked]
    held: list[Holder]
    minutes: list[DayCost]


@api.get("/data-requests", Text("要数据的请求", "Requests for data"), COMMUNITY, AllAsked)
def data_requests(request: HttpRequest, asked: Query[FieldsToFill]) -> AllAsked:
    """To the token's unit and those below it."""
    run, units = current.standing(), units_of(actor_of(request))
    found, every = selectors.checked(asked.fields), desk.asked(run, units)
    return AllAsked(
        items=[DataAsked.of(one) for one in every],
        held=[Holder.model_validate(row) for _, rows in found for row in rows],
        minutes=[DayCost(day=day, minutes=n) for day, n in desk.minutes_by_day(every)],
    )


class Back(Asked):
    """Which request is handed back, and why."""

    request_id: Name
    why: Words


class HandedBackTold(Told):
    """What was handed back, by whom and why; the first time counts."""

    request_id: str
    by: str
    reason: str


@api.post("/data-requests/back", Text("退回一条请求", "Hand it back"), COMMUNITY, HandedBackTold)
def hand_back(request: HttpRequest, asked: Back) -> HandedBackTold:
    """Once, whoever asks for it again."""
    by = actor_of(request)
    done = services.hand_back(asked.request_id, units_of(by), by, asked.why)
    return HandedBackTold.model_validate(done)
