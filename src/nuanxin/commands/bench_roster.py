"""``nuanxin bench roster``: the solver beside CP-SAT and the best known, resumable."""

from __future__ import annotations

import json as jsons
import os
from collections.abc import Iterator
from datetime import date
from math import inf
from pathlib import Path
from statistics import median
from typing import Annotated, Any

import typer

from nuanxin.commands.bench_roster_runs import OURS, PEER, run
from nuanxin.commands.shared import Refused

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
VARIABLE = "NUANXIN_ROSTER_BENCH"
AT = 60.0

Run = dict[str, Any]


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
        peer: Annotated[int, typer.Option(help="runs of CP-SAT beside them")] = 5,
        cpu: Annotated[
            bool, typer.Option("--cpu", help="seconds of processor, one worker: for a busy machine")
        ] = False,
        known: Annotated[
            bool, typer.Option("--known", help="a run of ours ends once it has the best known")
        ] = False,
        log: Annotated[Path, typer.Option(help="finished runs; they are not run again")] = Path(
            "var/bench-roster.jsonl"
        ),
    ) -> None:
        """Solve public instances from several seeds; print medians, after a minute and at the end.

        Example: nuanxin bench roster Instance1.txt --seconds 600 --seeds 5 --peer 1
        """
        workers = 1 if cpu else workers
        files = _files(instances)
        done = list(_done(log))
        for seed in range(max(seeds, peer)):
            for file in files:
                for solver, most in ((OURS, seeds), (PEER, peer)):
                    key = {"instance": file.name, "solver": solver, "seconds": seconds,
                           "workers": workers, "seed": seed, "cpu": cpu}  # fmt: skip
                    if seed >= most or any(key.items() <= one.items() for one in done):
                        continue
                    enough = _best(file) if known else -inf
                    found = run(file, solver, seconds, workers, seed, cpu, enough)
                    done.append({**key, **found, "day": date.today().isoformat()})
                    _write(log, done[-1])
                    told = {name: value for name, value in done[-1].items() if name != "steps"}
                    typer.echo(jsons.dumps(told), err=True)
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


def _best(file: Path) -> float:
    """The best objective published; nothing reaches it where there is none."""
    return BEST_KNOWN.get(_number(file), -inf) if file.name.startswith("Instance") else -inf


def _done(log: Path) -> Iterator[Run]:
    if log.exists():
        for line in log.read_text(encoding="utf-8").splitlines():
            yield jsons.loads(line)


def _write(log: Path, one: Run) -> None:
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("a", encoding="utf-8") as out:
        out.write(jsons.dumps(one) + "\n")


def _table(
    files: list[Path], done: list[Run], seconds: float, workers: int, cpu: bool
) -> Iterator[str]:
    what = "processor s" if cpu else "s"
    marks = sorted({min(AT, seconds), seconds})
    after = " | ".join(f"{mark:g} s" for mark in marks)
    yield f"At most {seconds:g} {what} each, {workers} processes."
    yield ""
    yield (
        f"| instance | seeds | {after} | best | bound | {what} | CP-SAT seeds | {after}"
        " | best known |"
    )
    yield "|---" * (8 + 2 * len(marks) - 1) + "|"
    for file in files:
        fits = {"instance": file.name, "seconds": seconds, "workers": workers, "cpu": cpu}
        runs = [one for one in done if fits.items() <= one.items()]
        mine = [one for one in runs if one["solver"] == OURS]
        peers = [one for one in runs if one["solver"] == PEER]
        if mine:
            best = min(one["objective"] for one in mine)
            bound = max(one["bound"] for one in mine)
            took = median(one["took"] for one in mine)
            cells = [file.stem, len(mine), *_medians(mine, marks), best, f"{bound:g}",
                     f"{took:.0f}", len(peers), *_medians(peers, marks), _told(file)]  # fmt: skip
            yield "| " + " | ".join(map(str, cells)) + " |"


def _medians(runs: list[Run], marks: list[float]) -> Iterator[str]:
    """The median objective after each mark; ``none`` where most runs had no roster yet."""
    for mark in marks:
        reached = [min((o for s, o in one["steps"] if s <= mark), default=inf) for one in runs]
        middle = median(reached) if reached else None
        yield "" if middle is None else "none" if middle == inf else f"{middle:g}"


def _told(file: Path) -> str:
    """The best objective published; where only a bound is at hand, that with a sign."""
    if file.name in INRC2:
        bound = INRC2[file.name]
        return "" if bound is None else f"≥ {bound}"
    return "" if _best(file) == -inf else f"{_best(file):g}"
