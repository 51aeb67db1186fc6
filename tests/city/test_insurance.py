"""Cover: whoever treats cases, from the first day for most, never ending before it starts."""

from __future__ import annotations

import numpy as np
import pytest

from nuanxin.city.geography import dalian
from nuanxin.city.insurance import insurance_table
from nuanxin.city.people import make_people
from nuanxin.city.plan import CityPlan, day
from nuanxin.city.service import NEVER, Service
from nuanxin.city.units import make_units

PLAN = CityPlan(6_000)


def covers(start: str) -> list[dict[str, object]]:
    """The insurance rows of a city in which everyone treats cases from that day on."""
    people = make_people(PLAN, make_units(PLAN, dalian()), dalian())
    everyone = np.ones(len(people), dtype=np.bool_)
    never = np.full(len(people), NEVER)
    first = np.full(len(people), day(start))
    service = Service(first, first + 40, never, never, everyone, ~everyone)
    return list(insurance_table(PLAN, people, service, lin=-1).to_pylist())


@pytest.mark.parametrize("start", ["2020-01-23", "2020-05-25", "2020-06-29", "2020-07-21"])
def test_no_cover_ends_before_it_starts(start: str) -> None:
    assert all(row["start_date"] <= row["end_date"] for row in covers(start))  # type: ignore[operator]


def test_most_are_covered_from_the_first_day_and_some_late_torn_or_not_at_all() -> None:
    rows = [row for row in covers("2020-02-10") if row["kind"] == "accident"]
    by_person: dict[object, list[str]] = {}
    for row in rows:
        by_person.setdefault(row["person_id"], []).append(str(row["start_date"]))
    in_time = sum(min(starts) <= "2020-02-10" for starts in by_person.values())
    assert 0.93 < in_time / PLAN.people < 0.98
    assert 0 < sum(len(starts) == 2 for starts in by_person.values()) < 0.03 * PLAN.people
    assert 0.95 < len(by_person) / PLAN.people < 1


def test_one_policy_covers_many() -> None:
    numbers = {row["policy_no"] for row in covers("2020-02-10")}
    assert len(numbers) < PLAN.people / 3
