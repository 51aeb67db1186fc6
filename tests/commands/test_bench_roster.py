"""``bench roster``: its table, its log, its clock."""

from __future__ import annotations

import json
import time
from pathlib import Path

from nuanxin.commands.bench_roster import _medians
from nuanxin.commands.bench_roster_runs import OURS, keep, processor, run
from tests.planning.roster.large import large_text
from tests.planning.roster.test_formats import TEXT

from .conftest import Nuanxin


def test_medians_stand_beside_cp_sat_and_finished_runs_are_kept(
    nuanxin: Nuanxin, tmp_path: Path
) -> None:
    instance, log = tmp_path / "one.txt", tmp_path / "runs.jsonl"
    instance.write_text(TEXT, encoding="utf-8")
    asked = ("bench", "roster", instance, "--cpu", "--seconds", 90, "--log", log)
    first = nuanxin(*asked, "--seeds", 1, "--peer", 1)
    runs = log.read_text(encoding="utf-8").splitlines()
    assert [json.loads(run)["solver"] for run in runs] == ["nuanxin", "cp-sat"]
    assert _but_seconds(first.out) == "| one | 1 | 0 | 0 | 0 | 0 | 1 | 0 | 0 |  |"
    second = nuanxin(*asked, "--seeds", 2, "--peer", 1)
    assert log.read_text(encoding="utf-8").splitlines()[:2] == runs
    assert [json.loads(line)["seed"] for line in second.err.splitlines()] == [1]
    assert _but_seconds(second.out) == "| one | 2 | 0 | 0 | 0 | 0 | 1 | 0 | 0 |  |"


def _but_seconds(table: str) -> str:
    """The last row of a table, without what the runs took: another number on a busy machine."""
    cells = table.splitlines()[-1].split(" | ")
    return " | ".join(cells[:6] + cells[7:])


def test_the_clock_tells_processor_time_and_stands_while_nothing_is_computed() -> None:
    clock = processor()
    begun, there = clock(), time.process_time()
    time.sleep(0.2)
    assert clock() - begun < 0.1
    while time.process_time() - there < 0.2:
        clock()
    time.sleep(0.01)
    assert abs(clock() - time.process_time()) < 0.05


def test_a_run_ends_once_it_has_what_is_enough(tmp_path: Path) -> None:
    instance = tmp_path / "large.txt"
    instance.write_text(large_text(20, 28, 3), encoding="utf-8")
    found = run(instance, OURS, 60, 1, 0, True, enough=10**9)
    assert len(found["steps"]) == 1
    assert found["bound"] < found["objective"] <= found["steps"][0][1]


def test_where_most_runs_have_no_roster_yet_there_is_none() -> None:
    late, early, never = {"steps": [(70, 5)]}, {"steps": [(1, 9), (65, 7)]}, {"steps": []}
    assert list(_medians([late, early, never], [60, 600])) == ["none", "7"]
    assert list(_medians([], [60])) == [""]


def test_only_what_is_better_is_kept() -> None:
    steps: list[tuple[float, float]] = []
    for seconds, objective in ((1.04, 9), (2, 9), (3, 7), (4, 8)):
        keep(steps, seconds, objective)
    assert steps == [(1.0, 9), (3, 7)]
