"""The picture of cases and open promises over time, computed to points; drawn by a template.

What is known of a promise that is kept is that it was kept, not when. So the lower curve shows
the promises open today by the day they arose, and, after today, how many stay open when each
is kept on its due date. It claims nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from nuanxin.domains.board.cases import EVENTS
from nuanxin.domains.wording import MONTHS
from nuanxin.policy.text import Text

AHEAD = 30
"""Days shown after today."""
FIRST_DAY = date(2020, 1, 22)
TOP, MIDDLE, UNDER, BOTTOM = 36, 64, 94, 152
Point = tuple[float, float]
Place = Callable[[date], float]


@dataclass(frozen=True)
class Label:
    """A text at a place; empty where there is no room, ``said`` keeps it."""

    x: float
    y: float
    words: Text | None
    number: int = 0
    said: Text | None = None

    @property
    def sign(self) -> str:
        """The number in a circle that stands for the text on a narrow drawing."""
        return chr(0x2460 + self.number - 1)


@dataclass(frozen=True)
class Curve:
    """One drawing: paths and labels in a viewBox of ``width`` by 174."""

    width: int
    left: float
    right: float
    today: Point
    months: Sequence[Label]
    events: Sequence[Label]
    cases: str
    most_cases: int
    open_line: str
    open_area: str
    ahead: str
    most_open: int
    open_now: int
    to_right: bool
    numbered: bool

    @property
    def beside(self) -> float:
        """How far beside today's point its text stands."""
        return 10.0 if self.to_right else -10.0


def curve(
    flow: Sequence[tuple[date, int, int]],
    as_of: date,
    open_now: int,
    cases: Mapping[date, int],
    width: int,
    *,
    numbered: bool = False,
) -> Curve:
    """Compute one drawing; ``numbered`` shortens the labels of events to their numbers."""
    first = min([FIRST_DAY, *(day for day, arose, _ in flow if arose)][:1])
    last = as_of + timedelta(days=AHEAD)
    left, right = (36.0, width - 4.0) if numbered else (44.0, width - 10.0)

    def x(day: date) -> float:
        share = (min(max(day, first), last) - first).days / (last - first).days
        return round(left + share * (right - left), 1)

    arisen = _arisen(flow, as_of, open_now)
    most = max(open_now, 1)

    def y(rows: int) -> float:
        return round(BOTTOM - (BOTTOM - UNDER) * rows / most, 1)

    past = [(x(day), y(rows)) for day, rows in arisen]
    future = [(x(day), y(rows)) for day, rows in _ahead(flow, as_of, last, open_now)]
    seen = {day: n for day, n in cases.items() if first <= day <= as_of}
    peak = max(seen.values(), default=0)
    tops = [(x(d), round(MIDDLE - (MIDDLE - TOP) * n / (peak or 1), 1)) for d, n in seen.items()]
    now = (x(as_of), y(open_now))
    return Curve(
        width=width,
        left=left,
        right=right,
        today=now,
        months=_months(first, last, x, every=1 if not numbered else _sparse(first, last)),
        events=_events(first, as_of, x, right, numbered=numbered),
        cases=_area(tops, MIDDLE),
        most_cases=peak,
        open_line=_line(past),
        open_area=_area(past, BOTTOM),
        ahead=_line([now, *future]),
        most_open=most,
        open_now=open_now,
        to_right=now[0] < width * 0.7,
        numbered=numbered,
    )


def _arisen(
    flow: Sequence[tuple[date, int, int]], as_of: date, open_now: int
) -> list[tuple[date, int]]:
    """Of what is open today, how much there was already, by day."""
    rows = 0
    points: list[tuple[date, int]] = []
    for day, arose, _ in flow:
        if arose and day <= as_of:
            points += [(day, rows), (day, rows + arose)] if not points else [(day, rows + arose)]
            rows += arose
    return [*points, (as_of, open_now)]


def _ahead(
    flow: Sequence[tuple[date, int, int]], as_of: date, last: date, open_now: int
) -> list[tuple[date, int]]:
    """What stays open after today when each promise is kept on its due date."""
    rows, points = open_now, []
    for day, _, due in flow:
        if due and as_of < day <= last:
            rows -= due
            points.append((day, rows))
    return [*points, (last, rows)]


def _months(first: date, last: date, x: Place, *, every: int) -> list[Label]:
    found, day = [], date(first.year, first.month, 1)
    while day <= last:
        if day >= first:
            words = Text(f"{day.month} 月", MONTHS[day.month - 1][:3])
            shown = words if (day.month - first.month) % every == 0 else None
            found.append(Label(x(day), 169, shown))
        day = (day + timedelta(days=32)).replace(day=1)
    return found


def _sparse(first: date, last: date) -> int:
    return max(1, round((last - first).days / 150))


def _events(first: date, as_of: date, x: Place, right: float, *, numbered: bool) -> list[Label]:
    """Labels of past events on two lines, each where it is free; else only its line."""
    ends = {12.0: 0.0, 28.0: 0.0}
    found = []
    past = [event for event in EVENTS if first <= event.on <= as_of]
    for number, event in enumerate(past, 1):
        at = x(event.on)
        said = f"{event.on.month}-{event.on.day:02d} "
        words = Text(said + event.words.zh, said + event.words.en)
        if numbered:
            sign = Label(at, 12, words, number).sign
            found.append(Label(at, 12, Text(sign, sign), number, words))
            continue
        wide = 12.5 * len(words.zh)
        line = next((y for y, end in ends.items() if end < at and at + wide < right), 0)
        if line:
            ends[line] = at + wide
        shown = words if line else None
        found.append(Label(at + 5, line, shown, number, words))
    return found


def _line(points: Sequence[Point]) -> str:
    """Steps: a number stays until the day it changes."""
    if not points:
        return ""
    (x, y), *rest = points
    return f"M{x} {y}" + "".join(f"H{x}V{y}" for x, y in rest)


def _area(points: Sequence[Point], floor: float) -> str:
    if not points:
        return ""
    return f"{_line([(points[0][0], floor), *points])}V{floor}z"
