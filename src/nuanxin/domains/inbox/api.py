"""The inbox of a unit, and confirming shifts, for other systems."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from nuanxin.domains.access.roles import Role
from nuanxin.domains.actor import Actor, actor_of
from nuanxin.domains.api import current
from nuanxin.domains.api.operations import Operations
from nuanxin.domains.api.paging import page_of
from nuanxin.domains.api.shapes import Asked, Both, Name, Paged, Told, Words, Yes
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.duty.models import Attendance
from nuanxin.domains.inbox import desk, selectors, services
from nuanxin.domains.inbox.roles import CONFIRMING, ROLES
from nuanxin.packs import load_pack
from nuanxin.policy.text import Text

api = Operations(Text("待办和考勤", "Inbox and attendance"))


class Heap(Told):
    """The duties of one provision in a bucket; ``first`` are a few of their numbers."""

    provision: str
    title: Both
    count: int
    due: date | None
    first: list[str]


class Bucket(Told):
    """Duties of one urgency: overdue, today, week, or unknown."""

    name: str
    count: int
    heaps: list[Heap]

    @classmethod
    def of(cls, bucket: desk.Bucket) -> Bucket:
        """The same, from the page's."""
        heaps = [
            Heap(
                provision=heap.entry.id,
                title=Both.of(heap.entry.title),
                count=heap.count,
                due=heap.due,
                first=[one.row.obligation_id for one in heap.first],
            )
            for heap in bucket.heaps
        ]
        return cls(name=bucket.name, count=bucket.count, heaps=heaps)


class Waiting(Paged):
    """``confirm``: planned shifts that have ended; ``settle``: worked, contact not known."""

    waits: Literal["confirm", "settle"] = "confirm"


class Shift(Told):
    """A shift that waits for its unit's word."""

    attendance_id: str
    person_id: str
    person_name: str
    post_id: str
    unit_id: str
    start: datetime
    end: datetime
    status: str
    contact_confirmed: bool | None

    @classmethod
    def of(cls, row: Attendance) -> Shift:
        """The same, from the table."""
        named = ("attendance_id", "person_id", "post_id", "start", "end", "status")
        return cls(
            **{name: getattr(row, name) for name in (*named, "contact_confirmed")},
            person_name=row.person.name,
            unit_id=row.post.unit_id,
        )


class Inbox(Told):
    """What a unit has to do; a community also sees who helps at its posts today."""

    as_of: date
    buckets: list[Bucket]
    helping: list[Shift]


@api.get("/inbox", Text("本单位的待办", "What the unit has to do"), ROLES, Inbox)
def inbox(request: HttpRequest) -> Inbox:
    """The duties of the token's unit and those below, the most urgent first."""
    run, by = current.standing(), actor_of(request)
    role, units = Role(by.role), units_of(by)
    found = desk.buckets(run, load_pack(run.pack), units, role)
    there = selectors.helping(units, run.as_of) if role is Role.COMMUNITY else []
    return Inbox(
        as_of=run.as_of,
        buckets=[Bucket.of(one) for one in found],
        helping=[Shift.of(row) for row in there],
    )


class Shifts(Told):
    """A page of shifts, and the cursor of the next."""

    items: list[Shift]
    next: str | None


@api.get("/attendance", Text("等确认的班", "Shifts that wait"), CONFIRMING, Shifts)
def attendance(request: HttpRequest, asked: Query[Waiting]) -> Shifts:
    """Shifts that the token's unit answers for, the oldest first."""
    run, units = current.standing(), units_of(actor_of(request))
    to_confirm = asked.waits == "confirm"
    rows = selectors.to_confirm(units, run.as_of) if to_confirm else selectors.to_settle(units)
    found, following = page_of(rows, ("start", "attendance_id"), asked.cursor, asked.limit)
    return Shifts(items=[Shift.of(row) for row in found], next=following)


class Worked(Asked):
    """A shift as worked; ``contact`` was direct, was not, or is not known (null)."""

    attendance_id: Name
    contact: Yes | None = None


class Confirmation(Asked):
    """Shifts to confirm, and why."""

    shifts: Annotated[list[Worked], Field(min_length=1, max_length=500)]
    why: Words


class NotConfirmed(Told):
    """A shift that cannot stand, and why."""

    attendance_id: str
    reason: Both


class Confirmed(Told):
    """How many shifts changed, and which were refused; the others stand."""

    changed: int
    refused: list[NotConfirmed]


@api.post("/attendance/confirm", Text("确认考勤", "Confirm shifts"), CONFIRMING, Confirmed)
def confirm_attendance(request: HttpRequest, asked: Confirmation) -> Confirmed:
    """Planned shifts as worked; the same again changes nothing."""
    by = actor_of(request)
    told = {one.attendance_id: one.contact for one in asked.shifts}
    done = services.confirm(told, units_of(by), by, current.standing(), asked.why)
    refused = [NotConfirmed(attendance_id=n, reason=Both.of(text)) for n, text in done.refused]
    return Confirmed(changed=done.changed, refused=refused)


def units_of(by: Actor) -> list[str]:
    """The units of a token; Refusal when it has none."""
    units = selectors.units_at(by.unit_id)
    if not units:
        raise Refusal(
            "这个令牌没有单位；待办和考勤要用单位的令牌",
            "this token has no unit; inbox and attendance want the token of a unit",
        )
    return units
