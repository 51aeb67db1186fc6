"""The fairness check drawn: days reported against days with recorded contact, a point a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

TOP, ROOM_BELOW, ROOM_RIGHT, LEFT = 30.0, 34.0, 10.0, 40.0
DAYS = 31


@dataclass(frozen=True)
class Reported:
    """A line of a run: how many days were reported, how many have recorded contact."""

    days: int
    contact: int
    is_leader: bool
    name: str
    is_paid: bool = True

    @property
    def is_found(self) -> bool:
        """Whether the check of leaders finds it: who is paid nothing takes nothing."""
        return self.is_leader and self.is_paid and self.days > self.contact


@dataclass(frozen=True)
class Dot:
    """People at one place of the drawing; ``names`` only of those found."""

    x: float
    y: float
    people: int
    is_found: bool
    names: Sequence[str]

    @property
    def radius(self) -> float:
        """Larger for more people, by area."""
        return round(min(2.2 + 0.8 * sqrt(self.people), 9), 1)


@dataclass(frozen=True)
class Scatter:
    """One drawing in a viewBox of ``width`` by ``height``; ``ticks`` are (days, x, y)."""

    width: int
    height: int
    dots: Sequence[Dot]
    ticks: Sequence[tuple[int, float, float]]
    people: int
    found: int

    @property
    def left(self) -> float:
        return LEFT

    @property
    def right(self) -> float:
        return self.width - ROOM_RIGHT

    @property
    def top(self) -> float:
        return TOP

    @property
    def floor(self) -> float:
        return self.height - ROOM_BELOW


def scatter(lines: Iterable[Reported], width: int, height: int) -> Scatter:
    """Compute one drawing; who stands at the same place is one dot."""
    told = [line for line in lines if line.days]
    right, floor = width - ROOM_RIGHT, height - ROOM_BELOW

    def x(days: int) -> float:
        return round(LEFT + (right - LEFT) * days / DAYS, 1)

    def y(days: int) -> float:
        return round(floor - (floor - TOP) * days / DAYS, 1)

    heaps = Counter((line.contact, line.days, line.is_found) for line in told)
    names: dict[tuple[int, int], list[str]] = {}
    for line in told:
        if line.is_found:
            names.setdefault((line.contact, line.days), []).append(line.name)
    dots = [
        Dot(x(contact), y(days), n, found, names.get((contact, days), ()) if found else ())
        for (contact, days, found), n in sorted(heaps.items())
    ]
    return Scatter(
        width,
        height,
        sorted(dots, key=lambda dot: dot.is_found),
        [(days, x(days), y(days)) for days in (0, 10, 20, DAYS)],
        len(told),
        sum(line.is_found for line in told),
    )
