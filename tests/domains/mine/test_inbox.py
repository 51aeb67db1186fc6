"""The inbox: what is due by whom and when, and what is confirmed or handed back in bulk."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from nuanxin.domains.access.roles import Role
from nuanxin.domains.duty.models import Attendance
from nuanxin.domains.inbox.models import HandedBack
from nuanxin.domains.ledger.models import Run
from tests.domains import live_city
from tests.domains.mine import ward
from tests.domains.mine.test_me import queries, said
from tests.domains.test_sheets import workbook
from tests.signed_in import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def secretary(run: Run) -> Client:
    """The secretary of a community; the ward's posts and requests are its own here."""
    del run
    return signed_in(Role.COMMUNITY, unit_id="U1", person_id=ward.HEAD)


class TestDuties:
    def test_overdue_comes_first_then_today_then_the_week(self, hr: Client) -> None:
        text = said(hr, "/inbox/")
        assert "2 项已到期，今天要办" in text
        places = [text.index(word) for word in ("已逾期", "今天到期", "七天内到期", "还缺事实")]
        assert places == sorted(places)
        assert "健康体检 最早 4 月 10 日，已过 10 天 1 项，由 市海湾医院 负责。 林晓岚" in text
        assert "健康体检 今天 1 项，由 市海湾医院 负责。 于海燕" in text
        assert "超负荷强制休息 最早 4 月 22 日，还有 2 天" in text

    def test_a_head_nurse_sees_rest_and_care_but_no_money(self, run: Run) -> None:
        del run
        head = signed_in(Role.HEAD_NURSE, unit_id="U1", person_id=ward.HEAD)
        text = said(head, "/inbox/")
        assert "超负荷强制休息" in text
        assert "发放补助" not in text
        assert "走访慰问" not in text

    def test_another_unit_sees_nothing_of_it(self, run: Run) -> None:
        del run
        other = signed_in(Role.UNIT_HR, unit_id="U2", person_id="P3")
        text = said(other, "/inbox/")
        assert "今天没有到期的事" in text
        assert "林晓岚" not in text
        assert "没有等待确认的班" in said(other, "/inbox/attendance/")

    def test_as_many_queries_however_much_is_due(self, hr: Client, run: Run) -> None:
        ward.waiting(run)
        before = queries(hr, "/inbox/"), queries(hr, "/inbox/attendance/")
        for n in range(15):
            number = f"E{n}"
            live_city.person(number, f"护士{n}")
            ward.owe("M12-2", "count", 1, state="overdue", start=ward.april(1), due=ward.april(4),
                     subject=number)  # fmt: skip
            live_city.shift(number, number, ward.at(ward.april(2), 8), ward.at(ward.april(2), 16),
                            status="planned")  # fmt: skip
        assert (queries(hr, "/inbox/"), queries(hr, "/inbox/attendance/")) == before
        text = said(hr, "/inbox/")
        assert "15 项，由 市海湾医院 负责。" in text
        assert "另有 10 项" in text


class TestAttendance:
    def test_what_meets_other_hours_is_refused_alone_and_says_who_has_them(
        self, hr: Client
    ) -> None:
        live_city.shift("W1", ward.MATE, ward.at(ward.april(18), 12), ward.at(ward.april(18), 20))
        form = {"shift": ["D1", "D2", "D3"], "why": "签到表"}
        text = hr.post("/inbox/attendance/", form).content.decode()
        assert "确认了 2 班，2 人正在重新计算" in text
        assert "考勤 W1" in text
        states = dict(Attendance.objects.filter(pk__in=form["shift"]).values_list("pk", "status"))
        assert states == {"D1": "worked", "D2": "planned", "D3": "worked"}

    def test_contact_is_told_for_hours_that_stand(self, hr: Client) -> None:
        hr.post("/inbox/attendance/", {"shift": ["A18"], "contact-A18": "no", "why": "科室核对"})
        assert Attendance.objects.get(pk="A18").contact_confirmed is False
        assert "没说是否直接接触" not in said(hr, "/inbox/attendance/")

    def test_they_can_be_taken_round_the_ward_as_a_workbook(self, hr: Client) -> None:
        rows = workbook(hr, "/inbox/attendance/?as=xlsx")
        assert [row["考勤编号"] for row in rows] == ["D1", "A18", "D2", "D3"]
        assert rows[0]["时间"] == "08:00–16:00"

    def test_without_a_ground_nothing_is_confirmed(self, hr: Client) -> None:
        answer = hr.post("/inbox/attendance/", {"shift": ["D1"], "why": ""})
        assert answer.status_code == 422
        assert Attendance.objects.get(pk="D1").status == "planned"

    def test_shifts_of_another_units_posts_are_left_alone(self, run: Run) -> None:
        del run
        other = signed_in(Role.UNIT_HR, unit_id="U2", person_id="P3")
        other.post("/inbox/attendance/", {"shift": ["D1"], "why": "签到表"})
        assert Attendance.objects.get(pk="D1").status == "planned"

    def test_who_sent_somebody_elsewhere_confirms_what_they_worked_there(self, run: Run) -> None:
        """An aid team's posts are nobody's in the city: Scene 10 for a nurse in Wuhan."""
        del run
        sent = {"spell_id": "AID", "person_id": "P3", "mission": "aid", "treats_confirmed": True}
        live_city.put(
            "spells",
            **sent,
            post_id="T1",
            arranged_by="U2",
            start_date=ward.april(1),
            end_date=None,
        )
        live_city.shift("X1", "P3", ward.at(ward.april(2), 8), ward.at(ward.april(2), 16),
                        status="planned")  # fmt: skip
        other = signed_in(Role.UNIT_HR, unit_id="U2", person_id="P3")
        assert "孙立" in said(other, "/inbox/attendance/")
        other.post("/inbox/attendance/", {"shift": ["X1", "D1"], "why": "援助队考勤"})
        states = dict(Attendance.objects.filter(pk__in=["X1", "D1"]).values_list("pk", "status"))
        assert states == {"X1": "worked", "D1": "planned"}


class TestRequests:
    """Scene 7: one of several requests passes, the others are answered from what is held."""

    def test_a_duplicate_is_named_with_what_is_held_and_handed_back_once(
        self, secretary: Client
    ) -> None:
        text = said(secretary, "/inbox/requests/")
        assert "1 条请求可以退回" in text
        assert "体温 ：已在 A 表里。" in text
        for reason in ("已在 A 表", "又点了一次"):
            assert secretary.post("/inbox/requests/R1/back/", {"why": reason}).status_code == 302
        done = HandedBack.objects.get()
        assert (done.request_id, done.by, done.reason) == ("R1", ward.HEAD, "已在 A 表")
        assert "没有重复的请求" in said(secretary, "/inbox/requests/")

    def test_a_request_to_another_is_refused(self, run: Run) -> None:
        del run
        other = signed_in(Role.COMMUNITY, unit_id="U2", person_id="P3")
        assert other.post("/inbox/requests/R1/back/", {"why": "不填"}).status_code == 409
        assert not HandedBack.objects.exists()

    def test_a_field_is_checked_before_it_is_filled(self, secretary: Client) -> None:
        text = said(secretary, "/inbox/requests/?fields=体温；姓名")
        assert "体温 ： 已有，不用填" in text
        assert "姓名 ：没有登记" in text

    def test_who_helps_today_stands_by_name_and_hours(self, secretary: Client) -> None:
        assert "今天谁在帮忙 林晓岚 08:00–15:30 市海湾医院 · 发热门诊" in said(secretary, "/inbox/")

    def test_minutes_count_what_is_not_handed_back(self, secretary: Client) -> None:
        when = ward.at(ward.TODAY, 10) + timedelta(minutes=5)
        live_city.put(
            "data_requests",
            request_id="R3",
            issuer_id="O1",
            target_id="U1",
            fields=["车辆"],
            issued_at=when,
            minutes=15,
            is_emergency=False,
        )
        assert "4 月 20 日 25 分钟" in said(secretary, "/inbox/requests/")
