"""All data of one person handed out; asking and deciding on the pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.test import override_settings

from nuanxin.domains.access.roles import Role
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.erasure.export import everything_of, packed
from nuanxin.domains.erasure.models import Request
from nuanxin.domains.ledger.package import verify
from nuanxin.domains.people.models import Person
from tests.domains import live_city
from tests.domains.erasure import lives
from tests.domains.erasure.lives import ID_NUMBER, NAME, NUMBER
from tests.signed_in import account, signed_in

pytestmark = pytest.mark.django_db


def test_all_that_is_held_is_handed_out_and_nothing_secret(tmp_path: Path) -> None:
    lives.live()
    found = verify(packed(NUMBER, tmp_path))
    tables = json.loads(found.files["data.json"])["tables"]
    assert tables.keys() >= {
        *("live_people", "live_attendance", "live_children", "changes_oldrow", "needs_need"),
        *("consent_statement", "couples_check", "pay_entry", "ledger_obligation", "ledger_deed"),
        *("access_account", "ledger_person_day", "pay_line", "family_pass"),
    }
    assert tables["live_people"][0]["id_number"] == ID_NUMBER, "opened for the person themselves"
    assert all("password" not in row for row in tables["access_account"])
    assert all("code_hash" not in row for row in tables["family_pass"])
    page = found.files["data.html"].decode()
    assert NAME in page
    assert ID_NUMBER in page
    assert "周文静" not in page, "nobody else is told of"
    with pytest.raises(Refusal, match="P99"):
        everything_of("P99")


def test_asked_on_my_page_decided_by_the_officer(tmp_path: Path) -> None:
    lives.live()
    me = signed_in(Role.WORKER, unit_id="U1", person_id=NUMBER)
    with override_settings(HOME=tmp_path):
        assert verify(b"".join(me.get("/me/data/")))  # type: ignore[arg-type]
    assert "等别人批准" in me.post("/me/erasure/", {"reason": "离职"}).content.decode()
    asked = Request.objects.get()
    officer = signed_in(Role.ORGANISATION)
    assert "离职" in officer.get("/erasure/").content.decode()
    answer = officer.post(f"/erasure/{asked.pk}/", {"said": "yes", "answer": "任务已结束"})
    assert answer.status_code == 302
    assert not Person.objects.filter(pk=NUMBER).exists()
    page = officer.get("/erasure/").content.decode()
    assert "已删除" in page
    assert NUMBER + "<" not in page
    assert me.get("/me/").status_code == 302, "the account is gone"


def test_who_asked_sees_no_button_and_is_refused() -> None:
    live_city.settle()
    hr = signed_in(Role.UNIT_HR, unit_id="U1")
    assert account(Role.UNIT_HR, unit_id="U1")
    assert hr.post("/erasure/ask/", {"person": "P9", "reason": "x"}).status_code == 422
    assert hr.post("/erasure/ask/", {"person": NUMBER, "reason": "离职"}).status_code == 302
    assert "批准并删除" not in hr.get("/erasure/").content.decode()
    told = {"said": "yes", "answer": "可以"}
    refused = hr.post(f"/erasure/{Request.objects.get().pk}/", told)
    assert (refused.status_code, "请换一个人" in refused.content.decode()) == (422, True)
    assert signed_in(Role.AUDITOR).get("/erasure/").status_code == 403
