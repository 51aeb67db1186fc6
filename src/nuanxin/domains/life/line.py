"""The line of life as a drawing: lanes, months and marks with places on one axis of days."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from nuanxin.domains.life.events import LANE_WORDS, LANES, Event
from nuanxin.domains.wording import MONTHS, day, pick, say
from nuanxin.policy.text import Text

TOP, LANE, WIDEST = 26.5, 46.0, 1130.0
DAY_WIDTH = 5.3


@dataclass(frozen=True)
class Mark:
    """An event with its place."""

    event: Event
    x: float
    width: float
    y: float

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 1)

    @property
    def under(self) -> float:
        return self.y + 23.0

    @property
    def has_room(self) -> bool:
        """Whether its words fit into it."""
        return self.width > 13 * len(self.event.words)


@dataclass(frozen=True)
class Line:
    """The drawing: a viewBox of ``width`` by ``height``."""

    width: float
    height: float
    lanes: Sequence[tuple[str, float, float]]
    months: Sequence[tuple[float, str]]
    marks: Sequence[Mark]
    finding: str


def line(found: Sequence[Event]) -> Line | None:
    """Draw events; None when there are none."""
    if not found:
        return None
    first = min(one.start for one in found).replace(day=1)
    last = max(one.end for one in found) + timedelta(days=7)
    width = max(WIDEST, DAY_WIDTH * (last - first).days)

    def x(on: date) -> float:
        return round(width * (on - first).days / ((last - first).days or 1), 1)

    tops = {lane: TOP + LANE * place for place, lane in enumerate(LANES)}
    marks = [
        Mark(
            one,
            x(one.start),
            max(round(x(one.end + timedelta(days=1)) - x(one.start), 1), 3.0),
            tops[one.lane],
        )
        for one in found
    ]
    return Line(
        width,
        TOP + LANE * len(LANES) + 4,
        [(pick(LANE_WORDS[lane]), tops[lane], tops[lane] + 27) for lane in LANES],
        list(_months(first, last, x)),
        marks,
        _finding(found),
    )


def _months(first: date, last: date, x: Callable[[date], float]) -> Sequence[tuple[float, str]]:
    found, on = [], first
    while on <= last:
        said = Text(f"{on.month} 月", MONTHS[on.month - 1][:3])
        found.append((x(on), pick(said)))
        on = (on + timedelta(days=32)).replace(day=1)
    return found


def _finding(found: Sequence[Event]) -> str:
    counts = {lane: sum(one.lane == lane for one in found) for lane in LANES}
    return say(
        "{a} 至 {b}：任务 {s} 段，班次 {h} 个，休息 {r} 段，义务 {o} 项，付款 {p} 次",
        "{a} to {b}: spells {s}, shifts {h}, absences {r}, promises {o}, payments {p}",
        a=day(min(one.start for one in found)),
        b=day(max(one.end for one in found)),
        s=counts["spells"],
        h=counts["shifts"],
        r=counts["rest"],
        o=counts["obligations"],
        p=counts["payments"],
    )
