"""Changes gathered into bars."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nuanxin.domains.rules.spread import MOST_BINS, bins

SIZES = st.dictionaries(
    st.integers(-10_000_000, 10_000_000), st.integers(1, 100), min_size=1, max_size=8
)


@given(SIZES)
def test_every_person_is_in_the_one_bar_that_holds_their_size(sizes: dict[int, int]) -> None:
    found = bins(sorted(sizes.items()))
    assert len(found) <= MOST_BINS
    for one in found:
        held = sum(n for size, n in sizes.items() if one.least <= size <= one.most)
        assert one.people == held
    assert sum(one.people for one in found) == sum(sizes.values())


@given(SIZES)
def test_nought_stands_alone(sizes: dict[int, int]) -> None:
    (nought,) = [one for one in bins(sorted(sizes.items())) if one.least <= 0 <= one.most]
    assert (nought.least, nought.most) == (0, 0)


def test_round_widths() -> None:
    found = bins([(-60_000, 4), (0, 1204), (10_000, 402), (60_000, 84)])
    assert [(one.least, one.most, one.people) for one in found if one.people] == [
        (-60_000, -50_001, 4),
        (0, 0, 1204),
        (1, 10_000, 402),
        (50_001, 60_000, 84),
    ]
