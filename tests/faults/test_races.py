"""Two at the same instant: exactly one wins, the other is told clearly, no fen is doubled."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial

import pytest
from django.db import connection

from nuanxin.domains.pay import services
from nuanxin.domains.pay.models import Entry, PaidDay, PayRun
from nuanxin.domains.pay.refused import Refused
from tests.domains.pay.ledger import (
    AFTER_NOTICE,
    MAKER,
    MARCH,
    OFFICER,
    OTHER,
    TIER2,
    TODAY,
    noticed,
    owe,
    person,
)

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 5


def at_once(*doings: Callable[[], object]) -> list[object]:
    """Do things in threads that start together; what each returned, or raised."""
    gate, results = threading.Barrier(len(doings)), [None] * len(doings)

    def run(place: int, do: Callable[[], object]) -> None:
        try:
            gate.wait(10)
            results[place] = do()  # type: ignore[call-overload]
        except Exception as error:
            results[place] = error  # type: ignore[call-overload]
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(doings)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return list(results)


@pytest.fixture(autouse=True)
def one_person() -> None:
    person("P1")
    owe("H1", "P1", [2, 3])


def test_two_officers_approve_the_same_run() -> None:
    for number in range(1, ROUNDS + 1):
        owe("H1", "P1", range(1, number + 1))
        run = noticed()
        results = at_once(
            partial(services.approve, run.pk, OFFICER, AFTER_NOTICE),
            partial(services.approve, run.pk, OTHER, AFTER_NOTICE),
        )
        won = [result for result in results if isinstance(result, PayRun)]
        lost = [result for result in results if isinstance(result, Refused)]
        assert (len(won), len(lost)) == (1, 1)
        assert (
            str(lost[0]) == f"{won[0].approved_by} has approved it already; it cannot be approved."
        )
        assert Entry.objects.order_by("-number")[0].after_fen == number * TIER2
        assert Entry.objects.count() == number


def test_an_approval_during_a_re_run() -> None:
    """Either it was approved, and the new run finds nothing to pay; or the new run took its
    place, and the approval is refused."""
    for _ in range(ROUNDS):
        run = noticed()
        approved, again = at_once(
            partial(services.approve, run.pk, OFFICER, AFTER_NOTICE),
            lambda: services.draft("H1", MARCH, MAKER),
        )
        assert isinstance(again, PayRun)
        if isinstance(approved, Refused):
            assert "has taken the place of this one" in str(approved)
        line = again.lines.get()
        assert line.before_fen == sum(Entry.objects.values_list("fen", flat=True))
        assert line.fen == 2 * TIER2 - line.before_fen
        services.notice(again.pk, MAKER, TODAY)
        services.approve(again.pk, OFFICER, AFTER_NOTICE)
        assert sum(Entry.objects.values_list("fen", flat=True)) == 2 * TIER2


def test_two_payers_pay_the_same_day() -> None:
    """The evaluation gives a day to one payer; should two have it, one is held."""
    from nuanxin.domains.ledger.models import PersonDay

    first = noticed("H1")
    PersonDay.objects.all().delete()
    owe("H2", "P1", [2])
    person("P2")
    owe("H2", "P2", [2])
    second = noticed("H2")
    results = at_once(
        partial(services.approve, first.pk, OFFICER, AFTER_NOTICE),
        partial(services.approve, second.pk, OTHER, AFTER_NOTICE),
    )
    assert [type(result) for result in results] == [PayRun, PayRun]
    assert PaidDay.objects.filter(person_id="P1", date__day=2).count() == 1
    held = list(PayRun.objects.filter(lines__held="elsewhere").values_list("payer", flat=True))
    assert len(held) == 1
    assert PaidDay.objects.filter(person_id="P2").count() == 1


def test_two_drafts_of_one_month_leave_one_open() -> None:
    at_once(*[lambda: services.draft("H1", MARCH, MAKER)] * 3)
    states = sorted(PayRun.objects.values_list("state", flat=True))
    assert states == ["clear", "superseded", "superseded"]
