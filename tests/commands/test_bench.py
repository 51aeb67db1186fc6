"""The figures of the benchmark: which provisions, which columns, which ratios."""

from __future__ import annotations

import pytest

from nuanxin.commands.bench import CORE, provision_sets, summarise
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
