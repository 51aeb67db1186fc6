"""What a family may know: the contact and the visits, never health or money."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from nuanxin.domains.access.scope import everywhere
from nuanxin.domains.duty.models import Spell
from nuanxin.domains.ledger.models import Criterion, Obligation, Run
from nuanxin.domains.people.models import Person, Relation

OPEN = ("owed", "planned", "overdue")


@dataclass(frozen=True)
class Care:
    """A family's contact and next visit, and the day they are due."""

    worker: str
    unit: str
    contact: str
    contact_unit: str
    contact_state: str
    contact_due: date | None
    visit_state: str
    visit_due: date | None


def worker_of(relative: str) -> str:
    """The relative's family member at the front; empty when there is none."""
    pairs = Relation.objects.filter(Q(relative_id=relative) | Q(person=relative, kind="spouse"))
    others = {
        one if one != relative else other
        for one, other in pairs.values_list("person", "relative_id")
    }
    found = Spell.objects.filter(person__in=others).order_by("-start_date", "pk")
    return found.values_list("person", flat=True).first() or ""


def care(run: Run, person_id: str) -> Care | None:
    """What the family of a person is promised; None when nobody is known by that number."""
    person = Person.objects.select_related("unit").filter(pk=person_id).first()
    if person is None:
        return None
    mine = {"run": run, "subject_kind": "person", "subject_id": person_id}
    found = Obligation.objects.filter(**mine, provision__in=("M12-5", "M12-3"))
    rows = list(found.order_by("rank", "due_on"))
    pair = next((r for r in rows if r.provision == "M12-5"), None)
    visit = next((r for r in rows if r.provision == "M12-3" and r.state in OPEN), None)
    contact = _contact(run, pair) if pair else None
    return Care(
        worker=person.name,
        unit=person.unit.name,
        contact=contact.name if contact else "",
        contact_unit=contact.unit.name if contact else "",
        contact_state=pair.state if pair else "",
        contact_due=pair.due_on if pair else None,
        visit_state=visit.state if visit else "",
        visit_due=visit.due_on if visit else None,
    )


def _contact(run: Run, pair: Obligation) -> Person | None:
    named = Criterion.objects.filter(
        run=run, obligation_id=pair.obligation_id, criterion="contact_named", holds=True
    )
    with everywhere():  # a contact is often of another unit
        found = Person.objects.select_related("unit").filter(pk__in=named.values("value"))
        return found.first()


def families_of(run: Run, contact: str) -> list[str]:
    """The people whose families a contact looks after."""
    if not contact:
        return []
    named = Criterion.objects.filter(run=run, criterion="contact_named", value=contact, holds=True)
    found = Obligation.objects.filter(
        run=run, provision="M12-5", obligation_id__in=named.values("obligation_id")
    )
    with everywhere():
        return list(found.values_list("subject_id", flat=True).distinct())
