"""The pages of bringing files in."""

from __future__ import annotations

import time
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from nuanxin.domains.access.roles import Role
from nuanxin.domains.duty.models import Attendance
from nuanxin.domains.intake.models import Upload
from nuanxin.policy.contract import TABLE
from tests.domains.intake.sheets import GOOD, SHIFTS, book
from tests.domains.live_city import settle
from tests.signed_in import account, signed_in


def hand_in(client: Client, path: Path, **told: str) -> Upload:
    file = SimpleUploadedFile("二月考勤.xlsx", path.read_bytes())
    answer = client.post("/import/", {"file": file, "why": "月报", **told})
    assert answer.status_code == 302
    return Upload.objects.get()


def settled(client: Client, upload: Upload) -> str:
    """The page of a file once nothing moves any more."""
    for _ in range(200):
        page = client.get(f"/import/{upload.pk}/").content.decode()
        if 'http-equiv="refresh"' not in page:
            return page
        time.sleep(0.05)
    pytest.fail("it never came to rest")


@pytest.mark.django_db(transaction=True)
def test_from_handing_in_to_the_refused_rows(
    client: Client, tmp_path: Path, settings: object
) -> None:
    settings.HOME = tmp_path / "home"  # type: ignore[attr-defined]
    settle()
    upload = hand_in(client, book(tmp_path / "a.xlsx", 考勤=[SHIFTS, GOOD, ["P9", *GOOD[1:]]]))
    page = settled(client, upload)
    assert "共 2 行" in page
    assert "写入 1 行" in page
    assert "编号查无此项" in page
    assert "Row 3" in client.get(f"/en/import/{upload.pk}/?show=refused").content.decode()
    assert not Attendance.objects.exists()
    client.post(f"/import/{upload.pk}/write/")
    assert "写入了什么" in settled(client, upload)
    assert Attendance.objects.count() == 1
    answer = client.get(f"/import/{upload.pk}/refused.xlsx")
    assert "filename*=UTF-8" in answer["Content-Disposition"]
    (sheet,) = load_workbook(BytesIO(answer.content)).worksheets
    assert (sheet["A2"].value, sheet.max_row) == ("P9", 2)
    client.post(f"/import/{upload.pk}/forget/")
    assert client.get(f"/import/{upload.pk}/").status_code == 404


@pytest.mark.django_db
def test_what_is_missing_is_told_and_what_was_typed_stays(client: Client) -> None:
    answer = client.post("/import/", {"why": "月报"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "请选一个文件" in page
    assert 'value="月报"' in page
    assert not Upload.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("table", list(TABLE))
def test_templates(client: Client, table: str) -> None:
    answer = client.get(f"/import/templates/{table}.xlsx")
    assert load_workbook(BytesIO(answer.content)).worksheets[0].max_column == len(
        TABLE[table].columns
    )


@pytest.mark.django_db
def test_no_such_thing(client: Client) -> None:
    assert client.get("/import/templates/nothing.xlsx").status_code == 404
    assert client.get("/import/9/").status_code == 404
    assert client.get("/import/9/write/").status_code == 405


@pytest.mark.django_db
def test_a_form_of_another_site_is_not_taken() -> None:
    strict = signed_in(Role.UNIT_HR, enforce_csrf_checks=True)
    assert strict.post("/import/", {"why": "y"}).status_code == 403


@pytest.mark.django_db(transaction=True)
def test_a_file_is_of_who_hands_it_in(tmp_path: Path, settings: object) -> None:
    settings.HOME = tmp_path / "home"  # type: ignore[attr-defined]
    settle()
    one, other = (signed_in(Role.UNIT_HR, unit_id=unit_id) for unit_id in ("U1", "U2"))
    upload = hand_in(one, book(tmp_path / "a.xlsx", 考勤=[SHIFTS, GOOD]), who="孙立")
    assert upload.who == account(Role.UNIT_HR, unit_id="U1").name
    assert "共 1 行" in settled(one, upload)
    assert other.get(f"/import/{upload.pk}/").status_code == 404
    assert upload.name in one.get("/import/").content.decode()
    assert upload.name not in other.get("/import/").content.decode()
