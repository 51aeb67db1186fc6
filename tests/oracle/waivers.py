"""Section Further: a person declined what is owed, or consented to what is avoided."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from .model import Row, Waiver
from .records import Child

NEVER = {"M07-3", "M10-1", "M10-4"}
WAIVABLE = {"owed", "overdue", "not_kept", "available"}


def apply_waivers(rows: list[Row], waivers: list[Waiver], children: list[Child]) -> list[Row]:
    touched = {row.identity for waiver in waivers for row in _touched(rows, waiver, children)}
    return [
        replace(row, state="excepted") if row.identity in touched and row.state in WAIVABLE else row
        for row in rows
    ]


def _touched(rows: list[Row], waiver: Waiver, children: list[Child]) -> list[Row]:
    if waiver.provision in NEVER:
        return []
    subjects = {("person", waiver.person_id)} | {
        ("child", child.child_id) for child in children if waiver.person_id in child.guardians
    }
    theirs = [
        row
        for row in rows
        if row.provision == waiver.provision and (row.subject_kind, row.subject_id) in subjects
    ]
    period = _period([row.period_start for row in theirs], waiver.on_date)
    return [row for row in theirs if row.period_start == period]


def _period(starts: list[date], on: date) -> date | None:
    """The latest start up to the date of the waiver, else the earliest later one."""
    earlier = [start for start in starts if start <= on]
    return max(earlier) if earlier else min(starts, default=None)
