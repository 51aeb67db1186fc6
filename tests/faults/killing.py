"""Killing work at random points: kill -9, no clean-up, then whatever the database kept."""

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

from django.db import connection

from nuanxin.site.postgres.dsn import Dsn

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

    def kill(self, order: str, chance: random.Random) -> bool:
        """Begin a piece of work and kill it somewhere; whether it died of that."""
        child = self.start(order)
        time.sleep(chance.uniform(0, self.longest))
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        ended = self._line()
        assert ended in ("0", str(-signal.SIGKILL)), ended
        return ended != "0"


@contextmanager
def workshop(function: str) -> Iterator[Workshop]:
    """A workshop for a function ``module:name`` on the database of the tests."""
    told = connection.settings_dict
    dsn = Dsn(told["HOST"], told["NAME"], told["USER"], int(told["PORT"]), told["PASSWORD"])
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.workshop", function],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={
            **os.environ,
            "DATABASE_URL": dsn.url,
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
