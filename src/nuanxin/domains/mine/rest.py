"""The rest accounts: each is counted on its own and none pays for another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from nuanxin.domains.duty.models import Absence
from nuanxin.domains.ledger.models import Obligation
from nuanxin.domains.mine.span import span
from nuanxin.domains.people.models import Person
from nuanxin.domains.wording import day, quantity, say
from nuanxin.policy.text import Text

TITLES = {
    ("M07-3", "hours"): Text("强制休息", "Forced rest"),
    ("M07-3", "days"): Text("长期任务后的休息", "Rest after a long task"),
    ("M07-4", "hours"): Text("补休", "Compensatory rest"),
    ("M11-5", "days"): Text("十五天休息", "The fifteen days"),
}
PROVISIONS = ("M07-3", "M07-4", "M11-5")
HELD_BACK = ("met", "kept")
ANNUAL = ((20, 15), (10, 10), (1, 5))
"""Years of work and days of annual leave: Regulation on paid annual leave (leave.annual)."""
KINDS = {
    "rest15": ("M11-5", "days"),
    "compensatory": ("M07-4", "hours"),
    "forced": ("M07-3", "hours"),
}


@dataclass(frozen=True)
class Account:
    """One account: what is owed, what was taken, what is left; None where it is not known."""

    title: Text
    of: str
    left: Decimal | None
    whole: Decimal | None
    met: Decimal
    unit: str
    state: str
    said: str
    row: Obligation | None = None
    about: str = ""

    @property
    def met_percent(self) -> str:
        return f"{min(Decimal(100), 100 * self.met / (self.whole or 1)):.2f}"

    @property
    def left_percent(self) -> str:
        return f"{100 - Decimal(self.met_percent):.2f}"

    @property
    def left_words(self) -> str:
        return quantity(self.left or 0, self.unit)


def accounts(
    rows: Iterable[Obligation], absences: Sequence[Absence], person: Person | None, on: date
) -> list[Account]:
    """The accounts of a person: those of obligations, then annual leave."""
    mine = [row for row in rows if row.provision in PROVISIONS and row.quantity is not None]
    mine.sort(key=lambda row: (PROVISIONS.index(row.provision), row.period_start or on))
    shown = [row for row in mine if row.provision != "M07-3" or _is_recent(row, on)]
    found = [_account(row, absences) for row in shown]
    return [*found, _annual(absences, person, on)]


def _is_recent(row: Obligation, on: date) -> bool:
    """A forced rest that was kept is of no use to its owner a month later."""
    return row.state not in HELD_BACK or (on - (row.period_start or on)).days <= 30


def _account(row: Obligation, absences: Sequence[Absence]) -> Account:
    whole, met = row.quantity or Decimal(0), row.quantity_met or Decimal(0)
    if row.state in HELD_BACK:
        met = whole
    return Account(
        title=TITLES[(row.provision, row.quantity_unit or "days")],
        of=_of(row),
        left=max(whole - met, Decimal(0)),
        whole=whole,
        met=met,
        unit=row.quantity_unit or "days",
        state=row.state,
        said=_said(row, whole, met, absences),
        row=row,
    )


def _of(row: Obligation) -> str:
    """Which task or day it is of."""
    if row.period_start is None:
        return ""
    if row.provision == "M07-3":
        return day(row.period_start)
    return say("{d} 起的任务", "task from {d}", d=day(row.period_start))


def _said(row: Obligation, whole: Decimal, met: Decimal, absences: Sequence[Absence]) -> str:
    unit = row.quantity_unit or "days"
    if row.provision == "M07-3":
        return _of_forced(row)
    whole_words, met_words = quantity(whole, unit), quantity(met, unit)
    told = say("共 {w}，已休 {m}。", "{w} in all, {m} taken. ", w=whole_words, m=met_words)
    parts: list[str] = [told]
    taken = [a for a in absences if KINDS.get(a.kind, ("",))[0] == row.provision]
    if met and taken and row.period_start:
        since = [a for a in taken if a.start_date >= row.period_start]
        if since:
            spans = say("、", ", ").join(span(a.start_date, a.end_date) for a in since[:4])
            parts.append(say("{s}。", "{s}. ", s=spans))
    if row.state not in HELD_BACK:
        parts.append(_when(row))
    return say("", " ").join(part.strip() for part in parts if part)


def _when(row: Obligation) -> str:
    if row.due_on is None:
        return say("任务结束后开始休。", "It begins when the task has ended.")
    if row.state == "overdue":
        return say(
            "应在 {d} 前开始或休完；过期也不会作废。",
            "It was to be taken by {d}; it does not lapse.",
            d=day(row.due_on),
        )
    return say(
        "{d} 前；过期也不会作废。", "By {d}; it does not lapse after that.", d=day(row.due_on)
    )


def _of_forced(row: Obligation) -> str:
    match row.state:
        case "breached":
            return say(
                "应当休息时又排了班，这一条会一直留着。",
                "Work was set inside the rest; this stays on record.",
            )
        case "met":
            return say("已经休完。", "You have had it.")
    return say(
        "休到 {d} 的同一时刻为止，期间不应排班。",
        "Until the same hour on {d}; no shift should be set before.",
        d=day(row.due_on) if row.due_on else "",
    )


def _annual(absences: Sequence[Absence], person: Person | None, on: date) -> Account:
    """Annual leave of the year: workdays are the unit's to count, so calendar days are shown."""
    first = on.replace(month=1, day=1)
    own = [a for a in absences if a.kind == "annual"]
    taken = {
        a.start_date + timedelta(days=n)
        for a in own
        for n in range((a.end_date - a.start_date).days + 1)
    }
    used = Decimal(len([d for d in taken if first <= d <= on]))
    whole = _entitled(person, on)
    title = Text("年休假", "Annual leave")
    if whole is None:
        said = say(
            "今年已休 {n}。应休几天要看参加工作的日期，这里还没有，请向单位核对。",
            "{n} taken this year. How many you have depends on when you began to work, which is"
            " not on record; ask your unit.",
            n=quantity(used, "days"),
        )
        return Account(title, "", None, None, used, "days", "unknown", said, about="work_start")
    said = say(
        "今年共 {w}，已休 {n}。上面几样都不占它。",
        "{w} this year, {n} taken. None of the accounts above uses it.",
        w=quantity(whole, "days"),
        n=quantity(used, "days"),
    )
    left = max(whole - used, Decimal(0))
    return Account(title, "", left, whole, used, "days", "owed" if left else "met", said,
                   about="annual")  # fmt: skip


def _entitled(person: Person | None, on: date) -> Decimal | None:
    if person is None or person.work_start is None:
        return None
    began = person.work_start
    years = on.year - began.year - ((on.month, on.day) < (began.month, began.day))
    return Decimal(next((days for least, days in ANNUAL if years >= least), 0))
