"""Couples, parents, children of all stages."""

from __future__ import annotations

from collections import Counter
from datetime import date

from nuanxin.policy.contract import STAGES

from .reading import Tables

ENTRY_AGE = {"kindergarten_entry": 3, "primary_entry": 6, "junior_entry": 12, "senior_entry": 15}


def test_couples_are_written_once_or_twice_and_nobody_has_two_spouses(tables: Tables) -> None:
    pairs = Counter(
        tuple(sorted((row["person_id"], row["relative_id"])))
        for row in tables["relations"]
        if row["kind"] == "spouse"
    )
    assert set(pairs.values()) == {1, 2}
    married = Counter(person for pair in pairs for person in pair)
    assert set(married.values()) == {1}


def test_some_spouses_are_nobody_of_the_city(tables: Tables) -> None:
    people = {row["person_id"] for row in tables["people"]}
    assert any(row["relative_id"] not in people for row in tables["relations"])


def test_parents_are_a_generation_older(tables: Tables) -> None:
    born = {row["person_id"]: row["birth_date"] for row in tables["people"]}
    parents = [row for row in tables["relations"] if row["kind"] == "parent"]
    assert parents
    for row in parents:
        child, parent = born[row["person_id"]], born[row["relative_id"]]
        assert not child or not parent or int(child[:4]) - int(parent[:4]) >= 20


def test_children_of_all_stages_at_their_ages(tables: Tables) -> None:
    assert {row["stage"] for row in tables["children"]} == set(STAGES)
    for row in tables["children"]:
        age = (date(2020, 9, 1) - date.fromisoformat(row["birth_date"])).days // 365
        assert 0 <= age <= 17
        if row["stage"] in ENTRY_AGE:
            assert age == ENTRY_AGE[row["stage"]]
            assert row["enrol_year"] == "2020"


def test_guardians_are_a_couple_one_person_or_not_both_known(tables: Tables) -> None:
    spouse = {}
    for row in tables["relations"]:
        if row["kind"] == "spouse":
            spouse[row["person_id"]] = row["relative_id"]
            spouse[row["relative_id"]] = row["person_id"]
    both = 0
    for row in tables["children"]:
        if row["other_guardian_id"]:
            assert spouse[row["guardian_id"]] == row["other_guardian_id"]
            both += 1
    assert 0.4 < both / len(tables["children"]) < 0.95


def test_need_of_home_study_is_known_only_for_most_pupils(tables: Tables) -> None:
    need = Counter(row["needs_home_study"] for row in tables["children"])
    assert set(need) == {"true", "false", ""}
