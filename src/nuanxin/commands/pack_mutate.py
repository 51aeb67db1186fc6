"""``nuanxin pack mutate``: do the golden cases, and whole cities, find a slip in the rules?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from nuanxin.commands.shared import Refused, print_json, progress
from nuanxin.engines.mutate import NotSound, mutate, sampled, targets
from nuanxin.engines.score import Score
from nuanxin.packs import load_pack

BECAME = {
    "cases": "killed by cases",
    "cities": "killed by cities",
    "equal": "equal, with a reason",
    "survives": "surviving",
}


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
        cities: Annotated[
            Path | None, typer.Option(help="cities to hold against as well: see make var/cities")
        ] = None,
        log: Annotated[
            Path | None, typer.Option(help="keep verdicts here, and go on from those it has")
        ] = None,
        jobs: Annotated[int, typer.Option(help="processes at once")] = 1,
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
        if jobs < 1:
            raise Refused(f"--jobs {jobs}: expected at least 1")
        try:
            with progress() as bar:
                task = bar.add_task("finding the slips", total=1.0)
                score = mutate(
                    pack,
                    sampled(targets(pack, asked, only), sample),
                    lambda what, share: bar.update(task, description=what, completed=share),
                    cities=cities,
                    log=log,
                    jobs=jobs,
                )
        except (NotSound, ValueError) as error:
            raise Refused(str(error)) from error
        whole = not (asked or only or sample or score.stopped)
        if json:
            print_json(_as_json(pack.id, score))
        else:
            typer.echo("\n".join(_lines(score, whole=whole)))
        raise typer.Exit(1 if score.unexplained or score.stopped else 0)


def _lines(score: Score, *, whole: bool) -> Iterator[str]:
    for part, counts in score.by_part().items():
        told = ", ".join(f"{counts[key]} {said}" for key, said in BECAME.items() if counts[key])
        yield f"{part}: {counts.total()} mutants: {told}"
    for mutant, accepted in score.explained:
        yield f"equal: {mutant.name} ({accepted.reason.en})"
    for mutant in score.unexplained:
        yield f"survives: {mutant.name}"
    for entry in score.unused if whole else ():
        yield f"no longer needed: {entry.text} {entry.place} {entry.was}"
    counts = score.counts
    yield f"{len(score.judged)} mutants: " + ", ".join(
        f"{counts[key]} {said}" for key, said in BECAME.items()
    )
    yield f"killed of those that are not equal: {score.share:.1%}"
    if score.stopped:
        yield f"stopped after {len(score.judged)} of {score.mutants}"


def _as_json(pack: str, score: Score) -> dict[str, object]:
    return {
        "pack": pack,
        "mutants": score.mutants,
        "tried": len(score.judged),
        **{key: score.counts[key] for key in BECAME},
        "share": round(score.share, 4),
        "stopped": score.stopped,
        "parts": {part: dict(counts) for part, counts in score.by_part().items()},
        "equal_because": [
            {"mutant": mutant.name, "reason": vars(accepted.reason)}
            for mutant, accepted in score.explained
        ],
        "surviving": [mutant.name for mutant in score.unexplained],
    }
