"""The tour: only in a demo, each step leads somewhere or says that it does not yet."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client, override_settings

from nuanxin.domains.access import demo
from nuanxin.domains.access.menu import opening_to
from nuanxin.domains.access.models import Account, Membership
from nuanxin.domains.access.opening import opening_of
from nuanxin.domains.access.roles import Role
from nuanxin.domains.tour import pages
from nuanxin.domains.tour.scenes import MAKER, OFFICER, OTHER, SCENES, Scene, Step
from nuanxin.policy.text import Text
from tests.domains.access.routes import routes

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    """Nobody signed in, in a demo that has its finance officers and one of the organisation
    department."""
    for name, role in (
        (MAKER, Role.FINANCE), (OTHER, Role.FINANCE), (OFFICER, Role.ORGANISATION),
    ):  # fmt: skip
        made = Account.objects.create(name=name)
        Membership.objects.create(
            account=made, role=role, purpose=demo.PURPOSE, since=date(2020, 1, 1)
        )
    return Client()


def test_there_is_no_tour_but_in_a_demo_on_its_machine(client: Client) -> None:
    assert client.get("/tour/").status_code == 404
    assert client.post("/tour/day/", {"day": "2020-04-26"}).status_code == 404
    with override_settings(DEMO=True):
        assert client.get("/tour/").status_code == 200
        assert client.get("/tour/", REMOTE_ADDR="192.0.2.7").status_code == 404


@override_settings(DEMO=True)
def test_the_sign_in_page_of_a_demo_leads_to_it(client: Client) -> None:
    assert 'href="/tour/"' in client.get("/sign-in/").content.decode()
    with override_settings(DEMO=False):
        assert 'href="/tour/"' not in client.get("/sign-in/").content.decode()


@override_settings(DEMO=True)
def test_a_step_signs_in_and_opens_its_page_with_one_click(client: Client) -> None:
    page = client.get("/tour/").content.decode()
    assert page.count("<h2>") >= 10
    found = re.search(r'href="([^"]*\?next=/pay/)"', page)
    assert found is not None
    answer = client.get(found[1], follow=True)
    assert answer.redirect_chain[-1][0] == "/pay/"
    assert answer.status_code == 200


@override_settings(DEMO=True)
def test_a_link_leads_to_no_other_site(client: Client) -> None:
    _, _, path = next(iter(demo.links()))
    answer = client.get(f"{path}?next=https://elsewhere.example/")
    assert answer["Location"].endswith("/home/")


def test_every_step_that_has_a_page_opens_to_whom_it_signs_in() -> None:
    roles = {
        OFFICER: Role.ORGANISATION, MAKER: Role.FINANCE, OTHER: Role.FINANCE,
        "demo-head-nurse": Role.HEAD_NURSE, "demo-unit-hr": Role.UNIT_HR,
        "demo-community": Role.COMMUNITY, "demo-supplies": Role.SUPPLIES,
        "demo-worker": Role.WORKER, "demo-family": Role.FAMILY, "demo-drafter": Role.DRAFTER,
    }  # fmt: skip
    views = {name: view for name, view, _ in routes()}
    steps = [step for scene in SCENES for step in scene.steps if pages.address_of(step)]
    assert len(steps) >= 8
    for step in steps:
        opening = opening_of(views[step.page])
        assert opening.admits(roles[step.account]), (step.account, step.page)
    assert opening_to("board:board").admits(Role.ORGANISATION)


def test_what_has_no_page_says_so() -> None:
    ghost = Scene(Text("甲", "a"), Text("乙", "b"), [Step(MAKER, "no:page", Text("丙", "c"))])
    assert pages.address_of(ghost.steps[0]) == ""
    assert not pages._built(ghost)
    assert not pages._built(Scene(Text("甲", "a"), Text("乙", "b")))
