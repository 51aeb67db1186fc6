"""``nuanxin keys``: what seals id numbers and secrets in the database, and sealing anew."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from nuanxin.commands.shared import in_live_city, print_json, progress

app = typer.Typer(help="The keys that seal id numbers and secrets at rest.", no_args_is_help=True)


@app.command("list")
def list_(
    json: Annotated[bool, typer.Option("--json", help="print one JSON object")] = False,
) -> None:
    """The keys, the newest first: since when, and how much each seals.

    Example: nuanxin keys list
    """
    with in_live_city():
        from nuanxin.domains.seals.rotation import seals_by_key
        from nuanxin.domains.seals.sealing import keys

        counts = seals_by_key()
        held = [
            {"key": key.name, "made": key.made, "seals": counts.pop(key.name, 0)}
            for key in keys().keys
        ]
    if json:
        print_json({"keys": held, "missing": counts})
        return
    for one in held:
        typer.echo(f"{one['key']}  made {one['made']}  {one['seals']} seals")
    for name, seals in counts.items():
        typer.echo(f"{name}  MISSING; {seals} seals stay closed")


@app.command("rotate")
def rotate(
    json: Annotated[bool, typer.Option("--json", help="print one JSON object")] = False,
) -> None:
    """Make a new key and seal everything anew; killed, run it again and it goes on.

    The old keys stay in the file, for backups that need them. Example: nuanxin keys rotate
    """
    with in_live_city(), progress() as bar:
        from nuanxin.domains.seals import rotation
        from nuanxin.domains.seals.sealing import keys

        tasks: dict[str, int] = {}

        def told(table: str, done: int, total: int) -> None:
            if table not in tasks:
                tasks[table] = bar.add_task(table)
            bar.update(tasks[table], total=total, completed=done)  # type: ignore[arg-type]

        written = rotation.rotate(told)
        name = keys().newest.name
    if json:
        print_json({"key": name, "rows": written})
    else:
        typer.echo(f"{written} rows are sealed anew by key {name}")
        typer.echo("keep a copy of the key file apart from the backups; it is not in them")


@app.command("add")
def add(
    file: Annotated[Path, typer.Argument(help="the key file of another installation")],
) -> None:
    """Take in the keys of another file, so that what they sealed opens here.

    Example: nuanxin keys add /safe/seal_keys
    """
    with in_live_city():
        from nuanxin.domains.seals.rotation import add as take_in

        news = take_in(file.absolute())
    typer.echo(f"{len(news)} keys added{': ' if news else ''}{', '.join(news)}")


@app.command("drop")
def drop(key: Annotated[str, typer.Argument(help="the key's name, as list tells it")]) -> None:
    """Forget an old key that nothing needs; backups sealed by it stay closed from then on.

    Example: nuanxin keys drop 7383b54b
    """
    with in_live_city():
        from nuanxin.domains.seals.rotation import drop as forget

        forget(key)
    typer.echo(f"key {key} is gone from the file")
