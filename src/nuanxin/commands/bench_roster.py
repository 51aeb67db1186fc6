"""``nuanxin bench roster``: the solver beside CP-SAT and the best known, resumable."""

from __future__ import annotations

import json as jsons
import os
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from nuanxin.commands.shared import Refused
from nuanxin.planning.roster.check import check
from nuanxin.planning.roster.formats import read_problem
from nuanxin.planning.roster.peer import cp_sat
from nuanxin.planning.roster.solve import solve
from nuanxin.planning.roster.workers import solve_with

# Curtois and Qu 2014 and later: the best objective published for each instance of the text format.
BEST_KNOWN = dict(
    enumerate(
        (607, 828, 1001, 1716, 1143, 1950, 1056, 1300, 439, 4631, 3443, 4040,
         1348, 1278, 3829, 3225, 5746, 4459, 3149, 4769, 21133, 30241, 17428, 42463),
        1,
    )
)  # fmt: skip
# INRC-II in the static form, and the lower bounds in the literature (None: none at hand).
INRC2 = {
    "n005w4_0_1-2-3-3": None,
    "n030w4_1_6-2-9-1": 1660,
    "n040w4_0_2-0-6-1": 1540,
    "n060w4_1_6-1-1-5": None,
    "n030w8_1_2-7-0-9-3-6-0-6": 1995,
}
ASKED = 0.005  # seconds between two looks at the processor's clock
VARIABLE = "NUANXIN_ROSTER_BENCH"


def bench_folder() -> Path | None:
    """Where the public instances lie: named by the variable, or beside the checkout."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    beside = Path(__file__).resolve().parents[4] / "shared" / "bench"
    return beside if beside.is_dir() else None


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("roster")
    def roster(
        instances: Annotated[list[Path] | None, typer.Argument(help="files; all when none")] = None,
        seconds: Annotated[float, typer.Option(help="wall time of each run")] = 60.0,
        seeds: Annotated[int, typer.Option(help="runs of each, medians are printed")] = 5,
        workers: Annotated[int, typer.Option(help="processes of each run")] = 2,
        peer: Annotated[bool, typer.Option(help="CP-SAT in the same run")] = True,
        cpu: Annotated[
            bool, typer.Option("--cpu", help="seconds of processor, one worker: for a busy machine")
        ] = False,
        log: Annotated[Path, typer.Option(help="finished runs; they are not run again")] = Path(
            "var/bench-roster.jsonl"
        ),
    ) -> None:
        """Solve public instances from several seeds; print a table of medians.

        Example: nuanxin bench roster Instance1.txt --seconds 60 --seeds 5
        """
        if cpu:
            workers = 1
        files = _files(instances)
        done = list(_done(log))
        for file in files:
            for seed in range(seeds):
                for solver in ("nuanxin", "cp-sat") if peer else ("nuanxin",):
                    key = {"instance": file.name, "solver": solver, "seconds": seconds,
                           "workers": workers, "seed": seed, "cpu": cpu}  # fmt: skip
                    if any(key.items() <= run.items() for run in done):
                        continue
                    run = {**key, **_run(file, solver, seconds, workers, seed, cpu)}
                    run["day"] = date.today().isoformat()
                    done.append(run)
                    log.parent.mkdir(parents=True, exist_ok=True)
                    with log.open("a", encoding="utf-8") as out:
                        out.write(jsons.dumps(run) + "\n")
                    typer.echo(jsons.dumps(run), err=True)
        typer.echo("\n".join(_table(files, done, seconds, workers, cpu)))


def _files(instances: list[Path] | None) -> list[Path]:
    if instances:
        return instances
    folder = bench_folder()
    if folder is None:
        raise Refused(f"name instances, or set {VARIABLE} to the folder of nrp/ and inrc2/")
    found = sorted((folder / "nrp").glob("Instance*.txt"), key=_number)
    sets = [(folder / "inrc2" / name.partition("_")[0], name) for name in INRC2]
    found += [home / name for home, name in sets if home.is_dir()]
    if not found:
        raise Refused(f"{folder}: expected nrp/Instance*.txt or inrc2/n030w4/ and others in it")
    return found


def _number(file: Path) -> int:
    digits = "".join(c for c in file.stem if c.isdigit())
    return int(digits or 0)


def _done(log: Path) -> Iterator[dict[str, Any]]:
    if log.exists():
        for line in log.read_text(encoding="utf-8").splitlines():
            yield jsons.loads(line)


def _run(
    file: Path, solver: str, seconds: float, workers: int, seed: int, cpu: bool
) -> dict[str, Any]:
    problem = read_problem(file)
    if solver == "nuanxin":
        if cpu:
            plan = solve(problem, seconds, seed=seed, clock=processor())
        else:
            plan = solve_with(problem, seconds, workers=workers, seed=seed)
        assert plan.report.valid
        return {"objective": plan.objective, "bound": plan.bound, "took": round(plan.seconds, 1)}
    try:
        clock = time.process_time if cpu else time.monotonic
        peer = cp_sat(problem, seconds, workers, seed, clock)
    except ImportError as error:
        raise Refused("CP-SAT needs ortools: make dev, or leave it out with --no-peer") from error
    if peer.roster is None:
        return {"objective": None, "bound": 0, "took": round(peer.seconds, 1)}
    report = check(problem, peer.roster)
    assert report.valid
    return {"objective": report.objective, "bound": peer.bound, "took": round(peer.seconds, 1)}


def processor() -> Callable[[], float]:
    """Seconds of processor of this process. Asked with threads about, it costs far more than a
    clock on the wall; it is asked anew only once that has gone on.
    """
    asked = told = 0.0

    def clock() -> float:
        nonlocal asked, told
        now = time.monotonic()
        if now - asked > ASKED:
            asked, told = now, time.process_time()
        return told

    return clock


def _table(
    files: list[Path], done: list[dict[str, Any]], seconds: float, workers: int, cpu: bool
) -> Iterator[str]:
    what = "processor s" if cpu else "s"
    yield f"At most {seconds:g} {what} each, {workers} processes."
    yield ""
    yield f"| instance | seeds | median | best | bound | {what} | CP-SAT | best known |"
    yield "|---|---|---|---|---|---|---|---|"
    for file in files:
        fits = {"instance": file.name, "seconds": seconds, "workers": workers, "cpu": cpu}
        runs = [run for run in done if fits.items() <= run.items()]
        mine = [run for run in runs if run["solver"] == "nuanxin"]
        if not mine:
            continue
        objectives = [run["objective"] for run in mine]
        took = statistics.median(run["took"] for run in mine)
        peers = [run["objective"] for run in runs if run["solver"] == "cp-sat"]
        found = [objective for objective in peers if objective is not None]
        other = f"{statistics.median(found):g}" if found else "none" if peers else "not run"
        other += f" ({len(found)} of {len(peers)})" if peers else ""
        yield (
            f"| {file.stem} | {len(mine)} | {statistics.median(objectives):g} | {min(objectives)}"
            f" | {max(run['bound'] for run in mine):g} | {took:.0f} | {other} | {_known(file)} |"
        )


def _known(file: Path) -> str:
    """The best objective published; where only a bound is at hand, that with a sign."""
    if file.name in INRC2:
        bound = INRC2[file.name]
        return "" if bound is None else f"≥ {bound}"
    return str(BEST_KNOWN.get(_number(file), "")) if file.name.startswith("Instance") else ""
