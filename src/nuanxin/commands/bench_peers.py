"""``nuanxin bench peers``: M09-1 as compiled, by hand, and by OpenFisca-core, in one run."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from nuanxin.city import CityPlan, build_city
from nuanxin.commands.shared import Refused, a_date, measured, print_json, progress
from nuanxin.engines.peers import WAYS, Unequal, equal

NAMES = {
    "scan": "bare scan of the used columns",
    "compiled": "compiled: facts to obligations",
    "by_hand": "SQL by hand of the same plan",
    "plain": "compiled, plain rows",
    "openfisca": "OpenFisca-core, plain rows",
    "what_if": "what-if over tiles, plain rows",
    "openfisca_what_if": "OpenFisca-core, what-if",
}
"""What each way is called in the table."""

ON_PLAIN = ("plain", "what_if", "openfisca")
"""The ways that judge plain facts."""

RATIOS = {
    "compiled_to_scan": ("compiled", "scan"),
    "compiled_to_by_hand": ("compiled", "by_hand"),
    "openfisca_to_plain": ("openfisca", "plain"),
    "openfisca_to_what_if": ("openfisca", "what_if"),
    "openfisca_what_if_to_what_if": ("openfisca_what_if", "what_if"),
}
"""Which way's seconds of computing are divided by which, within each round."""

Way = dict[str, float]
Round = dict[str, Way]
Figures = dict[str, Any]


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
        """Compute the subsidy (M09-1) in every way over the same facts; rows must be equal.

        Needs a checkout with make peers done. Example: nuanxin bench peers --people 100000
        """
        if runs < 1:
            raise Refused(f"--runs {runs}: expected at least 1")
        require_peers(benchmarks)
        day = a_date(as_of)
        with tempfile.TemporaryDirectory(prefix="nuanxin-bench-") as folder:
            place = facts or Path(folder) / "facts"
            with progress() as bar:
                task = bar.add_task("building the city", total=None)
                if facts is None:
                    build_city(CityPlan(people), place, "parquet")
                figures = measure_peers(
                    place, day, runs, benchmarks, lambda what: bar.update(task, description=what)
                )
        if json:
            print_json(figures)
        else:
            show(figures)


def require_peers(benchmarks: Path) -> None:
    """Refused when OpenFisca-core is not there."""
    if not (benchmarks / "openfisca" / ".venv" / "bin" / "python").exists():
        raise Refused(f"--benchmarks {benchmarks}: OpenFisca-core is not there: make peers")


def measure_peers(
    facts: Path, as_of: date, runs: int, benchmarks: Path, notice: Callable[[str], None]
) -> Figures:
    """Go every way so many times over a folder of facts; medians. Refused when rows differ."""
    day = as_of.isoformat()
    with tempfile.TemporaryDirectory(prefix="nuanxin-peers-") as folder:
        out, plain = Path(folder) / "all", Path(folder) / "plain"
        out.mkdir()
        plain.mkdir()
        notice("choosing plain rows")
        _go("choose", facts, day, benchmarks, plain)
        rounds: list[Round] = []
        for number in range(runs):
            found: Round = {}
            for way in WAYS:
                notice(f"round {number + 1}: {NAMES[way]}")
                on_plain = way in ON_PLAIN
                given, into = (plain, plain) if on_plain else (facts, out)
                found |= _go(way, given, day, benchmarks, into)
            try:
                amounts = equal(out, plain)
            except Unequal as error:
                raise Refused(f"{facts}: the ways differ: {error}") from None
            rounds.append(found)
    return {"amounts": amounts, **summarise(rounds)}


def _go(way: str, facts: Path, day: str, benchmarks: Path, out: Path) -> Round:
    return measured("nuanxin.engines.peers", facts, way, day, str(benchmarks), str(out))


def summarise(rounds: list[Round]) -> Figures:
    """Medians of the rounds: seconds of computing and by the clock of each way, memory in MB.

    Ratios are of seconds of computing, taken within each round before their median is.
    """
    ways = {
        way: {kind: round(statistics.median(r[way][kind] for r in rounds), 3) for kind in figures}
        for way, figures in rounds[0].items()
    }
    ratios = {
        name: round(statistics.median(r[one]["cpu"] / r[other]["cpu"] for r in rounds), 3)
        for name, (one, other) in RATIOS.items()
    }
    return {**ways, **ratios}


def show(figures: Figures) -> None:
    """Print the table of the ways."""
    typer.echo(
        f"M09-1 in every way: {figures['amounts']:,} amounts of plain rows, rows equal in every"
        " way; medians, seconds of computing | by the clock"
    )
    scan = figures["scan"]
    for way, name in NAMES.items():
        taken = figures[way]
        typer.echo(
            f"  {name:<31}{taken['cpu']:8.2f} s  {taken['cpu'] / scan['cpu']:6.1f} x |"
            f"{taken['wall']:8.2f} s  peak memory {taken['peak_mb']:6.0f} MB"
        )
    for name in RATIOS:
        one, other = RATIOS[name]
        typer.echo(f"  {one} / {other}: {figures[name]:.2f}")
