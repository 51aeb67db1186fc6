"""A changed fact finds whom it touches, and small evaluations end where that of everybody ends."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from nuanxin.city import CityPlan, build_city
from nuanxin.domains.changes.services import changing, record
from nuanxin.domains.duty.models import Attendance, Delivery, Insurance
from nuanxin.domains.intake.services import take
from nuanxin.domains.ledger import tasks
from nuanxin.domains.ledger.following import MOST
from nuanxin.domains.ledger.models import Obligation, Run, Touched
from nuanxin.domains.ledger.services import load_live
from nuanxin.domains.people.models import Person, Relation
from nuanxin.domains.people.services import merge, unmerge
from tests.domains import live_city

pytestmark = pytest.mark.django_db
PACK, AS_OF = "dalian2020", date(2020, 4, 20)
BY = {"who": "孙立", "why": "测试"}


@pytest.fixture(autouse=True)
def _empty_queue(db: None) -> None:
    """Tests that commit leave their jobs: the queue is not Django's to empty."""
    del db
    connection.cursor().execute("truncate procrastinate_jobs cascade")


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """A ledger of a live city, and an empty queue."""
    build_city(CityPlan(240), tmp_path / "facts", "csv")
    take([tmp_path / "facts"], **BY)
    found = load_live(PACK, AS_OF).run
    connection.cursor().execute("truncate procrastinate_jobs cascade")
    return found


def waiting() -> list[tuple[str, dict[str, Any]]]:
    """Tasks and arguments in the queue, in the order in which they are done."""
    with connection.cursor() as cursor:
        cursor.execute("select task_name, args from procrastinate_jobs order by priority desc, id")
        return [
            (name, json.loads(args) if isinstance(args, str) else args)
            for name, args in cursor.fetchall()
        ]


def subjects() -> list[str]:
    return [args["subject"] for name, args in waiting() if name == "ledger.reevaluate"]


def rows(people: set[str]) -> list[tuple[Any, ...]]:
    found = Obligation.objects.filter(subject_kind="person", subject_id__in=people)
    return sorted(found.values_list("obligation_id", "state", "quantity", "quantity_met", "due_on"))


@pytest.mark.usefixtures("run")
def test_a_shift_asks_for_its_person_and_the_kin() -> None:
    couple = Relation.objects.filter(kind="spouse").order_by("pk").first()
    assert couple is not None
    record("absences", absence(couple.person_id), **BY)
    asked = subjects()
    assert {f"person:{couple.person_id}", f"person:{couple.relative_id}"} <= set(asked)
    assert len(asked) == len(set(asked)) < 8
    assert [name for name, _ in waiting()][-1] == "ledger.everybody"
    record("absences", absence(couple.person_id), **BY)
    assert subjects() == asked, "what stands already asks for nothing"
    assert not Touched.objects.exists()


@pytest.mark.usefixtures("run")
def test_a_change_of_more_than_persons_or_of_many_asks_for_everybody_alone() -> None:
    record("calendar", {"date": date(2020, 3, 3), "is_workday": False}, **BY)
    assert [name for name, _ in waiting()] == ["ledger.everybody"]
    people = Person.objects.order_by("pk")[: MOST + 1]
    assert len(people) == MOST + 1
    with changing(**BY):
        for person in people:
            Person.objects.filter(pk=person.pk).update(street="新街道")
    assert [name for name, _ in waiting()] == ["ledger.everybody"]


@pytest.mark.usefixtures("run")
def test_what_was_taken_back_asks_for_nothing(tmp_path: Path) -> None:
    file = tmp_path / "absences.csv"
    person = Person.objects.order_by("pk").first()
    assert person is not None
    file.write_text(
        "absence_id,person_id,start_date,end_date,kind\n"
        f"NEW1,{person.pk},2020-03-02,2020-03-04,annual\n",
        encoding="utf-8",
    )
    assert take([file], dry_run=True, **BY).counts.new == 1
    assert not waiting()
    take([file], **BY)
    assert f"person:{person.pk}" in subjects()


def test_no_ledger_of_the_live_city_no_jobs() -> None:
    live_city.settle()
    assert not waiting()


@pytest.mark.usefixtures("run")
@pytest.mark.parametrize("seed", range(int(os.environ.get("NUANXIN_SEEDS", "1"))))
def test_small_evaluations_end_where_that_of_everybody_ends(seed: int) -> None:
    for _ in edits(random.Random(seed)):
        pass
    asked = {subject.partition(":")[2] for subject in subjects()}
    assert len(asked) >= 4
    before = rows(asked)
    for name, args in waiting():
        if name == "ledger.reevaluate":
            tasks.reevaluate(**args)
    after = rows(asked)
    assert after != before, "the edits changed nothing; choose others"
    tasks.everybody(PACK)
    assert rows(asked) == after
    assert load_live(PACK, AS_OF).nothing


def absence(person: str, first: date = date(2020, 3, 2)) -> dict[str, Any]:
    last = first + timedelta(days=2)
    told = {"absence_id": f"N-{person}-{first}", "person_id": person, "kind": "annual"}
    return {**told, "start_date": first, "end_date": last}


def edits(chance: random.Random) -> Iterator[None]:
    """Some of what officials do, by the services of the pages; a step at a time."""
    shifts = list(Attendance.objects.filter(status="worked").order_by("pk")[:4000])
    for shift in chance.sample(shifts, 3):
        record("attendance", {"attendance_id": shift.pk, "status": "cancelled"}, **BY)
        yield
    workers = sorted({shift.person_id for shift in shifts})
    for person in chance.sample(workers, 2):
        first = date(2020, 2, 20) + timedelta(days=chance.randrange(40))
        record("absences", absence(person, first), **BY)
        yield
    cover = chance.choice(Insurance.objects.order_by("pk")[:200])
    told = {name: getattr(cover, name) for name in ("policy_no", "person_id", "kind", "start_date")}
    record("insurance", {**told, "end_date": cover.start_date}, **BY)
    yield
    given = chance.choice(Delivery.objects.filter(provision="M09-1").order_by("pk")[:200])
    record("deliveries", {"delivery_id": given.pk, "quantity": 100}, **BY)
    yield
    keep = chance.choice(workers)
    idle = Person.objects.exclude(pk__in=workers).filter(shifts=None).order_by("pk")[:50]
    drop = chance.choice(idle)
    merge(keep, drop.pk, **BY)
    yield
    if chance.random() < 0.5:
        unmerge(drop.pk, **BY)
        yield
