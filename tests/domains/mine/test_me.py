"""My page: what it says, to whom, in how many queries, and what can be done from it."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path
from typing import ClassVar

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import reverse

from nuanxin.domains.access.roles import Role
from nuanxin.domains.changes.selectors import history
from nuanxin.domains.duty.models import Attendance, Delivery
from nuanxin.domains.ledger.cover import COVER
from nuanxin.domains.ledger.models import Deed, Run
from nuanxin.domains.ledger.package import verify
from nuanxin.domains.mine.demo import plan_next_shifts
from nuanxin.domains.needs.models import Need
from nuanxin.domains.people.models import Person
from tests.domains import live_city
from tests.domains.mine import ward
from tests.signed_in import signed_in

pytestmark = pytest.mark.django_db
REST = f"M07-4|{ward.LIN}|2020-02-08|hours"


def said(client: Client, path: str, status: int = 200) -> str:
    """What a page says, without its tags."""
    answer = client.get(path)
    assert answer.status_code == status
    main = answer.content.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def queries(client: Client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(
        connection,
    ) as caught:
        assert client.get(path).status_code == 200
    return len(caught)


class TestPage:
    def test_it_says_the_next_shift_the_hours_and_each_account(self, lin: Client) -> None:
        text = said(lin, "/me/")
        assert "林晓岚 ，辛苦了" in text
        assert "下一班 明天 16:00–24:00" in text
        assert "近 7 天工时 53 / 60 小时" in text
        assert "连续上班 7 / 10 天" in text
        assert "近 7 天超过 8 小时的班 1 / 3 班" in text
        assert "共 61 小时，已休 24 小时。" in text
        assert "37 小时 没休" in text
        assert "10 天 没休" in text
        assert "今年共 10 天，已休 3 天。" in text

    def test_money_stands_day_by_day_with_its_reason(self, lin: Client) -> None:
        text = said(lin, "/me/")
        assert "1,600.00 元，另有 1 天待定" in text
        assert "4 月 14、15 日 300 × 2 元 直接接触确诊或疑似患者" in text
        assert "4 月 17 日 100 元" in text
        assert "4 小时，4 小时及以下算半天" in text
        assert "4 月 18 日" in text
        assert "接触记录还没有确认" in text
        assert "4,000.00 元" in said(lin, "/me/?month=2020-03")

    def test_rights_name_the_owner_the_date_the_contact_and_the_child(self, lin: Client) -> None:
        text = said(lin, "/en/me/")
        assert "Health check after the task Overdue It was due on 10 April, 10 days ago." in text
        assert "A named contact for your family Met 于海燕" in text
        assert "Primary school: a place may be arranged Available 小林" in text
        assert "Accident insurance In force" in text

    def test_every_number_leads_to_its_why_and_may_be_disputed(self, lin: Client) -> None:
        page = lin.get("/me/").content.decode()
        for number in (REST, f"M09-1|{ward.LIN}|2020-04-01|fen", "M13-3|C1|2020-04-08|count"):
            assert f'href="{reverse("mine:why", args=[number])}"' in page
            assert f'href="{reverse("mine:wrong", args=[number])}"' in page
        assert "任务期间有要补的工时 共 61 小时" in said(lin, reverse("mine:why", args=[REST]))

    def test_it_takes_as_many_queries_whatever_there_is(self, lin: Client, run: Run) -> None:
        before = queries(lin, "/me/")
        ward.waiting(run)
        with_needs = queries(lin, "/me/")
        for n in range(20):
            ward.owe("M12-3", "count", 1, state="owed", start=date(2020, 1, 1) + timedelta(n),
                     due=ward.TODAY)  # fmt: skip
            live_city.shift(
                f"X{n}", ward.LIN, ward.at(ward.april(1), n), ward.at(ward.april(1), n + 1)
            )
        assert queries(lin, "/me/") == with_needs
        assert with_needs - before <= 1  # the steps of needs, once there are some

    def test_a_person_whose_ledger_is_empty_is_told_so(self, run: Run) -> None:
        del run
        mate = signed_in(Role.WORKER, unit_id="U1", person_id="P3")
        text = said(mate, "/me/")
        assert "还没有排班" in text
        assert "还没有可发补助的日子" in text
        assert "应休几天要看参加工作的日期" in text


class TestOwnOnly:
    @pytest.mark.parametrize("page", ["mine:why", "mine:wrong"])
    def test_what_is_owed_to_another_is_not_found(self, lin: Client, page: str) -> None:
        other = f"M11-4|{ward.MATE}|{ward.SPELL}|count"
        assert lin.get(reverse(page, args=[other])).status_code == 404

    def test_an_officer_has_no_page_of_a_worker(self, hr: Client) -> None:
        assert hr.get("/me/").status_code == 403


class TestWrong:
    def test_a_dispute_is_opened_once_and_answered_by_the_unit(
        self, lin: Client, hr: Client
    ) -> None:
        path = reverse("mine:wrong", args=[REST])
        told = {"words": "2 月 23 日的班没算", "key": "k1"}
        for _ in range(2):
            assert lin.post(path, told).status_code == 302
        asked = Deed.objects.get(kind="dispute")
        assert (asked.by, asked.role, asked.reason) == (ward.LIN, "worker", "2 月 23 日的班没算")
        assert "等单位答复" in said(lin, "/me/")
        assert "2 月 23 日的班没算" in said(hr, "/inbox/")
        answer = reverse("inbox:answer", args=["dispute", asked.pk])
        assert hr.post(answer, {"said": "upheld", "words": "那天是备班"}).status_code == 302
        assert "记录无误" in said(lin, "/me/")
        assert "那天是备班" in said(lin, "/me/")
        assert "那天是备班" not in said(hr, "/inbox/")
        assert hr.post(answer, {"said": "upheld", "words": "再答"}).status_code == 409

    def test_another_unit_cannot_answer(self, lin: Client) -> None:
        lin.post(reverse("mine:wrong", args=[REST]), {"words": "不对"})
        asked = Deed.objects.get(kind="dispute")
        other = signed_in(Role.UNIT_HR, unit_id="U2", person_id="P3")
        answer = reverse("inbox:answer", args=["dispute", asked.pk])
        assert other.post(answer, {"said": "corrected", "words": "行"}).status_code == 409
        assert not Deed.objects.filter(answers=asked).exists()

    def test_without_a_word_nothing_is_opened(self, lin: Client) -> None:
        assert lin.post(reverse("mine:wrong", args=[REST]), {"words": " "}).status_code == 422
        assert not Deed.objects.exists()

    def test_a_record_without_an_obligation_goes_to_the_unit_too(
        self, lin: Client, hr: Client
    ) -> None:
        told = {"about": "child:C1", "words": "孩子九月才上学", "key": "k2"}
        assert lin.post("/me/wrong-record/", told).status_code == 302
        need = Need.objects.get()
        assert (need.kind, need.about) == ("correction", "child:C1")
        assert "孩子九月才上学" in said(hr, "/inbox/")
        path = reverse("inbox:answer", args=["need", need.pk])
        assert hr.post(path, {"said": "corrected", "words": "已改"}).status_code == 302
        assert Need.objects.get().state == "corrected"


class TestMissingShift:
    """Scene 10: a worker says a shift is missing, the unit confirms, history shows both."""

    FORM: ClassVar = {
        "post": "T1",
        "on": "2020-04-12",
        "start": "20:00",
        "end": "08:00",
        "key": "00000000-0000-4000-8000-000000000001",
    }

    def test_declared_counts_for_nothing_confirmed_counts(self, lin: Client, hr: Client) -> None:
        for _ in range(2):
            assert lin.post("/me/missing-shift/", self.FORM).status_code == 302
        row = Attendance.objects.get(reported_by=ward.LIN)
        assert row.status == "planned"
        assert (row.end - row.start) == timedelta(hours=12)
        assert "单位待确认" in said(lin, "/me/")
        assert "本人补报" in said(hr, "/inbox/attendance/")
        form = {"shift": [row.pk], f"contact-{row.pk}": "yes", "why": "查了监控"}
        for changed in (1, 0):
            text = hr.post("/inbox/attendance/", form).content.decode()
            assert f"确认了 {changed} 班" in text
        row.refresh_from_db()
        assert (row.status, row.contact_confirmed) == ("worked", True)
        versions = history("attendance", row.pk)
        assert [v.row and v.row["status"] for v in versions] == ["planned", "worked"]
        assert [(v.change.who, v.change.why) for v in versions] == [
            (ward.LIN, "本人补报"),
            (ward.HEAD, "查了监控"),
        ]
        with connection.cursor() as cursor:
            cursor.execute(
                "select count(*) from procrastinate_jobs where args ->> 'subject' = 'person:P1'"
            )
            assert cursor.fetchone() == (1,)

    @pytest.mark.parametrize(
        "wrong",
        [{"post": "T2"}, {"on": "2020-04-21"}, {"start": "25:00"}, {"on": ""}],
        ids=["not one's post", "in the future", "no such hour", "no day"],
    )
    def test_what_cannot_be_is_refused_and_nothing_lost(
        self, lin: Client, wrong: dict[str, str]
    ) -> None:
        answer = lin.post("/me/missing-shift/", self.FORM | wrong)
        assert answer.status_code == 422
        assert 'role="alert"' in answer.content.decode()
        assert not Attendance.objects.filter(reported_by=ward.LIN).exists()


class TestAsking:
    def test_a_ride_sets_the_fact_and_its_arrangement_is_delivered(
        self, lin: Client, hr: Client
    ) -> None:
        for _ in range(2):
            lin.post("/me/ask/transport/", {"words": "夜班没车", "key": "k3"})
        need = Need.objects.get()
        assert Person.objects.get(pk=ward.LIN).needs_transport is True
        path = reverse("inbox:answer", args=["need", need.pk])
        hr.post(path, {"said": "arranged", "words": "班车 23:00"})
        assert "班车 23:00" in said(lin, "/me/")
        delivered = Delivery.objects.get(provision="M11-2")
        assert (delivered.subject_id, delivered.on_date) == (ward.LIN, ward.TODAY)
        lin.post(reverse("mine:settle", args=[need.pk]), {"said": "unsolved"})
        assert "还没解决" in said(hr, "/inbox/")
        lin.post(reverse("mine:settle", args=[need.pk]), {"said": "solved"})
        assert Need.objects.get().state == "solved"

    def test_of_counselling_no_word_is_kept_and_hr_alone_sees_it(
        self, lin: Client, hr: Client
    ) -> None:
        lin.post("/me/ask/counselling/", {"words": "睡不着"})
        assert Need.objects.get().words == ""
        head = signed_in(Role.HEAD_NURSE, unit_id="U1", person_id=ward.HEAD)
        assert "找人聊聊" in said(hr, "/inbox/")
        assert "找人聊聊" not in said(head, "/inbox/")
        path = reverse("inbox:answer", args=["need", Need.objects.get().pk])
        assert head.post(path, {"said": "arranged", "words": "好"}).status_code == 404

    def test_what_another_asked_cannot_be_settled(self, lin: Client) -> None:
        lin.post("/me/ask/rest/", {"words": ""})
        other = signed_in(Role.WORKER, unit_id="U1", person_id=ward.MATE)
        path = reverse("mine:settle", args=[Need.objects.get().pk])
        assert other.post(path, {"said": "withdrawn"}).status_code == 404
        assert Need.objects.get().state == "asked"


class TestPrivacy:
    def test_yes_and_no_are_said_on_my_page(self, lin: Client) -> None:
        assert "讲我的故事 没说过" in said(lin, "/me/")
        told = {"purpose": "story", "said": "no"}
        assert lin.post("/me/consent/", told)["Location"] == "/me/#privacy"
        assert "讲我的故事 不同意" in said(lin, "/me/")
        assert "说过 1 次" in said(lin, "/me/")
        assert lin.post("/me/consent/", {"purpose": "x", "said": "no"}).status_code == 422

    def test_who_read_my_data_is_told_to_me_and_to_the_auditor(self, lin: Client) -> None:
        assert "还没有人看过。" in said(lin, "/me/")
        signed_in(Role.UNIT_HR, unit_id="U1", person_id=ward.HEAD).get(f"/people/{ward.LIN}/")
        hr = signed_in(Role.UNIT_HR, unit_id="U1", person_id=ward.HEAD)
        hr.post("/couples/", {"person": ward.LIN, "day": "2020-04-20"})
        text = said(lin, "/me/")
        told = text.partition("谁看过我的数据")[2].partition("带走")[0]
        assert "单位人事 P2 · 为了 test · 个人登记" in told
        assert "爱人是不是也在一线" in text
        line = said(signed_in(Role.AUDITOR), f"/people/{ward.LIN}/life/")
        assert "单位人事 P2 · 为了 test · 个人登记" in line

    def test_my_evidence_is_mine_signed_and_with_a_cover(self, lin: Client, tmp_path: Path) -> None:
        with override_settings(HOME=tmp_path):
            package = b"".join(lin.get("/me/evidence/"))  # type: ignore[arg-type]
            front = b"".join(lin.get("/me/evidence/cover/"))  # type: ignore[arg-type]
            found = verify(package)
        told = json.loads(found.files["evidence.json"])
        assert told["person"]["id"] == ward.LIN
        assert found.files[COVER][:4] == front[:4] == b"%PDF"
        assert "下载凭证（ZIP）" in said(lin, "/me/")


class TestToday:
    def test_days_away_are_said_and_no_shift_is_promised(self, lin: Client) -> None:
        Attendance.objects.filter(status="planned", pk__startswith="N").delete()
        live_city.put(
            "absences", absence_id="B9", person_id=ward.LIN, kind="rest15",
            start_date=date(2020, 4, 20), end_date=date(2020, 4, 21),
        )  # fmt: skip
        text = said(lin, "/me/")
        assert "往后 14 天没有排班的记录" in text
        assert "今天：专门的十五天休息，到 4 月 21 日" in text

    def test_the_demo_plans_the_nurses_next_shifts_once(self) -> None:
        live_city.settle()
        for _ in range(2):
            assert plan_next_shifts(ward.TODAY) == 3
        planned = Attendance.objects.filter(person="P1", status="planned").order_by("start")
        assert [one.pk for one in planned] == [f"DEMO-ROSTER-{days}" for days in (2, 3, 5)]
