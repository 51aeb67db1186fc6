"""Homes for databases, and the signals that end them."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest

from nuanxin.site import postgres


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty home folder with a short path; its database is stopped and removed."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    folder = Path(tempfile.mkdtemp(prefix="nx-", dir="/tmp"))
    folder.chmod(0o711)
    yield folder
    monkeypatch.delenv("DATABASE_URL", raising=False)
    remove(folder)


def remove(home: Path) -> None:
    postgres.stop(home)
    area = (home / "postgres").resolve()
    shutil.rmtree(area, ignore_errors=True)
    shutil.rmtree(postgres.dsn(home).host, ignore_errors=True)
    shutil.rmtree(home)


Ask = Callable[[Path, str], list[tuple[object, ...]]]


@pytest.fixture
def ask() -> Ask:
    """Run one statement in the database of a home and return its rows."""

    def run(home: Path, query: str) -> list[tuple[object, ...]]:
        with psycopg.connect(postgres.dsn(home).url, autocommit=True) as connection:
            cursor = connection.execute(query)  # type: ignore[call-overload]
            return cursor.fetchall() if cursor.description else []

    return run


def kill_everything(home: Path) -> None:
    """kill −9 of the postmaster and of each of its children."""
    pid = postgres.status(home).pid
    assert pid is not None
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    for victim in (pid, *map(int, children)):
        with suppress(ProcessLookupError):  # they end by themselves once the postmaster is dead
            os.kill(victim, signal.SIGKILL)
    wait_until(lambda: postgres.status(home).state == "stopped")


def wait_until(holds: Callable[[], bool], patience: float = 20) -> None:
    until = time.monotonic() + patience
    while not holds():
        assert time.monotonic() < until, "waited too long"
        time.sleep(0.05)
