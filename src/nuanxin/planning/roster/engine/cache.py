"""Where compiled loops are kept, and their making by a process of its own."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

VARIABLE = "NUMBA_CACHE_DIR"
WAIT = 0.02  # seconds between looks


def choose_cache() -> None:
    """Name a folder for this process alone where neither ours nor the user's can be written.

    numba takes the folder of the package, or the user's cache, by itself.
    """
    ours = Path(__file__).parent / "__pycache__"
    users = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    if os.environ.get(VARIABLE) or _writable(ours) or _writable(users / "numba"):
        return
    folder = tempfile.mkdtemp(prefix="nuanxin-numba-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ[VARIABLE] = folder


def _writable(folder: Path) -> bool:
    """Whether files can be made in a folder that is there or could be made."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)


class Maker:
    """Sees to it that the slow loops are compiled; ``cold`` while they are not.

    The other process is left alone when a run ends before it, so that the next run finds its work.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        if not _made():
            command = [sys.executable, "-m", "nuanxin.planning.roster.engine.warm"]
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )

    @property
    def cold(self) -> bool:
        """The loops are still being compiled."""
        return self._process is not None and self._process.poll() is None

    def wait(self, stop: Callable[[], bool]) -> None:
        """Until the loops are there, or ``stop`` says so."""
        while self.cold and not stop():
            time.sleep(WAIT)


def _made() -> bool:
    from nuanxin.planning.roster.engine import paths, swaps

    # The last of each file that ``warm`` calls.
    return _kept(paths.listing, paths.__file__) and _kept(swaps.swaps, swaps.__file__)


def _kept(loop: Any, file: str) -> bool:
    """Whether a loop is compiled, or lies compiled in its folder."""
    source = Path(file)
    if loop.signatures:
        return True
    folder = loop.stats.cache_path
    if folder is None:
        return False
    indexes = Path(folder).glob(f"{source.stem}.{loop.__name__}-*.nbi")
    return any(index.stat().st_mtime >= source.stat().st_mtime for index in indexes)
