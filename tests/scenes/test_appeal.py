"""Scene 10: a worker says a shift is missing; the unit confirms; the debt recomputes; the history
shows both.

Nurse N511 worked on 25 March, a Wednesday, from 08:00 to 18:00 with contact: it is missing. With
it March owes another day of tier 1, doubled (600 yuan: 10,300 becomes 10,900), and the hours to
be given back grow by the 2 h beyond eight of a workday (47 becomes 49).
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from django.utils import timezone

from nuanxin.commands.worker import work
from nuanxin.domains.actor import Actor
from nuanxin.domains.ledger import history, services
from nuanxin.domains.ledger.deeds import Named
from nuanxin.domains.ledger.models import Obligation, Run
from tests.domains import nurse

MONEY = "M09-1|person|N511|2020-03-01|H1|fen"
HOURS = "M07-4|person|N511|2020-02-08"


@pytest.mark.django_db(transaction=True)
def test_the_missing_shift(tmp_path: Path) -> None:
    facts = nurse.folder(tmp_path / "facts")
    nurse.load(facts, provisions=None)
    run, before = Run.objects.get(), timezone.now()
    assert quantity(MONEY) == 1_030_000
    assert quantity(HOURS) == 47

    said = services.dispute(
        Named("dalian2020", MONEY), Actor("N511", "worker"), "3 月 25 日的班漏了"
    )
    nurse.add(
        facts, "attendance", "A34", "N511", "W1", "S1",
        "2020-03-25T08:00:00", "2020-03-25T18:00:00", "worked", "true", "交接延误",
    )  # fmt: skip
    services.answer(said.pk, corrected=True, by=Actor("H1-HR", "unit HR"), reason="护士站签到属实")
    assert quantity(MONEY) == 1_030_000  # until the job is done
    with ThreadPoolExecutor(1) as worker:  # as in a process of its own, with its own loop
        worker.submit(work, wait=False).result()

    assert quantity(MONEY) == 1_090_000
    assert quantity(HOURS) == 49
    shown = [(v.row.quantity, v.gone) for v in history.versions(run, MONEY)]
    assert shown == [(1_030_000, True), (1_090_000, False)]
    entry = Obligation.objects.get(obligation_id=MONEY).pk
    deeds = [(deed.kind, deed.by) for deed in history.deeds(run, entry)]
    assert deeds == [("dispute", "N511"), ("correct", "H1-HR")]
    (then,) = history.obligations_at(run, before, obligation_id=MONEY)
    assert then.quantity == 1_030_000
    assert then.period_start == date(2020, 3, 1)


def quantity(obligation_id: str) -> object:
    return Obligation.objects.get(obligation_id=obligation_id).quantity
