"""Of whom a story may be told, for other systems."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Query

from nuanxin.domains.access.roles import Role
from nuanxin.domains.api.operations import Operations
from nuanxin.domains.api.paging import page_of
from nuanxin.domains.api.shapes import Paged, Sought, Told
from nuanxin.domains.consent import selectors
from nuanxin.policy.text import Text

api = Operations(Text("报道同意", "Consent to a story"))


class BeginningWith(Paged):
    """The beginning of a name; empty is everybody who agreed."""

    q: Sought = ""


class Agreed(Told):
    """Somebody who agreed to a story: whether by name, and with a photo."""

    name: str
    unit: str
    may_be_named: bool
    photo_may_be_used: bool


class AllAgreed(Told):
    """A page of who agreed, the cursor of the next, and how many said no."""

    items: list[Agreed]
    next: str | None
    refusals: int


@api.get("/publicity", Text("同意报道的人", "Who agreed to a story"), (Role.PUBLICITY,), AllAgreed)
def publicity(request: HttpRequest, asked: Query[BeginningWith]) -> AllAgreed:
    """Those who said yes and nobody else."""
    del request
    every = selectors.to_be_told_of(asked.q)
    found, following = page_of(every, ("name", "person_id"), asked.cursor, asked.limit)
    items = [
        Agreed(name=one.name, unit=one.unit.name, may_be_named=name, photo_may_be_used=photo)
        for one, (name, photo) in zip(found, selectors.flags(found), strict=True)
    ]
    return AllAgreed(items=items, next=following, refusals=selectors.refusals())
