"""Units of every kind in one tree, in the real districts and streets."""

from __future__ import annotations

from collections import Counter

from nuanxin.city.geography import dalian
from nuanxin.policy.contract import UNIT_KINDS

from .reading import Row, Tables


def test_units_of_every_kind(tables: Tables) -> None:
    assert {row["kind"] for row in tables["units"]} == set(UNIT_KINDS)


def test_names_are_told_apart(tables: Tables) -> None:
    names = Counter(row["name"] for row in tables["units"])
    assert [name for name, count in names.items() if count > 1] == []


def test_the_tree_leads_to_the_top_without_a_loop(tables: Tables) -> None:
    by_id = {row["unit_id"]: row for row in tables["units"]}
    for unit in tables["units"]:
        steps = 0
        while unit["parent_id"]:
            unit = by_id[unit["parent_id"]]
            steps += 1
            assert steps < 6


def test_a_community_lies_under_its_street_office_under_the_district(tables: Tables) -> None:
    by_id: dict[str, Row] = {row["unit_id"]: row for row in tables["units"]}
    land = dalian()
    streets = {land.street_name(street) for street in range(len(land.streets))}
    seen = 0
    for unit in tables["units"]:
        office = by_id.get(unit["parent_id"])
        if unit["kind"] == "community" and office and office["name"].endswith("街道办事处"):
            assert office["name"].removesuffix("办事处") in streets
            assert by_id[office["parent_id"]]["name"] == f"{unit['district']}人民政府"
            seen += 1
    assert seen > 20


def test_twenty_hospitals_have_medical_staff(tables: Tables) -> None:
    hospitals = {row["unit_id"] for row in tables["units"] if row["kind"] == "hospital"}
    staffed = {
        row["unit_id"] for row in tables["people"] if row["profession"] in ("doctor", "nurse")
    }
    assert len(hospitals & staffed) >= 20


def test_real_populations_and_streets_are_carried_unchanged() -> None:
    land = dalian()
    assert int(land.population.sum()) == 7_450_785
    assert len(land.streets) == 152
    assert land.population[land.districts.index("庄河市")] == 742_496
    assert land.population[land.districts.index("金州区")] == 1_545_491
