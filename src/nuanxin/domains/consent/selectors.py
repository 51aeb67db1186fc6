"""What stands: the last word of a person on each purpose, and what was said before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from nuanxin.domains.consent.models import Statement
from nuanxin.domains.consent.purposes import PURPOSES, Purpose
from nuanxin.domains.duty.models import Waiver
from nuanxin.domains.people.models import Person


@dataclass(frozen=True)
class Standing:
    """A purpose with a person's word on it: ``given`` is None where nobody was asked.

    ``said`` are all their words, the latest first; empty where a record alone says no.
    """

    code: str
    purpose: Purpose
    given: bool | None
    said: Sequence[Statement]

    @property
    def state(self) -> str:
        """How it is drawn."""
        return {True: "met", False: "excepted", None: "none"}[self.given]


def standing(person_id: str) -> list[Standing]:
    """Every purpose in order; a recorded refusal (M16-3) counts where nothing was said. Two
    queries."""
    said = list(Statement.objects.filter(person_id=person_id).order_by("-pk"))
    refused = set(
        Waiver.objects.filter(person=person_id).values_list("provision", flat=True).distinct()
    )
    return [
        Standing(code, purpose, _word(code, own, refused), own)
        for code, purpose in PURPOSES.items()
        for own in [[one for one in said if one.purpose == code]]
    ]


def _word(code: str, own: Sequence[Statement], refused: set[str]) -> bool | None:
    if own:
        return own[0].given
    return False if code == "story" and "M16-3" in refused else None


def given(purpose: str, people: Iterable[str] | None = None) -> QuerySet[Statement]:
    """The standing words of those who agree to a purpose (of these people, or of all)."""
    last = Statement.objects.filter(purpose=purpose)
    if people is not None:
        last = last.filter(person_id__in=list(people))
    last = last.order_by("person_id", "-pk").distinct("person_id")
    return Statement.objects.filter(pk__in=last.values("pk"), given=True)


def may(person_id: str, purpose: str) -> bool:
    """Whether a person agrees to a purpose; silence is no consent."""
    return given(purpose, [person_id]).exists()


def to_be_told_of(beginning: str = "") -> QuerySet[Person]:
    """People whose story may be told, by name; those who did not agree are not among them."""
    found = Person.objects.filter(pk__in=given("story").values("person_id"), merged_into=None)
    if beginning:
        found = found.filter(name__startswith=beginning)
    return found.select_related("unit").order_by("name", "pk")


def flags(people: Sequence[Person]) -> list[tuple[bool, bool]]:
    """Whether each may be named, and shown on a photo. Two queries."""
    keys = [one.pk for one in people]
    name, photo = (
        set(given(purpose, keys).values_list("person_id", flat=True))
        for purpose in ("name", "photo")
    )
    return [(key in name, key in photo) for key in keys]


def refusals() -> int:
    """How many people said no to their story, by their word or by a record."""
    said = Statement.objects.filter(purpose="story").order_by("person_id", "-pk")
    last = Statement.objects.filter(pk__in=said.distinct("person_id").values("pk"))
    yes, no = (set(last.filter(given=g).values_list("person_id", flat=True)) for g in (True, False))
    recorded = Waiver.objects.filter(provision="M16-3").values_list("person_id", flat=True)
    return len((no | set(recorded)) - yes)
