"""Two units enter the same person for the same hours at once: exactly one wins."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest
from django.db import connections, transaction

from nuanxin.domains.changes.models import Change
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.duty.models import Attendance
from nuanxin.domains.duty.services import confirm_attendance, record_attendance
from nuanxin.domains.locks import HOURS
from tests.domains.live_city import at, settle, shift
from tests.domains.waiting import waits_for


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("round_", range(5))
def test_exactly_one_wins_and_the_other_is_told_who(round_: int) -> None:
    del round_
    settle()
    changes = Change.objects.count()
    together = Barrier(2)

    def enter(unit: int) -> str:
        try:
            together.wait(5)
            start, end = at(10, 8 + unit), at(10, 16 + unit)
            who = f"单位{unit}"
            return record_attendance(f"A{unit}", "P1", f"T{unit}", start, end, who=who, why="考勤")
        except Refusal as refusal:
            return refusal.text.zh
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        told = list(pool.map(enter, (1, 2)))
    assert sorted(one == "new" for one in told) == [False, True]
    winner = Attendance.objects.get()
    refused = next(one for one in told if one != "new")
    assert winner.pk in refused
    assert winner.change.who in refused
    assert Change.objects.count() == changes + 1, "the refused one left no change"


def enter() -> str:
    try:
        return record_attendance("A2", "P1", "T2", at(10, 9), at(10, 17), who="二", why="考勤")
    except Refusal as refusal:
        return refusal.text.zh


def confirm() -> str:
    done = confirm_attendance({"A2": True}, ["U2"], who="二", why="考勤")
    return "".join(text.zh for _, text in done.refused)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("second", [enter, confirm])
def test_the_second_writes_nothing_before_the_first_is_done(second: Callable[[], str]) -> None:
    """Two rows that are checked against each other, both not yet there, would be a deadlock."""
    settle()
    if second is confirm:
        shift("A2", "P1", at(10, 9), at(10, 17), post_id="T2", status="planned")
    entered = Event()

    def after_the_first() -> str:
        try:
            entered.wait(5)
            return second()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        told = pool.submit(after_the_first)
        with transaction.atomic():
            record_attendance("A1", "P1", "T1", at(10, 8), at(10, 16), who="一", why="考勤")
            entered.set()
            assert waits_for(HOURS)
        assert "A1" in told.result(5)
