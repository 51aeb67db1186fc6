"""What the pages ask about people and units."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from nuanxin.domains.people.models import Person, Unit

MOST = 50
"""Rows a list shows; beyond, a narrower search is asked for."""


def found(words: str) -> list[Person]:
    """People whose name or number begins so; the first MOST of them."""
    return list(beginning_with(words)[:MOST])


def beginning_with(words: str) -> QuerySet[Person]:
    """All of them."""
    people: QuerySet[Person] = Person.objects.select_related("unit", "merged_into")
    if words:
        people = people.filter(Q(name__startswith=words) | Q(person_id__startswith=words))
    return people.order_by("name", "person_id")


def person(number: str) -> Person | None:
    """One person with their unit."""
    return Person.objects.select_related("unit", "merged_into").filter(pk=number).first()


def is_empty() -> bool:
    """Whether nobody is in the live city yet."""
    return not Person.objects.exists()


def perhaps_the_same(one: Person) -> list[Person]:
    """Other records with the same id number, or the same name and day of birth."""
    same = Q(pk__in=[])
    if one.id_number:
        same |= Q(id_number=one.id_number)
    if one.birth_date:
        same |= Q(name=one.name, birth_date=one.birth_date)
    others = Person.objects.filter(same, merged_into=None).exclude(pk=one.pk)
    return list(others.select_related("unit").order_by("pk")[:MOST])


def above(unit: Unit) -> list[Unit]:
    """The units above a unit, the topmost first."""
    path = unit.place.path.strip("/").split("/")[:-1] if hasattr(unit, "place") else []
    found = Unit.objects.in_bulk(path)
    return [found[number] for number in path if number in found]


def counts() -> dict[str, int]:
    """How many people and second records there are."""
    told = Person.objects.aggregate(
        all=Count("pk"), merged=Count("pk", filter=Q(merged_into__isnull=False))
    )
    return {"people": told["all"] - told["merged"], "merged": told["merged"]}
