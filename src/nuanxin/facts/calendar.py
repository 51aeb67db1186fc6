"""Workdays (C1): the calendar table where it speaks, else the mainland's own calendar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import chinese_calendar
import duckdb

FIRST = date(2019, 12, 1)
LAST = date(2021, 12, 31)
DAYS_AHEAD = 400


def make_calendar(con: duckdb.DuckDBPyConnection, as_of: date) -> None:
    """Make ``facts.calendar_day(date, is_workday)``, one row a day.

    It covers 2019-12-01 to 2021-12-31, 400 days after ``as_of``, and every day that the
    table ``facts.calendar`` names. Beyond the years whose holidays are published, people work
    from Monday to Friday.
    """
    ahead = min(DAYS_AHEAD, (date.max - as_of).days)
    con.execute(
        """
        CREATE TABLE facts.calendar_day AS
        WITH days AS (
            SELECT unnest(generate_series($first, $last, INTERVAL 1 DAY))::DATE AS date
        ),
        mainland AS (
            SELECT date, list_contains($workdays, date)
                OR (isodow(date) < 6 AND NOT list_contains($holidays, date)) AS is_workday
            FROM days
        )
        SELECT date, coalesce(told.is_workday, mainland.is_workday) AS is_workday
        FROM mainland FULL JOIN facts.calendar AS told USING (date)
        ORDER BY date
        """,
        {
            "first": FIRST,
            "last": max(LAST, as_of + timedelta(days=ahead)),
            "workdays": _from(chinese_calendar.workdays),
            "holidays": _from(chinese_calendar.holidays),
        },
    )


def _from(days: Iterable[date]) -> list[date]:
    return [day for day in days if day >= FIRST]
