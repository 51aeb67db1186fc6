"""Killing work, or the database under it, at random points: kill -9, then what was kept."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

import psycopg
from django.db import connection

from nuanxin.site.postgres.dsn import Dsn
from tests.site.conftest import wait_until

WORKER, DATABASE = "worker", "database"
KILLS = int(os.environ.get("NUANXIN_KILLS", "16"))
"""How often a test kills; ``make faults`` asks for 250."""


@dataclass
class Workshop:
    """A running ``tests.faults.workshop``."""

    process: subprocess.Popen[str]
    longest: float = 0.3

    def _line(self) -> str:
        assert self.process.stdout is not None
        line = self.process.stdout.readline().strip()
        assert line, "the workshop has died"
        return line

    def start(self, order: str) -> int:
        """Begin a piece of work; the number of its process."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{order}\n")
        self.process.stdin.flush()
        return int(self._line())

    def finish(self, order: str) -> None:
        """Do a piece of work to its end."""
        begun = time.monotonic()
        self.start(order)
        assert self._line() == "0"
        self.longest = time.monotonic() - begun

    def kill(self, order: str, chance: random.Random, victim: str = WORKER) -> bool:
        """Begin a piece of work and kill it somewhere, or the database; whether it died of that."""
        child = self.start(order)
        time.sleep(chance.uniform(0, self.longest))
        if victim == WORKER:
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
            wanted = str(-signal.SIGKILL)
        else:
            kill_database()
            wanted = "1"
        ended = self._line()
        assert ended in ("0", wanted), ended
        return ended != "0"


def kill_database() -> None:
    """kill -9 of a process of the server: it ends all others at once and recovers from its log."""
    connection.close()
    connection.close_pool()  # what waits there will be dead as well
    with psycopg.connect(_dsn().url) as other, psycopg.connect(_dsn().url) as victim:
        os.kill(victim.info.backend_pid, signal.SIGKILL)
        wait_until(lambda: not answers(other))
    wait_until(lambda: answers(None))


def answers(one: psycopg.Connection | None) -> bool:
    """Whether a session lives, or a new one is let in."""
    try:
        if one is not None:
            one.execute("select 1")
        else:
            psycopg.connect(_dsn().url).close()
    except psycopg.OperationalError:
        return False
    return True


def _dsn() -> Dsn:
    told = connection.settings_dict
    return Dsn(told["HOST"], told["NAME"], told["USER"], int(told["PORT"]), told["PASSWORD"])


@contextmanager
def workshop(function: str) -> Iterator[Workshop]:
    """A workshop for a function ``module:name`` on the database of the tests."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.workshop", function],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={
            **os.environ,
            "DATABASE_URL": _dsn().url,
            "DJANGO_SETTINGS_MODULE": "nuanxin.site.settings",
            "PYTHONPATH": os.pathsep.join(["src", "."]),
        },
    )
    shop = Workshop(process)
    try:
        assert shop._line() == "ready"
        yield shop
    finally:
        assert process.stdin is not None
        process.stdin.close()
        process.wait(20)
