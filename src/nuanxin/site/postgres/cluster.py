"""One database cluster: where it lies, making it, starting it, stopping it."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from nuanxin.site.postgres.account import Account, account_for
from nuanxin.site.postgres.dsn import Dsn
from nuanxin.site.postgres.errors import PostgresError
from nuanxin.site.postgres.process import is_serving
from nuanxin.site.postgres.program import program

NAME = "nuanxin"
SUPERUSER = "postgres"
SOCKET = ".s.PGSQL.5432"
LONGEST_SOCKET_PATH = 107
ELSEWHERE = Path("/var/lib/nuanxin")
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "shared_buffers": "256MB",
    "max_wal_size": "2GB",
    "wal_compression": "on",
    "dynamic_shared_memory_type": "mmap",
    "timezone": "Asia/Shanghai",
    "log_timezone": "Asia/Shanghai",
}
if sys.platform == "linux":
    # After a crash one call for all files instead of one for each: up again in a tenth of the time.
    SETTINGS["recovery_init_sync_method"] = "syncfs"
HBA = "local all all peer map=nuanxin\n"


@dataclass(frozen=True)
class Place:
    """Where a cluster lies: ``area`` holds data, socket, log and a copy of the program."""

    area: Path

    @classmethod
    def of(cls, home: Path) -> Place:
        """The place of a home folder; ``<home>/postgres`` may be a link to elsewhere."""
        return cls((home / "postgres").resolve())

    @property
    def data(self) -> Path:
        return self.area / "data"

    @property
    def log(self) -> Path:
        return self.area / "log"

    @property
    def sockets(self) -> Path:
        """The socket folder; a short one under /tmp when the area's path is too long for it."""
        near = self.area / "run"
        plain = re.fullmatch(r"[\w./@+-]+", str(near), re.ASCII)
        if plain and len(os.fsencode(near / SOCKET)) <= LONGEST_SOCKET_PATH:
            return near
        return Path("/tmp") / f"nuanxin-{_digest(self.area)}"  # nosec B108

    @property
    def dsn(self) -> Dsn:
        return Dsn(host=str(self.sockets), dbname=NAME, user=NAME)

    @property
    def made(self) -> bool:
        return self._read("PG_VERSION") is not None

    def postmaster(self) -> int | None:
        """The living postmaster's process id; None when there is none."""
        lines = self._pid_file()
        pid = int(lines[0]) if lines and lines[0].strip().isdigit() else 0
        return pid if pid and is_serving(pid, self.data) else None

    def ready(self) -> bool:
        """Whether the postmaster says that it accepts connections."""
        lines = self._pid_file()
        return len(lines) > 7 and lines[7].strip() == "ready" and self.postmaster() is not None

    def _pid_file(self) -> list[str]:
        return (self._read("postmaster.pid") or "").splitlines()

    def _read(self, name: str) -> str | None:
        try:
            return (self.data / name).read_text()
        except FileNotFoundError:
            return None
        except PermissionError as error:
            raise PostgresError(
                f"{self.area} belongs to {self.area.owner()}; run as that account or as root, "
                "or name another folder in NUANXIN_HOME"
            ) from error


@dataclass(frozen=True)
class Cluster:
    """A cluster with the account and the program that run it; use it only inside the lock."""

    place: Place
    account: Account
    bin: Path

    @classmethod
    def of(cls, home: Path) -> Cluster:
        """The cluster of a home folder; makes its folder where its account can reach it."""
        area = home / "postgres"
        account = account_for(area if area.exists() else home)
        if area.is_symlink() and not area.exists():
            raise PostgresError(
                f"{area} leads to {area.readlink()}, which is gone; put the data back there, "
                "or remove the link to begin anew"
            )
        if not area.exists():
            _make_area(area, account)
        place = Place.of(home)
        account.own(place.area)
        return cls(place, account, program(account, place.area))

    def start(self) -> None:
        """Start the postmaster unless it runs, wait until it answers, see to the database."""
        if not self.place.made:
            self._initdb()
        if self.place.postmaster() is None:
            self._configure()
            self._launch()
        self._wait()
        self._see_to_database()

    def stop(self) -> None:
        """End connections, write everything down, end the postmaster."""
        told = self._pg_ctl("stop", "--mode=fast", "--wait", "--timeout=60")
        if self.place.postmaster() is not None:
            raise PostgresError(f"PostgreSQL in {self.place.data} does not stop: {told}")

    def _initdb(self) -> None:
        """Make the cluster aside and move it into place, so that a killed initdb leaves none."""
        part = self.place.data.with_name("data.part")
        shutil.rmtree(part, ignore_errors=True)
        # The builtin locale: with plain C the trigram search finds no Chinese word, silently.
        done = self.account.run(
            self.bin / "initdb",
            f"--pgdata={part}",
            f"--username={SUPERUSER}",
            "--auth=peer",
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--locale=C.UTF-8",
        )
        if done.returncode != 0:
            raise PostgresError(f"no database could be made in {part}: {done.stderr.strip()}")
        with (part / "postgresql.conf").open("a") as config:
            config.write("\ninclude 'nuanxin.conf'\n")
        part.rename(self.place.data)

    def _configure(self) -> None:
        """Write our settings and who may connect: this account and root, known to the kernel."""
        self.account.own(self.place.sockets)
        settings = {**SETTINGS, "unix_socket_directories": str(self.place.sockets)}
        names = dict.fromkeys((self.account.name, "root"))
        files = {
            "nuanxin.conf": "".join(f"{key} = '{value}'\n" for key, value in settings.items()),
            "pg_hba.conf": HBA,
            "pg_ident.conf": "".join(
                f'nuanxin "{name}" {role}\n' for name in names for role in (NAME, SUPERUSER)
            ),
        }
        for name, text in files.items():
            path = self.place.data / name
            path.write_text(text)
            shutil.chown(path, self.account.uid, self.account.gid)
        # Their process is dead or a stranger (we hold the lock and looked): PostgreSQL itself
        # would take a zombie or a re-used number for a living postmaster and refuse.
        for stale in (self.place.data / "postmaster.pid", self.place.sockets / f"{SOCKET}.lock"):
            stale.unlink(missing_ok=True)

    def _launch(self, patience: float = 20) -> None:
        """Start, and again while the last children of a killed postmaster still hold memory."""
        until = time.monotonic() + patience
        while True:
            if self.place.log.exists():
                self.place.log.replace(self.place.log.with_suffix(".old"))
            told = self._pg_ctl("start", f"--log={self.place.log}", "--wait", "--timeout=120")
            if self.place.postmaster() is not None:
                return
            if "still in use" not in self._log() or time.monotonic() > until:
                raise PostgresError(self._why(told))
            time.sleep(0.2)

    def _wait(self, patience: float = 120) -> None:
        """Wait until connections are accepted; recovery after a kill takes its time."""
        until = time.monotonic() + patience
        while not self.place.ready():
            if self.place.postmaster() is None or time.monotonic() > until:
                raise PostgresError(self._why("it does not come up"))
            time.sleep(0.05)

    def _see_to_database(self) -> None:
        """Make our role and database where they are missing."""
        with psycopg.connect(
            host=str(self.place.sockets), user=SUPERUSER, dbname="postgres", autocommit=True
        ) as connection:
            name = sql.Identifier(NAME)
            if not connection.execute("select from pg_roles where rolname = %s", [NAME]).rowcount:
                connection.execute(sql.SQL("create role {} login").format(name))
            connection.execute(sql.SQL("alter role {} createdb createrole").format(name))
            found = connection.execute("select from pg_database where datname = %s", [NAME])
            if not found.rowcount:
                connection.execute(sql.SQL("create database {0} owner {0}").format(name))

    def _pg_ctl(self, action: str, *more: str) -> str:
        done = self.account.run(self.bin / "pg_ctl", action, f"--pgdata={self.place.data}", *more)
        return (done.stderr or done.stdout).strip()

    def _log(self) -> str:
        return self.place.log.read_text(errors="replace") if self.place.log.exists() else ""

    def _why(self, told: str) -> str:
        said = " | ".join([told, *self._log().splitlines()[-5:]])
        place = self.place
        return f"PostgreSQL in {place.data} does not start: {said} (whole log: {place.log})"


def _make_area(area: Path, account: Account) -> None:
    """Make the area in the home, or elsewhere with a link when the account cannot go there."""
    if account.can_enter(area.parent):
        account.own(area)
        return
    elsewhere = ELSEWHERE / _digest(area)
    elsewhere.parent.mkdir(mode=0o711, parents=True, exist_ok=True)
    account.own(elsewhere)
    area.symlink_to(elsewhere)


def _digest(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]
