"""Posts: contact and risk as measures 8 and 9 read them."""

from __future__ import annotations

import pytest

from nuanxin.policy.contract import POST_KINDS

from .reading import Tables

RISK = {
    "high": ("isolation_ward", "icu", "fever_clinic", "designated_ward", "epidemiology"),
    "higher": ("laboratory", "sampling", "emergency", "quarantine_site"),
    "medium": ("general_ward", "checkpoint", "grid", "screening", "patrol", "key_visit"),
    "low": ("logistics", "headquarters"),
}


def test_posts_of_every_kind(tables: Tables) -> None:
    assert {row["kind"] for row in tables["posts"]} == set(POST_KINDS)


@pytest.mark.parametrize("risk", RISK)
def test_risk_follows_the_kind(tables: Tables, risk: str) -> None:
    for row in tables["posts"]:
        assert (row["kind"] in RISK[risk]) == (row["risk"] == risk)


def test_only_designated_hospitals_and_hubei_hold_confirmed_cases(tables: Tables) -> None:
    unit = {row["unit_id"]: row for row in tables["units"]}
    confirmed = {unit[r["unit_id"]]["name"] for r in tables["posts"] if r["contact"] == "confirmed"}
    assert "市海湾医院" in confirmed
    assert len([name for name in confirmed if "驰援湖北" in name]) == 2
    hospitals = [row for row in tables["units"] if row["kind"] == "hospital"]
    assert len(confirmed) < len(hospitals) / 2


def test_a_spell_treats_confirmed_cases_where_its_post_does(tables: Tables) -> None:
    contact = {row["post_id"]: row["contact"] for row in tables["posts"]}
    for row in tables["spells"]:
        assert (row["treats_confirmed"] == "true") == (contact[row["post_id"]] == "confirmed")


def test_leishenshan_has_eight_wards(tables: Tables) -> None:
    assert len([row for row in tables["posts"] if row["name"].startswith("雷神山")]) == 8
