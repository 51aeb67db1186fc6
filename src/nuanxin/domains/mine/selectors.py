"""What my page asks of the tables: each function is one query, whatever the size of the city."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone

from nuanxin.domains.access.scope import everywhere
from nuanxin.domains.duty.models import Absence, Attendance, Insurance, Post, Spell
from nuanxin.domains.ledger.models import Criterion, Deed, Obligation, PersonDay, Run
from nuanxin.domains.people.models import Child, Person

AHEAD = 14


def person(person_id: str) -> Person | None:
    """One's record with the unit."""
    return Person.objects.select_related("unit").filter(pk=person_id).first()


def children(person_id: str) -> list[Child]:
    """The children one is a guardian of."""
    mine = Q(guardian=person_id) | Q(other_guardian_id=person_id)
    return list(Child.objects.filter(mine).order_by("birth_date", "pk"))


def obligations(run: Run, person_id: str, children: Iterable[str]) -> list[Obligation]:
    """All that is owed to a person, and to their children, the most urgent first."""
    mine = Q(subject_kind="person", subject_id=person_id)
    own = Q(subject_kind="child", subject_id__in=list(children))
    return list(Obligation.objects.filter(mine | own, run=run).order_by("rank", "due_on", "pk"))


def own_obligation(run: Run, person_id: str, number: str) -> Obligation | None:
    """An obligation to the person or a child of theirs; None when it is somebody else's."""
    own = [child.pk for child in children(person_id)]
    found = next((o for o in obligations(run, person_id, own) if o.obligation_id == number), None)
    if found is not None:
        found.run = run
    return found


def attendance(person_id: str, first: date, last: date) -> list[Attendance]:
    """Shifts that begin on one of these days, in order."""
    since, until = (timezone.make_aware(datetime.combine(d, time())) for d in (first, _next(last)))
    found = Attendance.objects.filter(person=person_id, start__gte=since, start__lt=until)
    return list(found.select_related("post__unit").order_by("start", "pk"))


def _next(day: date) -> date:
    return day + timedelta(days=1)


def absences(person_id: str, on: date) -> list[Absence]:
    """Days away up to a day, in order."""
    found = Absence.objects.filter(person=person_id, start_date__lte=on)
    return list(found.order_by("start_date", "pk"))


def insurance(person_id: str, on: date) -> list[Insurance]:
    """Policies in force on a day."""
    found = Insurance.objects.filter(person=person_id, start_date__lte=on, end_date__gte=on)
    return list(found.order_by("kind", "start_date"))


def person_days(run: Run, person_id: str, first: date) -> list[PersonDay]:
    """The paid days of a month."""
    after = (first + timedelta(days=32)).replace(day=1)
    mine = {"run": run, "person_id": person_id, "date__gte": first, "date__lt": after}
    return list(PersonDay.objects.filter(**mine).order_by("date"))


def named_contact(run: Run, rows: Iterable[Obligation]) -> str:
    """The name of the family's contact, as the evaluation found it; empty when none is named."""
    row = next((r for r in rows if r.provision == "M12-5"), None)
    if row is None:
        return ""
    told = Criterion.objects.filter(
        run=run, obligation_id=row.obligation_id, criterion="contact_named", holds=True
    ).values("value")
    with everywhere():  # a contact is often of another unit
        found = Person.objects.filter(pk__in=told).values_list("name", flat=True).first()
    return found or ""


def deeds(run: Run, rows: Iterable[Obligation]) -> list[Deed]:
    """The disputes about one's obligations with their answers, the latest first."""
    found = Deed.objects.filter(run=run, entry__in=[row.pk for row in rows], kind="dispute")
    return list(found.select_related("answer").order_by("-pk")[:20])


def posts(person_id: str, on: date) -> list[Post]:
    """Where a person may have worked: the posts of their spells so far."""
    spells = Spell.objects.filter(person=person_id, start_date__lte=on).values("post")
    return list(Post.objects.filter(pk__in=spells).select_related("unit").order_by("name", "pk"))
