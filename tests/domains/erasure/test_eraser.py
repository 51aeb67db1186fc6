"""Erased, nobody finds the person again, and no sum has changed."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection

from nuanxin.domains.actor import Actor
from nuanxin.domains.changes.models import OldRow
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.erasure import services
from nuanxin.domains.erasure.eraser import whole
from nuanxin.domains.erasure.places import PLACES
from nuanxin.domains.ledger.services import load_live
from nuanxin.domains.pay.models import Entry
from nuanxin.domains.people.models import Child, Person
from tests.domains import live_city
from tests.domains.erasure import lives
from tests.domains.erasure.lives import AFTER, CHILD, CHILD_NAME, NAME, NUMBER, ON

pytestmark = pytest.mark.django_db
HR, OFFICER = Actor("P2", "unit_hr", unit_id="U1"), Actor("O1", "organisation")
SUMS = (
    "select 'entries', payer, sum(fen), max(after_fen) from pay_entry group by payer",
    "select 'days', payer, sum(fen), count(*) from pay_day group by payer",
    "select 'lines', payer, sum(l.fen), sum(owed_fen) from pay_line as l join pay_run as r"
    " on r.id = run_id group by payer",
    "select 'funds', account_id::text, sum(fen), count(*) from pay_leg group by account_id",
    "select 'person days', payer, sum(fen), count(*) from ledger_person_day group by payer",
    "select 'owed', provision, sum(quantity), sum(quantity_met) from ledger_obligation"
    " where quantity_unit = 'fen' group by provision",
)


def sums() -> list[tuple[Any, ...]]:
    found = []
    with connection.cursor() as cursor:
        for query in SUMS:
            cursor.execute(f"{query} order by 2")
            found += cursor.fetchall()
    return found


def test_every_table_of_the_database_is_known_to_the_eraser() -> None:
    known = [place.table for place in PLACES]
    assert len(known) == len(set(known))
    assert set(lives.tables()) - set(known) == set(), "say in erasure/places.py what becomes of it"
    assert set(known) - set(lives.tables()) == set()


def test_a_table_that_holds_nobody_has_no_column_that_names_somebody() -> None:
    named = re.compile(r"(person|subject|guardian|relative|counterpart)_id|.+_by|by|who")
    empty = {place.table for place in PLACES if place.fate == "none"}
    with connection.cursor() as cursor:
        cursor.execute("select table_name, column_name from information_schema.columns")
        wrong = [(t, c) for t, c in cursor.fetchall() if t in empty and named.fullmatch(c)]
    assert wrong == []


class TestErased:
    @pytest.fixture
    def asked(self) -> int:
        lives.live()
        return services.ask(NUMBER, HR, "本人要求").pk

    def test_nobody_is_named_any_more_and_the_books_stand_under_a_pseudonym(
        self, asked: int
    ) -> None:
        done = services.decide(asked, OFFICER, approved=True, answer="任务已结束")
        left = lives.dump()
        told = (NAME, CHILD_NAME, lives.ID_NUMBER, "葵英街道", "test-worker-U1-P1")
        assert {
            (table, one) for table, text in left.items() for one in told if one in text
        } == set()
        numbers = re.compile(f"{whole(NUMBER)}|{whole(CHILD)}")
        assert {table for table, text in left.items() if numbers.search(text)} == set()
        assert done.person_id.startswith("X")
        assert set(Entry.objects.values_list("person_id", flat=True)) == {done.person_id}
        assert (done.state, done.decided_by) == ("done", "O1")
        assert done.counts["kept"]["pay_day"] == 3
        assert done.counts["erased"]["live_children"] == 1
        assert Person.objects.get(pk=done.person_id).name == "已删除"
        live_city.person("P2", "周文静", sex="女")
        kept = OldRow.objects.filter(table="people", key="P2")
        assert kept.count() == 1, "what is written afterwards keeps its history"

    def test_no_sum_of_fen_changes_and_again_nothing_does(self, asked: int) -> None:
        before = sums()
        assert {row[0] for row in before} >= {"entries", "days", "lines", "person days", "owed"}
        services.decide(asked, OFFICER, approved=True, answer="任务已结束")
        assert sums() == before
        left = lives.dump()
        services.decide(asked, OFFICER, approved=True, answer="再点一次")
        assert lives.dump() == left
        with pytest.raises(Refusal, match="nobody has the number"):
            services.ask(NUMBER, HR, "再来一次")
        load_live("dalian2020", AFTER)
        assert sums() == before, "nor at the next evaluation"


class TestAsking:
    @pytest.fixture(autouse=True)
    def city(self) -> None:
        live_city.settle()

    def test_two_people_decide_and_neither_is_the_person(self) -> None:
        asked = services.ask(NUMBER, HR, "本人要求")
        assert services.ask(NUMBER, HR, "本人又要求").pk == asked.pk
        for one in (HR, Actor(NUMBER, "organisation")):
            with pytest.raises(Refusal, match="somebody else"):
                services.decide(asked.pk, one, approved=True, answer="可以")
        services.decide(asked.pk, OFFICER, approved=False, answer="还在公示")
        assert Person.objects.get(pk=NUMBER).name == NAME
        with pytest.raises(Refusal, match="decided already"):
            services.decide(asked.pk, OFFICER, approved=True, answer="可以")

    def test_not_while_they_serve(self) -> None:
        live_city.spell("S1", NUMBER, ON)
        live_city.put("spells", spell_id="S1", end_date=None)
        with pytest.raises(Refusal, match="on a spell"):
            services.ask(NUMBER, HR, "本人要求")

    def test_not_when_another_number_holds_theirs(self) -> None:
        live_city.person("A-P1", "于海燕")
        with pytest.raises(Refusal, match="renumber"):
            services.ask(NUMBER, HR, "本人要求")

    def test_a_child_with_another_guardian_stays_with_them(self) -> None:
        live_city.put(
            "children", child_id=CHILD, name="林小果", guardian_id=NUMBER, other_guardian_id="P3",
            birth_date=ON, stage="preschool",
        )  # fmt: skip
        asked = services.ask(NUMBER, HR, "本人要求")
        services.decide(asked.pk, OFFICER, approved=True, answer="可以")
        child = Child.objects.get(pk=CHILD)
        assert (child.name, child.guardian_id, child.other_guardian_id) == ("林小果", "P3", None)
