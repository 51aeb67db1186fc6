"""The family: a code that works once, little data, a request until they say it is solved."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from nuanxin.domains.access.roles import Role
from nuanxin.domains.actor import Actor
from nuanxin.domains.duty.models import Delivery
from nuanxin.domains.family import services
from nuanxin.domains.family.models import Pass
from nuanxin.domains.ledger.models import Run
from nuanxin.domains.needs.models import Need
from tests.domains import live_city
from tests.domains.mine import ward
from tests.domains.mine.test_me import queries, said
from tests.signed_in import signed_in

pytestmark = pytest.mark.django_db
BY = Actor(ward.LIN, "worker")


@pytest.fixture
def home(run: Run) -> Client:
    """A phone on which the code was used."""
    del run
    client = Client()
    client.post("/family/in/", {"code": services.invite(ward.LIN, BY)})
    return client


class TestCode:
    def test_it_is_shown_once_kept_as_a_hash_and_works_once(self, lin: Client) -> None:
        page = lin.post("/me/family/", {"said": "make"}).content.decode()
        found = re.search(r"[2-9A-Z]{5}-[2-9A-Z]{5}", page)
        assert found is not None
        code = found[0]
        assert code not in lin.get("/me/family/").content.decode()
        assert code.replace("-", "") not in str(Pass.objects.values_list())
        first, second = Client(), Client()
        assert first.post("/family/in/", {"code": code.lower()}).status_code == 302
        assert "您家的联系人 于海燕" in said(first, "/family/")
        assert second.post("/family/in/", {"code": code}).status_code == 422
        assert second.get("/family/").url == reverse("family:enter")  # type: ignore[attr-defined]

    def test_opening_the_link_does_not_use_it(self, run: Run) -> None:
        del run
        code = services.invite(ward.LIN, BY)
        assert code in Client().get(f"/family/in/?code={code}").content.decode()
        assert Client().post("/family/in/", {"code": code}).status_code == 302

    def test_after_three_days_it_is_too_old(self, run: Run) -> None:
        del run
        code = services.invite(ward.LIN, BY)
        Pass.objects.update(until=timezone.now() - timedelta(seconds=1))
        assert Client().post("/family/in/", {"code": code}).status_code == 422

    def test_a_new_code_ends_the_one_before(self, run: Run) -> None:
        del run
        old, new = (services.invite(ward.LIN, BY) for _ in range(2))
        assert Client().post("/family/in/", {"code": old}).status_code == 422
        assert Client().post("/family/in/", {"code": new}).status_code == 302

    def test_one_address_may_fail_ten_times_and_then_not_even_succeed(self, run: Run) -> None:
        del run
        code = services.invite(ward.LIN, BY)
        for _ in range(services.PER_ADDRESS):
            assert Client().post("/family/in/", {"code": "AAAAA-AAAAA"}).status_code == 422
        told = Client().post("/family/in/", {"code": code})
        assert "十五分钟后再试" in told.content.decode()
        elsewhere = Client(REMOTE_ADDR="10.0.0.9")
        assert elsewhere.post("/family/in/", {"code": code}).status_code == 302

    def test_the_worker_takes_it_back(self, home: Client, lin: Client) -> None:
        lin.post("/me/family/", {"said": "back"})
        assert home.get("/family/").status_code == 302

    def test_hr_makes_one_only_for_the_units_own(self, hr: Client) -> None:
        assert hr.post("/inbox/family/", {"person": "P3"}).status_code == 422
        assert "只显示这一次" in hr.post("/inbox/family/", {"person": ward.LIN}).content.decode()


class TestPage:
    def test_it_says_nothing_of_health_or_money(self, home: Client) -> None:
        page = home.get("/family/").content.decode()
        for word in ("补助", "体检", "1,600", "工时", "保险", "发热门诊"):
            assert word not in page
        assert "4 月 22 日 前会有人来" in said(home, "/family/")

    def test_a_family_member_who_signs_in_sees_the_same(self, run: Run) -> None:
        del run
        kin = signed_in(Role.FAMILY, person_id=ward.KIN)
        assert "您家的联系人 于海燕" in said(kin, "/family/")

    def test_somebody_without_family_at_the_front_is_told_so(self, run: Run) -> None:
        del run
        stranger = signed_in(Role.FAMILY, person_id=ward.MATE)
        assert "没有查到你的家人" in said(stranger, "/family/")

    def test_asked_arranged_solved_and_both_are_facts(self, home: Client, hr: Client) -> None:
        for _ in range(2):
            home.post("/family/ask/", {"words": "老人要买药", "key": "f1"})
        need = Need.objects.get()
        asked = Delivery.objects.get(provision="M12-4")
        assert (asked.quantity, asked.on_date) == (0, ward.TODAY)
        assert asked.change.why == "家里有难处：已提出"  # what was said stays with the need
        answer = reverse("inbox:answer", args=["need", need.pk])
        hr.post(answer, {"said": "arranged", "words": "社区代购"})
        assert "社区代购" in said(home, "/family/")
        assert Delivery.objects.filter(provision="M12-4").count() == 1
        settle = reverse("family:settle", args=[need.pk])
        home.post(settle, {"said": "solved"})
        solved = Delivery.objects.get(provision="M12-4", quantity=1)
        assert solved.period_start == ward.TODAY
        assert "已解决" in said(home, "/family/")

    def test_a_worker_does_not_see_what_the_family_asked(self, home: Client, lin: Client) -> None:
        home.post("/family/ask/", {"words": "不想让他担心"})
        assert "不想让他担心" not in said(lin, "/me/")

    def test_it_takes_as_many_queries_whatever_was_asked(self, home: Client) -> None:
        home.post("/family/ask/", {"words": "一"})
        before = queries(home, "/family/")
        for n in range(5):
            home.post("/family/ask/", {"words": f"{n}"})
        assert queries(home, "/family/") == before

    def test_a_contact_of_another_unit_takes_up_what_the_family_asks(self, home: Client) -> None:
        live_city.person(ward.MATE, "于海燕", "U2")
        live_city.put(
            "deliveries", delivery_id="D1", provision="M12-5", subject_id=ward.LIN,
            counterpart_id=ward.MATE, on_date=ward.TODAY,
        )  # fmt: skip
        home.post("/family/ask/", {"words": "老人要买药"})
        contact = signed_in(Role.COMMUNITY, unit_id="U2", person_id=ward.MATE)
        assert "老人要买药" in said(contact, "/inbox/")
        answer = reverse("inbox:answer", args=["need", Need.objects.get().pk])
        assert contact.post(answer, {"said": "arranged", "words": "明天送"}).status_code == 302
        other = signed_in(Role.COMMUNITY, unit_id="U2", person_id="P3")
        assert "老人要买药" not in said(other, "/inbox/")
        assert contact.post("/inbox/family/", {"person": ward.LIN}).status_code == 200
        assert other.post("/inbox/family/", {"person": ward.LIN}).status_code == 422
