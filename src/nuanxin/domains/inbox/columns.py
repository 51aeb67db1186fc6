"""Shifts that wait to be confirmed or settled, as a workbook to go round the ward with."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import QuerySet

from nuanxin.domains.board import fact_words
from nuanxin.domains.duty.models import Attendance
from nuanxin.domains.mine.duty import Duty
from nuanxin.domains.sheets import Column, Sheet
from nuanxin.policy.text import Text

BATCH = 2000
SHIFTS: Sequence[Column[Attendance]] = (
    Column(Text("姓名", "Name"), lambda row: row.person.name),
    Column(Text("编号", "Number"), lambda row: row.person_id, look="person"),
    Column(Text("考勤编号", "Shift"), lambda row: row.pk),
    Column(Text("哪天", "Day"), lambda row: Duty.of(row).day, width=11),
    Column(Text("时间", "Hours"), lambda row: Duty.of(row).times),
    Column(Text("岗位", "Post"), lambda row: row.post.name or fact_words.value(row.post.kind)),
    Column(Text("单位", "Unit"), lambda row: row.post.unit.name, width=24),
    Column(Text("状态", "State"), lambda row: fact_words.value(row.status), width=10),
    Column(
        Text("本人补报", "Declared by the worker"), lambda row: row.reported_by == row.person_id
    ),
)


def shifts(waiting: QuerySet[Attendance]) -> Sheet[Attendance]:
    """The shifts, the oldest first."""
    return Sheet(
        Text("等待确认的班", "Shifts to confirm"),
        SHIFTS,
        waiting.iterator(BATCH),
        waiting.order_by().count(),
    )
