"""``nuanxin evidence``: one person's signed package, and its check without a database."""

from __future__ import annotations

import json as jsons
from pathlib import Path
from typing import Annotated

import typer

from nuanxin.commands.shared import Refused, a_subject, print_json

PACK = "dalian2020"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("evidence")(evidence)


def evidence(
    what: Annotated[str, typer.Argument(help="person:ID, or verify")],
    file: Annotated[Path | None, typer.Argument(help="with verify: the package")] = None,
    out: Annotated[Path | None, typer.Option(help="the package to write (.zip)")] = None,
    pack: Annotated[str, typer.Option(help="the policy pack")] = PACK,
    key: Annotated[
        str, typer.Option(help="with verify: the fingerprint that must have signed it")
    ] = "",
    json: Annotated[bool, typer.Option("--json", help="print one JSON object")] = False,
) -> None:
    """Write what is owed and given to a person, with facts and rules, signed; or verify a file.

    Verifying needs no database; exit 1 when the package is not genuine.
    Example: nuanxin evidence person:P00000001 --out 凭证.zip
    Example: nuanxin evidence verify 凭证.zip
    """
    if what == "verify":
        if file is None:
            raise Refused("verify: name the package to check")
        _verify(file, key, json)
        return
    subject = a_subject(what) or ""
    if not subject.startswith("person:"):
        raise Refused(f"{what}: expected person:ID, as person:P00000001")
    if out is None:
        raise Refused("--out: name the file to write, as --out 凭证.zip")
    _write(subject.partition(":")[2], pack, out, json)


def _write(person: str, pack: str, out: Path, json: bool) -> None:
    from nuanxin.site import server
    from nuanxin.site.postgres import PostgresError

    try:
        with server.prepared() as home:
            from nuanxin.domains.ledger.cover import packed
            from nuanxin.domains.ledger.evidence import NoEvidence
            from nuanxin.domains.ledger.package import verify
            from nuanxin.domains.ledger.selectors import run_of

            run = run_of(pack)
            if run is None:
                raise Refused(f"no evaluation by {pack} stands in the ledger; load one first")
            try:
                package = packed(run, person, home)
            except NoEvidence as error:
                raise Refused(str(error)) from error
    except PostgresError as error:
        raise Refused(str(error)) from error
    part = out.with_name(f".{out.name}.part")
    part.write_bytes(package)
    part.chmod(0o600)
    part.replace(out)
    found = verify(package)
    shown, told = found.fingerprint, jsons.loads(found.files["evidence.json"])
    count = len(told["obligations"])
    if json:
        print_json({"out": str(out), "obligations": count, "fingerprint": shown})
    else:
        typer.echo(f"{out}: {count} obligations of {told['person']['name']}")
        typer.echo(f"signed by the key {shown}")


def _verify(file: Path, key: str, json: bool) -> None:
    from nuanxin.domains.ledger.package import NotGenuine, verify

    try:
        found = verify(file.read_bytes())
        if key and "".join(key.split()).lower() != found.fingerprint.replace(" ", ""):
            raise NotGenuine(f"it was signed by another key: {found.fingerprint}")
        told = jsons.loads(found.files["evidence.json"])
    except (NotGenuine, KeyError, ValueError) as error:
        if json:
            print_json({"file": str(file), "genuine": False, "reason": str(error)})
        else:
            typer.echo(f"NOT GENUINE {file}: {error}")
        raise typer.Exit(1) from error
    if json:
        print_json({"file": str(file), "genuine": True, "fingerprint": found.fingerprint})
        return
    typer.echo(f"genuine: {file}, {told['person']['name']}, as of {told['as_of']}")
    typer.echo(f"signed by the key {found.fingerprint}")
    typer.echo("compare the key with the one that the issuer has published")
