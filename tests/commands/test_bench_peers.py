"""The figures of the peers: medians of each way, and what is said when a peer is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from nuanxin.cli import run
from nuanxin.commands.bench_peers import WAYS, summarise


def one_round(seconds: float) -> dict[str, object]:
    taken = {"cpu": seconds, "wall": 2 * seconds}
    ways: dict[str, object] = dict.fromkeys(("scan", "ours", "by_hand", "what_if"), taken)
    theirs = {"whole": taken, "what_if": {"cpu": 9.0, "wall": 9.0}, "peak_mb": 200.4}
    sizes = {"people": 10, "shifts": 20, "amounts": 3, "peak_mb": 100.0 * seconds}
    return {**ways, **sizes, "openfisca": theirs}


def test_each_way_is_the_median_of_its_rounds() -> None:
    figures = summarise([one_round(seconds) for seconds in (1.0, 5.0, 2.0)])
    assert set(WAYS) <= set(figures)
    assert figures["ours"] == figures["openfisca"] == {"cpu": 2.0, "wall": 4.0}
    assert figures["openfisca_what_if"] == {"cpu": 9.0, "wall": 9.0}
    assert (figures["peak_mb"], figures["openfisca_peak_mb"]) == (200, 200)


def test_a_missing_peer_is_said_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["bench", "peers", "--benchmarks", str(tmp_path)]) == 2
    said = capsys.readouterr().err.strip()
    assert "\n" not in said
    assert "make peers" in said
