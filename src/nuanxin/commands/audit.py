"""``nuanxin audit verify``: is the log of who read whose record whole?"""

from __future__ import annotations

from typing import Annotated

import typer

from nuanxin.commands.shared import in_live_city, print_json

WHAT = {
    "missing": "entry {n} is missing",
    "altered": "entry {n} was altered, or one before it",
    "missing at the end": "entry {n} and perhaps others after it are missing",
}


app = typer.Typer(help="The log of who read whose record.", no_args_is_help=True)


@app.callback()
def audit() -> None:
    """The log of who read whose record."""


@app.command("verify")
def verify(
    json: Annotated[bool, typer.Option("--json", help="print one JSON object")] = False,
) -> None:
    """Compute every hash of the log anew; exit 1 when an entry is missing or altered.

    Example: nuanxin audit verify
    """
    with in_live_city():
        from nuanxin.domains.reads.selectors import breaks, count

        entries, found = count(), list(breaks())
    if json:
        print_json({"entries": entries, "breaks": [vars(one) for one in found]})
    for one in () if json else found:
        typer.echo(f"lane {one.lane}: {WHAT[one.what].format(n=one.number)}", err=True)
    if not json and not found:
        typer.echo(f"{entries:,} entries, each hangs on the one before it")
    if found:
        raise typer.Exit(1)
