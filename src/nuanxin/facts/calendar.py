"""Workdays (C1): the calendar table where it speaks, else the mainland's own calendar."""

from __future__ import annotations

from datetime import date

import chinese_calendar
import duckdb

FIRST = date(1970, 1, 1)
LAST = date(2099, 12, 31)


def make_calendar(con: duckdb.DuckDBPyConnection, first: date = FIRST, last: date = LAST) -> None:
    """Make ``facts.calendar_day(date, is_workday)``: every day of 1970 to 2099, one row each.

    Fewer years are enough for facts that are known to lie well within them.

    In years whose holidays are not published, people work from Monday to Friday.
    """
    con.execute(
        """
        CREATE TABLE facts.calendar_day AS
        WITH days AS (
            SELECT unnest(generate_series($first, $last, INTERVAL 1 DAY))::DATE AS date
        ),
        published AS (
            SELECT unnest($workdays) AS date, true AS is_workday
            UNION ALL SELECT unnest($holidays), false
        )
        SELECT date,
            coalesce(told.is_workday, published.is_workday, isodow(date) < 6) AS is_workday
        FROM days LEFT JOIN published USING (date) LEFT JOIN facts.calendar AS told USING (date)
        ORDER BY date
        """,
        {
            "first": first,
            "last": last,
            "workdays": list(chinese_calendar.workdays),
            "holidays": list(chinese_calendar.holidays),
        },
    )
