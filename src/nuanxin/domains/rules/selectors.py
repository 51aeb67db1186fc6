"""What the policy desk shows: parameters by measure, proposals, their works and steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from nuanxin.domains.rules.models import NewValue, Proposal, Work
from nuanxin.domains.rules.reading import HERE
from nuanxin.packs import NAMES, load_pack
from nuanxin.policy.pack import Pack
from nuanxin.policy.parameter import Parameter, Value
from nuanxin.policy.parameters import Parameters
from nuanxin.policy.provenance import place
from nuanxin.policy.registry import Measure, Obligation
from nuanxin.policy.text import Text

MOST = 100


@dataclass(frozen=True)
class Line:
    """A parameter with the version that counts on a day; None when only its default does."""

    parameter: Parameter
    version: Value | None

    @property
    def place(self) -> Text | None:
        """Whose rule it is; nobody's where it is our default or not verified."""
        if self.version is None or self.version.certainty in ("default", "unverified"):
            return None
        return place(self.version.jurisdiction)

    @property
    def is_foreign(self) -> bool:
        """Whether it is another place's rule or unverified: never to be read as Dalian's."""
        return self.version is not None and (
            self.version.certainty in ("peer", "unverified")
            or (self.version.certainty == "sourced" and self.version.jurisdiction not in OURS)
        )


OURS = (HERE, "Liaoning", "national")
"""Whose rules bind here."""


def by_measure(pack: Pack, parameters: Parameters, on: date) -> list[tuple[Measure, list[Line]]]:
    """The parameters under the first measure they serve, measures in order."""
    found: dict[int, list[Line]] = {}
    for parameter in parameters.values():
        line = Line(parameter, parameter.version(on))
        found.setdefault(parameter.measures[0], []).append(line)
    return [(pack.text.measure(number), found[number]) for number in sorted(found)]


def proposal(number: int) -> Proposal | None:
    """One proposal with its values."""
    return Proposal.objects.prefetch_related("values", "steps").filter(pk=number).first()


def proposals(pack: str) -> list[Proposal]:
    """The proposals of a pack, the latest first."""
    return list(
        Proposal.objects.filter(pack=pack).prefetch_related("values").order_by("-pk")[:MOST]
    )


def changes_of(pack: str, key: str) -> list[NewValue]:
    """What was ever proposed for a parameter, the latest first."""
    found = NewValue.objects.filter(proposal__pack=pack, key=key).exclude(proposal__state="draft")
    return list(found.select_related("proposal").order_by("-pk")[:MOST])


def fed_by(pack: Pack, key: str) -> list[Obligation]:
    """The provisions that a parameter feeds."""
    return [one for one in pack.text.obligations if key in pack.parameters_of(one.id)]


def latest(of: Proposal, kind: str) -> Work | None:
    """The last work of a kind."""
    return of.works.filter(kind=kind).order_by("-pk").first()


def beside(pack: Pack) -> Pack:
    """The pack of another place that a pack is compared with."""
    return load_pack(next(name for name in NAMES if name != pack.id))


@dataclass(frozen=True)
class Side:
    """A parameter in two packs: the version that counts in each; None where it has none."""

    key: str
    label: Text
    unit: str
    ours: Value | None
    theirs: Value | None


def sides(ours: Parameters, theirs: Parameters, on: date) -> list[Side]:
    """The parameters in which two packs differ."""
    found = []
    for key in dict.fromkeys([*ours, *theirs]):
        mine, other = ours.get(key), theirs.get(key)
        here = mine.version(on) if mine else None
        there = other.version(on) if other else None
        told = mine or other
        if told is not None and (here and here.value) != (there and there.value):
            found.append(Side(key, told.label, told.unit, here, there))
    return found


def counterparts(ours: Pack, theirs: Pack) -> list[tuple[object, object | None]]:
    """Each obligation of the other pack, beside the one of ours that it answers to."""
    known = {f"{ours.id}/{one.id}": one for one in ours.text.obligations}
    return [(one, known.get(one.counterpart or "")) for one in theirs.text.obligations]


def versions(parameter: Parameter) -> Sequence[Value]:
    """Its versions, the newest publication first."""
    return sorted(parameter.values, key=lambda one: (one.known, one.start), reverse=True)
