"""``nuanxin roster wards``: all wards of a city, here or on Spark."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from nuanxin.commands.halting import halting
from nuanxin.commands.shared import Refused, print_json
from nuanxin.planning.roster.formats import read_problem, write_roster
from nuanxin.planning.roster.model import Problem
from nuanxin.planning.roster.plan import Plan
from nuanxin.planning.roster.workers import solve_named, solve_wards


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("wards")
    def wards(
        folder: Annotated[Path, typer.Argument(help="problems: .json or .txt, one a ward")],
        out: Annotated[Path, typer.Option(help="folder for the rosters, NAME.csv")],
        seconds: Annotated[float, typer.Option(help="time for each ward at most")] = 5.0,
        workers: Annotated[int, typer.Option(help="processes; 0: one a core")] = 0,
        seed: Annotated[int, typer.Option(help="another number, another search")] = 0,
        spark: Annotated[
            str | None, typer.Option(help="solve on this Spark master, as local[2]")
        ] = None,
        json: Annotated[bool, typer.Option("--json", help="print one JSON object")] = False,
    ) -> None:
        """Solve many wards side by side; each roster is written as soon as it is found.

        Exit 1 when a ward breaks a hard rule. A stop keeps what is done.
        Example: nuanxin roster wards wards --seconds 5 --out rosters
        """
        if not seconds > 0 or workers < 0:
            raise Refused("--seconds: expected more than 0; --workers: expected at least 0")
        problems = _problems(folder)
        processes = workers or os.cpu_count() or 1
        short: list[str] = []
        done = total = 0
        with halting() as stopped:
            for name, plan in _solved(problems, seconds, processes, seed, spark, stopped):
                write_roster(problems[name], plan.roster, out / f"{name}.csv")
                done, total = done + 1, total + plan.objective
                if not plan.report.valid:
                    short.append(name)
                text = f"{done}/{len(problems)} {name} objective {plan.objective} {plan.status}"
                typer.echo(text, err=True)
        if json:
            print_json({"wards": len(problems), "solved": done, "objective": total, "short": short})
        else:
            typer.echo(f"{done} of {len(problems)} wards, objective {total}, {len(short)} short")
        raise typer.Exit(0 if not short and done == len(problems) else 1)


def _problems(folder: Path) -> dict[str, Problem]:
    files = [f for f in sorted(folder.glob("*")) if f.suffix.lower() in (".json", ".txt")]
    if not files:
        raise Refused(f"{folder}: expected a folder of problems, .json or .txt")
    found: dict[str, Problem] = {}
    for file in files:
        if file.stem in found:
            raise Refused(f"{file}: there is another ward {file.stem}")
        found[file.stem] = read_problem(file)
    return found


def _solved(
    problems: dict[str, Problem],
    seconds: float,
    workers: int,
    seed: int,
    spark: str | None,
    stopped: Callable[[], bool],
) -> Iterator[tuple[str, Plan]]:
    if spark is None:
        return solve_wards(problems, seconds, workers, seed, stopped)
    return _on_spark(spark, problems, seconds, seed, stopped)


def _on_spark(
    master: str,
    problems: dict[str, Problem],
    seconds: float,
    seed: int,
    stopped: Callable[[], bool],
) -> Iterator[tuple[str, Plan]]:
    """The same function on a cluster; results come portion by portion."""
    from nuanxin.engines.java import NoJava

    try:
        from nuanxin.engines.spark import Spark
    except ModuleNotFoundError as error:
        raise Refused(f"--spark: the package {error.name} is missing (make spark)") from None
    solve_one = partial(solve_named, seconds=seconds, seed=seed)
    try:
        with Spark(master) as engine:
            for solved in engine.each(solve_one, list(problems.items())):
                yield solved
                if stopped():
                    return
    except NoJava as error:
        raise Refused(f"--spark {master}: {error}") from None
