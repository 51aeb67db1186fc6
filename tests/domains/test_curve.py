"""The picture of cases and open promises: its points say what the counts say, and no more."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest

from nuanxin.domains.board.cases import EVENTS, active_cases
from nuanxin.domains.board.curve import BOTTOM, UNDER, curve
from nuanxin.domains.board.strip import strip
from nuanxin.domains.ledger.models import Obligation

AS_OF = date(2020, 4, 20)
FLOW = [(date(2020, 2, 1), 10, 0), (date(2020, 3, 1), 30, 5), (date(2020, 5, 1), 0, 15)]


def numbers(path: str) -> list[float]:
    return [float(n) for n in re.findall(r"[\d.]+", path)]


def heights(path: str) -> list[float]:
    return [float(n) for n in re.findall(r"V([\d.]+)", path)]


def test_the_line_climbs_as_promises_arose_to_what_is_open_today() -> None:
    drawn = curve(FLOW, AS_OF, 40, {}, 1160)
    assert heights(drawn.open_line)[0] == BOTTOM - (BOTTOM - UNDER) * 10 / 40
    assert heights(drawn.open_line)[-1] == UNDER == drawn.today[1]


def test_ahead_falls_only_by_what_is_due_later() -> None:
    drawn = curve(FLOW, AS_OF, 40, {}, 1160)
    left = BOTTOM - (BOTTOM - UNDER) * 25 / 40
    assert heights(drawn.ahead)[-1] == pytest.approx(left, abs=0.1)


def test_nothing_is_drawn_outside_the_frame() -> None:
    early = [(date(2019, 12, 1), 5, 0), *FLOW, (date(2021, 1, 1), 0, 20)]
    for width in (1160, 300):
        drawn = curve(early, AS_OF, 45, active_cases(), width, numbered=width == 300)
        for path in (drawn.open_line, drawn.open_area, drawn.ahead, drawn.cases):
            assert all(n <= width for n in numbers(path))
        assert all(drawn.left <= month.x <= drawn.right for month in drawn.months)


def test_without_promises_and_without_cases_it_is_an_empty_frame() -> None:
    drawn = curve([], AS_OF, 0, {}, 1160)
    assert drawn.cases == ""
    assert drawn.open_now == 0


def test_events_after_the_day_are_not_shown() -> None:
    shown = curve(FLOW, date(2020, 3, 1), 40, {}, 1160).events
    assert len(shown) == len([event for event in EVENTS if event.on <= date(2020, 3, 1)]) == 2


def test_labels_of_events_never_cover_each_other() -> None:
    drawn = curve(FLOW, date(2020, 9, 1), 40, {}, 1160)
    for line in (12, 28):
        placed = [label for label in drawn.events if label.words and label.y == line]
        for one, next_ in pairwise(placed):
            assert one.words is not None
            assert one.x + 12 * len(one.words.zh) <= next_.x + 5


def test_cases_are_those_not_yet_cured_or_dead() -> None:
    cases = active_cases()
    assert cases[date(2020, 1, 22)] == 1
    assert cases[date(2020, 3, 16)] == 0
    assert max(cases[day] for day in cases if day <= AS_OF) == 14


def row(**values: object) -> Obligation:
    known = {"period_start": date(2020, 2, 8), "as_of": AS_OF, "provision": "M11-5"}
    return Obligation(**known | values)


def test_a_strip_places_period_due_date_and_today_in_order() -> None:
    drawn = strip(row(period_end=date(2020, 3, 30), due_on=date(2020, 9, 26)), 1180)
    assert drawn is not None
    assert drawn.due is not None
    assert 8 < drawn.start < drawn.end < drawn.today < drawn.due < drawn.right
    assert not drawn.running


def test_a_strip_of_a_period_still_open_runs_to_today() -> None:
    drawn = strip(row(), 300)
    assert drawn is not None
    assert drawn.running
    assert drawn.end == drawn.today
    assert drawn.due is None


def test_a_strip_of_one_day_is_still_seen() -> None:
    drawn = strip(row(period_end=date(2020, 2, 8)), 300)
    assert drawn is not None
    assert drawn.length >= 3


def test_a_strip_over_years_names_fewer_months() -> None:
    drawn = strip(row(due_on=AS_OF + timedelta(days=900)), 300)
    assert drawn is not None
    assert 1 < len([month for month in drawn.months if month.words]) <= 12


def test_no_period_no_strip() -> None:
    assert strip(row(period_start=None), 300) is None
