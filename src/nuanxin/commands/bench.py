"""``nuanxin bench``: figures side by side in one run, printed as ratios."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from nuanxin.city import CityPlan, build_city
from nuanxin.commands import bench_peers, bench_person, bench_roster, bench_search
from nuanxin.commands.bench_growth import show_growth, with_growth
from nuanxin.commands.bench_peers import measure_peers, require_peers
from nuanxin.commands.bench_peers import show as show_peers
from nuanxin.commands.shared import Refused, a_date, measured, print_json, progress
from nuanxin.packs import load_pack

app = typer.Typer(help="Figures side by side in one run, printed as ratios.", no_args_is_help=True)

CORE = ("M07-2", "M07-3", "M07-4", "M09-1", "M10-4", "M11-1", "M11-4", "M11-5")
"""Hours, rest, subsidy, cover and couples: what is computed of every shift and spell."""

Measured = dict[str, float]
Figures = dict[str, Any]
"""What was measured of one city, by set of provisions, and of its peers."""


@app.callback()
def _bench() -> None: ...


bench_peers.register(app)
bench_person.register(app)
bench_roster.register(app)
bench_search.register(app)


@app.command("evaluate")
def evaluate(
    people: Annotated[
        str, typer.Option(help="people of the synthetic city; several sizes show growth")
    ] = "1000000",
    facts: Annotated[Path | None, typer.Option(help="a folder of Parquet facts instead")] = None,
    as_of: Annotated[str, typer.Option(help="the day at whose end the world is seen")] = (
        "2020-08-29"
    ),
    runs: Annotated[int, typer.Option(help="rounds; medians are printed")] = 5,
    provisions: Annotated[
        str,
        typer.Option(help="e.g. M07-3,M09-1; core: the eight of every shift and spell; all"),
    ] = "core,all",
    peers: Annotated[
        bool, typer.Option("--peers", help="M09-1 by hand and by OpenFisca-core as well")
    ] = False,
    benchmarks: Annotated[Path, typer.Option(help="the folder of the peers")] = Path("benchmarks"),
    json: Annotated[bool, typer.Option("--json", help="print one JSON object")] = False,
) -> None:
    """Evaluate a city from Parquet against the bare scan of the same columns.

    Example: nuanxin bench evaluate --people 100000,1000000 --provisions core --peers --runs 3
    """
    if runs < 1:
        raise Refused(f"--runs {runs}: expected at least 1")
    sizes = [CityPlan(size) for size in sizes_of(people)] if facts is None else [None]
    sets, day = provision_sets(provisions), a_date(as_of)
    if peers:
        require_peers(benchmarks)
    measured_of: list[Figures] = []
    with progress() as bar:
        task = bar.add_task("building the city", total=None)

        def notice(what: str) -> None:
            bar.update(task, description=what)

        for plan in sizes:
            with tempfile.TemporaryDirectory(prefix="nuanxin-bench-") as folder:
                place = facts or Path(folder) / "facts"
                if plan is not None:
                    notice(f"building a city of {plan.people:,}")
                    build_city(plan, place, "parquet")
                figures = _measure(place, day.isoformat(), runs, sets, notice)
                if peers:
                    figures["peers"] = measure_peers(place, day, runs, benchmarks, notice)
                measured_of.append(figures)
                if not json:
                    _show(figures)
    if json:
        print_json(measured_of[0] if len(measured_of) == 1 else with_growth(measured_of))
    elif len(measured_of) > 1:
        show_growth(measured_of[0], measured_of[-1])


def sizes_of(asked: str) -> list[int]:
    """The numbers of people asked for. Refused when one is no number above zero."""
    words = [word.strip() for word in asked.split(",")]
    if not all(word.isdecimal() and int(word) > 0 for word in words):
        raise Refused(f"--people {asked}: expected numbers of people, e.g. 100000,1000000")
    return [int(word) for word in words]


def _measure(
    facts: Path,
    as_of: str,
    runs: int,
    sets: dict[str, tuple[str, ...]],
    notice: Callable[[str], None],
) -> Figures:
    rounds: dict[str, list[Measured]] = {name: [] for name in sets}
    for number in range(runs):
        for name, ids in sets.items():
            notice(f"round {number + 1}: {name}")
            rounds[name].append(_round(facts, as_of, ids))
    return {name: summarise(of_set) for name, of_set in rounds.items()}


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


def _round(facts: Path, as_of: str, provisions: tuple[str, ...]) -> Measured:
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


def summarise(rounds: list[Measured]) -> Measured:
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


def _show(figures: Figures) -> None:
    for name, f in figures.items():
        if name == "peers":
            show_peers(f)
            continue
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
