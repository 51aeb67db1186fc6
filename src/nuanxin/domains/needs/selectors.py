"""Reading needs: those of a person, and those a unit has to take up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from nuanxin.domains.needs.models import Need, Step
from nuanxin.domains.needs.words import ENDED, FAMILY, KINDS, OPEN, STEPS
from nuanxin.policy.text import Text

SHOWN = 20


@dataclass(frozen=True)
class Shown:
    """A need in words, with its steps in order."""

    need: Need
    steps: Sequence[tuple[Step, Text]]

    @property
    def kind(self) -> Text:
        return KINDS[self.need.kind]

    @property
    def state(self) -> Text:
        return STEPS[self.need.state]

    @property
    def mark(self) -> str:
        """The family of states whose mark and colour it has."""
        return FAMILY[self.need.state]

    @property
    def is_open(self) -> bool:
        """Whether the unit has something to do."""
        return self.need.state in OPEN

    @property
    def has_ended(self) -> bool:
        return self.need.state in ENDED

    @property
    def answer(self) -> str:
        """What the unit said last."""
        said = [step.words for step, _ in self.steps if step.words and step.kind != "unsolved"]
        return said[-1] if said else ""


def of_person(person_id: str, *, by_family: bool | None = None) -> list[Shown]:
    """The needs of a person, the latest first; of the family alone, or without them."""
    found = Need.objects.filter(person_id=person_id).order_by("-pk")
    if by_family is not None:
        found = found.filter(by_family=by_family)
    return _shown(found.prefetch_related("steps")[:SHOWN])


def to_take_up(
    units: Iterable[str], kinds: Iterable[str], families: Iterable[str] = ()
) -> list[Shown]:
    """What units have to take up, the oldest first; and what some people's families asked."""
    theirs = Q(unit_id__in=list(units), kind__in=list(kinds))
    looked_after = Q(person_id__in=list(families), by_family=True)
    found = Need.objects.filter(theirs | looked_after, state__in=OPEN)
    return _shown(found.order_by("pk").prefetch_related("steps")[: 5 * SHOWN])


def _shown(needs: Iterable[Need]) -> list[Shown]:
    return [Shown(n, [(step, STEPS[step.kind]) for step in n.steps.all()]) for n in needs]
