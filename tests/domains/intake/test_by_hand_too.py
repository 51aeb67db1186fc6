"""Hours that are in a file being taken in, and entered by hand at the same moment: one wins."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from django.db import connections, transaction

from nuanxin.domains import locks
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.duty.models import Attendance
from nuanxin.domains.duty.services import record_attendance
from nuanxin.facts.dirty import notes
from tests.domains.intake.sheets import GOOD, SHIFTS, book, taken, wrong
from tests.domains.live_city import at, settle
from tests.domains.waiting import waits_for

pytestmark = pytest.mark.django_db(transaction=True)
OTHER = ["P2", *GOOD[1:]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Hours of P1 and of P2."""
    settle()
    return book(tmp_path / "a.xlsx", 考勤=[SHIFTS, GOOD, OTHER])


def enter() -> str:
    try:
        return record_attendance("A2", "P1", "T2", at(10, 9), at(10, 17), who="二", why="考勤")
    except Refusal as refusal:
        return refusal.text.zh
    finally:
        connections.close_all()


def test_by_hand_waits_for_the_file_and_is_told_who_has_the_hours(file: Path) -> None:
    written = Event()

    def by_hand() -> str:
        written.wait(5)
        return enter()

    def is_waited_for(_: object) -> None:
        written.set()
        assert waits_for(locks.ALL)

    with ThreadPoolExecutor(1) as pool:
        told = pool.submit(by_hand)
        assert taken(file, on_written=is_waited_for).counts.new == 2
        assert "孙立登记" in told.result(5)


def test_the_file_waits_for_whoever_enters_and_loses_that_row_alone(file: Path) -> None:
    entered = Event()

    def by_file() -> list[tuple[int, str, str]]:
        try:
            entered.wait(5)
            return wrong(taken(file))
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        refused = pool.submit(by_file)
        with transaction.atomic():
            record_attendance("A2", "P1", "T2", at(10, 9), at(10, 17), who="二", why="考勤")
            entered.set()
            assert waits_for(locks.ALL)
        assert [(row, why) for row, _, why in refused.result(5)] == [(2, notes.CLASH_ATTENDANCE)]
    assert {row.person_id for row in Attendance.objects.all()} == {"P1", "P2"}


def test_nobody_waits_for_a_long_file_for_ever(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "PATIENCE", "50ms")
    told = []

    def meanwhile(_: object) -> None:
        with ThreadPoolExecutor(1) as pool:
            told.append(pool.submit(enter).result(5))

    taken(file, on_written=meanwhile)
    assert told == ["正在导入一份考勤表，这一次没有记下；请过几分钟再试"]
    assert not Attendance.objects.filter(pk="A2").exists()
