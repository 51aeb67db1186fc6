"""The finance office's reckoning, on days made by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nuanxin.city.characters import cast
from nuanxin.city.geography import dalian
from nuanxin.city.pay import Pay, reckon
from nuanxin.city.people import NURSE, People, make_people
from nuanxin.city.plan import CityPlan, day
from nuanxin.city.posts import Posts, make_posts
from nuanxin.city.shifts import CANCELLED, WORKED, Rows
from nuanxin.city.spells import EAST, LOCAL, Spells, part
from nuanxin.city.units import Units, make_units
from nuanxin.policy.contract import POST_KINDS

HOUR = 3_600
PLAN = CityPlan(600)


@pytest.fixture(scope="module")
def town() -> tuple[Units, People, Posts]:
    units = make_units(PLAN, dalian())
    people, _ = cast(make_people(PLAN, units, dalian()), units)
    return units, people, make_posts(units)


def nurse(people: People) -> int:
    return int(np.flatnonzero((people.profession == NURSE) & ~people.leader)[0])


def post(posts: Posts, kind: str) -> int:
    return int(np.flatnonzero(posts.kind == POST_KINDS.index(kind))[0])


def spell(who: int, at: int, payer: int, place: int = LOCAL) -> Spells:
    one, start = np.array([who]), np.array([day("2020-01-23")])
    end = np.array([day("2020-04-30")])
    return part(one, np.array([at]), np.array([payer]), start, end, np.array([0]), place)


def rows(who: int, at: int, *shifts: tuple[str, float, float, int]) -> Rows:
    """Worked rows of (date, first hour, last hour, contact)."""
    size = len(shifts)
    dates = np.array([day(shift[0]) for shift in shifts])
    start, end = (dates * 24 * HOUR + np.array([int(s[i] * HOUR) for s in shifts]) for i in (1, 2))
    none = np.full(size, -1)
    return Rows(
        np.zeros(size, dtype=np.int64),
        np.full(size, who),
        np.full(size, at),
        dates,
        start,
        end,
        np.full(size, WORKED),
        np.array([shift[3] for shift in shifts]),
        none,
        none,
        np.full(size, True),
    )


def paid(
    town: tuple[Units, People, Posts],
    kind: str,
    *shifts: tuple[str, float, float, int],
    place: int = LOCAL,
) -> list[int]:
    _, people, posts = town
    who, at = nurse(people), post(posts, kind)
    pay = reckon(people, posts, spell(who, at, 3, place), rows(who, at, *shifts))
    assert set(pay.payer.tolist()) <= {3}
    return [int(fen) for fen in pay.fen]


def test_contact_pays_300_and_no_or_unknown_contact_200(
    town: tuple[Units, People, Posts],
) -> None:
    assert paid(town, "fever_clinic", ("2020-02-12", 8, 16, 1)) == [30_000]
    assert paid(town, "fever_clinic", ("2020-02-12", 8, 16, 0)) == [20_000]
    assert paid(town, "fever_clinic", ("2020-02-12", 8, 16, -1)) == [20_000]


def test_contact_at_a_post_without_contact_is_the_lower_rate(
    town: tuple[Units, People, Posts],
) -> None:
    assert paid(town, "emergency", ("2020-02-12", 8, 16, 1)) == [20_000]


def test_four_hours_are_half_a_day_and_a_minute_more_is_a_whole(
    town: tuple[Units, People, Posts],
) -> None:
    assert paid(town, "fever_clinic", ("2020-02-12", 8, 12, 1)) == [15_000]
    assert paid(town, "fever_clinic", ("2020-02-12", 8, 12 + 1 / 60, 1)) == [30_000]


def test_a_split_day_is_one_day_at_its_higher_rate(town: tuple[Units, People, Posts]) -> None:
    two = (("2020-02-12", 8, 12, 0), ("2020-02-12", 16, 20, 1))
    assert paid(town, "fever_clinic", *two) == [30_000]


def test_the_same_hours_twice_count_once(town: tuple[Units, People, Posts]) -> None:
    twice = (("2020-02-12", 8, 11, 1), ("2020-02-12", 8, 11, 1))
    assert paid(town, "fever_clinic", *twice) == [15_000]


def test_hubei_doubles_from_22_february(town: tuple[Units, People, Posts]) -> None:
    days = (("2020-02-21", 8, 14, 1), ("2020-02-22", 8, 14, 1))
    assert paid(town, "fever_clinic", *days, place=EAST) == [30_000 + 60_000]
    assert paid(town, "fever_clinic", *days) == [30_000 + 30_000]


def test_nothing_before_25_january_and_months_apart(town: tuple[Units, People, Posts]) -> None:
    days = (("2020-01-24", 8, 14, 1), ("2020-01-25", 8, 14, 1), ("2020-02-01", 8, 14, 1))
    assert paid(town, "fever_clinic", *days) == [30_000, 30_000]


def test_a_leader_is_paid_only_with_contact(town: tuple[Units, People, Posts]) -> None:
    _, people, posts = town
    who, at = nurse(people), post(posts, "fever_clinic")
    leader = people.leader.copy()
    leader[who] = True
    chief = replace(people, leader=leader)
    made = rows(who, at, ("2020-02-12", 8, 16, 0), ("2020-02-13", 8, 16, 1))
    assert reckon(chief, posts, spell(who, at, 3), made).fen.tolist() == [30_000]


def test_cancelled_shifts_pay_nothing(town: tuple[Units, People, Posts]) -> None:
    _, people, posts = town
    who, at = nurse(people), post(posts, "fever_clinic")
    made = rows(who, at, ("2020-02-12", 8, 16, 1))
    made = replace(made, status=np.array([CANCELLED]))
    empty: Pay = reckon(people, posts, spell(who, at, 3), made)
    assert len(empty.fen) == 0
