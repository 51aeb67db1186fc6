"""The ledger stands on the live city: what a folder holds and what was taken in agree."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from nuanxin.city import CityPlan, build_city
from nuanxin.domains.changes.services import record
from nuanxin.domains.duty.models import Attendance
from nuanxin.domains.intake.export import export_facts
from nuanxin.domains.intake.services import take
from nuanxin.domains.ledger.evaluator import FolderEvaluator, LiveEvaluator
from nuanxin.domains.ledger.models import Obligation, Run, SetAside
from nuanxin.domains.ledger.services import load_evaluation, load_live

pytestmark = pytest.mark.django_db
PACK, AS_OF = "dalian2020", date(2020, 4, 20)


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("city") / "facts"
    build_city(CityPlan(300, dirty_rows=12), place, "csv")
    return place


def live(city: Path) -> Run:
    """The city taken in and evaluated."""
    taken = take([city], who="孙立", why="测试")
    return load_live(PACK, AS_OF, aside=taken.found).run


def test_the_live_city_owes_what_its_export_owes(city: Path, tmp_path: Path) -> None:
    run = live(city)
    export_facts(tmp_path / "facts")
    run.source = str(tmp_path / "facts")
    with FolderEvaluator().evaluated(run, None) as done:
        loaded = load_evaluation(done.out, done.facts, pack=PACK)
    named = {name: change for name, change in loaded.changes.items() if not change.nothing}
    assert set(named) <= {"ledger_set_aside"}, named


def test_what_was_refused_is_listed_and_stays_so(city: Path) -> None:
    run = live(city)
    listed = SetAside.objects.filter(run=run, kind="row").count()
    assert listed == run.rows["set_aside"] > 12, "the dirty rows, and hours given twice"
    assert run.rows["read"] == run.rows["kept"] + listed
    assert load_live(PACK, AS_OF).nothing
    run.refresh_from_db()
    assert SetAside.objects.filter(run=run, kind="row").count() == run.rows["set_aside"] == listed


def test_one_person_is_as_in_the_run_of_everybody(city: Path) -> None:
    run = live(city)
    some = Obligation.objects.filter(run=run, subject_kind="person").values_list("subject_id")
    people = sorted({person for (person,) in some})
    assert len(people) > 50
    for person in people[::20]:
        with LiveEvaluator().evaluated(run, f"person:{person}") as done:
            loaded = load_evaluation(done.out, done.facts, pack=PACK)
        assert loaded.nothing, (person, loaded.changes)


def test_a_changed_fact_changes_one_person_alone(city: Path) -> None:
    run = live(city)
    owed = Obligation.objects.filter(run=run, provision="M09-1", subject_kind="person").exclude(
        quantity=None
    )
    before = dict(owed.values_list("subject_id", "quantity"))
    person = max(before, key=lambda one: (before[one], one))
    shift = Attendance.objects.filter(person_id=person, status="worked").order_by("start").first()
    assert shift is not None
    for one in Attendance.objects.filter(person_id=person, status="worked"):
        record("attendance", {"attendance_id": one.pk, "status": "cancelled"}, who="孙立", why="错")
    with LiveEvaluator().evaluated(run, f"person:{person}") as done:
        loaded = load_evaluation(done.out, done.facts, pack=PACK)
    assert not loaded.nothing
    after = dict(owed.values_list("subject_id", "quantity"))
    assert before.pop(person) > 0
    assert person not in after or not after.pop(person)
    assert after == before
