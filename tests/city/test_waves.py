"""Two waves, as the real case curve has them: in the strength and in the attendance."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from nuanxin.city.plan import day
from nuanxin.city.waves import active_cases, wave

from .reading import Tables


def test_active_cases_are_confirmed_less_cured_less_dead() -> None:
    cases = active_cases()
    assert cases[day("2020-02-14")] == 18 - 4
    assert cases[day("2020-08-06")] == 110 - 23
    assert cases[day("2020-07-01")] == 0
    assert min(cases.values()) == 0


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [("wave1", "2020-01-23", "2020-03-20"), ("wave2", "2020-07-22", "2020-08-31")],
)
def test_the_strength_peaks_with_the_cases(name: str, first: str, last: str) -> None:
    surge = wave(name)
    assert (surge.first, surge.last) == (day(first), day(last))
    assert surge.strength.max() == 1.0
    peak = surge.first + int(np.argmax(surge.strength))
    assert active_cases()[peak] == max(active_cases()[d] for d in range(surge.first, surge.last))
    assert surge.strength[0] < 0.2 > surge.strength[-1]


def test_draws_fill_the_wave_as_its_strength_asks() -> None:
    surge = wave("wave1")
    drawn = (np.arange(10_000) + 0.5) / 10_000
    starts, ends = surge.starts(drawn), surge.ends(drawn)
    assert starts.min() == surge.first
    assert ends.max() == surge.last
    peak = int(np.argmax(surge.strength))
    share_by_day_ten = np.mean(starts <= surge.first + 10)
    assert share_by_day_ten == pytest.approx(surge.strength[:11].max(), abs=0.01)
    assert starts.max() <= surge.first + peak


def by_week(tables: Tables) -> Counter[str]:
    """Worked shifts by the Monday of their week."""
    weeks: Counter[str] = Counter()
    for row in tables["attendance"]:
        if row["status"] == "worked":
            start = np.datetime64(row["start"][:10])
            weeks[str(start - (day(str(start)) + 3) % 7)] += 1
    return weeks


def test_attendance_rises_and_falls_with_the_cases_in_both_waves(tables: Tables) -> None:
    weeks = by_week(tables)
    quiet = max(weeks[week] for week in ("2020-04-13", "2020-05-11", "2020-06-08", "2020-07-06"))
    for monday in ("2020-02-10", "2020-08-03"):
        assert weeks[monday] > 10 * quiet
        assert weeks[monday] == max(
            count for week, count in weeks.items() if week[:7] == monday[:7]
        )
    in_waves = [week for week in weeks if not "2020-03-16" <= week <= "2020-07-13"]
    cases = [active_cases().get(day(week) + 3, 0) for week in in_waves]
    first = [i for i, week in enumerate(in_waves) if week < "2020-04"]
    second = [i for i, week in enumerate(in_waves) if week > "2020-07" and week < "2020-08-29"]
    for wave_weeks in (first, second):
        shifts = [weeks[in_waves[i]] for i in wave_weeks]
        assert np.corrcoef(shifts, [cases[i] for i in wave_weeks])[0, 1] > 0.5


def test_declarations_frame_the_waves(tables: Tables) -> None:
    city = [(row["date"], row["kind"]) for row in tables["declarations"] if not row["person_id"]]
    assert city == [
        ("2020-01-24", "response_start"),
        ("2020-03-20", "task_end"),
        ("2020-07-22", "task_reopened"),
    ]
