"""People and units in scope, and merging two records of one person, for other systems."""

from __future__ import annotations

from datetime import datetime

from django.http import Http404, HttpRequest
from ninja import Query

from nuanxin.domains.access.roles import KEEPS_RECORDS, SEES_PEOPLE, SEES_RECORDS
from nuanxin.domains.actor import actor_of
from nuanxin.domains.api.operations import Operations
from nuanxin.domains.api.paging import page_of
from nuanxin.domains.api.shapes import Asked, Both, Name, Paged, Sought, Told, Words
from nuanxin.domains.people import record, selectors, services
from nuanxin.domains.people.models import Person, Unit
from nuanxin.domains.reads.services import note
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


class CellTold(Told):
    """A column of the record, its name in the contract and in words; None where not known."""

    name: str
    column: Both
    words: Both | None

    @classmethod
    def of(cls, cell: record.Cell) -> CellTold:
        """The same, from the page's."""
        words = Both.of(cell.words) if cell.words else None
        return cls(name=cell.name, column=Both.of(cell.column), words=words)


class Altered(Told):
    """A cell before and after a change."""

    before: CellTold
    after: CellTold


class RecordVersion(Told):
    """A change of the record: who, why, when, and what it altered."""

    who: str
    why: str
    at: datetime
    altered: list[Altered]

    @classmethod
    def of(cls, version: record.Version) -> RecordVersion:
        """The same, from the page's."""
        same = {name: getattr(version.change, name) for name in ("who", "why", "at")}
        cells = [
            Altered(before=CellTold.of(old), after=CellTold.of(new)) for old, new in version.cells
        ]
        return cls(altered=cells, **same)


class PersonRecord(Somebody):
    """A person with what is on record (of an id number only its ends), what stood before, and
    the numbers of records that may be of the same person."""

    cells: list[CellTold]
    versions: list[RecordVersion]
    perhaps_the_same: list[str]

    @classmethod
    def of(cls, number: str) -> PersonRecord:
        """The record, noted as read; Http404 where there is none."""
        found = _person(number)
        note(found.pk, "people:person")
        return cls(
            **Somebody.model_validate(found).model_dump(),
            cells=[CellTold.of(cell) for cell in record.cells(found)],
            versions=[RecordVersion.of(one) for one in record.versions(found.pk)],
            perhaps_the_same=[one.pk for one in selectors.perhaps_the_same(found)],
        )


def _person(number: str) -> Person:
    found = selectors.person(number)
    if found is None:
        raise Http404(say("没有编号为 {n} 的人员", "Nobody has the number {n}.", n=number))
    return found


@api.get("/people", Text("人员清单", "List of people"), SEES_RECORDS, People)
def people(request: HttpRequest, asked: Query[Sifted]) -> People:
    """By name: those at home in the token's unit or below, sent by it, or at its posts."""
    del request
    every = selectors.beginning_with(asked.q)
    rows, following = page_of(every, ("name", "person_id"), asked.cursor, asked.limit)
    return People(items=[Somebody.model_validate(row) for row in rows], next=following)


@api.get("/people/{person_id}", Text("一个人", "One person"), SEES_RECORDS, PersonRecord)
def person(request: HttpRequest, person_id: Name) -> PersonRecord:
    """What is on record, what stood before, who may be the same."""
    del request
    return PersonRecord.of(person_id)


class Merging(Asked):
    """Which record is a second one of this person, and why."""

    drop: Name
    why: Words


@api.post("/people/{person_id}/merge", Text("并入另一份记录", "Merge"), KEEPS_RECORDS, PersonRecord)
def merge(request: HttpRequest, person_id: Name, asked: Merging) -> PersonRecord:
    """All that belongs to the second record follows, payments too; it can be undone."""
    one, by = _person(person_id), actor_of(request)
    services.merge(one.pk, asked.drop, who=by.id, why=asked.why)
    return PersonRecord.of(one.pk)


class Unmerging(Asked):
    """Why."""

    why: Words


@api.post("/people/{person_id}/unmerge", Text("拆开", "Take apart"), KEEPS_RECORDS, PersonRecord)
def unmerge(request: HttpRequest, person_id: Name, asked: Unmerging) -> PersonRecord:
    """Undo the merge of this record."""
    one = _person(person_id)
    services.unmerge(one.pk, who=actor_of(request).id, why=asked.why)
    return PersonRecord.of(one.pk)


@api.get("/units", Text("单位清单", "List of units"), SEES_PEOPLE, Places)
def units(request: HttpRequest, asked: Query[Paged]) -> Places:
    """All units by number; no person is named."""
    del request
    rows, following = page_of(Unit.objects.all(), ("unit_id",), asked.cursor, asked.limit)
    return Places(items=[Place.model_validate(row) for row in rows], next=following)
