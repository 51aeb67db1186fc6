"""Two records of one person become one, payments follow, and it can be undone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection

from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.duty.models import Attendance, Delivery, Insurance
from nuanxin.domains.people.models import Child, Person, Relation
from nuanxin.domains.people.services import merge, unmerge
from tests.domains.live_city import at, person, put, settle, shift, spell

pytestmark = pytest.mark.django_db


@pytest.fixture
def twice() -> None:
    """P2 is a second record of P1, with a shift, a spell, a payment, a child, a spouse, a cover."""
    settle()
    for number in ("P1", "P2"):
        cover = {"policy_no": "G1", "kind": "accident", "start_date": date(2020, 2, 1)}
        put("insurance", person_id=number, end_date=date(2020, 12, 31), **cover)
    spell("S2", "P2", date(2020, 2, 1))
    shift("A1", "P1", at(10, 8), at(10, 16))
    shift("A2", "P2", at(11, 8), at(11, 16), spell_id="S2")
    pay = {"provision": "M09-1", "subject_id": "P2", "counterpart_id": "U1"}
    put("deliveries", delivery_id="D1", on_date=date(2020, 3, 13), quantity=30000, **pay)
    put("children", child_id="C1", guardian_id="P2", birth_date=date(2014, 5, 1), stage="primary")
    put("relations", person_id="P3", relative_id="P2", kind="spouse")


def everything() -> dict[str, list[dict[str, Any]]]:
    """Every live row but for the change that wrote it."""
    tables = ("people", "spells", "attendance", "deliveries", "children", "relations", "insurance")
    found = {}
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"select to_jsonb(l) - 'change_id' from live_{table} as l order by 1")
            found[table] = [row for (row,) in cursor.fetchall()]
    return found


@pytest.mark.usefixtures("twice")
def test_all_that_belongs_to_the_person_follows() -> None:
    done = merge("P1", "P2", who="周科长", why="同一个人")
    assert Delivery.objects.get(pk="D1").subject_id == "P1", "payments follow"
    assert set(Attendance.objects.values_list("person_id", flat=True)) == {"P1"}
    assert Child.objects.get().guardian_id == "P1"
    assert Relation.objects.get().relative_id == "P1"
    assert Insurance.objects.get().person_id == "P1", "the cover both had stands once"
    assert done.moved == {
        "relations": 1,
        "children": 1,
        "spells": 1,
        "attendance": 1,
        "deliveries": 1,
    }
    with connection.cursor() as cursor:
        cursor.execute("select person_id from facts.people order by 1")
        assert cursor.fetchall() == [("P1",), ("P3",)]


@pytest.mark.usefixtures("twice")
def test_undone_everything_stands_as_before() -> None:
    before = everything()
    merge("P1", "P2", who="周科长", why="同一个人")
    assert everything() != before
    unmerge("P2", who="周科长", why="其实是两个人")
    assert everything() == before


@pytest.mark.usefixtures("twice")
def test_undone_twice_is_refused_and_done_anew_is_not() -> None:
    merge("P1", "P2", who="a", why="b")
    unmerge("P2", who="a", why="b")
    with pytest.raises(Refusal, match="not merged"):
        unmerge("P2", who="a", why="b")
    before = everything()
    merge("P1", "P2", who="a", why="b")
    unmerge("P2", who="a", why="b")
    assert everything() == before


@pytest.mark.usefixtures("twice")
def test_a_row_corrected_since_keeps_its_correction_and_goes_back() -> None:
    merge("P1", "P2", who="a", why="b")
    put("attendance", attendance_id="A2", reason_over_8h="抢救")
    shift("A3", "P1", at(12, 8), at(12, 16))
    unmerge("P2", who="a", why="b")
    back = Attendance.objects.get(pk="A2")
    assert (back.person_id, back.reason_over_8h) == ("P2", "抢救")
    assert Attendance.objects.get(pk="A3").person_id == "P1", "entered since: stays"


@pytest.mark.usefixtures("twice")
def test_hours_that_both_worked_are_to_be_settled_first() -> None:
    shift("A4", "P2", at(10, 12), at(10, 20))
    before = everything()
    with pytest.raises(Refusal, match="A1 and A4"):
        merge("P1", "P2", who="a", why="b")
    assert everything() == before
    put("attendance", attendance_id="A4", status="cancelled")
    merge("P1", "P2", who="a", why="b")


@pytest.mark.usefixtures("twice")
@pytest.mark.parametrize(
    ("keep", "drop", "said"), [("P1", "P1", "same"), ("P1", "P9", "P9"), ("P9", "P1", "P9")]
)
def test_what_cannot_be_merged(keep: str, drop: str, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        merge(keep, drop, who="a", why="b")


@pytest.mark.usefixtures("twice")
def test_a_chain_of_merges_leads_to_one_record() -> None:
    merge("P1", "P2", who="a", why="b")
    merge("P3", "P1", who="a", why="b")
    merged = Person.objects.exclude(merged_into=None).values_list("pk", "merged_into_id")
    assert dict(merged) == {"P1": "P3", "P2": "P3"}
    with pytest.raises(Refusal, match="already"):
        merge("P3", "P2", who="a", why="b")


@pytest.mark.usefixtures("twice")
def test_a_second_record_is_a_person_of_its_own_no_more() -> None:
    person("P4", "林晓岚")
    merge("P1", "P4", who="a", why="b")
    assert Person.objects.get(pk="P4").merged_into_id == "P1"
