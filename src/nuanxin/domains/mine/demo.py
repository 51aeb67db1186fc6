"""The demo's nurse has rested her fifteen days: her ward plans her next shifts."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from nuanxin.domains.access.demo import NURSE
from nuanxin.domains.changes.services import record
from nuanxin.domains.duty.models import Post
from nuanxin.domains.people.models import Person

SHIFTS = ((2, 8, 16), (3, 8, 16), (5, 16, 24))
"""Days after the demo's day, first and last hour."""


def plan_next_shifts(on: date) -> int:
    """Plan the nurse's shifts after the demo's day at a post of her unit; how many there are."""
    nurse = Person.objects.filter(name=NURSE).first()
    post = Post.objects.filter(unit=nurse.unit_id).order_by("pk").first() if nurse else None
    if nurse is None or post is None:
        return 0
    for days, first, last in SHIFTS:
        midnight = datetime.combine(on + timedelta(days=days), time())
        shift = {
            "attendance_id": f"DEMO-ROSTER-{days}",
            "person_id": nurse.pk,
            "post_id": post.pk,
            "start": midnight + timedelta(hours=first),
            "end": midnight + timedelta(hours=last),
            "status": "planned",
        }
        record("attendance", shift, who="demo", why="演示：排班 demo roster")
    return len(SHIFTS)
