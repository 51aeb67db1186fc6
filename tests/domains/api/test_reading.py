"""Reading through the API: the same as the pages, in pages, within the scope of the token."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from nuanxin.domains.access.roles import Role
from nuanxin.domains.ledger.models import Obligation
from tests.domains.api.asking import asking

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


def test_a_unit_sees_what_it_owes_and_nobody_elses(loaded: None, unit_tree: None) -> None:
    del loaded, unit_tree
    hospital = asking(Role.UNIT_HR, unit_id="U1")
    told = hospital.get("/api/v1/obligations").json()["items"]
    assert {one["owner_unit_id"] for one in told} == {"U1"}
    assert hospital.get("/api/v1/obligations/rest|P3").status_code == 404


def test_the_board_counts_as_the_ledger_does(city: Client) -> None:
    told = city.get("/api/v1/board").json()
    assert told["all"]["total"] == Obligation.objects.count()
    assert len(told["measures"]) == 16
    assert sum(one["total"] for one in told["measures"]) == told["all"]["total"]


def test_an_empty_ledger_is_said() -> None:
    answer = asking(Role.ORGANISATION).get("/api/v1/board")
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
