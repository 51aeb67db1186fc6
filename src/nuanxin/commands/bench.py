"""``nuanxin bench``: figures side by side in one run, printed as ratios."""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from nuanxin.city import CityPlan, build_city
from nuanxin.commands import bench_peers, bench_person, bench_roster, bench_search
from nuanxin.commands.shared import Refused, a_date, measured, print_json, progress
from nuanxin.packs import load_pack

app = typer.Typer(help="Figures side by side in one run, printed as ratios.", no_args_is_help=True)

CORE = ("M07-2", "M07-3", "M07-4", "M09-1", "M10-4", "M11-1", "M11-4", "M11-5")
"""Hours, rest, subsidy, cover and couples: what is computed of every shift and spell."""

Figures = dict[str, float]


@app.callback()
def _bench() -> None: ...


bench_peers.register(app)
bench_person.register(app)
bench_roster.register(app)
bench_search.register(app)


@app.command("evaluate")
def evaluate(
    people: Annotated[int, typer.Option(help="people of the synthetic city")] = 1_000_000,
    facts: Annotated[Path | None, typer.Option(help="a folder of Parquet facts instead")] = None,
    as_of: Annotated[str, typer.Option(help="the day at whose end the world is seen")] = (
        "2020-08-29"
    ),
    runs: Annotated[int, typer.Option(help="rounds; medians are printed")] = 5,
    provisions: Annotated[
        str,
        typer.Option(help="e.g. M07-3,M09-1; core: the eight of every shift and spell; all"),
    ] = "core,all",
    json: Annotated[bool, typer.Option("--json", help="print one JSON object")] = False,
) -> None:
    """Evaluate a city from Parquet against the bare scan of the same columns.

    Example: nuanxin bench evaluate --people 100000 --provisions core
    """
    if runs < 1:
        raise Refused(f"--runs {runs}: expected at least 1")
    sets = provision_sets(provisions)
    rounds: dict[str, list[Figures]] = {name: [] for name in sets}
    with tempfile.TemporaryDirectory(prefix="nuanxin-bench-") as folder:
        place = facts or Path(folder) / "facts"
        with progress() as bar:
            task = bar.add_task("building the city", total=runs + 1.0)
            if facts is None:
                build_city(CityPlan(people), place, "parquet")
            for number in range(runs):
                bar.update(task, description=f"round {number + 1}", completed=number + 1.0)
                for name, ids in sets.items():
                    rounds[name].append(_round(place, a_date(as_of).isoformat(), ids))
    figures = {name: summarise(rounds_of) for name, rounds_of in rounds.items()}
    if json:
        print_json(figures)
    else:
        _show(figures)


def provision_sets(asked: str) -> dict[str, tuple[str, ...]]:
    """The sets of provisions asked for, by name; ``all`` is the empty one. Refused if unknown."""
    words = [word.strip() for word in asked.split(",") if word.strip()]
    named: dict[str, tuple[str, ...]] = {"core": CORE, "all": ()}
    sets = {word: named[word] for word in words if word in named}
    ids = tuple(word for word in words if word not in named)
    known = {rule.provision for rule in load_pack("dalian2020").rules}
    for word in ids:
        if word not in known:
            raise Refused(f"--provisions {word}: expected core, all or a computed provision")
    if not words:
        raise Refused("--provisions: expected core, all or a computed provision")
    return {**sets, ",".join(ids): ids} if ids else sets


def _round(facts: Path, as_of: str, provisions: tuple[str, ...]) -> Figures:
    chosen = [",".join(provisions)] if provisions else []
    told = measured("nuanxin.engines.measure", facts, as_of, *chosen)
    return {name: float(value) for name, value in told.items()}


RATIOS = {
    "read_to_scan": ("read",),
    "evaluate_to_scan": ("evaluate", "write"),
    "whole_to_scan": ("read", "evaluate", "write"),
}
"""What is compared with the bare scan: the sums of these seconds."""

KINDS = ("", "_cpu")
"""By the clock, and in seconds of computing."""


def summarise(rounds: list[Figures]) -> Figures:
    """Medians of the rounds; ratios are taken within each round before their median is."""
    figures = {name: statistics.median(r[name] for r in rounds) for name in rounds[0]}
    for kind in KINDS:
        for name, parts in RATIOS.items():
            figures[f"{name}{kind}"] = statistics.median(
                sum(r[f"{part}{kind}"] for part in parts) / r[f"scan{kind}"] for r in rounds
            )
    return {name: round(value, 3) for name, value in figures.items()}


ROWS = (
    ("bare scan of the used columns", ("scan",), None),
    ("reading and checking (R)", RATIOS["read_to_scan"], "read_to_scan"),
    ("facts to obligations, written", RATIOS["evaluate_to_scan"], "evaluate_to_scan"),
    ("all of it", RATIOS["whole_to_scan"], "whole_to_scan"),
)


def _show(figures: dict[str, Figures]) -> None:
    for name, f in figures.items():
        typer.echo(
            f"{name}: {f['people']:,.0f} people, {f['shifts']:,.0f} attendance rows,"
            f" {f['obligations']:,.0f} obligations; medians, seconds of computing | by the clock"
        )
        for what, parts, ratio in ROWS:
            cells = [
                f"{sum(f[f'{part}{kind}'] for part in parts):8.2f} s"
                f"  {f[f'{ratio}{kind}'] if ratio else 1.0:6.1f} x"
                for kind in reversed(KINDS)
            ]
            typer.echo(f"  {what:<31}{' |'.join(cells)}")
        typer.echo(f"  {'peak memory':<31}{f['peak_mb']:8.0f} MB")
