"""Days and times as people write them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuanxin.facts.dirty.moments import a_clock, a_day, a_moment, a_span, needs_year, of_serial

DAYS = st.dates(date(2019, 12, 1), date(2021, 12, 31))
FORMS = (
    "{0.year}-{0.month}-{0.day}",
    "{0.year}/{0.month:02}/{0.day:02}",
    "{0.year}.{0.month}.{0.day}",
    "{0.year}年{0.month}月{0.day}日",
    "{0.year}{0.month:02}{0.day:02}",
    "{0.year} 年 {0.month} 月 {0.day} 日",
)


@given(DAYS, st.sampled_from(FORMS))
def test_every_form_means_its_day(day: date, form: str) -> None:
    assert a_day(form.format(day), None) == day


@given(DAYS, st.sampled_from(FORMS), st.integers(0, 23), st.integers(0, 59))
def test_every_form_with_a_time_means_its_moment(day: date, form: str, h: int, m: int) -> None:
    meant = datetime(day.year, day.month, day.day, h, m)
    for clock in (f"{h}:{m:02}", f"{h:02}:{m:02}:00", f"{h}时{m}分", f"{h}点{m:02}分"):
        assert a_moment(f"{form.format(day)} {clock}", None) == meant


@pytest.mark.parametrize(
    "text", ["2020-02-30", "2020-13-01", "20201301", "明天", "2020-2", "2020-02-03x", "", "8:00"]
)
def test_what_is_no_day(text: str) -> None:
    assert a_day(text, 2020) is None


def test_a_day_without_a_year_takes_that_of_the_title_or_none() -> None:
    assert a_day("8月3日", 2020) == date(2020, 8, 3)
    assert a_day("8月3日", None) is None
    assert needs_year("8月3日")
    assert needs_year("8-3")
    assert not needs_year("2020年8月3日")
    assert not needs_year("夜班")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("8:00", timedelta(hours=8)),
        ("08:00:30", timedelta(hours=8, seconds=30)),
        ("8时", timedelta(hours=8)),
        ("8点半", timedelta(hours=8, minutes=30)),
        ("下午3点", timedelta(hours=15)),
        ("晚上 11:30", timedelta(hours=23, minutes=30)),
        ("24:00", timedelta(hours=24)),
        ("24:01", None),
        ("8:60", None),
        ("夜", None),
        ("8", None),
    ],
)
def test_times_of_day(text: str, meant: timedelta | None) -> None:
    assert a_clock(text) == meant


def test_midnight_at_the_end_is_the_next_day() -> None:
    assert a_moment("2020-02-29 24:00", None) == datetime(2020, 3, 1)


def test_a_span_of_two_times() -> None:
    night = (timedelta(hours=20), timedelta(hours=8))
    for text in ("20:00-08:00", "20:00—8:00", "20:00 至 次日8:00", "20:00~08:00"):
        assert a_span(text) == night
    assert a_span("20:00") is None


@given(st.datetimes(datetime(2019, 1, 1), datetime(2022, 1, 1)))
def test_a_day_number_of_a_spreadsheet_means_its_minute(moment: datetime) -> None:
    minute = moment.replace(second=0, microsecond=0)
    days = (minute - datetime(1899, 12, 30)).total_seconds() / 86_400
    assert of_serial(round(days, 4)) == minute


def test_small_and_huge_numbers_are_no_days() -> None:
    assert of_serial(8.5) is None
    assert of_serial(210202199001011234) is None
