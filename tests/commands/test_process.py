"""The command as a process of its own: exit codes, streams, a cut pipe."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from .conftest import AID_TEAM, AS_OF

MAIN = [sys.executable, "-c", "from nuanxin.cli import main; main()"]


def nuanxin(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run it in a process that has no terminal and, unless told, no locale."""
    return subprocess.run(
        [*MAIN, *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": os.pathsep.join(sys.path),
            "LC_ALL": "C",
            **environment,
        },
        timeout=120,
        check=False,
    )


def test_done_is_0_and_one_json_object_stands_alone_on_stdout(tmp_path: Path) -> None:
    done = nuanxin("evaluate", AID_TEAM, "--as-of", AS_OF, "--out", tmp_path, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (tmp_path / "summary.json").read_text(encoding="utf-8")


def test_unusable_is_2_and_one_line(tmp_path: Path) -> None:
    done = nuanxin("evaluate", tmp_path / "无", "--as-of", AS_OF, "--out", tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"nuanxin: {tmp_path / '无'}: does not exist; name a folder with a file per table\n"
    )


def test_something_wrong_is_1() -> None:
    done = nuanxin("doctor", DATABASE_URL="postgresql://nobody@localhost:1/nothing")
    assert done.returncode == 1
    assert "WRONG database" in done.stdout


def test_chinese_is_printed_in_a_plain_locale() -> None:
    done = nuanxin("explain", AID_TEAM, "--subject", "unit:L1", "--as-of", AS_OF)
    assert done.returncode == 0
    assert "一般" in done.stdout
