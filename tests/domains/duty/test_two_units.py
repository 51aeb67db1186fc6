"""Two units enter the same person for the same hours at once: exactly one wins."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from nuanxin.domains.changes.models import Change
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.duty.models import Attendance
from nuanxin.domains.duty.services import record_attendance
from tests.domains.live_city import at, settle


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
