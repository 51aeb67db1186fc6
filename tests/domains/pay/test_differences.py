"""What a line's difference is made of, and the drawing of the fairness check."""

from __future__ import annotations

from datetime import date

import pytest

from nuanxin.domains.pay import selectors, services
from nuanxin.domains.pay.clock import Clock
from nuanxin.domains.pay.differences import Part, differences, parts
from nuanxin.domains.pay.models import PayRun
from nuanxin.domains.pay.scatter import Reported, scatter
from tests.domains.pay import hospital
from tests.domains.pay.ledger import MAKER, MARCH, approved, owe, person


def day(number: int) -> date:
    return date(2020, 3, number)


def test_each_day_is_one_of_four_kinds() -> None:
    before = {day(1): (2, 200), day(2): (2, 200), day(3): (1, 300), day(4): (2, 200)}
    now = {day(2): (2, 200), day(3): (1, 400), day(4): (1, 300), day(5): (2, 200)}
    assert parts(before, now) == [
        Part("came", 1, 200),
        Part("went", 1, -200),
        Part("rate", 1, 100),
        Part("kind", 1, 100),
    ]


def test_what_is_the_same_says_nothing() -> None:
    same = {day(1): (2, 200)}
    assert parts(same, same) == []


def test_days_that_pay_nothing_are_not_counted() -> None:
    assert parts({}, {day(1): (2, 0), day(2): (2, 200)}) == [Part("came", 1, 200)]


@pytest.mark.django_db
def test_a_line_is_compared_with_the_last_run_that_paid_the_person() -> None:
    for number in ("N1", "N2"):
        person(number)
        owe("H1", number, [2, 3])
    run = services.draft("H1", MARCH, MAKER)
    assert differences(run, list(run.lines.all())) == {}  # nothing paid before
    approved()
    owe("H1", "N1", [2, 3, 4])
    again = services.draft("H1", MARCH, MAKER)
    found = differences(again, list(again.lines.order_by("person_id")))
    assert list(found.values()) == [[Part("came", 1, 20_000)], []]


@pytest.mark.django_db
def test_whom_a_check_found_stands_first() -> None:
    hospital.build()
    run = services.draft("H1", MARCH, MAKER, approver="H1Z1")
    first, second, *_ = selectors.lines(run)
    assert (first.name, second.name) == ("曹启明", "护士8")  # then by the size of the difference
    services.hold(run.pk, ["H1Z1"], MAKER, "补考勤原件")
    assert [line.held for line in selectors.lines(run)[:2]] == ["officer", ""]


def test_one_dot_for_all_at_one_place_and_a_square_for_who_is_found() -> None:
    lines = [Reported(5, 5, False, "a")] * 3 + [Reported(31, 3, True, "曹启明")]
    drawn = scatter([*lines, Reported(0, 0, True, "nobody")], 560, 300)
    assert (drawn.people, drawn.found) == (4, 1)
    usual, found = drawn.dots
    assert (usual.people, usual.is_found, list(usual.names)) == (3, False, [])
    assert (found.is_found, list(found.names)) == (True, ["曹启明"])
    # both days equal: on the line from the lower left to the upper right
    share = 5 / 31
    assert usual.x == pytest.approx(40 + (550 - 40) * share, abs=0.1)
    assert usual.y == pytest.approx(266 - (266 - 30) * share, abs=0.1)


def test_no_more_than_recorded_is_fine_for_a_leader_and_anyone_may_lack_a_record() -> None:
    assert not Reported(3, 3, True, "").is_found
    assert not Reported(3, 0, False, "").is_found


@pytest.mark.parametrize(
    ("today", "past", "left"),
    [(20, 0, 6), (21, 1, 5), (25, 5, 1), (26, 5, 0), (30, 5, 0)],
)
def test_the_clock_of_a_notice(today: int, past: int, left: int) -> None:
    run = PayRun(noticed_on=date(2020, 4, 20), notice_until=date(2020, 4, 25))
    clock = Clock.of(run, date(2020, 4, today))
    assert clock is not None
    assert (clock.past, clock.left, clock.is_over) == (past, left, left == 0)
    assert clock.boxes == [True] * past + [False] * (5 - past)
    assert Clock.of(PayRun(), date(2020, 4, 20)) is None
