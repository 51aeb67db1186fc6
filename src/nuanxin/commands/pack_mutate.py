"""``nuanxin pack mutate``: do the golden cases find a slip in the rules?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from nuanxin.commands.shared import Refused, print_json, progress
from nuanxin.engines.mutate import NotSound, Score, mutate, sampled, targets
from nuanxin.packs import load_pack


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("mutate")
    def mutate_command(
        name: Annotated[str, typer.Argument(help="the pack: a name or folder")] = "dalian2020",
        provision: Annotated[
            list[str] | None, typer.Option(help="only what these provisions stand on, as M11-5")
        ] = None,
        only: Annotated[
            str, typer.Option(help="only texts of this beginning: rules, stages, parameters")
        ] = "",
        sample: Annotated[
            int | None, typer.Option(help="try only so many, drawn at random")
        ] = None,
        json: Annotated[bool, typer.Option("--json", help="print one JSON object")] = False,
    ) -> None:
        """Make one slip after the other in rules and parameters; do the golden cases find it?

        Ctrl-C stops it and prints what is known so far. Exit 1 when a slip survives for which
        equivalent.yaml gives no reason. Example: nuanxin pack mutate dalian2020 --sample 100
        """
        pack, asked = load_pack(name), set(provision or ())
        computed = {rule.provision for rule in pack.rules}
        for unknown in sorted(asked - computed):
            raise Refused(f"--provision {unknown}: {pack.id} computes no such provision, as M11-5")
        if sample is not None and sample < 1:
            raise Refused(f"--sample {sample}: expected at least 1")
        found = [t for t in targets(pack, asked) if t.mutant.text.startswith(only)]
        try:
            with progress() as bar:
                task = bar.add_task("golden cases", total=1.0)
                score = mutate(
                    pack,
                    sampled(found, sample),
                    lambda what, share: bar.update(task, description=what, completed=share),
                )
        except NotSound as error:
            raise Refused(str(error)) from error
        whole = not (asked or only or sample or score.stopped)
        if json:
            print_json(_as_json(pack.id, score))
        else:
            typer.echo("\n".join(_lines(score, whole=whole)))
        raise typer.Exit(1 if score.unexplained or score.stopped else 0)


def _lines(score: Score, *, whole: bool) -> Iterator[str]:
    tried, killed = sum(score.tried.values()), sum(score.killed.values())
    for kind in sorted(score.tried):
        yield f"{kind}: {score.killed[kind]} of {score.tried[kind]}"
    for mutant, accepted in score.explained:
        yield f"the same: {mutant.name} ({accepted.reason.en})"
    for mutant in score.unexplained:
        yield f"survives: {mutant.name}"
    for entry in score.unused if whole else ():
        yield f"no longer needed: {entry.text} {entry.place} {entry.was}"
    yield (
        f"{killed} of {tried} killed, {len(score.explained)} known to say the same,"
        f" {len(score.unexplained)} unexplained: {score.share:.1%}"
    )
    if score.stopped:
        yield f"stopped after {tried} of {score.mutants}"


def _as_json(pack: str, score: Score) -> dict[str, object]:
    return {
        "pack": pack,
        "mutants": score.mutants,
        "tried": sum(score.tried.values()),
        "killed": sum(score.killed.values()),
        "share": round(score.share, 4),
        "stopped": score.stopped,
        "kinds": {
            kind: {"tried": score.tried[kind], "killed": score.killed[kind]}
            for kind in sorted(score.tried)
        },
        "explained": [
            {"mutant": mutant.name, "reason": vars(accepted.reason)}
            for mutant, accepted in score.explained
        ],
        "unexplained": [mutant.name for mutant in score.unexplained],
    }
