"""One dated parameter: its versions, each with period, source and certainty."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from nuanxin.policy.text import Text

Scalar = Decimal | str | bool | tuple[str, ...]
Applies = Literal["always", "from"]

CERTAINTIES = ("text", "sourced", "peer", "unverified", "default")
"""From the policy's own words down to our own default, in falling order of certainty."""

WHOLE_UNITS = ("days", "workdays", "blocks", "count", "persons", "pupils", "points", "minutes")
UNITS = (
    *WHOLE_UNITS,
    *(
        "hours",
        "hours/week",
        "days/month",
        "months",
        "years",
        "years per excellent",
        "%",
        "x",
        "x days",
    ),
    *("CNY/person-day", "CNY/month", "credits/day", "yes/no", "list", "text"),
)
PRECISIONS = ("day", "month", "year", "unknown")


class NotInForce(LookupError):
    """The parameter has no value on the day asked for."""


@dataclass(frozen=True)
class Value:
    """One version of a parameter.

    In force from ``start`` to ``end`` (both included; ``end`` None: until superseded), published
    on ``known``. ``precision`` says how exactly the source dates the start. A ``trial`` is set for
    one run: it was never published, is known on every day, and wins over what was.
    """

    value: Scalar
    start: date
    known: date
    jurisdiction: str
    certainty: str
    source: Text
    end: date | None = None
    precision: str = "day"
    note: Text | None = None
    trial: bool = False

    def covers(self, on: date) -> bool:
        """Whether the period of this version includes the day."""
        return self.start <= on and (self.end is None or on <= self.end)


@dataclass(frozen=True)
class Parameter:
    """One dated number, word or list of a policy.

    ``applies`` is ``from`` when the value changes with the day it is applied to, and ``always``
    when its first version judges every earlier day too (definitions C2). ``otherwise`` is the
    value of days that no version covers.
    """

    key: str
    label: Text
    unit: str
    measures: tuple[int, ...]
    values: tuple[Value, ...]
    applies: Applies = "from"
    otherwise: Scalar | None = None

    def version(self, on: date | None = None, known: date | None = None) -> Value | None:
        """The version in force on a day as known on another; None when only ``otherwise`` is.

        Without ``on`` the latest start counts. A newer publication wins over an older one for
        the days it covers.
        """
        published = self.published(known)
        in_force = [v for v in published if on is None or v.covers(on)]
        if in_force:
            return max(in_force, key=lambda v: (v.start, v.known) if on is None else newest(v))
        lasting = [v for v in published if not v.trial] or published
        first = min(lasting, key=lambda v: v.start, default=None)
        if self.applies == "always" and first and on and on < first.start:
            return first
        return None

    def published(self, known: date | None = None) -> tuple[Value, ...]:
        """The versions published by a day, all of them without one.

        A parameter that applies always keeps its first version: it judges every day (C2).
        """
        found = tuple(v for v in self.values if known is None or v.trial or v.known <= known)
        if self.applies == "always" and all(v.trial for v in found):
            return (*self.values[:1], *(v for v in found if v is not self.values[0]))
        return found

    def value(self, on: date | None = None, known: date | None = None) -> Scalar:
        """The value in force; NotInForce when there is none and no ``otherwise``."""
        version = self.version(on, known)
        if version is not None:
            return version.value
        if self.otherwise is None:
            raise NotInForce(f"the parameter {self.key} has no value on {on or 'any day'}")
        return self.otherwise

    def timeline(self, known: date | None = None) -> list[tuple[date, Scalar]]:
        """The value of every day as steps (first day, value), beginning with ``date.min``."""
        edges = {date.min}
        for version in self.values:
            edges.add(version.start)
            if version.end is not None:
                edges.add(version.end + timedelta(days=1))
        steps: list[tuple[date, Scalar]] = []
        for edge in sorted(edges):
            value = self.value(edge, known)
            if not steps or steps[-1][1] != value:
                steps.append((edge, value))
        return steps


def newest(version: Value) -> tuple[bool, date, date]:
    """Sorting key: the newest publication last, and of one publication the latest start."""
    return (version.trial, version.known, version.start)
