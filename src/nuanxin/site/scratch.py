"""Files for a moment: under the home, in a folder of this process; what a killed one left goes.

Opened uploads and copies of facts stand there in plain, so none may outlive the process by long.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nuanxin.site.home import give_to_owner

FOLDER = "scratch"


@contextmanager
def scratch(home: Path) -> Iterator[Path]:
    """Have all temporary files of the block in one folder, which is gone afterwards.

    Folders of processes that were killed are removed first. Processes forked inside the block
    share the folder.
    """
    place = home / FOLDER
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    give_to_owner(place, home)
    with _held(place):
        _sweep(place)
        own = Path(tempfile.mkdtemp(dir=place))
        give_to_owner(own, home)
        lock = _lock(own)
    before, tempfile.tempdir = tempfile.tempdir, str(own)
    try:
        yield own
    finally:
        tempfile.tempdir = before
        shutil.rmtree(own, ignore_errors=True)
        os.close(lock)


def _sweep(place: Path) -> None:
    """Remove the folders that nobody holds: the kernel drops a lock when its process dies."""
    for folder in place.iterdir():
        try:
            lock = _lock(folder, fcntl.LOCK_NB)
        except BlockingIOError:
            continue
        shutil.rmtree(folder, ignore_errors=True)
        os.close(lock)


@contextmanager
def _held(place: Path) -> Iterator[None]:
    lock = _lock(place)
    try:
        yield
    finally:
        os.close(lock)


def _lock(folder: Path, how: int = 0) -> int:
    descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | how)
    except BlockingIOError:
        os.close(descriptor)
        raise
    return descriptor
