"""What needs transactions of its own: files read beside the request, two at one instant."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections
from django.test import Client

from nuanxin.domains.access.roles import Role
from nuanxin.domains.duty.models import Attendance
from nuanxin.domains.ledger.models import Deed
from tests.domains.api.asking import asking, key_of, post
from tests.domains.intake.sheets import GOOD, SHIFTS, book
from tests.domains.live_city import settle

pytestmark = pytest.mark.django_db(transaction=True)
WRONG = ["P1", "T1", "2020-02-11 16:00", "2020-02-11 08:00", "出勤", "是"]
"""It ends before it starts."""


def waited(client: Client, address: str, state: str) -> Any:
    """What a file stands at, once it has come so far."""
    for _ in range(300):
        told = client.get(address).json()
        if told["state"] == state:
            return told
        time.sleep(0.1)
    raise AssertionError(told)


def test_a_file_is_previewed_then_written_once(tmp_path: Path, settings: Any) -> None:
    settings.HOME = tmp_path / "home"
    settle()
    head = asking(Role.HEAD_NURSE, unit_id="U1")
    content = book(tmp_path / "a.xlsx", 考勤=[SHIFTS, GOOD, WRONG]).read_bytes()
    sent = [
        head.post(
            "/api/v1/imports",
            {"file": SimpleUploadedFile("考勤.xlsx", content), "why": "四月排班"},
            headers={"Idempotency-Key": "april"},
        )
        for _ in range(2)
    ]
    assert [one.status_code for one in sent] == [200, 200]
    assert sent[0].json()["number"] == sent[1].json()["number"]
    at = f"/api/v1/imports/{sent[0].json()['number']}"
    waited(head, at, "read")
    assert not Attendance.objects.exists()
    rows = head.get(f"{at}/rows").json()["items"]
    assert [one["outcome"] for one in rows] == ["refused", "new"]
    assert head.get(f"{at}/refused.xlsx").content.startswith(b"PK")
    assert head.post(f"{at}/read").json()["state"] == "waiting"
    waited(head, at, "read")
    assert head.post(f"{at}/write").status_code == 200
    waited(head, at, "written")
    assert Attendance.objects.count() == 1
    assert asking(Role.HEAD_NURSE, unit_id="U2").get(at).status_code == 404
    assert head.post(f"{at}/forget").status_code == 200
    assert (head.get(at).status_code, Attendance.objects.count()) == (404, 1)
    wrong = {"file": SimpleUploadedFile("a.exe", b"x"), "why": "x"}
    assert head.post("/api/v1/imports", wrong).status_code == 409
    more = {"file": SimpleUploadedFile("a.csv", b"x"), "why": "x", "colour": "red"}
    assert head.post("/api/v1/imports", more).status_code == 422


@pytest.mark.usefixtures("loaded")
def test_one_key_at_one_instant_is_one_deed() -> None:
    key = key_of(Role.ORGANISATION)

    def ask(_: int) -> Any:
        client = Client(headers={"Authorization": f"Bearer {key}"})
        try:
            body = {"obligation": "rest|P1", "reason": "少了"}
            return post(client, "disputes", body, "one").json()["number"]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as threads:
        numbers = set(threads.map(ask, range(4)))
    assert len(numbers) == Deed.objects.count() == 1
