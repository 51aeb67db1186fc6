"""The check of couples: yes or no across units, nothing more, written down, not too often."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client

from nuanxin.domains.access.roles import Role
from nuanxin.domains.actor import Actor
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.couples.models import Check
from nuanxin.domains.couples.services import PER_HOUR, spouse_serves
from tests.domains import live_city
from tests.signed_in import account, signed_in

pytestmark = pytest.mark.django_db
FIRST, LAST = date(2020, 3, 2), date(2020, 3, 20)
HR = Actor("HR", "unit_hr", unit_id="U1", purpose="排班", account="hr")


@pytest.fixture(autouse=True)
def couple() -> None:
    """P1 of U1 is married to P3 of U2, a doctor at the front from 2 to 20 March."""
    live_city.settle()
    live_city.person("P3", "孙立", "U2", profession="doctor")
    live_city.put("relations", person_id="P3", relative_id="P1", kind="spouse")
    live_city.spell("S1", "P3", FIRST, LAST)


@pytest.mark.parametrize(
    ("day", "serves"),
    [(date(2020, 3, 1), False), (FIRST, True), (LAST, True), (date(2020, 3, 21), False)],
)
def test_yes_on_the_days_of_the_spell_in_whichever_direction_it_was_written(
    day: date, serves: bool
) -> None:
    assert spouse_serves("P1", day, HR) is serves


def test_a_release_ends_an_open_spell_on_its_day() -> None:
    live_city.spell("S1", "P3", FIRST)
    live_city.put("spells", spell_id="S1", end_date=None)
    release = date(2020, 3, 10)
    live_city.put("declarations", date=release, kind="release", person_id="P3")
    assert spouse_serves("P1", release, HR)
    assert not spouse_serves("P1", date(2020, 3, 11), HR)


def test_who_has_no_spouse_or_one_that_is_not_medical_gets_no() -> None:
    assert not spouse_serves("P2", FIRST, HR)
    live_city.person("P3", "孙立", "U2", profession="police")
    assert not spouse_serves("P1", FIRST, HR)


def test_only_about_those_of_ones_own_unit() -> None:
    for number in ("P3", "P9"):
        with pytest.raises(Refusal, match="nobody of your unit"):
            spouse_serves(number, FIRST, HR)
    assert not Check.objects.exists()
    live_city.unit("U3", "急诊科", parent_id="U1")
    live_city.person("P7", "于海燕", "U3")
    assert spouse_serves("P7", FIRST, HR) is False, "a unit below is one's own"


def test_every_question_is_written_down_without_its_answer() -> None:
    spouse_serves("P1", FIRST, HR)
    asked = Check.objects.get()
    assert (asked.account, asked.role, asked.unit_id) == ("hr", "unit_hr", "U1")
    assert (asked.purpose, asked.person_id, asked.day) == ("排班", "P1", FIRST)


def test_after_so_many_an_hour_an_account_waits_and_others_do_not() -> None:
    one = Check(account="hr", by="HR", role="unit_hr", person_id="P1", day=FIRST)
    Check.objects.bulk_create([Check(**_columns(one)) for _ in range(PER_HOUR)])
    with pytest.raises(Refusal, match="try again later"):
        spouse_serves("P1", FIRST, HR)
    assert spouse_serves("P1", FIRST, Actor("B", "unit_hr", unit_id="U1", account="other"))


def _columns(one: Check) -> dict[str, object]:
    return {name: getattr(one, name) for name in ("account", "by", "role", "person_id", "day")}


class TestPage:
    @pytest.fixture
    def hr(self) -> Client:
        account(Role.UNIT_HR, unit_id="U1")
        return signed_in(Role.UNIT_HR, unit_id="U1")

    def test_it_says_yes_or_no_and_neither_name_nor_unit(self, hr: Client) -> None:
        page = hr.post("/couples/", {"person": "P1", "day": "2020-03-02"}).content.decode()
        page = re.sub('value="[A-Za-z0-9]{64}"', "", page)  # a form's random token says anything
        assert "是：那天爱人也在一线" in page
        assert all(told not in page for told in ("孙立", "P3", "滨海区中心医院", "S1"))
        page = hr.post("/couples/", {"person": "P1", "day": "2020-04-02"}).content.decode()
        assert "不是：那天没有爱人在一线的登记" in page

    def test_what_cannot_be_asked_is_said(self, hr: Client) -> None:
        answer = hr.post("/couples/", {"person": "P3", "day": "2020-03-02"})
        assert (answer.status_code, "本单位没有编号为 P3" in answer.content.decode()) == (422, True)
        assert hr.post("/couples/", {"person": "P1", "day": "x"}).status_code == 422
        assert 'href="/couples/?person=P1"' in hr.get("/people/P1/").content.decode()
        assert "/couples/" not in signed_in(Role.AUDITOR).get("/people/P1/").content.decode()
