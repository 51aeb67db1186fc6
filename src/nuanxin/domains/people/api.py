"""People and units in scope, for other systems."""

from __future__ import annotations

from django.http import Http404, HttpRequest
from ninja import Query

from nuanxin.domains.access.roles import SEES_PEOPLE, SEES_RECORDS
from nuanxin.domains.actor import actor_of
from nuanxin.domains.api import scope
from nuanxin.domains.api.operations import Operations
from nuanxin.domains.api.paging import page_of
from nuanxin.domains.api.shapes import Name, Paged, Sought, Told
from nuanxin.domains.people import selectors
from nuanxin.domains.people.models import Person, Unit
from nuanxin.domains.wording import say
from nuanxin.policy.text import Text

api = Operations(Text("人和单位", "People and units"))


class Sifted(Paged):
    """The beginning of a name or number; empty is everybody."""

    q: Sought = ""


class Somebody(Told):
    """A person as the lists show them; no id number leaves here."""

    person_id: str
    name: str
    unit_id: str
    employment: str
    profession: str
    is_leader: bool
    merged_into_id: str | None


class People(Told):
    """A page of people, and the cursor of the next."""

    items: list[Somebody]
    next: str | None


class Place(Told):
    """A unit; ``parent_id`` is the unit above it."""

    unit_id: str
    name: str
    kind: str
    district: str
    parent_id: str | None


class Places(Told):
    """A page of units, and the cursor of the next."""

    items: list[Place]
    next: str | None


@api.get("/people", Text("人员清单", "List of people"), SEES_RECORDS, People)
def people(request: HttpRequest, asked: Query[Sifted]) -> People:
    """By name, those of the token's unit and the units below."""
    mine = scope.within(selectors.beginning_with(asked.q), "unit_id", actor_of(request))
    rows, following = page_of(mine, ("name", "person_id"), asked.cursor, asked.limit)
    return People(items=[Somebody.model_validate(row) for row in rows], next=following)


@api.get("/people/{person_id}", Text("一个人", "One person"), SEES_RECORDS, Somebody)
def person(request: HttpRequest, person_id: Name) -> Somebody:
    """One person of the token's scope."""
    mine = scope.within(Person.objects.filter(pk=person_id), "unit_id", actor_of(request))
    found = mine.first()
    if found is None:
        raise Http404(say("没有编号为 {n} 的人员", "Nobody has the number {n}.", n=person_id))
    return Somebody.model_validate(found)


@api.get("/units", Text("单位清单", "List of units"), SEES_PEOPLE, Places)
def units(request: HttpRequest, asked: Query[Paged]) -> Places:
    """By number: the token's unit and the units below, or all."""
    mine = scope.within(Unit.objects.all(), "unit_id", actor_of(request))
    rows, following = page_of(mine, ("unit_id",), asked.cursor, asked.limit)
    return Places(items=[Place.model_validate(row) for row in rows], next=following)
