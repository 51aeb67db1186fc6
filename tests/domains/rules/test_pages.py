"""The policy desk through its pages: who may do what, and what each page says."""

from __future__ import annotations

import pytest
from django.test import Client

from nuanxin.domains.access.roles import Role
from nuanxin.domains.ledger.models import Run
from nuanxin.domains.rules.models import Proposal, Work
from nuanxin.packs import load_pack
from tests.domains import nurse
from tests.domains.rules.test_change import FORM, KEY
from tests.domains.test_sheets import workbook
from tests.signed_in import signed_in

pytestmark = pytest.mark.django_db
ASKED = {name: told for name, told in FORM.items() if name != "key"} | {"reason": "一档提高"}


@pytest.fixture(autouse=True)
def standing() -> None:
    Run.objects.create(pack="dalian2020", as_of=nurse.AS_OF)


@pytest.fixture
def drafter() -> Client:
    return signed_in(Role.DRAFTER)


def said(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status
    return answer.content.decode()


def test_peer_values_are_never_shown_as_dalians(drafter: Client) -> None:
    page = said(drafter, "/en/rules/parameters/subsidy.day_rule.full/")
    assert "This is not Dalian&#x27;s rule" in page or "This is not Dalian's rule" in page
    assert "Shizuishan" in page
    assert "not Dalian" not in said(drafter, f"/en/rules/parameters/{KEY}/").split("Versions")[0]


def test_a_proposal_is_made_previewed_and_decided_in_the_browser(drafter: Client) -> None:
    sent = drafter.post(f"/rules/parameters/{KEY}/propose/", ASKED)
    proposal = Proposal.objects.get()
    assert sent.headers["Location"] == f"/rules/{proposal.pk}/"
    work = Work.objects.get()
    assert (work.kind, work.state) == ("preview", "waiting")
    page = said(drafter, f"/rules/{proposal.pk}/")
    assert 'http-equiv="refresh"' in page
    assert "大财〔2020〕9 号" in page

    assert drafter.post(f"/rules/{proposal.pk}/send/").status_code == 409  # not previewed
    Work.objects.update(state="done", found=FOUND)
    assert "+1,400.00 元" in said(drafter, f"/rules/{proposal.pk}/")
    assert "120,000" not in said(drafter, f"/rules/{proposal.pk}/")  # fen are never shown
    drafter.post(f"/rules/{proposal.pk}/send/")
    assert drafter.post(f"/rules/{proposal.pk}/approve/").status_code == 409
    officer = signed_in(Role.HEALTH)
    assert officer.post(f"/rules/{proposal.pk}/approve/").status_code == 302
    proposal.refresh_from_db()
    assert proposal.state == "approved"
    assert "第 1 号修改" in said(officer, "/rules/") or str(proposal.pk) in said(officer, "/rules/")


def test_a_refused_form_keeps_what_was_typed(drafter: Client) -> None:
    answer = drafter.post(f"/rules/parameters/{KEY}/propose/", ASKED | {"start": "三月"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert 'value="三月"' in page
    assert "看不懂" in page
    assert not Proposal.objects.exists()


def test_finance_reads_and_does_not_write() -> None:
    finance = signed_in(Role.FINANCE)
    assert "提出修改" not in said(finance, f"/rules/parameters/{KEY}/")
    assert finance.post(f"/rules/parameters/{KEY}/propose/", ASKED).status_code == 403


@pytest.mark.parametrize("path", ["/rules/", "/rules/gaps/", "/rules/packs/"])
def test_pages_ask_a_constant_number_of_queries(
    drafter: Client, path: str, django_assert_max_num_queries: object
) -> None:
    with django_assert_max_num_queries(18):  # type: ignore[operator]
        assert drafter.get(path).status_code == 200


def test_what_there_is_not(drafter: Client) -> None:
    said(drafter, "/rules/parameters/no.such/", 404)
    said(drafter, "/rules/99/", 404)
    assert drafter.post("/rules/99/send/").status_code == 404


FOUND = {
    "as_of": "2020-04-20",
    "unit": "fen",
    "fares": {"gain": 1, "lose": 0, "same": 0, "unknown": 0},
    "bins": [
        {"least": 0, "most": 0, "people": 0},
        {"least": 1, "most": 200_000, "people": 1},
    ],
    "units": [{"unit_id": "H1", "gain": 1, "lose": 0, "same": 0, "unknown": 0, "size": 140_000}],
    "gainers": [],
    "balance": {
        "money": {"difference_fen": 140_000, "arrears_fen": 140_000, "overpaid_fen": 0},
        "provisions": [
            {
                "title": {"zh": "临时性工作补助", "en": "Temporary work subsidy"},
                "gain": 1,
                "lose": 0,
                "unclear": 0,
                "changed": 1,
            }
        ],
    },
}


def test_the_parameters_in_force_can_be_taken_away(drafter: Client) -> None:
    rows = {row["键"]: row for row in workbook(drafter, "/rules/?as=xlsx")}
    assert len(rows) == len(load_pack("dalian2020").parameters)
    assert (rows[KEY]["现在的值"], rows[KEY]["有多确定"]) == (300, "有据")
    assert rows["subsidy.day_rule.full"]["哪里的规定"] != "大连"
