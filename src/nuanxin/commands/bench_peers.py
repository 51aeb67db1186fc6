"""``nuanxin bench peers``: M09-1 as compiled, by hand, and by OpenFisca-core, in one run."""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path
from typing import Annotated, Any

import typer

from nuanxin.city import CityPlan, build_city
from nuanxin.commands.shared import Refused, a_date, measured, print_json, progress
from nuanxin.engines.peers import plain_facts

WAYS = {
    "scan": "bare scan of the used columns",
    "ours": "compiled: facts to obligations",
    "by_hand": "SQL by hand, plain rows only",
    "openfisca": "OpenFisca-core, from shifts",
    "what_if": "what-if over built tiles",
    "openfisca_what_if": "OpenFisca-core, what-if",
}


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("peers")
    def peers(
        people: Annotated[int, typer.Option(help="people of the synthetic city")] = 100_000,
        facts: Annotated[
            Path | None, typer.Option(help="a folder of Parquet facts instead")
        ] = None,
        as_of: Annotated[str, typer.Option(help="the day at whose end the world is seen")] = (
            "2020-08-29"
        ),
        runs: Annotated[int, typer.Option(help="rounds; medians are printed")] = 5,
        benchmarks: Annotated[Path, typer.Option(help="the folder of the peers")] = (
            Path("benchmarks")
        ),
        json: Annotated[bool, typer.Option("--json", help="print one JSON object")] = False,
    ) -> None:
        """Compute the subsidy (M09-1) in four ways over the same shifts; amounts must be equal.

        Needs a checkout with make peers done. Example: nuanxin bench peers --people 100000
        """
        if runs < 1:
            raise Refused(f"--runs {runs}: expected at least 1")
        if not (benchmarks / "openfisca" / ".venv" / "bin" / "python").exists():
            raise Refused(f"--benchmarks {benchmarks}: OpenFisca-core is not there: make peers")
        day = a_date(as_of)
        with tempfile.TemporaryDirectory(prefix="nuanxin-bench-") as folder:
            place, plain = facts or Path(folder) / "facts", Path(folder) / "plain"
            plain.mkdir()
            with progress() as bar:
                task = bar.add_task("building the city", total=runs + 2.0)
                if facts is None:
                    build_city(CityPlan(people), place, "parquet")
                bar.update(task, description="choosing plain rows", completed=1.0)
                plain_facts(place, day, plain)
                rounds = []
                for number in range(runs):
                    bar.update(task, description=f"round {number + 1}", completed=number + 2.0)
                    rounds.append(_round(plain, day.isoformat(), benchmarks))
        figures = summarise(rounds)
        if json:
            print_json(figures)
        else:
            _show(figures)


def _round(facts: Path, as_of: str, benchmarks: Path) -> dict[str, Any]:
    return measured("nuanxin.engines.peers", facts, as_of, str(benchmarks))


def summarise(rounds: list[dict[str, Any]]) -> dict[str, Any]:
    """Medians of the rounds: seconds of computing and by the clock of each way, memory in MB."""
    flat = [_flat(one) for one in rounds]
    ways = {
        way: {
            kind: round(statistics.median(f[way][kind] for f in flat), 3) for kind in flat[0][way]
        }
        for way in WAYS
    }
    peaks = {
        "peak_mb": round(statistics.median(one["peak_mb"] for one in rounds)),
        "openfisca_peak_mb": round(statistics.median(o["openfisca"]["peak_mb"] for o in rounds)),
    }
    sizes = {name: rounds[0][name] for name in ("people", "shifts", "amounts")}
    return {**sizes, **ways, **peaks}


def _flat(one: dict[str, Any]) -> dict[str, dict[str, float]]:
    theirs = one["openfisca"]
    return {**one, "openfisca": theirs["whole"], "openfisca_what_if": theirs["what_if"]}


def _show(figures: dict[str, Any]) -> None:
    typer.echo(
        f"{figures['people']:,} people, {figures['shifts']:,} plain attendance rows,"
        f" {figures['amounts']:,} amounts, equal in every way; medians"
    )
    scan = figures["scan"]
    for way, name in WAYS.items():
        taken = figures[way]
        typer.echo(
            f"  {name:<32}{taken['cpu']:8.2f} s of computing {taken['cpu'] / scan['cpu']:6.1f} x"
            f"  {taken['wall']:8.2f} s"
        )
    typer.echo(
        f"  peak memory: {figures['peak_mb']} MB (facts, all SQL ways);"
        f" OpenFisca-core {figures['openfisca_peak_mb']} MB"
    )
