"""PostgreSQL out of a wheel: started, watched and stopped by us; ``DATABASE_URL`` overrides it.

One database cluster lives in ``<home>/postgres``. It listens on a unix socket only, in a folder
that only its account may enter, and asks the kernel who is connecting (peer): no password, no
network, no trust.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from nuanxin.site.postgres.cluster import Cluster, Place
from nuanxin.site.postgres.dsn import Dsn
from nuanxin.site.postgres.errors import PostgresError
from nuanxin.site.postgres.locks import LastUser, locked

__all__ = ["Dsn", "PostgresError", "Status", "dsn", "ensure_running", "status", "stop", "using"]

State = Literal["external", "absent", "stopped", "starting", "running"]


@dataclass(frozen=True)
class Status:
    """How the database stands: its state, where the data are, its process, its account."""

    state: State
    data: Path | None = None
    pid: int | None = None
    account: str | None = None


def dsn(home: Path) -> Dsn:
    """Where the database of this home is or will be reached; starts nothing."""
    return _external() or Place.of(home).dsn


def ensure_running(home: Path) -> Dsn:
    """Start the database of this home unless it runs; make it first when there is none.

    Safe to call from several processes at once. Raises PostgresError with the way out.
    """
    if external := _external():
        return external
    with locked(home):
        cluster = Cluster.of(home)
        cluster.start()
    return cluster.place.dsn


def stop(home: Path) -> None:
    """Stop the database of this home in good order; does nothing when it does not run."""
    if _external():
        return
    with locked(home):
        _stop(home)


def status(home: Path) -> Status:
    """How the database of this home stands, without changing anything."""
    if _external():
        return Status("external")
    place = Place.of(home)
    if not place.made:
        return Status("absent", place.data)
    pid = place.postmaster()
    owner = place.data.owner()
    if pid is None:
        return Status("stopped", place.data, account=owner)
    return Status("running" if place.ready() else "starting", place.data, pid, owner)


@contextmanager
def using(home: Path) -> Iterator[Dsn]:
    """Have the database running inside the block; the last of its users stops it afterwards."""
    if external := _external():
        yield external
        return
    with locked(home):
        user = LastUser.enter(home)
        cluster = Cluster.of(home)
        cluster.start()
    try:
        yield cluster.place.dsn
    finally:
        with locked(home):
            if user.leave():
                _stop(home)


def _external() -> Dsn | None:
    url = os.environ.get("DATABASE_URL")
    return Dsn.parse(url) if url else None


def _stop(home: Path) -> None:
    if Place.of(home).postmaster() is not None:
        Cluster.of(home).stop()
