"""One person judged in a session that is kept: as everybody is, and as facts stand committed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import psycopg
import pytest
from django.db import connection, transaction

from nuanxin.city import CityPlan, build_city
from nuanxin.domains.changes.services import record
from nuanxin.domains.duty.models import Attendance
from nuanxin.domains.intake.services import take
from nuanxin.domains.ledger import one_person
from nuanxin.domains.ledger.evaluator import LiveEvaluator
from nuanxin.domains.ledger.models import Obligation, PersonDay, Run
from nuanxin.domains.ledger.services import Loaded, load_evaluation, load_live
from nuanxin.domains.people.models import Person

pytestmark = pytest.mark.django_db(transaction=True)
PACK, AS_OF = "dalian2020", date(2020, 4, 20)
BY = {"who": "孙立", "why": "测试"}


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    """A ledger of a live city, committed."""
    build_city(CityPlan(240), tmp_path / "facts", "csv")
    take([tmp_path / "facts"], **BY)
    yield load_live(PACK, AS_OF).run
    one_person.give_up()


def again(run: Run, person: str) -> Loaded:
    with LiveEvaluator().evaluated(run, f"person:{person}") as done:
        return load_evaluation(done.out, done.facts, pack=PACK)


def paid(person: str) -> int:
    return PersonDay.objects.filter(person_id=person).count()


def test_what_is_kept_follows_the_facts(run: Run) -> None:
    for person in Person.objects.order_by("pk").values_list("pk", flat=True)[::6]:
        loaded = again(run, person)
        assert loaded.nothing, (person, loaded.changes)

    most = max(PersonDay.objects.values_list("person_id", flat=True), key=lambda p: (paid(p), p))
    shift = Attendance.objects.filter(person_id=most, status="worked").first()
    assert shift is not None
    every, others = Obligation.objects.exclude(subject_id=most), paid(most)
    before = set(every.values_list("obligation_id", "state", "quantity"))
    for one in Attendance.objects.filter(person_id=most, status="worked"):
        record("attendance", {"attendance_id": one.pk, "status": "cancelled"}, **BY)
    assert not again(run, most).nothing
    assert paid(most) == 0 < others, "paid days go with the shifts"
    assert set(every.values_list("obligation_id", "state", "quantity")) == before

    with transaction.atomic():
        record("attendance", {"attendance_id": shift.pk, "status": "worked"}, **BY)
        assert not again(run, most).nothing, "within a transaction its own changes are seen"
        assert paid(most) > 0
        transaction.set_rollback(True)
    assert again(run, most).nothing

    with connection.cursor() as cursor:
        cursor.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity"
            " where datname = current_database() and pid <> pg_backend_pid()"
        )
    with pytest.raises(psycopg.OperationalError):
        again(run, most)
    assert again(run, most).nothing, "a session that was ended is given up and made anew"
