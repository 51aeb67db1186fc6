"""People of every kind, in plausible shares; nobody real."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from nuanxin.city.people import check_digit
from nuanxin.policy.contract import EMPLOYMENTS, PROFESSIONS, TABLE

from .reading import Tables


@pytest.mark.parametrize("name", ["employment", "profession", "education", "party", "title_level"])
def test_every_word_of_the_vocabulary_occurs(tables: Tables, name: str) -> None:
    seen = {row[name] for row in tables["people"]} - {""}
    assert seen == set(TABLE["people"].column(name).vocabulary)


def test_the_city_is_no_single_kind_of_people(tables: Tables) -> None:
    size = len(tables["people"])
    employed = Counter(row["employment"] for row in tables["people"])
    assert max(employed.values()) < 0.5 * size
    assert set(employed) == set(EMPLOYMENTS)
    medical = sum(row["profession"] in PROFESSIONS[:5] for row in tables["people"])
    assert 0.2 < medical / size < 0.45
    leaders = sum(row["is_leader"] == "true" for row in tables["people"])
    assert 0.01 < leaders / size < 0.15


@pytest.mark.parametrize(
    ("name", "least", "most"),
    [("birth_date", 0.01, 0.04), ("needs_transport", 0.04, 0.12), ("id_number", 0.85, 0.95)],
)
def test_optional_cells_are_empty_in_a_realistic_share(
    tables: Tables, name: str, least: float, most: float
) -> None:
    empty = sum(not row[name] for row in tables["people"]) / len(tables["people"])
    assert least < empty < most


def test_people_are_of_working_age_and_began_after_school(tables: Tables) -> None:
    for row in tables["people"]:
        if row["birth_date"]:
            born = date.fromisoformat(row["birth_date"])
            assert 1960 <= born.year <= 1999
            if row["work_start"]:
                assert date.fromisoformat(row["work_start"]).year - born.year >= 19
                assert row["work_start"] < "2020-01-23"


def test_titles_have_a_date_when_there_is_one(tables: Tables) -> None:
    for row in tables["people"]:
        if row["title_level"] == "none":
            assert not row["title_since"]
        if row["title_since"] and row["work_start"]:
            assert row["title_since"] >= row["work_start"]


def test_identity_numbers_have_a_right_check_digit_and_an_impossible_area(tables: Tables) -> None:
    numbers = [row["id_number"] for row in tables["people"] if row["id_number"]]
    assert numbers
    for number in numbers:
        assert number.startswith("999999")
        assert check_digit(number[:17]) == number[17]


def test_check_digit_of_the_example_in_the_standard() -> None:
    assert check_digit("11010519491231002") == "X"


def test_people_live_where_people_live(tables: Tables) -> None:
    districts = Counter(row["district"] for row in tables["people"])
    assert len(districts) == 11
    assert min(districts, key=lambda name: districts[name]) == "长海县"
    assert districts["金州区"] > 2 * districts["西岗区"] * 0.9
