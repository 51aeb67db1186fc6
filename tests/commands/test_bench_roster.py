"""``bench roster``: its table, its log, its clock."""

from __future__ import annotations

import json
import time
from pathlib import Path

from nuanxin.commands.bench_roster import processor
from tests.planning.roster.test_formats import TEXT

from .conftest import Nuanxin


def test_medians_stand_beside_cp_sat_and_finished_runs_are_kept(
    nuanxin: Nuanxin, tmp_path: Path
) -> None:
    instance, log = tmp_path / "one.txt", tmp_path / "runs.jsonl"
    instance.write_text(TEXT, encoding="utf-8")
    asked = ("bench", "roster", instance, "--cpu", "--seconds", 20, "--log", log, "--seeds")
    first = nuanxin(*asked, 1)
    runs = log.read_text(encoding="utf-8").splitlines()
    assert [json.loads(run)["solver"] for run in runs] == ["nuanxin", "cp-sat"]
    assert "| one | 1 | 0 | 0 | 0 | 0 | 0 (1 of 1) |  |" in first.out
    second = nuanxin(*asked, 2)
    assert log.read_text(encoding="utf-8").splitlines()[:2] == runs
    assert [json.loads(line)["seed"] for line in second.err.splitlines()] == [1, 1]
    assert "| one | 2 | 0 | 0 | 0 | 0 | 0 (2 of 2) |  |" in second.out


def test_the_clock_tells_processor_time_and_stands_while_nothing_is_computed() -> None:
    clock = processor()
    begun, there = clock(), time.process_time()
    time.sleep(0.2)
    assert clock() - begun < 0.1
    while time.process_time() - there < 0.2:
        clock()
    time.sleep(0.01)
    assert abs(clock() - time.process_time()) < 0.05
