"""Files through the page: progress, stopping, a killed worker; all of a file or nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import psycopg
import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, connections

from nuanxin.domains import locks
from nuanxin.domains.changes.models import Change
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.duty.models import Attendance
from nuanxin.domains.intake import selectors, uploads
from nuanxin.domains.intake.models import Upload
from tests.domains.intake.sheets import GOOD, SHIFTS, book
from tests.domains.live_city import settle

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def city(tmp_path: Path, settings: object) -> Iterator[None]:
    settings.HOME = tmp_path / "home"  # type: ignore[attr-defined]
    settle()
    yield
    wait(lambda: not connection_locks())


def connection_locks() -> list[object]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select pid from pg_locks where locktype = 'advisory' and classid = %s", [locks.UPLOAD]
        )
        return list(cursor.fetchall())


def wait(holds: Callable[[], bool], patience: float = 30) -> None:
    until = time.monotonic() + patience
    while not holds():
        assert time.monotonic() < until, "waited too long"
        time.sleep(0.05)


def handed_in(path: Path, name: str = "考勤.xlsx") -> Upload:
    file = SimpleUploadedFile(name, path.read_bytes())
    return uploads.receive(file, who="孙立", why="测试")


def state(upload: Upload) -> str:
    upload.refresh_from_db()
    return selectors.state_of(upload)


def many(path: Path, rows: int) -> Path:
    """A CSV of so many shifts."""
    lines = [",".join(SHIFTS)]
    for at in range(rows):
        day, hour = divmod(at, 24)
        start = f"{2020 + day // 336}-{day % 336 // 28 + 1:02}-{day % 28 + 1:02} {hour:02}"
        lines.append(f"P1,T1,{start}:00,{start}:59,出勤,是")
    path.write_text("\n".join(lines))
    return path


@contextmanager
def same_hours_on_their_way() -> Iterator[None]:
    """Another unit is entering the hours of GOOD, so that whoever writes them has to wait."""
    with psycopg.connect(dsn()) as other:
        other.execute("select set_config('nuanxin.change', '0', true)")
        other.execute(
            'insert into live_attendance (attendance_id, person_id, post_id, start, "end", status) '
            "values ('X', 'P1', 'T2', '2020-02-10 09:00+08', '2020-02-10 10:00+08', 'worked')"
        )
        yield
        other.rollback()


def test_read_then_written_then_known(tmp_path: Path) -> None:
    rows = [SHIFTS, GOOD, ["P9", *GOOD[1:]], ["P2", *GOOD[1:5], None]]
    upload = handed_in(book(tmp_path / "a.xlsx", 考勤=rows))
    wait(lambda: state(upload) == "read")
    assert not Attendance.objects.exists(), "nothing is written before somebody agrees"
    assert upload.counts["new"] == 2
    assert selectors.numbers(upload).by_outcome == {"new": 2, "refused": 1}
    assert [line.row for line in selectors.lines(upload, "refused")] == [3]
    uploads.start(upload, "writing")
    wait(lambda: state(upload) == "written")
    assert Attendance.objects.count() == 2
    assert upload.change == Change.objects.latest("pk")
    assert set(selectors.faults(upload)["考勤.xlsx"]) == {3}


def test_stopped_while_reading(tmp_path: Path) -> None:
    upload = handed_in(many(tmp_path / "a.csv", 30_000), "考勤.csv")
    wait(lambda: state(upload) == "reading" and upload.share > 0)
    uploads.stop(upload)
    wait(lambda: state(upload) == "stopped")
    uploads.start(upload, "reading")
    wait(lambda: state(upload) == "read", 120)
    assert upload.counts["new"] == 30_000


def test_stopped_while_the_database_writes(tmp_path: Path) -> None:
    """Hours that another unit is entering make the writing wait; stopping cuts it short."""
    upload = handed_in(book(tmp_path / "a.xlsx", 考勤=[SHIFTS, GOOD]))
    wait(lambda: state(upload) == "read")
    changes = Change.objects.count()
    with same_hours_on_their_way():
        uploads.start(upload, "writing")
        wait(lambda: state(upload) == "writing" and upload.share >= 99)
        uploads.stop(upload)
        wait(lambda: state(upload) == "stopped")
    assert not Attendance.objects.exists()
    assert Change.objects.count() == changes


WORKER = """
import os, sys
from django.conf import settings
from nuanxin.site import settings as ours
import django
django.setup()
from pathlib import Path
settings.HOME = Path(sys.argv[1])
from nuanxin.domains.intake import uploads
print("ready", flush=True)
uploads.do(int(sys.argv[2]), "writing")
"""


def test_a_killed_worker_leaves_nothing_and_the_file_can_be_taken_again(tmp_path: Path) -> None:
    upload = handed_in(book(tmp_path / "a.xlsx", 考勤=[SHIFTS, GOOD]))
    wait(lambda: state(upload) == "read")
    changes = Change.objects.count()
    with same_hours_on_their_way():
        worker = subprocess.Popen(
            [sys.executable, "-c", WORKER, str(settings.HOME), str(upload.pk)],
            env={
                **os.environ,
                "DATABASE_URL": dsn(),
                "DJANGO_SETTINGS_MODULE": "nuanxin.site.settings",
                "NUANXIN_HOME": str(tmp_path / "other"),
                "NUANXIN_SEAL_KEYS": str(settings.SEAL_KEYS),
            },
        )
        wait(lambda: state(upload) == "writing" and upload.share >= 99)
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    wait(lambda: state(upload) == "broken")
    assert not Attendance.objects.exists()
    assert Change.objects.count() == changes
    uploads.start(upload, "writing")
    wait(lambda: state(upload) == "written")
    assert Attendance.objects.count() == 1


def dsn() -> str:
    told = connection.settings_dict
    return f"postgresql://{told['USER']}@:{told['PORT']}/{told['NAME']}?host={told['HOST']}"


def test_one_file_has_one_worker(tmp_path: Path) -> None:
    upload = handed_in(book(tmp_path / "a.xlsx", 考勤=[SHIFTS, GOOD]))
    wait(lambda: state(upload) == "read")

    def both() -> None:
        uploads.do(upload.pk, "writing")
        connections.close_all()

    threads = [Thread(target=both) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert state(upload) == "written"
    assert Attendance.objects.count() == 1


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04 broken")
    upload = handed_in(tmp_path / "a.xlsx")
    wait(lambda: state(upload) == "failed")
    assert "not a sound workbook" in upload.failure["en"]


@pytest.mark.parametrize(("name", "why"), [("a.exe", "y"), ("a.xlsx", " ")])
def test_what_is_not_received(name: str, why: str) -> None:
    with pytest.raises(Refusal):
        uploads.receive(SimpleUploadedFile(name, b"x"), who="孙立", why=why)
    assert not Upload.objects.exists()


def test_forgotten_the_file_is_gone_and_what_was_written_stays(tmp_path: Path) -> None:
    upload = handed_in(book(tmp_path / "a.xlsx", 考勤=[SHIFTS, GOOD]))
    wait(lambda: state(upload) == "read")
    uploads.start(upload, "writing")
    wait(lambda: state(upload) == "written")
    wait(lambda: not connection_locks())
    uploads.forget(upload)
    assert not list((Path(settings.HOME) / "uploads").iterdir())
    assert Attendance.objects.count() == 1
