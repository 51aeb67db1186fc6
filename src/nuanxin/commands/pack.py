"""``nuanxin pack``: the policy drafter's tools."""

from __future__ import annotations

from typing import Annotated

import typer

from nuanxin.commands import pack_gaps, pack_mutate, pack_parameters, pack_reference
from nuanxin.commands.shared import print_json, progress
from nuanxin.engines.check import check_pack
from nuanxin.packs import load_pack
from nuanxin.policy.compiler import ENGINES, write_texts

app = typer.Typer(
    help="Check, compile and change packs; gaps, mutants, reference.", no_args_is_help=True
)
for module in (pack_gaps, pack_mutate, pack_reference):
    module.register(app)
app.add_typer(pack_parameters.app, name="parameters")
_Name = Annotated[str, typer.Argument(help="the pack: a name or folder")]


@app.command("check")
def check(
    name: _Name = "dalian2020",
    json: Annotated[bool, typer.Option("--json", help="print one JSON object")] = False,
) -> None:
    """Check schema, citations, words, compiled texts and golden cases of a pack.

    Exit 1 when something is wrong. Example: nuanxin pack check dalian2020
    """
    with progress() as bar:
        task = bar.add_task("checking", total=1.0)
        found = check_pack(
            load_pack(name), lambda what, share: bar.update(task, description=what, completed=share)
        )
    if json:
        print_json({"pack": name, "checked": found.checked, "faults": found.faults})
    else:
        for what, count in found.checked.items():
            typer.echo(f"{what}: {count}")
        for fault in found.faults:
            typer.echo(f"wrong: {fault}")
    raise typer.Exit(1 if found.faults else 0)


@app.command("compile")
def compile_rules(name: _Name = "dalian2020") -> None:
    """Compile stages and rules anew into the pack's golden texts.

    Example: nuanxin pack compile dalian2020
    """
    pack = load_pack(name)
    changed = [file for engine in ENGINES for file in write_texts(pack, engine)]
    for file in changed:
        typer.echo(f"changed: {file.relative_to(pack.folder / 'sql')}")
    typer.echo(f"{len(changed)} texts changed")
