"""The picture of a change: how many people gain or lose how much, as bars with places in SVG."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from nuanxin.domains.wording import number, quantity, say

HEIGHT = 250
BASE = 206.0
ROOM = 180.0
LEAST = 2.0
NARROW = 44
"""Below this width of a bar only some of them are labelled."""


@dataclass(frozen=True)
class Bar:
    """One bar: its place, its pattern (met: gains, owed: same, overdue: loses), its labels."""

    x: float
    y: float
    width: float
    height: float
    pattern: str
    people: str
    size: str

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 1)

    @property
    def above(self) -> float:
        return round(self.y - 6, 1)


@dataclass(frozen=True)
class Histogram:
    """The drawing in a viewBox of ``width`` by HEIGHT, and the finding in one sentence."""

    width: int
    bars: Sequence[Bar]
    finding: str
    left: str
    right: str
    height: int = HEIGHT
    base: float = BASE

    @property
    def end(self) -> int:
        return self.width - 8


def histogram(found: Mapping[str, Any], width: int) -> Histogram | None:
    """Draw what ``spread`` found; None when nobody's size is known."""
    bins, unit, fares = found["bins"], found["unit"], found["fares"]
    if not bins:
        return None
    step = (width - 16) / len(bins)
    top = max(one["people"] for one in bins) or 1
    every = max(1, round(NARROW / step))
    nought = next(place for place, one in enumerate(bins) if one["least"] == one["most"] == 0)
    bars = [
        _bar(one, unit, 8 + place * step, step, top, said=(place - nought) % every == 0)
        for place, one in enumerate(bins)
    ]
    return Histogram(
        width,
        bars,
        _finding(found),
        say("← 减少 {n} 人", "← less: {n}", n=number(fares["lose"])),
        say("增加 {n} 人 →", "more: {n} →", n=number(fares["gain"])),
    )


def _bar(one: Mapping[str, int], unit: str, x: float, step: float, top: int, *, said: bool) -> Bar:
    people = one["people"]
    height = max(LEAST, round(ROOM * people / top, 1)) if people else 0.0
    far = one["most"] if one["most"] > 0 else one["least"]
    pattern = "owed" if far == 0 else "met" if far > 0 else "overdue"
    return Bar(
        round(x + 1.5, 1),
        round(BASE - height, 1),
        round(step - 3, 1),
        height,
        pattern,
        number(people) if people and step > NARROW else "",
        _short(far, unit) if said else "",
    )


def _short(size: int, unit: str) -> str:
    amount = Decimal(size) / 100 if unit == "fen" else Decimal(size)
    sign = "+" if amount > 0 else "−" if amount < 0 else ""
    return f"{sign}{number(abs(amount))}"


def _finding(found: Mapping[str, Any]) -> str:
    fares, unit = found["fares"], found["unit"]
    moved = [one for one in found["bins"] if one["people"] and (one["least"] or one["most"])]
    said = say(
        "{g} 人增加，{l} 人减少，{s} 人不变，{u} 人算不出",
        "{g} get more, {l} get less, {s} stay the same, {u} cannot be settled",
        g=number(fares["gain"]),
        l=number(fares["lose"]),
        s=number(fares["same"]),
        u=number(fares["unknown"]),
    )
    if not moved:
        return said
    most = max(moved, key=lambda one: int(one["people"]))
    far = most["most"] if most["most"] > 0 else most["least"]
    more = say("增加", "more") if far > 0 else say("减少", "less")
    return say(
        "{a}；最多的一组{m}至多 {q}",
        "{a}; the largest group gets at most {q} {m}",
        a=said,
        m=more,
        q=quantity(abs(far), unit),
    )
