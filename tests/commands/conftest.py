"""Running the command as a user does, and looking at what it says."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from nuanxin.cli import run

AID_TEAM = Path(__file__).parent.parent / "scenes" / "aid_team"
AS_OF = "2020-04-20"


class Said(NamedTuple):
    """The exit code and what stood on standard output and standard error."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """Standard output as the one JSON object that it must be."""
        found = json.loads(self.out)
        assert isinstance(found, dict)
        return found

    def refused(self) -> str:
        """The one line with which it refused; nothing is said elsewhere."""
        assert (self.code, self.out) == (2, "")
        assert self.err.startswith("nuanxin: ")
        assert self.err.count("\n") == 1
        assert self.err.endswith("\n")
        assert "Traceback" not in self.err
        return self.err.removeprefix("nuanxin: ").rstrip("\n")


Nuanxin = Callable[..., Said]


@pytest.fixture
def nuanxin(capsys: pytest.CaptureFixture[str]) -> Nuanxin:
    """Run ``nuanxin`` with these arguments."""

    def call(*arguments: object) -> Said:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        return Said(code, *capsys.readouterr())

    return call
