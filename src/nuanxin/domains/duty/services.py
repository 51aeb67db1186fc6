"""Recording hours by hand: the same hours of one person once, whoever enters them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from nuanxin.domains.changes.refusal import WORDS, Refusal, constraint_of
from nuanxin.domains.changes.services import Written, changing, record
from nuanxin.domains.duty.clashes import clash_column, refuse_clashes
from nuanxin.domains.duty.models import Attendance
from nuanxin.domains.duty.selectors import kept_by
from nuanxin.domains.locks import HOURS, InUse, in_turn
from nuanxin.policy.text import Text

__all__ = [
    "Confirmed",
    "cancel_attendance",
    "clash_column",
    "confirm_attendance",
    "declare_attendance",
    "record",
    "record_attendance",
    "refuse_clashes",
]

LONGEST_DECLARED = 24
"""Hours of a shift that its worker declares, at most."""


def record_attendance(
    attendance_id: str,
    person_id: str,
    post_id: str,
    start: datetime,
    end: datetime,
    *,
    who: str,
    why: str,
    **more: Any,
) -> Written:
    """Record hours as worked, or correct them; local times without zone.

    Of two units that enter the same hours of one person at once, one wins; the other is refused
    and told who has them. ``more`` are further columns of the contract.
    """
    values = {
        "attendance_id": attendance_id,
        "person_id": person_id,
        "post_id": post_id,
        "start": start,
        "end": end,
        "status": "worked",
        **more,
    }
    try:
        with transaction.atomic():
            # Two who insert at once would wait for each other where hours are kept apart.
            _in_turn([person_id])
            return record("attendance", values, who=who, why=why)
    except Refusal as refusal:
        if refusal.text != WORDS["attendance_apart"]:
            raise
        raise _doubled(attendance_id, person_id, start, end) from refusal


def cancel_attendance(attendance_id: str, *, who: str, why: str) -> Written:
    """Cancel hours; what stood before is kept."""
    if not Attendance.objects.filter(pk=attendance_id).exists():
        raise Refusal(f"没有考勤 {attendance_id}", f"there is no attendance {attendance_id}")
    return record(
        "attendance", {"attendance_id": attendance_id, "status": "cancelled"}, who=who, why=why
    )


def declare_attendance(
    attendance_id: str,
    person_id: str,
    post_id: str,
    start: datetime,
    end: datetime,
    *,
    who: str,
    why: str,
) -> Written:
    """A shift that its worker declares: planned, so it counts for nothing until it is confirmed."""
    if (end - start).total_seconds() > LONGEST_DECLARED * 3600:
        raise Refusal("一班不能超过 24 小时；请分开报", "declare at most 24 hours at once")
    values = {
        "attendance_id": attendance_id,
        "person_id": person_id,
        "post_id": post_id,
        "start": start,
        "end": end,
        "status": "planned",
        "reported_by": person_id,
    }
    return record("attendance", values, who=who, why=why)


@dataclass(frozen=True)
class Confirmed:
    """What confirming did: the people whose hours changed, and what was refused and why."""

    people: frozenset[str]
    changed: int
    refused: tuple[tuple[str, Text], ...]


def confirm_attendance(
    told: Mapping[str, bool | None], units: Iterable[str], *, who: str, why: str
) -> Confirmed:
    """Confirm planned hours that ``units`` answer for as worked; the same again changes nothing.

    ``told`` has, by attendance number, whether contact was direct (None: not known). Hours that
    meet other worked hours are refused one by one; the others stand.
    """
    rows = kept_by(units).filter(pk__in=list(told))
    people, changed, refused = set(), 0, []
    with changing(who, why):
        _in_turn(rows.values_list("person_id", flat=True))
        for row in rows.select_for_update(of=("self",)).order_by("pk"):
            contact = told[row.pk]
            known = row.contact_confirmed if contact is None else contact
            if row.status == "cancelled" or (row.status, row.contact_confirmed) == (
                "worked",
                known,
            ):
                continue
            was_planned = row.status == "planned"
            row.status, row.contact_confirmed = "worked", known
            try:
                with transaction.atomic():
                    row.save(update_fields=["status", "contact_confirmed"])
            except IntegrityError as error:
                start, end = (timezone.localtime(t) for t in (row.start, row.end))
                naive = (start.replace(tzinfo=None), end.replace(tzinfo=None))
                if not was_planned or constraint_of(error) != "attendance_apart":
                    raise
                refused.append((row.pk, _doubled(row.pk, row.person_id, *naive).text))
                continue
            people.add(row.person_id)
            changed += 1
        if not changed:
            transaction.set_rollback(True)
    return Confirmed(frozenset(people), changed, tuple(refused))


def _in_turn(people: Iterable[str]) -> None:
    try:
        in_turn(HOURS, people)
    except InUse as error:
        raise Refusal(
            "正在导入一份考勤表，这一次没有记下；请过几分钟再试",
            "a file of hours is being taken in, so nothing was recorded; "
            "try again in a few minutes",
        ) from error


def _doubled(attendance_id: str, person_id: str, start: datetime, end: datetime) -> Refusal:
    """Who has the hours already, so that the two units can talk."""
    other = (
        Attendance.objects.select_related("person", "post__unit", "change")
        .filter(
            person_id=person_id,
            status="worked",
            start__lt=timezone.make_aware(end),
            end__gt=timezone.make_aware(start),
        )
        .exclude(pk=attendance_id)
        .order_by("start")
        .first()
    )
    if other is None:
        words = WORDS["attendance_apart"]
        return Refusal(words.zh, words.en)
    times = (timezone.localtime(time) for time in (other.start, other.end))
    since, until = (time.strftime("%Y-%m-%d %H:%M") for time in times)
    unit, number = other.post.unit.name, other.pk
    return Refusal(
        f"{other.person.name}在 {since} 至 {until} 已登记在{unit}上班"
        f"（考勤 {number}，{other.change.who}登记）；请与该单位核对，两边只能留一条",
        f"{other.person.name} is recorded as working for {unit} from {since} to {until} "
        f"(attendance {number}, recorded by {other.change.who}); check with that unit, "
        "only one of the two can stand",
    )
