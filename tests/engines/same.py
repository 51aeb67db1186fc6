"""What two engines must agree on: every column of every row of every table."""

from __future__ import annotations

from collections import Counter

from nuanxin.policy.engine import Engine
from nuanxin.policy.evaluate import Run

Bag = Counter[tuple[object, ...]]


def left(engine: Engine, run: Run) -> dict[str, Bag]:
    """The rows that a run left, as bags by table; counters are summed over slices."""
    found = {
        table: _bag(engine, f"SELECT {', '.join(columns)} FROM out.{table}")
        for table, columns in run.output().items()
    }
    for counter in run.counters():
        summed = f"SELECT provision, what, sum(count) FROM run.{counter} GROUP BY provision, what"
        found[counter] = _bag(engine, summed)
    return found


def _bag(engine: Engine, query: str) -> Bag:
    return Counter(engine.fetch(query))


def assert_same(one: dict[str, Bag], other: dict[str, Bag]) -> None:
    """Tell the first rows that only one of them has."""
    assert one.keys() == other.keys()
    for table in one:
        only = sorted((one[table] - other[table]).elements(), key=repr)[:3]
        extra = sorted((other[table] - one[table]).elements(), key=repr)[:3]
        assert (table, only, extra) == (table, [], [])
