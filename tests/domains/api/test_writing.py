"""Writing through the API: the same services as the pages, once for a key, within the scope."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from nuanxin.domains.access.roles import Role
from nuanxin.domains.actor import Actor
from nuanxin.domains.api.models import Reply
from nuanxin.domains.consent import services as consent
from nuanxin.domains.couples.models import Check
from nuanxin.domains.duty.models import Attendance
from nuanxin.domains.ledger.models import Deed, Obligation, Run
from nuanxin.domains.pay.models import PayRun
from nuanxin.domains.people.models import Person
from nuanxin.domains.rules.models import Proposal
from tests.domains import live_city, nurse
from tests.domains.api.asking import asking, post
from tests.domains.mine import ward
from tests.domains.pay.ledger import AFTER_NOTICE, owe, person
from tests.domains.rules.test_change import FORM

pytestmark = pytest.mark.django_db
PLAN = {"obligation": "rest|P1", "on": "2020-05-06", "reason": "轮到她"}


@pytest.fixture
def city(loaded: None) -> Client:
    del loaded
    return asking(Role.ORGANISATION)


def told(answer: Any, status: int = 200) -> Any:
    assert answer.status_code == status, answer.content.decode()
    return answer.json()


def test_the_same_key_does_it_once_and_answers_the_same(city: Client) -> None:
    first = told(post(city, "plans", PLAN, "k1"))
    assert (first["kind"], first["state"], first["by"]) == (
        "plan",
        "planned",
        "api:test-organisation",
    )
    assert told(post(city, "plans", PLAN, "k1")) == first
    assert Deed.objects.count() == 1
    assert told(post(city, "plans", PLAN))["number"] != first["number"]


def test_a_key_is_not_used_for_another_request_nor_shared_between_tokens(city: Client) -> None:
    post(city, "plans", PLAN, "k1")
    wrong = told(post(city, "plans", PLAN | {"on": "2020-05-07"}, "k1"), 422)
    assert wrong["faults"] == [
        {
            "where": "header.Idempotency-Key",
            "what": "this key was used for another request; choose another",
        }
    ]
    other = asking(Role.HEALTH)
    assert told(post(other, "plans", PLAN, "k1"))["by"] == "api:test-health"
    assert told(post(city, "plans", PLAN, "é"), 422)["faults"][0]["where"].startswith("header")


def test_what_was_refused_may_be_asked_again_with_its_key(city: Client) -> None:
    wrong = PLAN | {"obligation": "rest|P2"}
    assert "cannot be planned" in told(post(city, "plans", wrong, "k1"), 409)["detail"]
    assert not Reply.objects.exists()
    assert told(post(city, "plans", PLAN, "k1"))["state"] == "planned"


def test_keys_are_forgotten_after_a_day(city: Client) -> None:
    post(city, "plans", PLAN, "k1")
    Reply.objects.update(at=timezone.now() - timedelta(days=1, minutes=1))
    post(city, "plans", PLAN, "k2")
    assert [one.key for one in Reply.objects.all()] == ["k2"]


def test_a_dispute_is_raised_and_answered_once(city: Client) -> None:
    raised = told(post(city, "disputes", {"obligation": "shift|P4", "reason": "没到 12 小时"}))
    answer = {"corrected": False, "reason": "门禁记录相符"}
    at = f"disputes/{raised['number']}/answer"
    assert told(post(city, at, answer))["kind"] == "uphold"
    assert "has answered this already" in told(post(city, at, answer), 409)["detail"]


def test_an_empty_ledger_is_said_in_chinese() -> None:
    chinese = asking(Role.UNIT_HR, unit_id="", language="zh-CN")
    assert told(post(chinese, "plans", PLAN), 404)["title"] == "没有找到"


def test_a_delivery_is_recorded_with_its_evidence(city: Client) -> None:
    delivery = {"obligation": "rest|P1", "on": "2020-04-21", "evidence": "休假单", "quantity": 2}
    assert told(post(city, "deliveries", delivery))["kind"] == "deliver"
    money = delivery | {"obligation": "pay|P1|3"}
    assert "paid by pay runs" in told(post(city, "deliveries", money), 409)["detail"]
    waiver = {"obligation": "comp|P5", "on": "2020-04-21", "reason": "本人要求"}
    assert told(post(city, "waivers", waiver))["kind"] == "waive"


@pytest.mark.parametrize(
    ("body", "where"),
    [
        (PLAN | {"colour": "red"}, "colour"),
        (PLAN | {"on": "6 May"}, "on"),
        (PLAN | {"on": 20200506}, "on"),
        (PLAN | {"obligation": "rest\0P1"}, "obligation"),
        ({"on": "2020-05-06"}, "obligation"),
    ],
)
def test_a_body_that_is_not_right_names_its_place(
    city: Client, body: dict[str, Any], where: str
) -> None:
    assert told(post(city, "plans", body), 422)["faults"][0]["where"].endswith(where)
    assert not Deed.objects.exists()


def test_a_body_has_to_be_json(city: Client) -> None:
    assert city.post("/api/v1/plans", PLAN).status_code in (400, 415)
    broken = city.post("/api/v1/plans", "{", "application/json")
    assert (broken.status_code, broken["Content-Type"]) == (400, "application/problem+json")


def test_a_unit_does_nothing_about_what_another_owes(loaded: None, unit_tree: None) -> None:
    del loaded, unit_tree
    other = asking(Role.UNIT_HR, unit_id="U2")
    assert told(post(other, "plans", PLAN), 404)["status"] == 404
    raised = told(
        post(asking(Role.ORGANISATION), "disputes", {"obligation": "rest|P1", "reason": "少了"})
    )
    answer = {"corrected": True, "reason": "改了"}
    assert told(post(other, f"disputes/{raised['number']}/answer", answer), 404)
    assert Deed.objects.count() == 1


def test_a_unit_confirms_its_shifts_and_no_others() -> None:
    ward.fill()
    Attendance.objects.update(status="planned")
    head = asking(Role.HEAD_NURSE, unit_id="U1")
    waiting = told(head.get("/api/v1/attendance", {"limit": 200}))["items"]
    assert waiting
    shifts = [{"attendance_id": one["attendance_id"], "contact": True} for one in waiting]
    body = {"shifts": shifts, "why": "核对过排班"}
    assert told(post(head, "attendance/confirm", body))["changed"] == len(shifts)
    assert told(post(head, "attendance/confirm", body))["changed"] == 0
    Attendance.objects.update(status="planned")
    stranger = asking(Role.HEAD_NURSE, unit_id="U2")
    assert told(post(stranger, "attendance/confirm", body))["changed"] == 0
    assert {one["name"] for one in told(head.get("/api/v1/inbox"))["buckets"]} == {
        "overdue",
        "today",
        "week",
        "unknown",
    }
    cityless = asking(Role.UNIT_HR)
    assert "the token of a unit" in told(cityless.get("/api/v1/inbox"), 409)["detail"]


def test_a_pay_run_goes_its_whole_way_by_two_tokens() -> None:
    person("N1")
    person("Z1", is_leader=True)
    owe("H1", "N1", range(1, 11))
    owe("H1", "Z1", range(1, 5), contact=range(1, 3))
    maker = asking(Role.FINANCE, name="maker")
    month = told(maker.get("/api/v1/pay/months"))["items"][0]
    assert (month["payer"], month["month"], month["run"]) == ("H1", "2020-03-01", None)
    run = told(post(maker, "pay/runs", {"payer": "H1", "month": "2020-03-01"}, "draft"))
    at = f"pay/runs/{run['number']}"
    assert [one["code"] for one in run["checks"] if not one["passed"]] == ["leaders"]
    assert "fairness check failed" in told(post(maker, f"{at}/notice", {}), 409)["detail"]
    shown = told(maker.get(f"/api/v1/{at}/lines", {"show": "exceptions"}))["items"]
    assert [one["person_id"] for one in shown] == ["Z1"]
    run = told(post(maker, f"{at}/hold", {"people": ["Z1"], "reason": "先核实"}))
    assert (run["state"], run["sums"]["fen"]) == ("clear", 200_000)
    assert maker.get(f"/api/v1/{at}/public").status_code == 404
    assert maker.get(f"/api/v1/{at}/papers/notice.docx").status_code == 404
    assert told(post(maker, f"{at}/notice", {}))["state"] == "noticed"
    assert maker.get(f"/api/v1/{at}/papers/notice.docx").content.startswith(b"PK")
    shown = told(asking(Role.PUBLICITY).get(f"/api/v1/{at}/public"))["items"]
    assert [(one["number"], one["days"], one["fen"]) for one in shown] == [("*1", 10, 200_000)]
    run = told(post(maker, f"{at}/objections", {"person_id": "N1", "text": "少一天"}))
    number = run["objections"][0]["number"]
    answer = {"upheld": False, "reason": "考勤相符"}
    assert told(post(maker, f"{at}/objections/{number}/answer", answer))["objections"][0]["answer"]
    Run.objects.update(as_of=AFTER_NOTICE)
    assert "somebody else must" in told(post(maker, f"{at}/approve", {}), 409)["detail"]
    assert maker.get(f"/api/v1/{at}/bank.csv").status_code == 409
    officer = asking(Role.FINANCE, name="officer")
    assert told(post(officer, f"{at}/approve", {}, "ok"))["approved_by"] == "api:officer"
    assert told(post(officer, f"{at}/approve", {}, "ok"))["state"] == "approved"
    bank = maker.get(f"/api/v1/{at}/bank.csv")
    assert (bank["Content-Type"], b"N1" in bank.content, b"Z1" in bank.content) == (
        "text/csv",
        True,
        False,
    )
    assert maker.get(f"/api/v1/{at}/settlement.xlsx").content.startswith(b"PK")
    run = told(post(officer, f"{at}/settle", {"bank_reference": "B1"}))
    steps = ["draft", "hold", "notice", "approve", "settle"]
    assert (run["state"], [one["kind"] for one in run["steps"]]) == ("paid", steps)


def test_a_unit_pays_only_its_own(unit_tree: None) -> None:
    del unit_tree
    person("N1")
    owe("U1", "N1", range(1, 11))
    finance = asking(Role.FINANCE, unit_id="U2")
    assert told(finance.get("/api/v1/pay/months"))["items"] == []
    draft = post(finance, "pay/runs", {"payer": "U1", "month": "2020-03-01"})
    assert "owes nothing" in told(draft, 409)["detail"]
    assert not PayRun.objects.exists()
    assert told(asking(Role.FINANCE).get("/api/v1/pay/months"))["items"][0]["payer"] == "U1"


def test_a_change_of_a_rule_is_proposed_and_not_sent_unseen() -> None:
    Run.objects.create(pack="dalian2020", as_of=nurse.AS_OF)
    drafter = asking(Role.DRAFTER)
    key = FORM["key"]
    before = told(drafter.get(f"/api/v1/rules/parameters/{key}"))
    body = {name: value for name, value in FORM.items() if value} | {"reason": "一档提高"}
    made = told(post(drafter, "rules/proposals", body, "p1"))
    assert told(post(drafter, "rules/proposals", body, "p1"))["number"] == made["number"]
    assert Proposal.objects.count() == 1
    assert (made["state"], made["preview"]["state"]) == ("draft", "waiting")
    at = f"rules/proposals/{made['number']}"
    assert "preview it first" in told(post(drafter, f"{at}/send", {}), 409)["detail"]
    assert told(post(drafter, f"{at}/withdraw", {"reason": "再想想"}))["state"] == "withdrawn"
    changed = told(drafter.get(f"/api/v1/rules/parameters/{key}"))
    assert (changed["versions"], changed["proposals"]) == (before["versions"], [made["number"]])
    assert "M09-1" in changed["provisions"]
    gone = told(drafter.get(f"/api/v1/rules/proposals/{made['number']}"))
    assert [one["kind"] for one in gone["steps"]] == ["draft", "withdrawn"]
    listed = told(drafter.get("/api/v1/rules/proposals"))["items"]
    assert [(one["number"], one["keys"]) for one in listed] == [(made["number"], [key])]


def test_a_value_is_put_into_ones_own_draft_and_dropped_again() -> None:
    Run.objects.create(pack="dalian2020", as_of=nurse.AS_OF)
    drafter = asking(Role.DRAFTER)
    body = {name: value for name, value in FORM.items() if value} | {"reason": "一档提高"}
    number = told(post(drafter, "rules/proposals", body))["number"]
    later = body | {"start": "2020-03-15", "draft": number}
    values = told(post(drafter, "rules/proposals", later))["values"]
    assert len(values) == 2
    other = asking(Role.DRAFTER, name="other")
    assert "only the proposer" in told(post(other, "rules/proposals", later), 409)["detail"]
    drop = {"value": values[0]["number"]}
    left = told(post(drafter, f"rules/proposals/{number}/drop", drop))["values"]
    assert [one["number"] for one in left] == [values[1]["number"]]


def test_what_may_be_given_is_proposed_by_one_and_decided_by_another() -> None:
    ward.fill()
    may = {"obligation": "M13-3|C1|2020-04-08|count", "reason": "父母都在一线"}
    one, other = asking(Role.ORGANISATION), asking(Role.HEALTH)
    shown = told(one.get(f"/api/v1/obligations/{may['obligation']}"))
    assert "propose" in shown["offers"]
    assert told(post(one, "proposals", may, "m"))["state"] == "proposed"
    yes = may | {"approved": True, "reason": "同意"}
    assert "somebody else must" in told(post(one, "decisions", yes), 409)["detail"]
    done = told(post(other, "decisions", yes, "m"))
    assert (done["kind"], done["state"]) == ("approve", "approved")
    shown = told(one.get(f"/api/v1/obligations/{may['obligation']}"))
    assert [one["state"] for one in shown["versions"]] == ["available", "proposed", "approved"]
    assert [(deed["kind"], deed["by"]) for deed in shown["deeds"]] == [
        ("propose", "api:test-organisation"),
        ("approve", "api:test-health"),
    ]


def test_what_waits_for_an_answer_is_answered_by_who_takes_it_up() -> None:
    ward.waiting(ward.fill())
    unit, community = (asking(r, unit_id="U1") for r in (Role.UNIT_HR, Role.COMMUNITY))
    waits = told(unit.get("/api/v1/inbox/answers"))
    assert [one["kind"] for one in waits["needs"]] == ["family", "transport"]
    assert [one["reason"] for one in waits["disputes"]] == ["体检 4 月 8 日做过"]
    family, ride = (f"needs/{one['number']}/answer" for one in waits["needs"])
    words = {"said": "arranged", "words": "今晚七点，东门"}
    assert told(post(community, ride, words), 404)
    assert told(post(community, family, words))["state"] == "arranged"
    assert told(post(unit, ride, words, "r")) == told(post(unit, ride, words, "r"))
    stranger = asking(Role.UNIT_HR, unit_id="U2")
    assert told(stranger.get("/api/v1/inbox/answers")) == {"disputes": [], "needs": []}
    assert [one["kind"] for one in told(unit.get("/api/v1/inbox/answers"))["needs"]] == []


def test_a_request_for_data_that_others_hold_is_handed_back_once() -> None:
    ward.fill()
    community = asking(Role.COMMUNITY, unit_id="U1")
    shown = told(community.get("/api/v1/data-requests", {"fields": "体温；床位"}))
    assert [(one["request_id"], one["is_duplicate"]) for one in shown["items"]] == [
        ("R1", True),
        ("R2", False),
    ]
    assert shown["minutes"] == [{"day": "2020-04-20", "minutes": 10}]
    assert shown["held"] == [{"field": "体温", "owner_id": "O1", "table_code": "A"}]
    back = {"request_id": "R1", "why": "卫健委已有"}
    assert told(post(community, "data-requests/back", back))["by"] == "api:test-community-u1"
    assert (
        told(post(community, "data-requests/back", back | {"why": "再说"}))["reason"]
        == "卫健委已有"
    )
    other = asking(Role.COMMUNITY, unit_id="U2")
    assert "your unit" in told(post(other, "data-requests/back", back), 409)["detail"]
    shown = told(community.get("/api/v1/data-requests"))["items"]
    assert {one["request_id"]: one["handed_back"] for one in shown} == {"R1": True, "R2": False}


def test_two_records_of_a_person_become_one_and_come_apart(unit_tree: None) -> None:
    del unit_tree
    keeper = asking(Role.UNIT_HR, unit_id="U1")
    merged = told(post(keeper, "people/P1/merge", {"drop": "P2", "why": "同一个人"}))
    assert merged["person_id"] == "P1"
    assert told(keeper.get("/api/v1/people/P2"))["merged_into_id"] == "P1"
    again = {"drop": "P2", "why": "再并"}
    assert "already" in told(post(keeper, "people/P1/merge", again), 409)["detail"]
    apart = told(post(keeper, "people/P2/unmerge", {"why": "不是一个人"}))
    assert apart["merged_into_id"] is None
    assert [one["why"] for one in apart["versions"]][:2] == ["不是一个人", "同一个人"]
    assert told(post(keeper, "people/P3/merge", again), 404)


def test_a_spouse_elsewhere_is_yes_or_no(unit_tree: None) -> None:
    del unit_tree
    live_city.put("relations", person_id="P1", relative_id="P3", kind="spouse")
    place = {"post_id": "T1", "unit_id": "U2", "name": "隔离病房", "kind": "isolation_ward"}
    live_city.put("posts", **place, contact="confirmed", risk="high")
    live_city.spell("S1", "P3", date(2020, 2, 8))
    nurse_in_charge = asking(Role.HEAD_NURSE, unit_id="U1")
    for day, serves in (("2020-02-07", False), ("2020-02-08", True)):
        body = {"person_id": "P1", "on": day}
        assert told(post(nurse_in_charge, "spouse-checks", body)) == {"serves": serves}
    stranger = {"person_id": "P3", "on": "2020-02-08"}
    assert (
        "nobody of your unit"
        in told(post(nurse_in_charge, "spouse-checks", stranger), 409)["detail"]
    )
    assert Check.objects.filter(account="api:test-head-nurse-u1").count() == 2


def test_one_asks_to_erase_and_another_decides(unit_tree: None) -> None:
    del unit_tree
    one, other = asking(Role.UNIT_HR, unit_id="U1"), asking(Role.HEALTH)
    made = told(post(one, "erasures", {"person_id": "P2", "reason": "本人要求"}, "e"))
    at, yes = f"erasures/{made['number']}/decision", {"approved": True, "answer": "同意"}
    assert "somebody else" in told(post(one, at, yes), 409)["detail"]
    done = told(post(other, at, yes, "e"))
    assert done["state"] == "done" != done["person_id"]
    assert not Person.objects.filter(pk="P2").exists()
    assert "P2" not in str(told(one.get("/api/v1/erasures")))


def test_the_publicity_editor_is_told_of_those_alone_who_agreed(unit_tree: None) -> None:
    del unit_tree
    run = Run.objects.create(pack="dalian2020", as_of=nurse.AS_OF)
    for person_id, given in (("P1", True), ("P2", False)):
        consent.say(person_id, "story", Actor("x", person_id=person_id), run, given=given)
    shown = told(asking(Role.PUBLICITY).get("/api/v1/publicity"))
    assert shown["refusals"] == 1
    assert shown["items"] == [
        {
            "name": "林晓岚",
            "unit": "市海湾医院",
            "may_be_named": False,
            "photo_may_be_used": False,
        }
    ]


def test_what_does_not_fit_is_told_with_its_person() -> None:
    ward.fill()
    auditor = asking(Role.AUDITOR)
    Attendance.objects.filter(pk="A14").update(reported_by=ward.LIN)
    rules = {one["code"]: one["cases"] for one in told(auditor.get("/api/v1/anomalies"))["items"]}
    assert [one["person_id"] for one in rules["own"]] == [ward.LIN]
    line = told(auditor.get(f"/api/v1/people/{ward.LIN}/life", {"day": "2020-04-14"}))
    assert (line["trace"]["shifts"], line["trace"]["spell"]) == (["A14"], "S1")
    assert [one["code"] for one in line["anomalies"]] == ["own"]
    assert {one["lane"] for one in line["events"]} >= {"spells", "shifts", "rest", "obligations"}


def test_parameters_come_in_pages(loaded: None) -> None:
    del loaded
    client, seen, cursor = asking(Role.AUDITOR), [], ""
    while True:
        page = told(client.get("/api/v1/rules/parameters", {"cursor": cursor, "limit": 40}))
        seen += [one["key"] for one in page["items"]]
        if not (cursor := page["next"] or ""):
            break
    assert seen == sorted(set(seen))
    assert "subsidy.tier1.daily" in seen


def test_people_and_units_are_those_of_the_token(unit_tree: None) -> None:
    del unit_tree
    client = asking(Role.UNIT_HR, unit_id="U1")
    assert {one["person_id"] for one in told(client.get("/api/v1/people"))["items"]} == {"P1", "P2"}
    units = [one["unit_id"] for one in told(client.get("/api/v1/units"))["items"]]
    assert units == ["U1", "U2", "U3", "U4", "U5"]  # of units nothing is kept apart
    assert told(client.get("/api/v1/people/P1"))["name"] == "林晓岚"
    assert told(client.get("/api/v1/people/P3"), 404)
    everybody, cursor = [], ""
    whole = asking(Role.HEALTH)
    while True:
        page = told(whole.get("/api/v1/people", {"limit": 2, "cursor": cursor}))
        everybody += [one["name"] for one in page["items"]]
        if not (cursor := page["next"] or ""):
            break
    assert everybody == sorted(everybody)
    assert len(everybody) == 6


def test_a_cursor_of_another_list_begins_no_page(unit_tree: None) -> None:
    del unit_tree
    client = asking(Role.HEALTH)
    cursor = told(client.get("/api/v1/units", {"limit": 1}))["next"]
    assert told(client.get("/api/v1/people", {"cursor": cursor}), 404)
    assert told(client.get("/api/v1/people", {"cursor": cursor + "x"}), 404)


def test_the_ledger_says_how_it_stands_after_a_deed(city: Client) -> None:
    post(city, "plans", PLAN)
    assert Obligation.objects.get(obligation_id="rest|P1").state == "planned"
    assert told(city.get("/api/v1/obligations/rest|P1"))["obligation"]["state"] == "planned"
