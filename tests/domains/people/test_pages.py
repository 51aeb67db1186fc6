"""Finding a person, what stood before, and merging from the page."""

from __future__ import annotations

import pytest
from django.test import Client

from nuanxin.domains.access.roles import Role
from nuanxin.domains.changes.models import Change
from nuanxin.domains.people.models import Person
from tests.domains.live_city import person, settle
from tests.signed_in import account, signed_in

pytestmark = pytest.mark.django_db
ID = "210202199001011234"


@pytest.fixture(autouse=True)
def city() -> None:
    settle()


def hr() -> Client:
    return signed_in(Role.UNIT_HR)


def page(path: str) -> str:
    answer = hr().get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_found_by_the_beginning_of_a_name_or_number() -> None:
    assert "林晓岚" in page("/people/?q=林")
    assert "周文静" not in page("/people/?q=林")
    assert "周文静" in page("/people/?q=P2")
    assert "没有找到" in page("/people/?q=无此人")
    assert hr().get("/people/P9/").status_code == 404


def test_the_page_tells_what_stood_before() -> None:
    person("P1", "林晓岚", profession="doctor")
    told = page("/people/P1/")
    assert "护士" in told
    assert '→ <b><span translate="no">医生</span></b>' in told
    assert "孙立" in told


def test_an_id_number_is_masked() -> None:
    person("P1", "林晓岚", id_number=ID)
    assert "210*************34" in page("/people/P1/")
    assert ID not in page("/people/P1/")


def test_merged_and_taken_apart() -> None:
    person("P1", "林晓岚", id_number=ID)
    person("P2", "林晓兰", id_number=ID)
    told = {"who": "somebody else", "why": "同一个人"}
    assert "可能是同一个人" in page("/people/P1/")
    assert hr().post("/people/P1/merge/", {"drop": "P2", **told}).status_code == 302
    assert Person.objects.get(pk="P2").merged_into_id == "P1"
    assert "这份记录已并入另一份" in page("/people/P2/")
    assert hr().post("/people/P2/unmerge/", told).status_code == 302
    assert Person.objects.get(pk="P2").merged_into_id is None
    changes = Change.objects.filter(why="同一个人").values_list("who", flat=True)
    assert set(changes) == {account(Role.UNIT_HR).name}, "who is signed in, whatever the form says"


def test_a_merge_that_cannot_be_says_why_and_keeps_what_was_typed() -> None:
    answer = hr().post("/people/P1/merge/", {"drop": "P9", "why": "同一个人"})
    assert answer.status_code == 422
    assert "没有编号为 P9 的人员" in answer.content.decode()
    assert 'value="同一个人"' in answer.content.decode()
