"""One yuan traced to its shift: payment, rate, shift, contact, spell; each link or what lacks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from nuanxin.domains.changes.models import Change
from nuanxin.domains.duty.models import Attendance, Spell
from nuanxin.domains.ledger.models import PersonDay, Run
from nuanxin.domains.pay.models import PaidDay
from nuanxin.domains.people.models import Person
from nuanxin.domains.rules.standing import in_force
from nuanxin.packs import load_pack
from nuanxin.policy.parameter import Value


@dataclass(frozen=True)
class Trace:
    """The links of one person-day, from the money back to the order; None where one lacks."""

    day: date
    paid: PaidDay | None
    owed: PersonDay | None
    rate: Value | None
    key: str
    shifts: list[Attendance]
    spell: Spell | None
    changes: dict[int, Change]

    @property
    def fen(self) -> int:
        """What the day pays."""
        return self.paid.fen if self.paid else self.owed.fen if self.owed else 0

    @property
    def contact(self) -> list[Attendance]:
        """The shifts of which contact is confirmed."""
        return [one for one in self.shifts if one.contact_confirmed]

    @property
    def links(self) -> int:
        """How many of the five links hold."""
        held = (self.paid, self.rate, self.shifts, self.contact, self.spell)
        return sum(bool(one) for one in held)


def trace(person: Person, run: Run | None, on: date) -> Trace:
    """Follow what a day pays back to the shift, in as many queries whatever the day."""
    owed = PersonDay.objects.filter(run=run, person_id=person.pk, date=on).first() if run else None
    paid = PaidDay.objects.select_related("run").filter(person_id=person.pk, date=on).first()
    key = f"subsidy.tier{owed.tier}.daily" if owed else ""
    standing = in_force(load_pack(run.pack)) if run and owed else None
    shifts = _shifts(person, on)
    spell = (
        Spell.objects.select_related("post", "arranged_by")
        .filter(person=person, start_date__lte=on)
        .exclude(end_date__lt=on)
        .order_by("-start_date")
        .first()
    )
    wrote = {one.change_id for one in shifts} | ({spell.change_id} if spell else set())
    return Trace(
        on,
        paid,
        owed,
        standing[key].version(on) if standing and key in standing else None,
        key,
        shifts,
        spell,
        Change.objects.in_bulk(wrote),
    )


def _shifts(person: Person, on: date) -> list[Attendance]:
    """Hours worked on a day: a night shift counts on both its days."""
    begins = timezone.make_aware(datetime.combine(on, time()))
    found = Attendance.objects.filter(
        person=person, status="worked", start__lt=begins + timedelta(days=1), end__gt=begins
    )
    return list(found.select_related("post__unit").order_by("start"))
