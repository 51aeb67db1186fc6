"""Attendance: its scale, its rotas, and the hard cases that the rules are about."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from nuanxin.city.rotas import CYCLES, SHIFTS

from .reading import Row, Tables

Interval = tuple[datetime, datetime]


@pytest.fixture(scope="module")
def worked(tables: Tables) -> dict[str, list[Row]]:
    """Worked rows of each person in order of start."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in tables["attendance"]:
        if row["status"] == "worked":
            rows[row["person_id"]].append(row)
    return rows


def merged(rows: list[Row]) -> list[Interval]:
    """The shifts of one person: rows joined where they overlap or touch."""
    shifts: list[Interval] = []
    for row in rows:
        start, end = (datetime.fromisoformat(row[name]) for name in ("start", "end"))
        if shifts and start <= shifts[-1][1]:
            shifts[-1] = (shifts[-1][0], max(end, shifts[-1][1]))
        else:
            shifts.append((start, end))
    return shifts


def hours(shift: Interval) -> float:
    return (shift[1] - shift[0]).total_seconds() / 3600


def test_about_45_percent_have_a_spell_and_44_shifts_each(tables: Tables) -> None:
    front = {row["person_id"] for row in tables["spells"]}
    assert len(front) / len(tables["people"]) == pytest.approx(0.45, abs=0.01)
    assert len(tables["attendance"]) / len(front) == pytest.approx(44, abs=3)


def test_most_shifts_last_eight_hours_or_less(worked: dict[str, list[Row]]) -> None:
    shifts = [hours(shift) for rows in worked.values() for shift in merged(rows)]
    long = sum(length > 8 for length in shifts) / len(shifts)
    assert 0.01 < long < 0.06
    assert max(shifts) < 24


def test_long_shifts_come_with_and_without_a_reason(tables: Tables) -> None:
    long = [
        row
        for row in tables["attendance"]
        if row["status"] == "worked"
        and datetime.fromisoformat(row["end"]) - datetime.fromisoformat(row["start"])
        > timedelta(hours=8)
    ]
    reasons = [bool(row["reason_over_8h"]) for row in long]
    assert 0.6 < sum(reasons) / len(reasons) < 0.95
    told = [row["attendance_id"] for row in tables["attendance"] if row["reason_over_8h"]]
    assert set(told) <= {row["attendance_id"] for row in long}


def test_three_shifts_nights_over_midnight_and_isolation_hours(tables: Tables) -> None:
    kind = {row["post_id"]: row["kind"] for row in tables["posts"]}
    seen: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in tables["attendance"]:
        seen[kind[row["post_id"]]].add((row["start"][11:16], row["end"][11:16]))
    ward = {("08:00", "16:00"), ("16:00", "00:00"), ("00:00", "08:00")}
    assert ward <= seen["fever_clinic"]
    assert ("22:00", "06:00") in seen["laboratory"]
    assert {("08:00", "12:00"), ("20:00", "00:00")} <= seen["isolation_ward"]
    assert ("20:00", "04:00") in seen["checkpoint"]
    assert ("08:30", "16:30") in seen["grid"]


def test_split_days_in_isolation_wards(worked: dict[str, list[Row]]) -> None:
    split = 0
    for rows in worked.values():
        for one, two in pairwise(rows):
            same = one["start"][:10] == two["start"][:10] and one["post_id"] == two["post_id"]
            apart = datetime.fromisoformat(two["start"]) - datetime.fromisoformat(one["end"])
            split += same and apart == timedelta(hours=4)
    assert split > 50


def test_overloads_run_ten_days_sixty_hours_or_three_long_shifts(
    worked: dict[str, list[Row]],
) -> None:
    longest_run, most_hours, most_long = 0, 0.0, 0
    for rows in worked.values():
        by_day: dict[int, float] = defaultdict(float)
        long: dict[int, int] = defaultdict(int)
        for shift in merged(rows):
            by_day[shift[0].toordinal()] += hours(shift)
            long[shift[0].toordinal()] += hours(shift) > 8
        run = 0
        for date in sorted(by_day):
            run = run + 1 if date - 1 in by_day else 1
            week = range(date - 6, date + 1)
            longest_run = max(longest_run, run)
            most_hours = max(most_hours, sum(by_day.get(d, 0) for d in week))
            most_long = max(most_long, sum(long.get(d, 0) for d in week))
    assert longest_run >= 12
    assert most_hours > 60
    assert most_long >= 3


def test_two_units_report_the_same_hours(tables: Tables) -> None:
    unit = {row["post_id"]: row["unit_id"] for row in tables["posts"]}
    by_hours: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for row in tables["attendance"]:
        if row["status"] == "worked":
            by_hours[row["person_id"], row["start"], row["end"]].add(unit[row["post_id"]])
    twice = sum(len(units) > 1 for units in by_hours.values())
    assert 0.001 < twice / len(by_hours) < 0.02


def test_planned_and_cancelled_shifts_exist_and_the_future_is_only_planned(tables: Tables) -> None:
    by_status: dict[str, list[str]] = defaultdict(list)
    for row in tables["attendance"]:
        by_status[row["status"]].append(row["start"][:10])
    assert 0.005 < len(by_status["cancelled"]) / len(tables["attendance"]) < 0.03
    assert min(by_status["planned"]) < "2020-08-29" < max(by_status["planned"]) <= "2020-09-05"
    assert max(by_status["worked"]) <= "2020-08-29"


def test_unknown_cells_lie_in_a_realistic_share(tables: Tables) -> None:
    contact = {row["post_id"]: row["contact"] for row in tables["posts"]}
    at_contact = [
        row
        for row in tables["attendance"]
        if row["status"] == "worked" and contact[row["post_id"]] != "none"
    ]
    unknown = sum(not row["contact_confirmed"] for row in at_contact) / len(at_contact)
    assert 0.01 < unknown < 0.15
    unnamed = sum(not row["spell_id"] for row in tables["attendance"]) / len(tables["attendance"])
    assert 0.01 < unnamed < 0.06


def test_some_attendance_has_no_spell_at_all(tables: Tables) -> None:
    front = {row["person_id"] for row in tables["spells"]}
    assert {row["person_id"] for row in tables["attendance"]} - front


def test_some_spells_have_no_attendance(tables: Tables) -> None:
    worked = {row["spell_id"] for row in tables["attendance"]}
    assert {row["spell_id"] for row in tables["spells"]} - worked


def test_no_rota_runs_one_shift_into_the_next() -> None:
    for cycle in CYCLES.values():
        days = [SHIFTS.get(letter) for letter in cycle + cycle[0]]
        for today, tomorrow in pairwise(days):
            if today and tomorrow:
                assert sum(today) < 24 + tomorrow[0]
