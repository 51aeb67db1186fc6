"""Every write says who and why, and keeps what stood before."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import InternalError, connection, transaction
from django.db.utils import DatabaseError

from nuanxin.domains.changes.models import Change, OldRow
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.changes.selectors import history
from nuanxin.domains.changes.services import changing, record
from nuanxin.domains.people.models import Person
from tests.domains.live_city import person, put, settle, unit


@pytest.mark.django_db(transaction=True)
def test_the_database_itself_refuses_a_write_that_says_neither_who_nor_why() -> None:
    unit("U1")
    with pytest.raises(DatabaseError, match="who and why"), connection.cursor() as cursor:
        cursor.execute("update live_units set name = 'x'")
    with pytest.raises((InternalError, DatabaseError)), connection.cursor() as cursor:
        cursor.execute(
            "insert into live_units (unit_id, name, kind, district) "
            "values ('U9', 'x', 'hospital', 'x')"
        )
    assert history("units", "U1")[-1].row is not None
    with connection.cursor() as cursor:
        cursor.execute("select name from live_units")
        assert cursor.fetchall() == [("市海湾医院",)]


@pytest.mark.django_db
@pytest.mark.parametrize(("who", "why"), [("", "why"), ("who", "  ")])
def test_who_and_why_are_not_blank(who: str, why: str) -> None:
    with pytest.raises(Refusal), changing(who, why):
        pass
    assert not Change.objects.exists()


@pytest.mark.django_db
def test_a_row_is_new_then_the_same_then_corrected() -> None:
    unit("U1")
    assert person("P1", "林晓岚") == "new"
    before = Change.objects.count()
    assert person("P1", "林晓岚") == "same"
    assert Change.objects.count() == before, "the same again is no change"
    told = {"person_id": "P1", "name": "林晓兰"}
    assert record("people", told, who="周科长", why="名字写错了") == "changed"
    assert Person.objects.get(pk="P1").name == "林晓兰"
    assert Person.objects.get(pk="P1").profession == "nurse", "what is not told stays"


@pytest.mark.django_db
def test_the_old_value_is_kept_with_who_and_why() -> None:
    unit("U1")
    person("P1", "林晓岚", birth_date=date(1990, 1, 2))
    record("people", {"person_id": "P1", "birth_date": None}, who="周科长", why="证件看错")
    first, second = history("people", "P1")
    assert (first.change.who, first.row and first.row["birth_date"]) == ("孙立", "1990-01-02")
    assert (second.change.who, second.change.why) == ("周科长", "证件看错")
    assert second.differs(first) == [("birth_date", "1990-01-02", None)]


@pytest.mark.django_db
def test_a_removed_row_is_kept_too() -> None:
    settle()
    put("relations", person_id="P1", relative_id="P2", kind="spouse")
    with changing("周科长", "登错了"), connection.cursor() as cursor:
        cursor.execute("delete from live_relations")
    versions = history("relations", "P1/P2/spouse")
    assert [version.row is None for version in versions] == [False, True]
    assert OldRow.objects.get().key == "P1/P2/spouse"


@pytest.mark.django_db
def test_a_refusal_leaves_nothing_and_speaks_both_languages() -> None:
    unit("U1")
    changes = Change.objects.count()
    with transaction.atomic(), pytest.raises(Refusal) as refused:
        person("P1", "林晓岚", profession="astronaut")
    assert "职业" in refused.value.text.zh
    assert "Profession" in refused.value.text.en
    assert not Person.objects.exists()
    assert Change.objects.count() == changes


@pytest.mark.django_db
def test_an_unknown_column_is_no_row() -> None:
    with pytest.raises(KeyError, match="shoe_size"):
        record("people", {"person_id": "P1", "shoe_size": 38}, who="a", why="b")
