"""``nuanxin certificate``: what a planner proves, checked without it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from nuanxin.commands.shared import print_json
from nuanxin.planning.roster.certificate import proven, read_certificate

app = typer.Typer(help="Check certificates without the solver.", no_args_is_help=True)


@app.callback()
def _certificate() -> None: ...


@app.command("check")
def check(
    file: Annotated[Path, typer.Argument(help="a certificate")],
    json: Annotated[bool, typer.Option("--json", help="print one JSON object")] = False,
) -> None:
    """Compute anew what a certificate proves. Exit 1 when that is less than it claims.

    Example: nuanxin certificate check certificate.json
    """
    certificate = read_certificate(file)
    bound = proven(certificate)
    holds = bound >= certificate.bound
    if json:
        print_json({"holds": holds, "claimed": certificate.bound, "proven": bound})
    else:
        typer.echo("holds" if holds else "does not hold")
        typer.echo(f"no roster costs less than {bound}; claimed {certificate.bound}")
    raise typer.Exit(0 if holds else 1)
