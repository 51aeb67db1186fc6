"""C1: a date in the calendar table decides; the others follow the mainland calendar."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import chinese_calendar

from nuanxin.facts.calendar import FIRST, LAST
from tests.facts.build import Loaded, Row, load, with_good


def workday(got: Loaded, day: str) -> bool | None:
    query = f"SELECT is_workday FROM facts.calendar_day WHERE date = '{day}'"
    rows = got.con.execute(query).fetchall()
    return rows[0][0] if rows else None


def test_the_mainland_calendar_with_the_extension_of_2020(tmp_path: Path) -> None:
    got = load(tmp_path)
    expected = {
        "2020-01-19": True,
        "2020-01-24": False,
        "2020-01-31": False,
        "2020-02-02": False,
        "2020-02-03": True,
        "2020-02-08": False,
        "2020-04-26": True,
        "2020-05-01": False,
        "2020-05-09": True,
        "2020-10-10": True,
        "2021-02-20": True,
    }
    assert {day: workday(got, day) for day in expected} == expected


def test_every_day_agrees_with_the_library(tmp_path: Path) -> None:
    days = (
        load(tmp_path)
        .con.execute("FROM facts.calendar_day WHERE year(date) BETWEEN 2004 AND 2026")
        .fetchall()
    )
    assert [day for day, works in days if chinese_calendar.is_workday(day) != works] == []


def test_the_table_decides(tmp_path: Path) -> None:
    rows: list[Row] = [
        {"date": "2020-02-03", "is_workday": "false"},
        {"date": "2020-02-08", "is_workday": "true"},
        {"date": "2020-02-09", "is_workday": "1"},
    ]
    got = load(tmp_path, calendar=rows)
    assert workday(got, "2020-02-03") is False
    assert workday(got, "2020-02-08") is True
    assert workday(got, "2020-02-09") is False
    assert [(line.row, line.column, line.value) for line in got.lines] == [(4, "is_workday", "1")]


def test_every_day_is_there_once(tmp_path: Path) -> None:
    got = load(tmp_path, calendar=[with_good("calendar", date="2018-01-01", is_workday="true")])
    days = got.con.execute("SELECT date FROM facts.calendar_day ORDER BY date").fetchall()
    assert (days[0][0], days[-1][0]) == (FIRST, LAST)
    assert len(set(days)) == len(days) == (LAST - FIRST).days + 1
    assert workday(got, "2018-01-01") is True


def test_weekends_alone_where_no_holidays_are_published(tmp_path: Path) -> None:
    got = load(tmp_path, as_of=date(2049, 12, 31))
    assert workday(got, "2050-10-03") is True
    assert workday(got, "2050-10-01") is False
