"""``nuanxin doctor``: what is wrong here, and the mend."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from nuanxin.commands.shared import print_json

LEAST_FREE = 2 * 1024**3
OLDEST_KEY = 400
"""Days after which the newest key should be followed by another."""
PATIENCE = "10 minutes"
"""How long a job may wait before something is wrong."""


@dataclass(frozen=True)
class Finding:
    """One thing looked at: whether it is well, what was found, and what to do if it is not."""

    what: str
    well: bool
    found: str
    mend: str = ""


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("doctor")
    def doctor(
        json: Annotated[bool, typer.Option("--json", help="print one JSON object")] = False,
    ) -> None:
        """Look whether everything that Nuanxin needs is here; exit 1 when something is not.

        Example: nuanxin doctor
        """
        findings = list(examine())
        if json:
            print_json({"findings": [vars(finding) for finding in findings]})
        else:
            for finding in findings:
                typer.echo(f"{'ok  ' if finding.well else 'WRONG'} {finding.what}: {finding.found}")
                if not finding.well:
                    typer.echo(f"      → {finding.mend}")
        raise typer.Exit(0 if all(finding.well for finding in findings) else 1)


def examine() -> Iterator[Finding]:
    """Look at everything, each thing once."""
    for look in (_python, _engine, _pack, _database, _keys, _ledger, _queue, _disk):
        yield _seen(look)


def _seen(look: Callable[[], Finding]) -> Finding:
    try:
        return look()
    except Exception as error:
        what = look.__name__.lstrip("_")
        return Finding(what, False, f"{type(error).__name__}: {error}", "run make setup again")


def _python() -> Finding:
    version = ".".join(str(part) for part in sys.version_info[:3])
    return Finding("python", sys.version_info >= (3, 11), version, "install Python 3.11 or newer")


def _engine() -> Finding:
    from nuanxin.engines.duckdb import DuckDB

    ((version,),) = DuckDB(threads=1).fetch("SELECT version()")
    return Finding("engine", True, f"DuckDB {version}")


def _pack() -> Finding:
    from nuanxin.packs import NAMES, load_pack

    packs = [load_pack(name) for name in NAMES]
    told = ", ".join(
        f"{pack.id} ({len(pack.text.obligations)} obligations,"
        f" {len({rule.provision for rule in pack.rules})} computed)"
        for pack in packs
    )
    return Finding("packs", bool(packs), told or "none", "run make setup again")


def _database() -> Finding:
    from nuanxin.site import postgres
    from nuanxin.site.home import home

    if url := os.environ.get("DATABASE_URL"):
        return _server(url)
    status = postgres.status(home())
    return Finding("database", True, f"embedded PostgreSQL in {home()}: {status.state}")


def _server(url: str) -> Finding:
    import psycopg

    try:
        with psycopg.connect(url, connect_timeout=5) as connection:
            version = connection.info.server_version
    except psycopg.Error as error:
        said = " ".join(str(error).split())
        return Finding("database", False, said, "start that server or correct DATABASE_URL")
    return Finding("database", True, f"DATABASE_URL, server {version}")


def _keys() -> Finding:
    """Whether what is sealed can be opened, by keys that nobody else reads and that are not old."""
    from nuanxin.domains.seals.keyring import ring
    from nuanxin.domains.seals.places import rows_by_key
    from nuanxin.site.home import home
    from nuanxin.site.keys import seal_keys

    path = seal_keys(home())
    held = ring(path)
    needed = {str(name): seals for name, seals in _asked(rows_by_key()) or ()}
    age = (date.today() - date.fromisoformat(held.newest.made)).days
    told = f"{len(held.keys)} keys, the newest of {held.newest.made}"
    if missing := sorted(set(needed) - set(held.by_name)):
        mend = "nuanxin keys add FILE, with the key file of the installation that sealed them"
        return Finding("keys", False, f"{told}; missing: {', '.join(missing)}", mend)
    if path.stat().st_mode & 0o077:
        return Finding("keys", False, f"{path} can be read by others", f"chmod 600 {path}")
    late = not held.newest.complete or set(needed) - {held.newest.name}
    if late or age > OLDEST_KEY:
        why = "sealing anew was broken off" if late else f"that is {age} days ago"
        return Finding("keys", False, f"{told}; {why}", "nuanxin keys rotate")
    return Finding("keys", True, told)


def _ledger() -> Finding:
    """Whether the ledgers stand on the live city, so that they follow it."""
    rows = _asked("select pack, source from ledger_run order by pack")
    if rows is None:
        return Finding("ledger", True, "not looked at: no database is running with its tables")
    elsewhere = [str(pack) for pack, source in rows if source != "live"]
    told = f"{len(rows)} ledgers, {len(rows) - len(elsewhere)} of the live city"
    mend = f"{', '.join(elsewhere)} do not follow the live city; load them from it"
    return Finding("ledger", not elsewhere, told, mend)


def _queue() -> Finding:
    """Whether jobs are done: none failed for good, none waits beyond patience."""
    rows = _asked(
        "select count(*) filter (where status = 'failed'), count(*) filter (where status = 'todo'"
        f" and coalesce(scheduled_at, '-infinity') < now() - interval '{PATIENCE}'"
        " and exists (select from procrastinate_events as e where e.job_id = j.id"
        f" and e.at < now() - interval '{PATIENCE}')) from procrastinate_jobs as j"
    )
    if rows is None:
        return Finding("queue", True, "not looked at: no database is running with its tables")
    ((failed, late),) = rows
    told = f"{failed} jobs failed, {late} wait for more than {PATIENCE}"
    return Finding("queue", not (failed or late), told, "run nuanxin worker, and read what it says")


def _asked(query: str) -> list[tuple[object, ...]] | None:
    """The rows of a query; None where no server runs, or the tables are not there yet."""
    import psycopg

    from nuanxin.site import postgres
    from nuanxin.site.home import home

    try:
        with psycopg.connect(postgres.dsn(home()).url, connect_timeout=5) as connection:
            return connection.execute(query.encode()).fetchall()
    except (
        psycopg.OperationalError,
        psycopg.errors.UndefinedTable,
        psycopg.errors.UndefinedColumn,
    ):
        return None


def _disk() -> Finding:
    free = shutil.disk_usage(Path(tempfile.gettempdir())).free
    return Finding(
        "disk", free >= LEAST_FREE, f"{free / 1024**3:.1f} GiB free", "make room: 2 GiB are needed"
    )
