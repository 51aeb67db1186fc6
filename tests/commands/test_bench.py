"""The figures of the benchmark: which provisions, which columns, which ratios."""

from __future__ import annotations

import pytest

from nuanxin.cli import run
from nuanxin.commands.bench import CORE, provision_sets, sizes_of, summarise
from nuanxin.commands.bench_growth import growth
from nuanxin.commands.shared import Refused
from nuanxin.engines.measure import used_columns
from nuanxin.packs.dalian2020 import PACK

ROUND = {"scan": 2.0, "read": 4.0, "evaluate": 9.0, "write": 1.0}
ROUND |= {"scan_cpu": 3.0, "read_cpu": 6.0, "evaluate_cpu": 18.0, "write_cpu": 3.0}


def test_the_default_sets_are_the_eight_and_all() -> None:
    assert provision_sets("core,all") == {"core": CORE, "all": ()}
    assert len(CORE) == 8
    assert all(PACK.is_computed(provision) for provision in CORE)


def test_provisions_can_be_named() -> None:
    assert provision_sets("M07-3, M09-1") == {"M07-3,M09-1": ("M07-3", "M09-1")}


@pytest.mark.parametrize("asked", ["M99-1", "M07-3,every", "", " , "])
def test_a_provision_that_is_not_computed_is_refused(asked: str) -> None:
    with pytest.raises(Refused, match="expected core, all or a computed provision"):
        provision_sets(asked)


def test_ratios_are_taken_within_a_round_before_their_median() -> None:
    slow = {name: 10 * seconds for name, seconds in ROUND.items()}
    odd = {**ROUND, "scan": 1.0}
    figures = summarise([ROUND, slow, odd])
    assert figures["scan"] == 2.0
    assert figures["evaluate_to_scan"] == 5.0  # of 5, 5 and 10
    assert figures["read_to_scan"] == 2.0
    assert figures["whole_to_scan"] == 7.0
    assert figures["evaluate_to_scan_cpu"] == 7.0


def test_used_columns_are_those_that_a_text_names_beside_their_table() -> None:
    texts = [
        'SELECT "t0"."person_id", "t0"."start" FROM "facts"."attendance" AS "t0"',
        'SELECT "t1"."risk" FROM "facts"."posts" AS "t1" JOIN "run"."row" AS "t2"',
        'SELECT "t3"."end" FROM "run"."row" AS "t3"',
    ]
    assert used_columns(texts) == {"attendance": ["person_id", "start"], "posts": ["risk"]}


def test_sizes_are_numbers_of_people() -> None:
    assert sizes_of("100000, 1000000") == [100_000, 1_000_000]
    for asked in ("", "1e6", "100,", "0"):
        with pytest.raises(Refused, match="expected numbers of people"):
            sizes_of(asked)


def test_growth_is_told_of_every_set_and_every_way() -> None:
    sums = {**ROUND, "people": 10.0, "shifts": 20.0, "peak_mb": 50.0}
    way = {"cpu": 2.0, "wall": 9.0, "peak_mb": 10.0}
    small = {"core": sums, "peers": {"amounts": 3, "by_hand": way, "compiled_to_by_hand": 1.1}}
    great = {
        "core": {name: 10 * value for name, value in sums.items()} | {"peak_mb": 100.0},
        "peers": {**small["peers"], "by_hand": {**way, "cpu": 22.0}},
    }
    found = growth(small, great)
    assert found["core"] == dict.fromkeys(("people", "shifts", "cpu", "scan_cpu"), 10.0) | {
        "memory": 2.0
    }
    assert found["by_hand"] == {"cpu": 11.0, "memory": 1.0}


def test_two_small_cities_are_measured_and_compared(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["bench", "evaluate", "--people", "200,400", "--runs", "1", "--provisions", "M09-1"]
    assert run(asked) == 0
    said = capsys.readouterr().out
    assert said.count("M09-1: ") == 2
    assert "growth from the first size to the last" in said
