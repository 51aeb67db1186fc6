"""What the text leaves open, and how other places do the same, for other systems."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from nuanxin.domains.access.roles import STAFF
from nuanxin.domains.api import current
from nuanxin.domains.api.operations import Operations
from nuanxin.domains.api.shapes import Both, Told
from nuanxin.domains.rules import selectors
from nuanxin.domains.rules.api import Version
from nuanxin.domains.rules.standing import in_force
from nuanxin.packs import load_pack
from nuanxin.policy.text import Text

api = Operations(Text("原文", "The text"))


class LeftOut(Told):
    """Something that the text does not speak of."""

    key: str
    measures: list[int]
    text: Both


class LeftOpen(Told):
    """What a provision leaves open, how we settle it, and how sure that is."""

    provision: str
    title: Both
    gap: Both
    default: Both
    certainty: str


class Gaps(Told):
    """What is left out, and what is left open."""

    left_out: list[LeftOut]
    left_open: list[LeftOpen]


@api.get("/rules/gaps", Text("原文没写到的", "Gaps of the text"), STAFF, Gaps)
def gaps(request: HttpRequest) -> Gaps:
    """For its drafters: nothing of it is hidden in a default."""
    del request
    text = load_pack(current.standing().pack).text
    return Gaps(
        left_out=[
            LeftOut(key=one.key, measures=list(one.measures), text=Both.of(one.text))
            for one in text.gaps
        ],
        left_open=[
            LeftOpen(
                provision=one.id,
                certainty=one.certainty,
                **{name: Both.of(getattr(one, name)) for name in ("title", "gap", "default")},
            )
            for one in text.obligations
        ],
    )


class Pair(Told):
    """A provision of another place, and ours that answers to it (None: none does)."""

    theirs: str
    ours: str | None
    title: Both
    summary: Both
    modality: str

    @classmethod
    def of(cls, theirs: Any, ours: Any) -> Pair:
        """The same, from the page's."""
        return cls(
            theirs=theirs.id,
            ours=ours.id if ours else None,
            title=Both.of(theirs.title),
            summary=Both.of(theirs.summary),
            modality=theirs.modality,
        )


class Differs(Told):
    """A parameter that two packs have otherwise; None where a pack has none."""

    key: str
    label: Both
    unit: str
    ours: Version | None
    theirs: Version | None

    @classmethod
    def of(cls, side: selectors.Side) -> Differs:
        """The same, from the page's."""
        ours, theirs = (Version.of(one) if one else None for one in (side.ours, side.theirs))
        label = Both.of(side.label)
        return cls(key=side.key, label=label, unit=side.unit, ours=ours, theirs=theirs)


class Packs(Told):
    """Two packs side by side."""

    ours: str
    theirs: str
    provisions: list[Pair]
    parameters: list[Differs]


@api.get("/rules/packs", Text("和外地比", "Beside other places"), STAFF, Packs)
def packs(request: HttpRequest) -> Packs:
    """Provisions that answer to each other, numbers that differ."""
    del request
    run = current.standing()
    ours = load_pack(run.pack)
    theirs = selectors.beside(ours)
    sides = selectors.sides(in_force(ours), theirs.parameters, run.as_of)
    return Packs(
        ours=ours.id,
        theirs=theirs.id,
        provisions=[Pair.of(*pair) for pair in selectors.counterparts(ours, theirs)],
        parameters=[Differs.of(side) for side in sides],
    )
