"""Reading through the API: the same as the pages, in pages, within the scope of the token."""

from __future__ import annotations

import re
from datetime import date, timedelta
from urllib.parse import unquote

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from nuanxin.domains.access.roles import Role
from nuanxin.domains.actor import Actor
from nuanxin.domains.ledger.models import Load, Obligation, Run
from nuanxin.domains.pay import funds
from nuanxin.domains.reads.selectors import readers_of
from nuanxin.domains.states import OPEN
from tests.domains.api.asking import asking
from tests.domains.live_city import put, spell
from tests.signed_in import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def city(loaded: None) -> Client:
    del loaded
    return asking(Role.ORGANISATION)


def test_obligations_come_in_pages_that_together_are_all_of_them_in_order(city: Client) -> None:
    seen, cursor = [], ""
    while True:
        told = city.get("/api/v1/obligations", {"limit": 4, "cursor": cursor}).json()
        seen += [one["obligation_id"] for one in told["items"]]
        if not (cursor := told["next"] or ""):
            break
    every = Obligation.objects.order_by("rank", "due_on", "obligation_id")
    assert seen == [one.obligation_id for one in every]


def test_a_row_that_comes_between_moves_no_page(city: Client) -> None:
    first = city.get("/api/v1/obligations", {"limit": 4}).json()
    Obligation.objects.filter(obligation_id=first["items"][0]["obligation_id"]).delete()
    then = city.get("/api/v1/obligations", {"limit": 4, "cursor": first["next"]}).json()
    known = {one["obligation_id"] for one in first["items"]}
    assert known.isdisjoint(one["obligation_id"] for one in then["items"])
    assert len(then["items"]) == 4


def test_a_list_narrows(city: Client) -> None:
    told = city.get("/api/v1/obligations", {"state": "overdue", "measure": 11}).json()["items"]
    assert [(one["obligation_id"], one["owner_name"]) for one in told] == [
        ("rest|P3", "滨海区中心医院")
    ]
    mine = city.get("/api/v1/obligations", {"subject": "person:P1"}).json()["items"]
    assert {one["subject_name"] for one in mine} == {"林晓岚"}


def test_an_obligation_says_why(city: Client) -> None:
    told = city.get("/api/v1/obligations/rest|P1").json()
    assert told["sentence"] == "林晓岚 is still owed 8 days"
    assert told["days_left"] == (date(2020, 9, 26) - date(2020, 4, 20)).days
    worked = next(one for one in told["reasons"] if "38" in one["value"])
    assert worked["facts"] == [
        {"table": "attendance", "key": "A1"},
        {"table": "spells", "key": "S1"},
    ]
    assert any(one["key"] == "care.extra_rest_min" for one in told["rules"])


def test_the_number_of_queries_does_not_grow_with_the_page(
    city: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for limit in (1, 15):
        with django_assert_num_queries(10):  # four of them keep to the rows of the token
            city.get("/api/v1/obligations", {"limit": limit})


@pytest.mark.usefixtures("loaded", "unit_tree")
def test_a_unit_is_shown_exactly_what_the_pages_show_it() -> None:
    """What it owes, and what others owe to its people; nothing of anybody else's."""
    Obligation.objects.filter(obligation_id="pay|P1|2").update(owner_unit_id="U2")
    place = {"post_id": "T1", "unit_id": "U1", "name": "发热门诊", "kind": "fever_clinic"}
    put("posts", **place, contact="confirmed", risk="high")
    spell("S3", "P3", date(2020, 2, 8))  # of another hospital, at a post of this one
    token, officer = asking(Role.UNIT_HR, unit_id="U1"), signed_in(Role.UNIT_HR, unit_id="U1")
    for address, one, numbers in (
        ("obligations", r'href="/obligations/([^"?]+)/"', "obligation_id"),
        ("people", r'href="/people/([^"?]+)/"', "person_id"),
    ):
        page = unquote(officer.get(f"/{address}/").content.decode())
        told = token.get(f"/api/v1/{address}", {"limit": 200}).json()["items"]
        assert {row[numbers] for row in told} == set(re.findall(one, page)) != set()
    assert {row["person_id"] for row in told} == {"P1", "P2", "P3"}
    assert token.get("/api/v1/obligations/pay|P1|2").status_code == 200
    assert token.get("/api/v1/obligations/ins|P4").status_code == 404
    assert token.get("/api/v1/people/P4").status_code == 404


@pytest.mark.usefixtures("loaded", "unit_tree")
def test_who_is_shown_through_the_api_is_noted_as_on_the_page() -> None:
    token = asking(Role.ORGANISATION)
    for address in (
        *("obligations/rest|P1", "evidence/docx/rest|P1", "facts/attendance/A1"),
        *("people/P1", "people/P1/life"),
    ):
        assert token.get(f"/api/v1/{address}").status_code == 200, address
    assert token.get("/api/v1/people/P9").status_code == 404
    found = [(one.page, one.actor, one.purpose) for one in readers_of("P1")]
    pages = ["life:life", "people:person", "board:fact", "board:evidence", "board:obligation"]
    assert found == [(page, "api:test-organisation", "test") for page in pages]


def test_the_board_goes_down_to_a_measure_and_a_unit(city: Client) -> None:
    told = city.get("/api/v1/measures/11").json()
    rest = next(one for one in told["obligations"] if one["provision"] == "M11-5")
    assert (rest["total"], rest["state"], rest["modality"]) == (3, "overdue", "MUST")
    assert city.get("/api/v1/measures/17").status_code == 404
    top = city.get("/api/v1/board/units").json()
    assert {one["unit_id"] for one in top["children"]} == {"U1", "U2", "U3", "U5"}
    here = city.get("/api/v1/board/units", {"unit": "U1"}).json()["here"]
    assert here["total"] == Obligation.objects.filter(owner_unit_id="U1").count()


def test_the_evidence_is_shown(city: Client) -> None:
    told = city.get("/api/v1/facts/attendance/A1").json()
    assert (told["key"], told["row"]["person_id"]) == ("A1", "P1")
    assert city.get("/api/v1/facts/attendance/A9").status_code == 404
    cover = city.get("/api/v1/evidence/docx/rest|P1")
    assert cover.content.startswith(b"PK")
    aside = city.get("/api/v1/set-aside", {"file": "people.csv"}).json()["items"]
    assert [(one["row_number"], one["kind"]) for one in aside] == [(4, "cell")]


def test_the_ledger_is_shown_as_it_was(city: Client) -> None:
    today = timezone.localdate()
    told = city.get("/api/v1/then", {"on": today.isoformat()}).json()
    assert sum(one["rows"] for one in told["stood"]) == Obligation.objects.count()
    assert told["loads"][0]["added"] == Obligation.objects.count()
    run = Run.objects.get()
    part = {"scope": "person:P1", "added": 0, "changed": 1, "withdrawn": 0}
    Load.objects.create(run=run, as_of=run.as_of, **part)
    for client, scopes in ((city, ["person:P1", ""]), (asking(Role.DRAFTER), [""])):
        loads = client.get("/api/v1/then", {"on": today.isoformat()}).json()["loads"]
        assert [one["scope"] for one in loads] == scopes  # drafters see nobody by name
    before = city.get("/api/v1/then", {"on": (today - timedelta(days=1)).isoformat()}).json()
    assert before["stood"] == []


def test_the_text_is_laid_open(city: Client) -> None:
    gaps = city.get("/api/v1/rules/gaps").json()
    assert gaps["left_out"]
    assert {one["provision"] for one in gaps["left_open"]} >= {"M11-5", "M07-2"}
    packs = city.get("/api/v1/rules/packs").json()
    assert packs["ours"] == "dalian2020" != packs["theirs"]
    assert any(one["ours"] for one in packs["provisions"])
    assert packs["parameters"]


def test_funds_stand_as_in_the_books(city: Client) -> None:
    by = Actor("F1", "finance")
    funds.receive("party_dues", 1_000_000, date(2020, 3, 6), by, key="a")
    funds.spend("party_dues", "consolation", 300_000, date(2020, 3, 6), by, key="b")
    told = city.get("/api/v1/funds").json()["items"][0]
    assert (told["fund"], told["left"], told["percent"]) == ("party_dues", 700_000, "100.0")


def test_templates_are_handed_out(city: Client) -> None:
    assert city.get("/api/v1/templates/people.xlsx").content.startswith(b"PK")
    assert city.get("/api/v1/templates/nothing.xlsx").status_code == 404


def test_the_board_counts_as_the_ledger_does(city: Client) -> None:
    told = city.get("/api/v1/board").json()
    assert told["all"]["total"] == Obligation.objects.count()
    assert len(told["measures"]) == 16
    due = Obligation.objects.filter(state__in=OPEN, due_on__isnull=False).count()
    assert sum(one["due"] for one in told["flow"]) == due > 0
    assert sum(one["total"] for one in told["measures"]) == told["all"]["total"]


def test_an_empty_ledger_is_said() -> None:
    answer = asking(Role.ORGANISATION).get("/api/v1/board")
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
