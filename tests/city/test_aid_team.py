"""Scene 1: 18 medics of 7 hospitals on 2 February, 511 of 20 on the 8th, home on 30 March."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from nuanxin.city import CityPlan, build_city
from nuanxin.policy.contract import MEDICAL_PROFESSIONS

from .reading import Row, Tables, read_csv


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """The least city that sends the teams in their real size; only its first months."""
    plan = CityPlan(20_000, days=120)
    return read_csv(build_city(plan, tmp_path_factory.mktemp("aid") / "city").out)


def teams(tables: Tables) -> tuple[list[Row], list[Row]]:
    """The aid spells of the two teams, by the unit that holds their wards."""
    unit = {row["unit_id"]: row["name"] for row in tables["units"]}
    ward = {row["post_id"]: unit[row["unit_id"]] for row in tables["posts"]}
    aid = [row for row in tables["spells"] if row["mission"] == "aid"]
    east = [row for row in aid if "东院" in ward[row["post_id"]]]
    return east, [row for row in aid if row not in east]


def test_real_sizes_dates_and_hospitals(full: Tables) -> None:
    unit_of = {row["person_id"]: row["unit_id"] for row in full["people"]}
    for spells, size, hospitals, left in zip(
        teams(full), (18, 511), (7, 20), ("2020-02-02", "2020-02-08"), strict=True
    ):
        members = {row["person_id"] for row in spells}
        assert len(members) == size
        assert len({unit_of[person] for person in members}) == hospitals
        first = defaultdict(lambda: "9")
        for row in spells:
            first[row["person_id"]] = min(first[row["person_id"]], row["start_date"])
        assert set(first.values()) == {left}


def test_everyone_is_medical_and_sent_by_the_own_hospital(full: Tables) -> None:
    people = {row["person_id"]: row for row in full["people"]}
    hospitals = {row["unit_id"] for row in full["units"] if row["kind"] == "hospital"}
    for row in (*teams(full)[0], *teams(full)[1]):
        assert people[row["person_id"]]["profession"] in MEDICAL_PROFESSIONS
        assert row["arranged_by"] == people[row["person_id"]]["unit_id"]
        assert row["arranged_by"] in hospitals
        assert row["treats_confirmed"] == "true"


def test_one_place_is_not_known_and_all_others_lie_in_hubei(full: Tables) -> None:
    places = [row["aid_place"] for spells in teams(full) for row in spells]
    assert "" in places
    assert all("湖北武汉" in place for place in places if place)
    local = [row for row in full["spells"] if row["mission"] == "local"]
    assert not any(row["aid_place"] for row in local)


def test_each_is_released_on_30_march_and_quarantined_until_13_april(full: Tables) -> None:
    members = {row["person_id"] for spells in teams(full) for row in spells}
    released = [row for row in full["declarations"] if row["date"] == "2020-03-30"]
    assert {row["person_id"] for row in released} == members
    assert {row["kind"] for row in released} == {"release"}
    quarantined = {
        row["person_id"]
        for row in full["absences"]
        if (row["kind"], row["start_date"], row["end_date"])
        == ("quarantine", "2020-03-31", "2020-04-13")
    }
    assert quarantined >= members


def test_nobody_works_at_home_while_away(full: Tables) -> None:
    away = {row["spell_id"] for spells in teams(full) for row in spells}
    members = {row["person_id"] for spells in teams(full) for row in spells}
    for row in full["attendance"]:
        if row["person_id"] in members and "2020-02-10" <= row["start"][:10] <= "2020-04-13":
            assert row["spell_id"] in away | {""}
            assert row["start"][:10] <= "2020-03-28"


def test_the_fifteen_days_are_whole_partial_cut_up_or_missing(full: Tables) -> None:
    members = {row["person_id"] for spells in teams(full) for row in spells}
    rested: dict[str, list[int]] = {person: [] for person in members}
    for row in full["absences"]:
        if row["kind"] == "rest15" and row["person_id"] in members:
            assert row["start_date"] >= "2020-04-14"
            days = 1 + (_day(row["end_date"]) - _day(row["start_date"]))
            rested[row["person_id"]].append(days)
    forms = {tuple(sorted(days)) for days in rested.values()}
    assert {(), (15,), (7, 8), (5, 5, 5)} <= forms
    assert any(0 < sum(days) < 15 for days in rested.values())


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def test_both_insurances_from_the_first_day_for_most_but_not_all(full: Tables) -> None:
    departure = {
        row["person_id"]: row["start_date"]
        for row in teams(full)[0] + teams(full)[1]
        if row["start_date"] in ("2020-02-02", "2020-02-08")
    }
    covered = {
        kind: {
            row["person_id"]
            for row in full["insurance"]
            if row["kind"] == kind
            and row["start_date"] <= departure.get(row["person_id"], "") <= row["end_date"]
        }
        for kind in ("accident", "critical_illness")
    }
    both = covered["accident"] & covered["critical_illness"] & set(departure)
    assert 0.85 * len(departure) < len(both) < len(departure)


def test_families_are_paired_within_days_and_one_contact_has_too_many(full: Tables) -> None:
    paired = [row for row in full["deliveries"] if row["provision"] == "M12-5"]
    members = {row["person_id"] for spells in teams(full) for row in spells}
    assert {row["subject_id"] for row in paired} == members
    families: dict[str, int] = defaultdict(int)
    for row in paired:
        families[row["counterpart_id"]] += 1
    assert sorted(families.values())[-1] == 4
    assert sorted(families.values())[-2] == 3


@pytest.mark.parametrize(("people", "sizes"), [(1_000, (2, 26)), (100, (2, 6)), (6_000, (5, 153))])
def test_small_cities_send_a_proportional_few(
    tmp_path: Path, people: int, sizes: tuple[int, int]
) -> None:
    tables = read_csv(build_city(CityPlan(people, days=60), tmp_path / "city").out)
    sent = tuple(len({row["person_id"] for row in spells}) for spells in teams(tables))
    assert sent == sizes
