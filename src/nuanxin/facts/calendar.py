"""Workdays (C1): the calendar table where it speaks, else the mainland's own calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import chinese_calendar
import duckdb

FIRST = date(2019, 12, 1)
LAST = date(2021, 12, 31)
DAYS_AHEAD = 400


def make_calendar(con: duckdb.DuckDBPyConnection, as_of: date) -> None:
    """Make ``facts.calendar_day(date, is_workday)``, one row a day.

    It covers 2019-12-01 to 2021-12-31, 400 days after ``as_of``, and every day that the
    table ``facts.calendar`` names.
    """
    ahead = min(DAYS_AHEAD, (date.max - as_of).days)
    last = max(LAST, as_of + timedelta(days=ahead))
    days = list(_days(FIRST, last))
    con.execute(
        """
        CREATE TABLE facts.calendar_day AS
        WITH known AS (SELECT unnest($days) AS date, unnest($workdays) AS is_workday)
        SELECT date, coalesce(told.is_workday, known.is_workday) AS is_workday
        FROM known FULL JOIN facts.calendar AS told USING (date)
        ORDER BY date
        """,
        {"days": days, "workdays": [is_workday(day) for day in days]},
    )


def is_workday(day: date) -> bool:
    """Whether people work on that day; Monday to Friday where no holidays are published yet."""
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return day.weekday() < 5


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))
