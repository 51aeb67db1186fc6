"""The account PostgreSQL runs under: never root."""

from __future__ import annotations

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path

from nuanxin.site.postgres.errors import PostgresError

UNPRIVILEGED = ("postgres", "nobody", "daemon")


@dataclass(frozen=True)
class Account:
    """An existing account of the machine."""

    name: str
    uid: int
    gid: int

    @classmethod
    def numbered(cls, uid: int) -> Account | None:
        """The account of that number, or None when the machine has no entry for it."""
        try:
            entry = pwd.getpwuid(uid)
        except KeyError:
            return None
        return cls(entry.pw_name, entry.pw_uid, entry.pw_gid)

    @classmethod
    def named(cls, name: str) -> Account | None:
        """The account of that name, or None."""
        try:
            return cls.numbered(pwd.getpwnam(name).pw_uid)
        except KeyError:
            return None

    @property
    def is_me(self) -> bool:
        return self.uid == os.geteuid()

    def run(self, *command: str | Path) -> subprocess.CompletedProcess[str]:
        """Run a command as this account, in its own session, with a bare environment."""
        other = None if self.is_me else self
        return subprocess.run(
            [str(part) for part in command],
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            cwd="/",
            env={"PATH": os.defpath, "LC_ALL": "C.UTF-8"},
            umask=0o077,
            start_new_session=True,
            user=other.uid if other else None,
            group=other.gid if other else None,
            extra_groups=[] if other else None,
        )

    def can_enter(self, folder: Path) -> bool:
        """Whether this account may pass through a folder (asked of the kernel, by trying)."""
        return self.run("/bin/sh", "-c", 'cd -- "$1"', "sh", folder).returncode == 0

    def can_run(self, program: Path) -> bool:
        """Whether this account can load and run a program."""
        try:
            return self.run(program, "--version").returncode == 0
        except OSError:
            return False

    def own(self, folder: Path) -> None:
        """Make a folder that only this account may enter; refuse one that is someone else's."""
        folder.mkdir(mode=0o700, exist_ok=True)
        found = folder.lstat()
        if os.geteuid() == 0 and found.st_uid == 0:
            os.chown(folder, self.uid, self.gid)
        elif found.st_uid != self.uid or folder.is_symlink():
            raise PostgresError(
                f"{folder} belongs to {folder.owner()}, not to {self.name}; "
                "move it away, or name another folder in NUANXIN_HOME"
            )
        folder.chmod(0o700)


def account_for(owned: Path) -> Account:
    """Who runs PostgreSQL: oneself, or for root the owner of what exists, else a known account.

    ``owned`` is the folder of the database or, before there is one, the home folder.
    """
    if os.geteuid() != 0:
        me = Account.numbered(os.geteuid())
        if me is None:
            raise PostgresError(
                f"the account number {os.geteuid()} has no entry in /etc/passwd and PostgreSQL "
                "asks for one; run as a listed account, or set DATABASE_URL"
            )
        return me
    owner = owned.stat().st_uid if owned.exists() else 0
    candidates = [Account.numbered(owner)] if owner else []
    candidates += [Account.named(name) for name in UNPRIVILEGED]
    for candidate in candidates:
        if candidate is not None and candidate.uid != 0:
            return candidate
    raise PostgresError(
        "PostgreSQL does not run as root and this machine has none of the accounts "
        f"{', '.join(UNPRIVILEGED)}; run as an ordinary user, or set DATABASE_URL"
    )
