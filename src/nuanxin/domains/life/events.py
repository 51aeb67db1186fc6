"""What happened to a person, from the live city, the ledger and the books, each with its source.

The number of queries does not depend on how much happened.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from nuanxin.domains.changes.models import Change
from nuanxin.domains.duty.models import Absence, Attendance, Declaration, Spell
from nuanxin.domains.ledger.models import Obligation, Run
from nuanxin.domains.pay.models import Entry
from nuanxin.domains.people.models import Person
from nuanxin.domains.states import family
from nuanxin.domains.wording import pick, quantity, say, yuan
from nuanxin.facts.words import VALUES
from nuanxin.packs import load_pack
from nuanxin.policy.text import Text

LANES = ("spells", "shifts", "rest", "obligations", "payments")
LANE_WORDS = {
    "spells": Text("任务", "Spells"),
    "shifts": Text("班次", "Shifts"),
    "rest": Text("休息", "Absences"),
    "obligations": Text("义务", "Promises"),
    "payments": Text("付款", "Payments"),
}
DAY, EVENING = 7, 15


@dataclass(frozen=True)
class Event:
    """Something on a lane from a day to another (both included), in words, with its source.

    ``look`` is how it is drawn: a shift's hour (d, e, n), an absence's kind, a state's family.
    ``fact`` is the table and key of the fact; ``obligation`` and ``entry`` lead to theirs.
    """

    lane: str
    start: date
    end: date
    words: str
    look: str = ""
    state: str = ""
    fact: tuple[str, str] | None = None
    obligation: str = ""
    change: int | None = None
    by: str = ""
    hours: str = ""
    fen: int = 0


def events(person: Person, run: Run | None) -> list[Event]:
    """Everything of a person, by day."""
    found = [
        *_spells(person),
        *_shifts(person),
        *_absences(person),
        *(_obligations(person, run) if run else ()),
        *_payments(person),
    ]
    return sorted(found, key=lambda one: (one.start, LANES.index(one.lane)))


def who_recorded(found: list[Event]) -> dict[int, Change]:
    """The changes that wrote the facts of these events."""
    return Change.objects.in_bulk({one.change for one in found if one.change})


def _spells(person: Person) -> list[Event]:
    rows = Spell.objects.filter(person=person).select_related("post")
    last = _last(person)
    return [
        Event(
            "spells",
            one.start_date,
            one.end_date or max(one.start_date, last),
            _value(one.mission) + (say("（未结束）", " (open)") if one.end_date is None else ""),
            fact=("spells", one.spell_id),
            change=one.change_id,
        )
        for one in rows
    ]


def _last(person: Person) -> date:
    """The day to which an open spell is drawn: the release, else the last shift known."""
    released = Declaration.objects.filter(person=person, kind="release").order_by("date").first()
    if released is not None:
        return released.date
    last = Attendance.objects.filter(person=person).order_by("-start").first()
    return timezone.localdate(last.start) if last else date.min


def _shifts(person: Person) -> list[Event]:
    rows = Attendance.objects.filter(person=person).exclude(status="cancelled")
    return [_shift(one) for one in rows.select_related("post")]


def _shift(one: Attendance) -> Event:
    start, end = timezone.localtime(one.start), timezone.localtime(one.end)
    hours = (end - start).total_seconds() / 3600
    planned = one.status == "planned"
    return Event(
        "shifts",
        start.date(),
        start.date(),
        say(
            "{a}–{b} 上班 {h} 小时{c}",
            "{a}–{b}, {h} hours{c}",
            a=f"{start:%H:%M}",
            b=f"{end:%H:%M}" if end.date() == start.date() else f"{end:%H:%M} (+1)",
            h=_hours(hours),
            c=_contact(one, planned),
        ),
        look="r" if planned else _hour(start),
        fact=("attendance", one.attendance_id),
        change=one.change_id,
        by=one.reported_by or "",
        hours=_hours(hours),
    )


def _hours(hours: float) -> str:
    return f"{hours:.1f}".removesuffix(".0")


def _contact(one: Attendance, planned: bool) -> str:
    if planned:
        return say("，排了还没上", ", planned")
    told = {
        True: Text("，当班接触确诊患者", ", contact confirmed"),
        False: Text("，当班没有接触", ", no contact"),
        None: Text("，接触未填", ", contact not recorded"),
    }
    return pick(told[one.contact_confirmed])


def _hour(start: datetime) -> str:
    """Day, evening or night, by the hour a shift begins."""
    if DAY <= start.hour < EVENING:
        return "d"
    return "e" if start.hour >= EVENING and start.hour < 22 else "n"


def _absences(person: Person) -> list[Event]:
    return [
        Event(
            "rest",
            one.start_date,
            one.end_date,
            say(
                "{k} {n} 天",
                "{k}, days: {n}",
                k=_value(one.kind),
                n=(one.end_date - one.start_date).days + 1,
            ),
            look="quarantine" if one.kind == "quarantine" else "rest",
            fact=("absences", one.absence_id),
            change=one.change_id,
        )
        for one in Absence.objects.filter(person=person)
    ]


def _obligations(person: Person, run: Run) -> list[Event]:
    titles = {one.id: one for one in load_pack(run.pack).text.obligations}
    rows = Obligation.objects.filter(run=run, subject_kind="person", subject_id=person.pk)
    return [
        Event(
            "obligations",
            (on := one.due_on or one.period_end or one.as_of),
            on,
            _promise(one, pick(titles[one.provision].title)),
            look=family(one.state),
            state=one.state,
            obligation=one.obligation_id,
        )
        for one in rows
    ]


def _promise(one: Obligation, title: str) -> str:
    if one.quantity is None or one.quantity_unit in (None, "count"):
        return title
    return f"{title} {quantity(one.quantity, str(one.quantity_unit))}"


def _payments(person: Person) -> list[Event]:
    rows = Entry.objects.filter(person_id=person.pk).select_related("run").order_by("pk")
    return [
        Event(
            "payments",
            (on := one.run.paid_on or timezone.localdate(one.at)),
            on,
            say(
                "{m} 月补助 {f} 元{k}",
                "Subsidy of month {m}: {f} yuan{k}",
                m=one.month.month,
                f=yuan(one.fen),
                k="" if one.kind == "pay" else say("（别处已发）", " (paid elsewhere)"),
            ),
            look="gain" if one.fen > 0 else "less",
            fen=one.fen,
        )
        for one in rows
    ]


def _value(code: str) -> str:
    return pick(VALUES[code]) if code in VALUES else code
