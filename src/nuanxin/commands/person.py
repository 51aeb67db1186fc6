"""``nuanxin person``: all data of one person handed out, or erased by two people's word."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from nuanxin.commands.shared import Refused, a_subject, in_live_city, print_json

app = typer.Typer(help="Hand out or erase all that is held of one person.", no_args_is_help=True)
Who = Annotated[str, typer.Argument(help="person:ID")]
Json = Annotated[bool, typer.Option("--json", help="print one JSON object")]


@app.command("export")
def export(
    what: Who,
    out: Annotated[Path, typer.Option(help="the file to write (.zip)")],
    json: Json = False,
) -> None:
    """Write all that is held of a person: data.json, data.html, signed.

    Example: nuanxin person export person:P00000001 --out 数据.zip
    """
    number = _number(what)
    with in_live_city() as home:
        from nuanxin.domains.erasure.export import packed

        package = packed(number, home)
    out.touch(mode=0o600)
    out.write_bytes(package)
    if json:
        print_json({"out": str(out), "bytes": len(package)})
    else:
        typer.echo(f"{out}: all that is held of {number}, signed")


@app.command("erase")
def erase(
    what: Who,
    who: Annotated[str, typer.Option(help="who asks")],
    approved_by: Annotated[str, typer.Option(help="who approves: somebody else")],
    why: Annotated[str, typer.Option(help="why")],
    yes: Annotated[bool, typer.Option("--yes", help="it cannot be undone: do it")] = False,
    json: Json = False,
) -> None:
    """Erase a person; what law keeps stays under a pseudonym, and no sum of money changes.

    Example: nuanxin person erase person:P1 --who 周科长 --approved-by 李处长 --why 离职 --yes
    """
    number = _number(what)
    if not yes:
        raise Refused("erasing cannot be undone: say --yes, after nuanxin person export")
    with in_live_city():
        from nuanxin.domains.actor import Actor
        from nuanxin.domains.erasure.services import ask, decide

        asked = ask(number, Actor(who.strip(), "command"), why)
        done = decide(asked.pk, Actor(approved_by.strip(), "command"), approved=True, answer=why)
    told = {"pseudonym": done.person_id, **done.counts}
    if json:
        print_json(told)
        return
    erased, kept = (sum(done.counts[name].values()) for name in ("erased", "kept"))
    typer.echo(f"{number} is erased: {erased} rows gone, {kept} kept under {done.person_id}")


def _number(what: str) -> str:
    subject = a_subject(what) or ""
    if not subject.startswith("person:"):
        raise Refused(f"{what}: expected person:ID, as person:P00000001")
    return subject.partition(":")[2]
