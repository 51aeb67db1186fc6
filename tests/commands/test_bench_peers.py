"""The figures of the peers: medians of each way, and what is said when a peer is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from nuanxin.cli import run
from nuanxin.commands.bench_peers import NAMES, summarise


def one_round(seconds: float) -> dict[str, dict[str, float]]:
    way = {"cpu": seconds, "wall": 2 * seconds, "peak_mb": 100.0 * seconds}
    return {**dict.fromkeys(NAMES, way), "by_hand": {**way, "cpu": seconds + 1.0}}


def test_each_way_is_the_median_of_its_rounds() -> None:
    figures = summarise([one_round(seconds) for seconds in (1.0, 5.0, 2.0)])
    assert set(NAMES) <= set(figures)
    assert figures["compiled"] == {"cpu": 2.0, "wall": 4.0, "peak_mb": 200.0}
    assert figures["compiled_to_by_hand"] == 0.667  # of 1/2, 5/6 and 2/3
    assert figures["compiled_to_scan"] == 1.0


@pytest.mark.parametrize("command", [["peers"], ["evaluate", "--peers"]])
def test_a_missing_peer_is_said_in_one_line(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["bench", *command, "--benchmarks", str(tmp_path)]) == 2
    said = capsys.readouterr().err.strip()
    assert "\n" not in said
    assert "make peers" in said
