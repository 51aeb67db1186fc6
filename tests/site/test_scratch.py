"""Files for a moment: in the home, gone with the block, and swept when the process was killed."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from nuanxin.site.scratch import FOLDER, scratch

HOLD = """
import sys, tempfile
from pathlib import Path
from nuanxin.site.scratch import scratch
with scratch(Path(sys.argv[1])):
    held = tempfile.TemporaryDirectory()
    Path(held.name, "upload.xlsx").write_bytes(b"in plain")
    print(held.name, flush=True)
    sys.stdin.read()
"""


def holding(home: Path) -> tuple[subprocess.Popen[str], Path]:
    """A process that has a plain file open, and the file's folder."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, home],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env=os.environ | {"PYTHONPATH": "src"},
    )  # fmt: skip
    assert process.stdout is not None
    return process, Path(process.stdout.readline().strip())


def test_temporary_files_stand_in_the_home_and_go_with_the_block(tmp_path: Path) -> None:
    before = tempfile.gettempdir()
    with scratch(tmp_path) as own:
        kept = Path(tempfile.mkdtemp()) / "rows.csv"
        kept.write_text("P1,林晓岚")
        assert own in kept.parents
        assert own.parent == tmp_path / FOLDER
        assert (own.stat().st_mode & 0o077, own.parent.stat().st_mode & 0o077) == (0, 0)
    assert tempfile.gettempdir() == before
    assert not own.exists()


def test_what_a_killed_process_left_is_removed_by_the_next(tmp_path: Path) -> None:
    process, left = holding(tmp_path)
    process.kill()
    process.communicate()
    assert (left / "upload.xlsx").exists()
    with scratch(tmp_path) as own:
        assert [own] == list((tmp_path / FOLDER).iterdir())


def test_what_a_living_process_has_open_stays(tmp_path: Path) -> None:
    process, open_folder = holding(tmp_path)
    with scratch(tmp_path):
        assert (open_folder / "upload.xlsx").read_bytes() == b"in plain"
    process.communicate("")
    assert process.returncode == 0
    assert list((tmp_path / FOLDER).iterdir()) == []
