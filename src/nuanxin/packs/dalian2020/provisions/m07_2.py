"""M07-2: a shift is normally at most eight hours."""

from __future__ import annotations

from nuanxin.packs.dalian2020 import evidence
from nuanxin.packs.dalian2020.stages.sketch import LONG
from nuanxin.packs.dalian2020.stages.tiles import shifts_of_unit
from nuanxin.packs.dalian2020.stages.work import long_shifts
from nuanxin.policy.provision import Criterion, Identity, Rule, Ruling, normally, ruling
from nuanxin.policy.terms import (
    DAY,
    day_number,
    first_of_month,
    hours,
    param,
    text,
    whole_part,
    written_time,
)


def _shift() -> Ruling:
    s = long_shifts()
    s = s.mutate(length=s.end - s.start, day=whole_part(s.start, DAY))
    rows_of_shift = evidence.worked(
        lambda r, f: [r.person_id == f.person_id, f.start >= r.start, f.end <= r.end]
    )
    within = Criterion("within_limit", s.length <= LONG, hours(s.length), rows_of_shift)
    reason = Criterion("reason_recorded", s.has_reason, s.has_reason, rows_of_shift)
    begins = written_time(s.start)
    return ruling(
        s,
        Identity("M07-2", "NORMALLY", "person", s.person_id, s.day, [begins]),
        end=s.day,
        amount=hours(s.length),
        unit="hours",
        owner=s.unit_id,
        state=normally(within, reason),
        criteria=[within, reason],
    )


def _unit_month() -> Ruling:
    s = shifts_of_unit.table
    s = s.group_by("unit_id", "month").agg(
        shifts=s.shifts.sum().cast("int64"), long_shifts=s.long_shifts.sum().cast("int64")
    )
    s = s.mutate(
        first_day=day_number(first_of_month(s.month)),
        last_day=day_number(first_of_month(s.month + 1)) - 1,
    )
    allowed = (s.long_shifts <= param("roster.over_shift_always_allowed")) | (
        s.long_shifts * 100 <= s.shifts * param("roster.over_shift_share_max")
    )
    counts = s.long_shifts.cast("string") + text("/") + s.shifts.cast("string")
    within = Criterion("within_budget", allowed, counts)
    return ruling(
        s,
        Identity("M07-2", "NORMALLY", "unit", s.unit_id, s.first_day),
        end=s.last_day,
        amount=s.long_shifts,
        unit="count",
        owner=s.unit_id,
        state=normally(within),
        criteria=[within],
    )


RULES = (
    Rule("M07-2", "shift", "person", ("roster.shift_max_normal",), _shift),
    Rule(
        "M07-2",
        "unit_month",
        "unit",
        (
            "roster.shift_max_normal",
            "roster.over_shift_share_max",
            "roster.over_shift_always_allowed",
        ),
        _unit_month,
        over_all=True,
    ),
)
