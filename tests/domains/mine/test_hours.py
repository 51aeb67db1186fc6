"""Hours and shifts as definitions T2 and T3 have them, on examples worked out by hand."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nuanxin.domains.mine.hours import (
    Worked,
    credited,
    long_ones,
    of_week,
    run_of_days,
    shifts,
)

HOUR = timedelta(hours=1)


def row(day: int, start: float, end: float, reason: str = "") -> Worked:
    base = datetime(2020, 2, day)
    return Worked(base + start * HOUR, base + end * HOUR, f"{day}/{start}", reason)


def hours(found: dict[date, timedelta]) -> dict[int, float]:
    return {day.day: length / HOUR for day, length in found.items()}


def test_rows_that_touch_over_midnight_are_one_shift_and_two_days() -> None:
    rows = [row(10, 16, 24), row(11, 0, 8)]
    assert [s.length / HOUR for s in shifts(rows)] == [16]
    assert hours(credited(rows)) == {10: 8, 11: 8}


def test_an_hour_that_two_units_report_counts_once() -> None:
    rows = [row(10, 8, 16), row(10, 12, 18)]
    assert hours(credited(rows)) == {10: 10}
    assert [s.length / HOUR for s in shifts(rows)] == [10]


def test_a_night_counts_to_the_evening_it_began() -> None:
    assert hours(credited([row(10, 20, 32)])) == {10: 12}


def test_a_row_of_fifty_hours_is_cut_into_days_from_its_start() -> None:
    assert hours(credited([row(10, 8, 58)])) == {10: 24, 11: 24, 12: 2}


def test_the_week_is_seven_days_and_the_run_may_end_the_day_before() -> None:
    days = credited([row(day, 8, 16) for day in range(3, 11)])
    assert of_week(days, date(2020, 2, 10)) == 56 * HOUR
    assert of_week(days, date(2020, 2, 11)) == 48 * HOUR
    assert run_of_days(days, date(2020, 2, 10)) == 8
    assert run_of_days(days, date(2020, 2, 11)) == 8
    assert run_of_days(days, date(2020, 2, 12)) == 0


def test_eight_hours_exactly_are_not_long() -> None:
    of = shifts([row(10, 8, 16), row(11, 8, 16.5, "抢救")])
    assert [s.reason for s in long_ones(of, date(2020, 2, 11), 8 * HOUR)] == ["抢救"]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.tuples(st.integers(1, 20), st.integers(0, 47), st.integers(1, 90)), max_size=8))
def test_credits_sum_to_the_time_that_any_row_covers(told: list[tuple[int, int, int]]) -> None:
    rows = [row(day, start / 2, (start + length) / 2) for day, start, length in told]
    covered = {
        half
        for one in rows
        for half in range(
            int((one.start - datetime(2020, 2, 1)) / HOUR * 2),
            int((one.end - datetime(2020, 2, 1)) / HOUR * 2),
        )
    }
    assert sum(credited(rows).values(), timedelta()) == len(covered) * HOUR / 2
    assert sum((s.length for s in shifts(rows)), timedelta()) == len(covered) * HOUR / 2
