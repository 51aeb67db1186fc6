"""Workdays (C1): the calendar table where it speaks, else the mainland's own calendar."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import chinese_calendar
import duckdb

FIRST = date(1970, 1, 1)
LAST = date(2099, 12, 31)


def make_calendar(con: duckdb.DuckDBPyConnection) -> None:
    """Make ``facts.calendar_day(date, is_workday)``: every day of 1970 to 2099, one row each.

    Where no holidays are published, Monday to Friday are workdays.
    """
    published = _published()
    con.execute(
        """
        CREATE TABLE facts.calendar_day AS
        WITH every AS (
            SELECT CAST(unnest(generate_series($first, $last, INTERVAL 1 DAY)) AS DATE) AS date
        ),
        published AS (SELECT unnest($days) AS date, unnest($workdays) AS is_workday)
        SELECT date, coalesce(told.is_workday, published.is_workday, isodow(date) < 6) AS is_workday
        FROM every LEFT JOIN published USING (date) LEFT JOIN facts.calendar AS told USING (date)
        ORDER BY date
        """,
        {
            "first": FIRST,
            "last": LAST,
            "days": list(published),
            "workdays": list(published.values()),
        },
    )


@cache
def _published() -> dict[date, bool]:
    """The days for which the library knows the holidays."""
    days: dict[date, bool] = {}
    day = min(chinese_calendar.holidays)
    while True:
        try:
            days[day] = bool(chinese_calendar.is_workday(day))
        except NotImplementedError:
            return days
        day += timedelta(days=1)
