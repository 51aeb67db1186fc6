"""``nuanxin backup`` and ``restore``: everything in one file, and back, verified equal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nuanxin.commands.shared import Refused, print_json

if TYPE_CHECKING:
    from nuanxin.site.backup import Manifest


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("backup")(backup)
    app.command("restore")(restore)


def backup(
    file: Annotated[Path, typer.Argument(help="the file to write; not there yet")],
    json: Annotated[bool, typer.Option("--json", help="print one JSON object")] = False,
) -> None:
    """Write all that the database holds at one moment into one file.

    Keys are not in it. Example: nuanxin backup 2020-04-20.nuanxin
    """
    if file.exists():
        raise Refused(f"{file}: exists already; name a new file")
    if not file.absolute().parent.is_dir():
        raise Refused(f"{file.absolute().parent}: is no folder; make it first")
    with _prepared() as home:
        from nuanxin.site import postgres
        from nuanxin.site.backup import back_up

        made = back_up(postgres.dsn(home), file)
    _tell("saved", file, made, json)


def restore(
    file: Annotated[Path, typer.Argument(help="a file that backup wrote")],
    force: Annotated[
        bool, typer.Option("--force", help="replace a database that is not empty")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="print one JSON object")] = False,
) -> None:
    """Put a backup in the place of the database, once it is found equal table by table.

    If anything is wrong the database stays as it was. Example: nuanxin restore 2020-04-20.nuanxin
    """
    if not file.is_file():
        raise Refused(f"{file}: does not exist; name a file that backup wrote")
    with _prepared() as home:
        from django.core.management import call_command
        from django.db import connection
        from django.db.migrations.loader import MigrationLoader

        from nuanxin.site import postgres
        from nuanxin.site.backup import restore as put_back

        known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
        connection.close()
        connection.close_pool()  # type: ignore[attr-defined]
        made = put_back(postgres.dsn(home), file, force=force, known=known)
        call_command("migrate", verbosity=0, interactive=False)
        from nuanxin.domains.seals.rotation import missing

        lacking = missing()
    _tell("restored and verified equal", file, made, json, lacking)


@contextmanager
def _prepared() -> Iterator[Path]:
    """The database running; what goes wrong becomes one line."""
    from nuanxin.site import server
    from nuanxin.site.postgres import PostgresError

    try:
        with server.prepared() as home:
            from nuanxin.site.backup import BackupError

            try:
                yield home
            except BackupError as error:
                raise Refused(str(error)) from error
    except PostgresError as error:
        raise Refused(str(error)) from error


def _tell(did: str, file: Path, made: Manifest, json: bool, lacking: Sequence[str] = ()) -> None:
    if json:
        tables = {name: vars(held) for name, held in made.tables.items()}
        told = {"file": str(file), "done": did, "missing_keys": list(lacking)}
        print_json({**told, **vars(made), "tables": tables})
        return
    typer.echo(f"{did}: {made.rows} rows in {len(made.tables)} tables, of {made.made_at} ({file})")
    typer.echo(made.keys)
    if lacking:
        typer.echo(f"not among the keys of this home: {', '.join(lacking)}; nuanxin keys add FILE")
