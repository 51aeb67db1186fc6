"""Sharing out and choosing, on which everything else is drawn."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nuanxin.city.columns import PERSON, UNKNOWN_DAY, dates, words
from nuanxin.city.plan import CityPlan
from nuanxin.city.streams import allocate, choose, stream


@given(st.integers(0, 10_000), st.lists(st.floats(0.01, 100), min_size=1, max_size=30))
def test_what_is_shared_out_is_all_given_and_never_off_by_one(
    total: int, weights: list[float]
) -> None:
    given_out = allocate(total, np.array(weights))
    assert int(given_out.sum()) == total
    exact = total * np.array(weights) / sum(weights)
    assert np.all(np.abs(given_out - exact) < 1)


def test_the_greatest_remainder_gets_the_last_one() -> None:
    assert allocate(4, np.array([1.0, 1.0, 1.0])).tolist() == [2, 1, 1]
    assert allocate(1, np.array([0.1, 0.9])).tolist() == [0, 1]


def test_words_without_weight_are_never_chosen() -> None:
    weights = np.array([[0.0, 1.0, 0.0], [0.5, 0.0, 0.5]])
    row = np.repeat([0, 1], 5_000)
    chosen = choose(stream(CityPlan(1), "test"), weights, row)
    assert set(chosen[row == 0].tolist()) == {1}
    assert set(chosen[row == 1].tolist()) == {0, 2}
    assert 0.45 < np.mean(chosen[row == 1] == 0) < 0.55


@given(st.lists(st.integers(-1, 10_000_000), max_size=50))
def test_ids_count_from_one_and_keep_their_order(indexes: list[int]) -> None:
    made = PERSON(np.array(indexes, dtype=np.int64)).to_pylist()
    assert made == [None if i < 0 else f"P{i + 1:08d}" for i in indexes]


def test_unknown_words_and_days_are_empty() -> None:
    assert words(("a", "b"), np.array([1, -1])).to_pylist() == ["b", None]
    made = dates(np.array([0, UNKNOWN_DAY, -3653])).to_pylist()
    assert [str(value) for value in made] == ["1970-01-01", "None", "1960-01-01"]
