"""What the inbox asks of the tables, for the units at and below the actor's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

from django.db.models import Count, F, Min, OuterRef, Q, QuerySet, Subquery, Window
from django.db.models.functions import RowNumber
from django.utils import timezone

from nuanxin.domains.duty.models import Attendance, DataRequest, HeldField
from nuanxin.domains.duty.selectors import kept_by
from nuanxin.domains.inbox.models import HandedBack
from nuanxin.domains.ledger.models import Deed, Obligation, Run
from nuanxin.domains.people.models import Unit, UnitPath

WEEK = 7
NAMED = 5
"""Of each heap so many are shown by name; the list has the rest."""
MOST = 100
OPEN = ("owed", "planned", "overdue", "unknown", "breached", "not_kept")


def units_at(unit_id: str) -> list[str]:
    """The unit and all below it."""
    if not unit_id:
        return []
    path = UnitPath.objects.filter(unit=unit_id).values_list("path", flat=True).first()
    if path is None:
        return [unit_id]
    return list(UnitPath.objects.filter(path__startswith=path).values_list("unit", flat=True))


def unit(unit_id: str) -> Unit | None:
    """The unit of the page."""
    return Unit.objects.filter(pk=unit_id).first()


def _bucket(run: Run, name: str) -> Q:
    end = run.as_of + timedelta(days=WEEK)
    return {
        "overdue": Q(state="overdue"),
        "today": Q(state__in=("owed", "planned"), due_on=run.as_of),
        "week": Q(state__in=("owed", "planned"), due_on__gt=run.as_of, due_on__lte=end),
        "unknown": Q(state="unknown"),
    }[name]


BUCKETS = ("overdue", "today", "week", "unknown")


def _owned(run: Run, units: Sequence[str], measures: Iterable[int]) -> Q:
    return Q(run=run, owner_unit_id__in=units, measure__in=list(measures))


def heaps(
    run: Run, units: Sequence[str], measures: Iterable[int], bucket: str
) -> list[tuple[str, int, date | None]]:
    """Of a bucket: provision, how many, the earliest date; the earliest first."""
    found = Obligation.objects.filter(_owned(run, units, measures), _bucket(run, bucket))
    rows = found.values_list("provision").annotate(n=Count("pk"), first=Min("due_on"))
    return sorted(rows, key=lambda row: (row[2] or date.max, -row[1], row[0]))


def first_of(
    run: Run, units: Sequence[str], measures: Iterable[int], bucket: str
) -> list[Obligation]:
    """The first NAMED obligations of each provision of a bucket."""
    found = Obligation.objects.filter(_owned(run, units, measures), _bucket(run, bucket))
    place = Window(
        RowNumber(), partition_by=F("provision"), order_by=[F("due_on").asc(), F("pk").asc()]
    )
    return list(found.annotate(place=place).filter(place__lte=NAMED).order_by("provision", "place"))


def to_confirm(units: Sequence[str], on: date) -> QuerySet[Attendance]:
    """Planned shifts the units answer for that have ended, the oldest first."""
    end = timezone.make_aware(datetime.combine(on + timedelta(days=1), time()))
    return _by_time(kept_by(units).filter(status="planned", end__lte=end))


def to_settle(units: Sequence[str]) -> QuerySet[Attendance]:
    """Worked shifts at posts of contact of which nobody has said whether contact was direct."""
    found = kept_by(units).filter(status="worked", contact_confirmed=None)
    return _by_time(found.exclude(post__contact="none"))


def _by_time(found: QuerySet[Attendance]) -> QuerySet[Attendance]:
    return found.select_related("post__unit", "person").order_by("start", "pk")


def disputes(run: Run, units: Sequence[str]) -> list[tuple[Deed, Obligation]]:
    """Disputes of the units' people and duties without an answer, the oldest first."""
    theirs = Obligation.objects.filter(run=run, pk=OuterRef("entry"))
    found = (
        Deed.objects.filter(run=run, kind="dispute", answer=None)
        .annotate(owner=Subquery(theirs.values("owner_unit_id")[:1]))
        .filter(owner__in=units)
        .order_by("at", "pk")[:MOST]
    )
    deeds = list(found)
    rows = Obligation.objects.in_bulk([deed.entry for deed in deeds])
    return [(deed, rows[deed.entry]) for deed in deeds if deed.entry in rows]


def helping(units: Sequence[str], on: date) -> list[Attendance]:
    """Who is at the units' posts on a day, by time."""
    since = timezone.make_aware(datetime.combine(on, time()))
    until = since + timedelta(days=1)
    found = Attendance.objects.filter(post__unit__in=units, start__lt=until, end__gt=since)
    found = found.exclude(status="cancelled").select_related("post__unit", "person__unit")
    return list(found.order_by("start", "pk")[:MOST])


def requests(units: Sequence[str], on: date) -> list[DataRequest]:
    """Requests for data to the units of the last two weeks, the latest first."""
    end = timezone.make_aware(datetime.combine(on + timedelta(days=1), time()))
    found = DataRequest.objects.filter(
        target__in=units, issued_at__lt=end, issued_at__gte=end - timedelta(days=2 * WEEK)
    ).select_related("issuer", "target")
    return list(found.order_by("-issued_at", "pk")[:MOST])


def verdicts(run: Run, requests: Iterable[DataRequest]) -> dict[str, Obligation]:
    """What the evaluation found of each request that may not pass (M15-2)."""
    found = Obligation.objects.filter(
        run=run,
        provision="M15-2",
        subject_kind="request",
        subject_id__in=[request.pk for request in requests],
    )
    return {row.subject_id: row for row in found}


def held(fields: Iterable[str]) -> dict[str, list[HeldField]]:
    """Of some fields, who holds them and in which table."""
    found: dict[str, list[HeldField]] = {}
    for row in HeldField.objects.filter(field__in=list(fields)).order_by("field", "table_code"):
        found.setdefault(row.field, []).append(row)
    return found


def checked(fields: str) -> list[tuple[str, list[HeldField]]]:
    """Of fields written one behind the other (``;``), who holds each already."""
    named = [field.strip() for field in fields.replace("；", ";").split(";") if field.strip()]
    found = held(named) if named else {}
    return [(field, found.get(field, [])) for field in named]


def handed_back(requests: Iterable[DataRequest]) -> dict[str, HandedBack]:
    """Which of some requests were handed back."""
    found = HandedBack.objects.filter(request_id__in=[request.pk for request in requests])
    return {row.request_id: row for row in found}
