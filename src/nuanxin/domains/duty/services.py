"""Recording hours by hand: the same hours of one person once, whoever enters them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from nuanxin.domains.changes.refusal import WORDS, Refusal
from nuanxin.domains.changes.services import Written, record
from nuanxin.domains.duty.clashes import clash_column, refuse_clashes
from nuanxin.domains.duty.models import Attendance

__all__ = [
    "cancel_attendance",
    "clash_column",
    "record",
    "record_attendance",
    "refuse_clashes",
]


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
