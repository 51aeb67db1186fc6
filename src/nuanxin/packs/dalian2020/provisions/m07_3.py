"""M07-3: forced rest after long overload, and seven days after thirty."""

from __future__ import annotations

import ibis

from nuanxin.packs.dalian2020 import evidence
from nuanxin.packs.dalian2020.stages.overload import NOW, REST, episode, long_spell
from nuanxin.packs.dalian2020.stages.standing import person
from nuanxin.policy.provision import Criterion, Identity, Rule, Ruling, must_unbroken, ruling
from nuanxin.policy.terms import DAY, HOUR, as_of, hours, param, text, whole_part, written_time


def _episode() -> Ruling:
    e = episode.table.inner_join(person.table.select("person_id", "unit_id"), "person_id")
    week = evidence.worked(
        lambda r, f: [
            r.person_id == f.person_id,
            f.day > r.day - param("rest.week_window"),
            f.day <= r.day,
        ]
    )
    run = evidence.worked(
        lambda r, f: [r.person_id == f.person_id, f.day > r.day - r.in_a_row, f.day <= r.day]
    )
    after = evidence.worked(
        lambda r, f: [r.person_id == f.person_id, f.start >= r.rest_from, f.start <= r.next_start]
    )
    unbroken = Criterion(
        "rest_unbroken",
        e.next_start.isnull(),
        written_time(e.next_start),
        after,
    )
    complete = Criterion("rest_complete", e.rest_from + REST <= NOW, hours(e.rested))
    closed = e.block_end + REST
    return ruling(
        e,
        Identity("M07-3", "MUST", "person", e.person_id, e.day, [text("hours")]),
        end=ibis.ifelse(closed <= NOW, whole_part(closed, DAY), ibis.null()),
        amount=hours(REST),
        unit="hours",
        met=hours(e.rested),
        due=whole_part(e.rest_from + REST, DAY),
        owner=e.unit_id,
        state=must_unbroken(unbroken, complete),
        criteria=[
            Criterion(
                "week_hours_over",
                e.week_seconds > HOUR * param("rest.week_hours_max"),
                hours(e.week_seconds),
                week,
            ),
            Criterion(
                "duty_days_in_a_row",
                e.in_a_row >= param("rest.duty_run_max"),
                e.in_a_row,
                run,
            ),
            Criterion(
                "long_shifts_in_week",
                e.week_long >= param("rest.long_shifts_in_week"),
                e.week_long,
                week,
            ),
            unbroken,
            complete,
        ],
    )


def _long_spell() -> Ruling:
    s = long_spell.table.inner_join(person.table.select("person_id", "unit_id"), "person_id")
    days = param("rest.long_deployment_rest")
    end = s.last_day + days
    length = s.last_day - s.start + 1
    in_stint = evidence.spells(
        lambda r, f: [r.person_id == f.person_id, f.start >= r.start, f.start <= r.last_day]
    )
    breaking = evidence.worked(lambda r, f: [r.person_id == f.person_id, f.start == r.broken_at])
    unbroken = Criterion(
        "long_rest_unbroken",
        s.broken_at.isnull(),
        written_time(s.broken_at),
        breaking,
    )
    complete = Criterion("long_rest_complete", as_of() >= end, days)
    return ruling(
        s,
        Identity("M07-3", "MUST", "person", s.person_id, s.last_day + 1, [text("days")]),
        end=end,
        amount=days,
        unit="days",
        due=end,
        owner=s.unit_id,
        state=must_unbroken(unbroken, complete),
        criteria=[
            Criterion("long_spell", length >= param("rest.long_deployment"), length, in_stint),
            unbroken,
            complete,
        ],
    )


RULES = (
    Rule(
        "M07-3",
        "episode",
        "person",
        (
            "rest.week_hours_max",
            "rest.week_window",
            "rest.duty_run_max",
            "rest.long_shifts_in_week",
            "rest.forced_hours",
            "roster.shift_max_normal",
        ),
        _episode,
    ),
    Rule(
        "M07-3",
        "long_spell",
        "person",
        ("rest.long_deployment", "rest.long_deployment_rest"),
        _long_spell,
    ),
)
