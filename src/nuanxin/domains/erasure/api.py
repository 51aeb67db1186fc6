"""Requests to erase a person, for other systems; one asks, another decides."""

from __future__ import annotations

from datetime import datetime

from django.http import Http404, HttpRequest

from nuanxin.domains.access.roles import KEEPS_RECORDS
from nuanxin.domains.actor import actor_of
from nuanxin.domains.api.operations import Operations
from nuanxin.domains.api.shapes import Asked, Name, Number, Told, Words, Yes
from nuanxin.domains.erasure import selectors, services
from nuanxin.domains.erasure.models import Request
from nuanxin.domains.wording import say
from nuanxin.policy.text import Text

api = Operations(Text("删除个人数据", "Erasure"))


class Erasure(Told):
    """A request: asked, refused or done; then ``person_id`` is the pseudonym, and ``counts`` the
    rows erased and kept by table."""

    number: int
    person_id: str
    reason: str
    state: str
    asked_by: str
    asked_at: datetime
    decided_by: str | None
    answer: str
    counts: dict[str, dict[str, int]]

    @classmethod
    def of(cls, one: Request) -> Erasure:
        """The same, from the table."""
        same = [name for name in cls.model_fields if name != "number"]
        return cls(number=one.pk, **{name: getattr(one, name) for name in same})


class Erasures(Told):
    """The latest hundred, those that wait first."""

    items: list[Erasure]


@api.get("/erasures", Text("删除个人数据的请求", "Requests to erase"), KEEPS_RECORDS, Erasures)
def erasures(request: HttpRequest) -> Erasures:
    """Every request with its state."""
    del request
    return Erasures(items=[Erasure.of(one) for one in selectors.requests()])


class ToErase(Asked):
    """Who, and why."""

    person_id: Name
    reason: Words


@api.post("/erasures", Text("提出删除一个人", "Ask to erase somebody"), KEEPS_RECORDS, Erasure)
def erasure_ask(request: HttpRequest, asked: ToErase) -> Erasure:
    """Refused while they serve or are owed money; what is asked already is the same request."""
    return Erasure.of(services.ask(asked.person_id, actor_of(request), asked.reason))


class Decided(Asked):
    """Approved, which erases at once; or refused; and why."""

    approved: Yes
    answer: Words


@api.post("/erasures/{number}/decision", Text("决定", "Decide"), KEEPS_RECORDS, Erasure)
def erasure_decide(request: HttpRequest, number: Number, asked: Decided) -> Erasure:
    """By somebody else than asked, and not by the person themselves."""
    if not Request.objects.filter(pk=number).exists():
        raise Http404(say("没有第 {n} 件请求", "There is no request {n}.", n=number))
    by = actor_of(request)
    return Erasure.of(services.decide(number, by, approved=asked.approved, answer=asked.answer))
