"""Locks between processes. The kernel drops them when a process dies, however it dies."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from nuanxin.site.home import give_to_owner
from nuanxin.site.postgres.errors import PostgresError


@contextmanager
def locked(home: Path) -> Iterator[None]:
    """One process at a time copies, makes, starts or stops the database of this home."""
    descriptor = _open(home, "postgres.lock")
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


@dataclass(frozen=True)
class LastUser:
    """A share in the running database; enter and leave only inside ``locked``."""

    descriptor: int

    @classmethod
    def enter(cls, home: Path) -> LastUser:
        """Take a share."""
        descriptor = _open(home, "postgres.users")
        fcntl.flock(descriptor, fcntl.LOCK_SH)
        return cls(descriptor)

    def leave(self) -> bool:
        """Give the share back; true when nobody else holds one."""
        try:
            fcntl.flock(self.descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        else:
            return True
        finally:
            os.close(self.descriptor)


def _open(home: Path, name: str) -> int:
    try:
        # 0711: another account may pass through to its own folder below, and list nothing
        home.mkdir(mode=0o711, parents=True, exist_ok=True)
        descriptor = os.open(home / name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        give_to_owner(descriptor, home)
        return descriptor
    except OSError as error:
        raise PostgresError(
            f"the data folder {home} cannot be written ({error.strerror}); "
            "run as its owner, or name another folder in NUANXIN_HOME"
        ) from error
