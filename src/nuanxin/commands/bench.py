"""``nuanxin bench``: figures side by side in one run, printed as ratios."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from nuanxin.city import CityPlan, build_city
from nuanxin.commands import bench_roster
from nuanxin.commands.shared import Refused, a_date, print_json, progress

app = typer.Typer(help="Figures side by side in one run, printed as ratios.", no_args_is_help=True)


@app.callback()
def _bench() -> None: ...


bench_roster.register(app)


@app.command("evaluate")
def evaluate(
    people: Annotated[int, typer.Option(help="people of the synthetic city")] = 1_000_000,
    facts: Annotated[Path | None, typer.Option(help="a folder of Parquet facts instead")] = None,
    as_of: Annotated[str, typer.Option(help="the day at whose end the world is seen")] = (
        "2020-08-29"
    ),
    runs: Annotated[int, typer.Option(help="rounds; medians are printed")] = 5,
    json: Annotated[bool, typer.Option("--json", help="print one JSON object")] = False,
) -> None:
    """Evaluate a city from Parquet against the bare scan of the same columns.

    Example: nuanxin bench evaluate --people 100000
    """
    if runs < 1:
        raise Refused(f"--runs {runs}: expected at least 1")
    with tempfile.TemporaryDirectory(prefix="nuanxin-bench-") as folder:
        place = facts or Path(folder) / "facts"
        with progress() as bar:
            task = bar.add_task("building the city", total=runs + 1.0)
            if facts is None:
                build_city(CityPlan(people), place, "parquet")
            rounds = []
            for number in range(runs):
                bar.update(task, description=f"round {number + 1}", completed=number + 1.0)
                rounds.append(_round(place, a_date(as_of).isoformat()))
    figures = summarise(rounds)
    if json:
        print_json(figures)
    else:
        _show(figures)


def _round(facts: Path, as_of: str) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "nuanxin.engines.measure", str(facts), as_of],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise Refused(f"{facts}: the round failed: {last}")
    return {str(name): float(value) for name, value in json.loads(done.stdout).items()}


def summarise(rounds: list[dict[str, float]]) -> dict[str, float]:
    """Medians of the rounds; ratios are taken within each round before their median is."""
    figures = {name: statistics.median(r[name] for r in rounds) for name in rounds[0]}
    for name, parts in (
        ("evaluate_to_scan", ("evaluate", "write")),
        ("read_to_scan", ("read",)),
    ):
        figures[name] = statistics.median(
            sum(r[part] for part in parts) / r["scan"] for r in rounds
        )
    return {name: round(value, 3) for name, value in figures.items()}


def _show(f: dict[str, float]) -> None:
    typer.echo(
        f"{f['people']:,.0f} people, {f['shifts']:,.0f} attendance rows,"
        f" {f['obligations']:,.0f} obligations; medians"
    )
    typer.echo(f"bare scan of the used columns   {f['scan']:8.2f} s     1.0 x")
    typer.echo(f"reading and checking (R)        {f['read']:8.2f} s  {f['read_to_scan']:6.1f} x")
    both = f["evaluate"] + f["write"]
    typer.echo(f"facts to obligations, written   {both:8.2f} s  {f['evaluate_to_scan']:6.1f} x")
    typer.echo(f"peak memory                     {f['peak_mb']:8.0f} MB")
