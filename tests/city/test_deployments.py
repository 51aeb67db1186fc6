"""Who is sent: both waves, couples, long spells, released people called back."""

from __future__ import annotations

from collections import defaultdict

from nuanxin.policy.contract import MEDICAL_PROFESSIONS, POST_KINDS

from .reading import Tables


def test_posts_of_all_kinds_are_staffed(tables: Tables) -> None:
    kind = {row["post_id"]: row["kind"] for row in tables["posts"]}
    assert {kind[row["post_id"]] for row in tables["spells"]} == set(POST_KINDS)


def test_released_people_are_called_back_in_july(tables: Tables) -> None:
    spring = {row["person_id"] for row in tables["spells"] if row["start_date"] < "2020-03-20"}
    summer = {row["person_id"] for row in tables["spells"] if row["start_date"] >= "2020-07-22"}
    assert len(spring & summer) > 0.5 * len(spring)
    assert summer - spring


def test_spells_are_open_ended_or_thirty_days_long_for_some(tables: Tables) -> None:
    ends = [row["end_date"] for row in tables["spells"]]
    assert "" in ends
    assert any(end and end > "2020-08-29" for end in ends)
    assert any(row["start_date"] < "2020-02-15" and not row["end_date"] for row in tables["spells"])


def test_cadres_go_down_to_communities_arranged_by_either_side(tables: Tables) -> None:
    unit = {row["unit_id"]: row["kind"] for row in tables["units"]}
    own = {row["person_id"]: row["unit_id"] for row in tables["people"]}
    post_unit = {row["post_id"]: row["unit_id"] for row in tables["posts"]}
    arranged = {"own": 0, "host": 0}
    for row in tables["spells"]:
        host = post_unit[row["post_id"]]
        if unit[host] in ("community", "village") and host != own[row["person_id"]]:
            arranged["own" if row["arranged_by"] == own[row["person_id"]] else "host"] += 1
    assert arranged["own"] > arranged["host"] > 0


def test_some_medical_couples_are_away_at_the_same_time_and_most_are_not(tables: Tables) -> None:
    medical = {
        row["person_id"] for row in tables["people"] if row["profession"] in MEDICAL_PROFESSIONS
    }
    couples = {
        tuple(sorted((row["person_id"], row["relative_id"])))
        for row in tables["relations"]
        if row["kind"] == "spouse" and {row["person_id"], row["relative_id"]} <= medical
    }
    days: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in tables["spells"]:
        days[row["person_id"]].append((row["start_date"], row["end_date"] or "2020-12-31"))
    both = [
        (one, two)
        for one, two in couples
        if any(a <= d and c <= b for a, b in days[one] for c, d in days[two])
    ]
    assert 0 < len(both) < len(couples) / 2
