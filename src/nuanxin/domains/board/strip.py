"""The time strip of an obligation: its period, its due date and the day of the evaluation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from nuanxin.domains.ledger.models import Obligation
from nuanxin.domains.wording import MONTHS, day, pick, say
from nuanxin.policy.text import Text

LEFT = 8.0
GLYPH = 12.5


@dataclass(frozen=True)
class Month:
    """The first day of a month on the strip; nothing said where there is no room."""

    x: float
    words: Text | None


@dataclass(frozen=True)
class Strip:
    """One drawing, as places in a viewBox of ``width`` by 104."""

    width: int
    right: float
    start: float
    end: float
    running: bool
    said: Text
    today: float
    due: float | None
    due_said: Text | None
    months: list[Month]
    finding: str

    @property
    def length(self) -> float:
        return max(round(self.end - self.start, 1), 3.0)

    @property
    def today_said(self) -> Text:
        return Text("计算当日", "As of")

    @property
    def today_ends(self) -> bool:
        return self.today > self.width - 60

    @property
    def today_beside(self) -> float:
        return -4.0 if self.today_ends else 4.0

    @property
    def due_ends(self) -> bool:
        return (self.due or 0) > self.width - 7 * GLYPH

    @property
    def due_beside(self) -> float:
        return -4.0 if self.due_ends else 4.0


def strip(row: Obligation, width: int) -> Strip | None:
    """Draw an obligation's time; None when it has no period."""
    if row.period_start is None:
        return None
    begins, ends = row.period_start, row.period_end or max(row.as_of, row.period_start)
    days = [begins, ends, row.as_of, *([row.due_on] if row.due_on else [])]
    first, last = min(days) - timedelta(days=5), max(days) + timedelta(days=10)
    right = width - 8.0

    def x(on: date) -> float:
        share: float = (on - first).days / (last - first).days
        return round(LEFT + share * (right - LEFT), 1)

    due = row.due_on
    return Strip(
        width=width,
        right=right,
        start=x(begins),
        end=x(ends),
        running=row.period_end is None,
        said=_period(row),
        today=x(row.as_of),
        due=x(due) if due else None,
        due_said=Text(f"{due:%-m-%d} 到期", f"due {due:%-m-%d}") if due else None,
        months=_months(first, last, x, (right - LEFT) / (last - first).days * 30),
        finding=_finding(row),
    )


def _period(row: Obligation) -> Text:
    begins, ends = row.period_start, row.period_end
    said = f"{begins:%-m-%d}"
    if ends is None:
        return Text(f"{said} 起，未结束", f"from {said}, open")
    if ends == begins:
        return Text(said, said)
    return Text(f"{said} 至 {ends:%-m-%d}", f"{said} to {ends:%-m-%d}")


def _months(first: date, last: date, x: Callable[[date], float], room: float) -> list[Month]:
    every = max(1, round(3 * GLYPH / room))
    found, on = [], (first.replace(day=1) + timedelta(days=32)).replace(day=1)
    while on < last:
        said = Text(f"{on.month} 月", MONTHS[on.month - 1][:3])
        room_left = x(last) - x(on) > 2 * GLYPH
        shown = room_left and (on.month - 1) % every == 0
        found.append(Month(x(on), said if shown else None))
        on = (on + timedelta(days=32)).replace(day=1)
    return found


def _finding(row: Obligation) -> str:
    parts = [say("期间 {p}", "Period {p}", p=pick(_period(row)))]
    if row.due_on:
        parts.append(say("到期日 {d}", "due on {d}", d=day(row.due_on, year=True)))
    parts.append(say("计算当日 {d}", "evaluated as of {d}", d=day(row.as_of, year=True)))
    return say("，", ", ").join(parts)
