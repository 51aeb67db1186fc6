"""One file with all that the database holds at one moment, and the way back, verified equal.

The file is a ZIP of ``dump`` (pg_dump's own format) and ``manifest.json``: when, by which version
and migrations, rows and digest of each table, SHA-256 of the dump. A restore goes into a database
of its own, is compared there table by table, and only then takes the place of the old one.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psycopg
from psycopg import sql

from nuanxin import __version__
from nuanxin.site.digests import Held, differences, held_by
from nuanxin.site.postgres.dsn import Dsn
from nuanxin.site.postgres.program import clients

FORM = 1
KEYS = (
    "The keys of this installation (secret_key and seal_keys in its home folder) are not in this"
    " file; keep a copy of them apart from it. Id numbers and second factors stay closed without"
    " seal_keys: after a restore elsewhere, nuanxin keys add FILE takes them in."
)
CHUNK = 1 << 20


class BackupError(RuntimeError):
    """A backup that cannot be made or restored; the message says which file and what to do."""


@dataclass(frozen=True)
class Manifest:
    """What a backup says about itself."""

    form: int
    made_at: str
    nuanxin: str
    server: int
    migrations: list[str]
    tables: dict[str, Held]
    sha256: str
    keys: str = KEYS

    @property
    def rows(self) -> int:
        """Rows of all tables."""
        return sum(held.rows for held in self.tables.values())


def back_up(dsn: Dsn, file: Path) -> Manifest:
    """Write a backup of the database as it is at one moment; the file appears when it is whole."""
    with TemporaryDirectory(prefix="nuanxin-", dir=file.absolute().parent) as place:
        dump = Path(place) / "dump"
        with psycopg.connect(dsn.url) as connection:
            connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
            snapshot = _one(connection, "select pg_export_snapshot()")
            _run(
                dsn,
                "pg_dump",
                "-Fc",
                "--no-owner",
                "--no-comments",
                f"--snapshot={snapshot}",
                f"--file={dump}",
            )
            manifest = Manifest(
                FORM,
                datetime.now(UTC).isoformat(timespec="seconds"),
                __version__,
                connection.info.server_version,
                _migrations(connection),
                held_by(connection),
                _sha256(dump),
            )
        part = Path(place) / "part"
        with zipfile.ZipFile(part, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr("manifest.json", json.dumps(asdict(manifest), indent=1))
            archive.write(dump, "dump")
        part.chmod(0o600)
        part.replace(file)
    return manifest


def restore(dsn: Dsn, file: Path, *, force: bool, known: set[str]) -> Manifest:
    """Put a backup in the place of the database, once it is found to be equal to what was saved.

    ``known`` are the migrations of this version: a backup by a later one is refused. A database
    that holds something is replaced only with ``force``. Raises BackupError; then the database is
    as it was.
    """
    with _opened(file) as (manifest, dump):
        if strange := sorted(set(manifest.migrations) - known):
            raise BackupError(
                f"{file} was made by a later version (nuanxin {manifest.nuanxin}, {strange[0]});"
                " install that one first"
            )
        if not force and (held := _what_is_there(dsn)):
            raise BackupError(f"the database is not empty ({held}); --force replaces it")
        beside = replace(dsn, dbname=f"{dsn.dbname}_restored")
        with _new(dsn, beside.dbname):
            _run(beside, "pg_restore", "--no-owner", "-e", "-1", str(dump), into=True)
            with psycopg.connect(beside.url) as connection:
                found = held_by(connection)
            if told := differences(manifest.tables, found):
                raise BackupError(f"{file}: what was restored is not equal: {'; '.join(told[:3])}")
            _take_the_place(dsn, beside.dbname)
    return manifest


@contextmanager
def _opened(file: Path) -> Iterator[tuple[Manifest, Path]]:
    """The manifest of a backup and its dump, unpacked and found undamaged."""
    try:
        with (
            zipfile.ZipFile(file) as archive,
            TemporaryDirectory(prefix="nuanxin-") as place,
        ):
            manifest = _manifest(archive.read("manifest.json"))
            dump = Path(archive.extract("dump", place))
            if _sha256(dump) != manifest.sha256:
                raise BackupError(f"{file} is damaged: the dump is not the one that was written")
            yield manifest, dump
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError) as error:
        raise BackupError(
            f"{file} is damaged or no backup ({error}); take another copy of it"
        ) from error


def _manifest(written: bytes) -> Manifest:
    told: dict[str, Any] = json.loads(written)
    if told.get("form") != FORM:
        raise BackupError(f"a backup of form {told.get('form')}, this version reads {FORM}")
    tables = {name: Held(**held) for name, held in told.pop("tables").items()}
    return Manifest(**told, tables=tables)


def _what_is_there(dsn: Dsn) -> str:
    """What people put into a database that must not be lost, in words; empty when nothing."""
    with psycopg.connect(dsn.url) as connection:
        for table, words in (
            ("live_people", "people"),
            ("access_account", "accounts"),
            ("ledger_run", "evaluations"),
        ):
            there = _one(connection, f"select to_regclass('public.{table}') is not null")
            if there and (count := _one(connection, f"select count(*) from {table}")):
                return f"{count} {words}"
    return ""


@contextmanager
def _new(dsn: Dsn, name: str) -> Iterator[None]:
    """A new database beside, gone at the end unless it has another name by then."""
    drop = sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name))
    _elsewhere(dsn, drop, sql.SQL("create database {}").format(sql.Identifier(name)))
    try:
        yield
    finally:
        _elsewhere(dsn, drop)


def _take_the_place(dsn: Dsn, restored: str) -> None:
    old = sql.Identifier(f"{dsn.dbname}_old")
    now, new = sql.Identifier(dsn.dbname), sql.Identifier(restored)
    ended = sql.SQL("select pg_terminate_backend(pid) from pg_stat_activity where datname = {}")
    _elsewhere(
        dsn,
        sql.SQL("drop database if exists {} with (force)").format(old),
        ended.format(sql.Literal(dsn.dbname)),
        sql.SQL("alter database {} rename to {}").format(now, old),
        sql.SQL("alter database {} rename to {}").format(new, now),
        sql.SQL("drop database {} with (force)").format(old),
    )


def _elsewhere(dsn: Dsn, *statements: sql.Composed) -> None:
    """Run statements outside the database they are about."""
    with psycopg.connect(replace(dsn, dbname="postgres").url, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)


def _run(dsn: Dsn, program: str, *arguments: str, into: bool = False) -> None:
    address = replace(dsn, password="").url  # a command line is for all to read
    target = ["-d", address] if into else [address]
    secret = {"PGPASSWORD": dsn.password} if dsn.password else {}
    done = subprocess.run(
        [clients() / program, *target, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LC_ALL": "C", **secret},
    )
    if done.returncode:
        raise BackupError(f"{program}: {' '.join(done.stderr.split())[:400]}")


def _one(connection: psycopg.Connection, query: str) -> Any:
    row = connection.execute(query.encode()).fetchone()
    assert row is not None
    return row[0]


def _migrations(connection: psycopg.Connection) -> list[str]:
    rows = connection.execute("select app || '.' || name from django_migrations order by 1")
    return [name for (name,) in rows]


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
