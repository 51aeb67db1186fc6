"""SQL by hand says of M09-1 what the compiled texts say, whatever the facts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from nuanxin.engines.peers import Unequal, equal, obligations_by_hand
from nuanxin.packs.dalian2020 import PACK
from nuanxin.policy.evaluate import Run, evaluate
from nuanxin.policy.provision import OBLIGATION_COLUMNS
from tests.engines.runs import engine, run_of
from tests.oracle.cities import random_city

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
COLUMNS = ", ".join(OBLIGATION_COLUMNS)
SEEDS = (*range(12), *range(46, 54))


def test_by_hand_equals_the_compiled_rows_on_random_cities() -> None:
    states: Counter[tuple[object, object]] = Counter()
    for seed in SEEDS:
        facts, as_of = random_city(seed)
        held = run_of({**facts, "waivers": []}, as_of)
        run = Run(PACK, as_of, held.parameters, held.absent, None, False, frozenset({"M09-1"}))
        evaluate(run, engine())
        compiled = engine().fetch(f"SELECT {COLUMNS} FROM out.obligations")
        obligations_by_hand(engine(), run, BENCHMARKS)
        by_hand = engine().fetch(f"SELECT {COLUMNS} FROM mine.obligations")
        assert (seed, Counter(by_hand)) == (seed, Counter(compiled))
        unit, state = (OBLIGATION_COLUMNS.index(name) for name in ("quantity_unit", "state"))
        states.update((row[unit], row[state]) for row in compiled)
    assert set(states) >= {
        *(("fen", state) for state in ("met", "owed", "overdue", "unknown")),
        ("days", "unknown"),
    }


def test_a_difference_between_the_ways_is_an_error(tmp_path: Path) -> None:
    rows = "SELECT '{}' AS obligation_id, 'owed' AS state"
    for name in ("compiled", "by_hand"):
        file = tmp_path / f"{name}.parquet"
        engine().execute(f"COPY ({rows.format(name)}) TO '{file}' (FORMAT parquet)")
    with pytest.raises(Unequal, match=r"by hand: .*compiled"):
        equal(tmp_path, tmp_path)
