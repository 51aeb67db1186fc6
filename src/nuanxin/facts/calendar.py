"""Workdays (C1): the calendar table where it speaks, else the mainland's own calendar."""

from __future__ import annotations

<<<<<<< HEAD
=======
from collections.abc import Iterable
>>>>>>> facts
from datetime import date, timedelta
from functools import cache

import chinese_calendar
import duckdb

FIRST = date(1970, 1, 1)
LAST = date(2099, 12, 31)


def make_calendar(con: duckdb.DuckDBPyConnection) -> None:
    """Make ``facts.calendar_day(date, is_workday)``: every day of 1970 to 2099, one row each.

<<<<<<< HEAD
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
=======
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
>>>>>>> facts
        ORDER BY date
        """,
        {
            "first": FIRST,
<<<<<<< HEAD
            "last": LAST,
            "days": list(published),
            "workdays": list(published.values()),
=======
            "last": max(LAST, as_of + timedelta(days=ahead)),
            "workdays": _from(chinese_calendar.workdays),
            "holidays": _from(chinese_calendar.holidays),
>>>>>>> facts
        },
    )


<<<<<<< HEAD
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
=======
def _from(days: Iterable[date]) -> list[date]:
    return [day for day in days if day >= FIRST]
>>>>>>> facts
