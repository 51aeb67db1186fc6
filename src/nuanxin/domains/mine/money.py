"""The subsidy on my page: a month, its days, and why each pays what it pays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby

from nuanxin.domains.ledger.models import Obligation, PersonDay
from nuanxin.domains.mine.duty import in_hours
from nuanxin.domains.wording import MONTHS, in_chinese, number, say, yuan

FULL, HALF = 30_000, 20_000


@dataclass(frozen=True)
class Cell:
    """A day of the calendar: ``fen`` None when nothing is paid; ``look`` its class."""

    day: date
    fen: int | None
    look: str
    words: str
    is_of_month: bool


@dataclass(frozen=True)
class Line:
    """Days with one reason, and what each pays, in fen."""

    days: Sequence[date]
    fen: int
    why: str
    is_open: bool

    @property
    def when(self) -> str:
        """The days in words: 7 月 22、23、25 日."""
        numbers = say("、", ", ").join(str(d.day) for d in self.days)
        first = self.days[0]
        if in_chinese():
            return f"{first.month} 月 {numbers} 日"
        return f"{numbers} {MONTHS[first.month - 1]}"

    @property
    def sum(self) -> str:
        """What they pay: 300 × 3."""
        one = number(Decimal(self.fen) / 100)
        return f"{one} × {len(self.days)}" if len(self.days) > 1 else one

    @property
    def anchor(self) -> date:
        return self.days[0]


@dataclass(frozen=True)
class Month:
    """A month's subsidy: the rows of the ledger, the calendar and the reasons."""

    first: date
    sure: Sequence[Obligation]
    open: Sequence[Obligation]
    cells: Sequence[Cell]
    lines: Sequence[Line]

    @property
    def name(self) -> str:
        if in_chinese():
            return f"{self.first.month} 月补助"
        return f"Subsidy for {MONTHS[self.first.month - 1]}"

    @property
    def fen(self) -> int:
        return sum(int(row.quantity or 0) for row in self.sure)

    @property
    def yuan(self) -> str:
        return yuan(self.fen)

    @property
    def paid(self) -> int:
        return sum(int(row.quantity_met or 0) for row in self.sure)

    @property
    def open_days(self) -> int:
        return sum(int(row.quantity or 0) for row in self.open)

    @property
    def row(self) -> Obligation | None:
        """The row that stands for the month, the sure one first."""
        return next(iter([*self.sure, *self.open]), None)


def months_of(rows: Iterable[Obligation]) -> list[date]:
    """The months with a subsidy, the latest first."""
    return sorted(
        {r.period_start for r in rows if r.provision == "M09-1" and r.period_start}, reverse=True
    )


def month(
    first: date,
    rows: Iterable[Obligation],
    days: Sequence[PersonDay],
    hours: Mapping[date, timedelta],
    unsettled: frozenset[date],
    planned: Mapping[date, bool],
    half: Decimal,
) -> Month:
    """A month as my page shows it.

    ``unsettled`` are days whose contact is not known, ``planned`` those of planned shifts with
    whether they are past and wait to be confirmed; up to ``half`` hours are half a day.
    """
    of = [r for r in rows if r.provision == "M09-1" and r.period_start == first]
    paid = {d.date: d for d in days}
    return Month(
        first=first,
        sure=[r for r in of if r.quantity_unit == "fen"],
        open=[r for r in of if r.quantity_unit == "days"],
        cells=list(_cells(first, paid, unsettled, planned)),
        lines=_lines(days, hours, unsettled, half),
    )


def _cells(
    first: date,
    paid: Mapping[date, PersonDay],
    unsettled: frozenset[date],
    planned: Mapping[date, bool],
) -> Iterable[Cell]:
    """Whole weeks from Monday, so that columns are weekdays."""
    on = first - timedelta(days=first.weekday())
    after = (first + timedelta(days=32)).replace(day=1)
    while on < after or on.weekday():
        yield _cell(on, first, paid.get(on), on in unsettled, planned.get(on))
        on += timedelta(days=1)


def _cell(
    on: date, first: date, paid: PersonDay | None, is_open: bool, is_past: bool | None
) -> Cell:
    own = (on.year, on.month) == (first.year, first.month)
    if not own:
        return Cell(on, None, "", "", False)
    if paid is None:
        ahead, waits = say("待上", "set"), say("待定", "open")
        words = "" if is_past is None else (waits if is_past else ahead)
        return Cell(on, None, "d-next", words, True)
    amount = number(Decimal(paid.fen) / 100)
    if is_open:
        return Cell(on, paid.fen, "d-q", f"{amount}?", True)
    if paid.fen >= FULL:
        look = "d-300"
    else:
        look = "d-200" if paid.fen >= HALF else ("d-100" if paid.fen else "d-0")
    return Cell(on, paid.fen, look, amount, True)


def _lines(
    days: Sequence[PersonDay],
    hours: Mapping[date, timedelta],
    unsettled: frozenset[date],
    half: Decimal,
) -> list[Line]:
    """Days with the same reason together, the latest first."""

    def reason(day: PersonDay) -> tuple[object, ...]:
        short = hours.get(day.date) if day.is_half else None
        open_ = day.date in unsettled
        return (day.tier, day.percent, day.is_half, day.contact, day.fen, short, open_)

    ordered = sorted(days, key=lambda d: (str(reason(d)), d.date))
    lines = [
        Line(
            [d.date for d in heap],
            heap[0].fen,
            _why(heap[0], hours.get(heap[0].date), heap[0].date in unsettled, half),
            heap[0].date in unsettled,
        )
        for _, group in groupby(ordered, key=reason)
        for heap in [list(group)]
    ]
    return sorted(lines, key=lambda line: line.days[-1], reverse=True)


def _why(day: PersonDay, hours: timedelta | None, is_open: bool, half: Decimal) -> str:
    """The reason of a day in the worker's words."""
    if day.fen == 0 and not day.contact:
        return say(
            "负责人没有接触记录的日子不发。", "Leaders are not paid for days without contact."
        )
    if day.tier == 1:
        parts = [say("直接接触确诊或疑似患者", "Direct contact with confirmed or suspected cases")]
    else:
        parts = [
            say("在一线岗位，没有确认直接接触", "At a frontline post, direct contact not confirmed")
        ]
    if day.is_half:
        told = say("{h} 小时，", "{h} hours, ", h=number(in_hours(hours))) if hours else ""
        parts.append(
            say("{t}{n} 小时及以下算半天", "{t}{n} hours or less count as half", t=told, n=half)
        )
    if day.percent == 200:
        parts.append(say("援鄂期间加倍", "doubled on the mission to Hubei"))
    if is_open:
        parts.append(
            say("接触记录还没有确认，确认后可能更多", "contact not yet confirmed; it may be more")
        )
    return say("，", ", ").join(parts) + say("。", ".")
