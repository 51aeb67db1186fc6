"""The characters of the mock pages and the scenes that need a fact of their own."""

from __future__ import annotations

from collections import defaultdict

import pytest

from .reading import Row, Tables


def person(tables: Tables, name: str, unit: str) -> Row:
    """The one person of that name in that unit."""
    unit_id = next(row["unit_id"] for row in tables["units"] if row["name"] == unit)
    found = [r for r in tables["people"] if (r["name"], r["unit_id"]) == (name, unit_id)]
    assert len(found) == 1
    return found[0]


@pytest.fixture(scope="module")
def lin(tables: Tables) -> str:
    """The person_id of nurse Lin."""
    row = person(tables, "林晓岚", "市海湾医院")
    assert row["profession"] == "nurse"
    return row["person_id"]


def of(tables: Tables, table: str, who: str) -> list[Row]:
    """The rows of one person."""
    return [row for row in tables[table] if row.get("person_id") == who]


def test_nurse_lin_goes_to_leishenshan_and_in_july_to_the_fever_clinic(
    tables: Tables, lin: str
) -> None:
    post = {row["post_id"]: row for row in tables["posts"]}
    away, back = of(tables, "spells", lin)
    assert (away["start_date"], away["mission"]) == ("2020-02-08", "aid")
    assert post[away["post_id"]]["name"] == "雷神山C7病区"
    assert (back["start_date"], post[back["post_id"]]["kind"]) == ("2020-07-22", "fever_clinic")


def test_nurse_lin_rests_fifteen_days_in_two_parts(tables: Tables, lin: str) -> None:
    rests = [
        (row["start_date"], row["end_date"])
        for row in of(tables, "absences", lin)
        if row["kind"] == "rest15"
    ]
    assert rests == [("2020-04-14", "2020-04-20"), ("2020-05-06", "2020-05-13")]


def test_nurse_lin_is_checked_insured_paired_and_has_a_first_former(
    tables: Tables, lin: str
) -> None:
    given = {r["provision"]: r for r in tables["deliveries"] if r["subject_id"] == lin}
    assert given["M11-4"]["on_date"] == "2020-04-27"
    contact = next(
        r for r in tables["people"] if r["person_id"] == given["M12-5"]["counterpart_id"]
    )
    assert contact["name"] == "于海燕"
    covers = of(tables, "insurance", lin)
    assert {row["kind"] for row in covers} == {"accident", "critical_illness"}
    assert all(row["start_date"] <= "2020-02-08" <= row["end_date"] for row in covers)
    children = [r for r in tables["children"] if lin in (r["guardian_id"], r["other_guardian_id"])]
    assert [(r["stage"], r["name"][0]) for r in children] == [("primary_entry", "林")]


def test_nurse_lin_works_ten_days_in_a_row_and_her_rest_is_broken(tables: Tables, lin: str) -> None:
    diary = [r for r in of(tables, "attendance", lin) if "2020-07-22" <= r["start"] < "2020-08-04"]
    assert [row["start"][:10] for row in diary] == [
        *(f"2020-07-{date}" for date in range(22, 32)),
        "2020-08-01",
    ]
    long = diary[4]
    assert (long["contact_confirmed"], long["reason_over_8h"]) == ("", "接班人员在途")
    assert (diary[-2]["end"], diary[-1]["start"]) == ("2020-07-31T14:00:00", "2020-08-01T07:00:00")


def test_the_office_books_itself_every_day_with_hardly_any_contact(tables: Tables) -> None:
    head = person(tables, "曹启明", "市海湾医院")
    office = [
        row
        for row in tables["people"]
        if row["unit_id"] == head["unit_id"] and row["is_leader"] == "true"
    ]
    full = 0
    for leader in office:
        july = [
            row
            for row in of(tables, "attendance", leader["person_id"])
            if row["start"][:7] == "2020-07" and row["status"] == "worked"
        ]
        days = {row["start"][:10] for row in july}
        touched = {row["start"][:10] for row in july if row["contact_confirmed"] == "true"}
        full += len(days) >= 29 and len(touched) <= 6
    assert full >= 3


def test_a_respirator_goes_to_a_clerk_and_a_box_leaves_without_a_name(tables: Tables) -> None:
    clerk = person(tables, "赵晓禾", "滨海区中心医院")
    respirators = [r for r in tables["stock_issues"] if r["standard"] == "GB 19083-2010"]
    assert any(
        row["person_id"] == clerk["person_id"] and row["at"] == "2020-08-03T14:32:00"
        for row in respirators
    )
    assert clerk["profession"] == "administrator"
    assert any(not row["person_id"] and row["quantity"] == "20" for row in respirators)


def test_stock_is_also_issued_by_the_rule_and_of_other_standards(tables: Tables) -> None:
    risk = {row["post_id"]: row["risk"] for row in tables["posts"]}
    at_risk = {
        (row["person_id"], row["start"][:10])
        for row in tables["attendance"]
        if risk[row["post_id"]] in ("high", "higher")
    }
    named = [r for r in tables["stock_issues"] if "GB 19083" in r["standard"] and r["person_id"]]
    right = [row for row in named if (row["person_id"], row["at"][:10]) in at_risk]
    assert 0.5 * len(named) < len(right) < len(named)
    standards = {row["standard"] for row in tables["stock_issues"]}
    assert {"GB2626-2019", "YY 0469-2011", ""} <= standards


def test_ten_forms_in_a_day_one_owned_three_held(tables: Tables) -> None:
    by_day: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in tables["data_requests"]:
        by_day[row["target_id"], row["issued_at"][:10]].append(row)
    ten = max(by_day.values(), key=len)
    assert len(ten) >= 10
    held = {row["field"]: row for row in tables["held_fields"]}
    first = ten[0]
    owners = {held[field]["owner_id"] for field in first["fields"].split(";")}
    assert owners == {first["issuer_id"]}
    assert first["table_code"] == "A"
    for row in ten[1:4]:
        assert any(field in held for field in row["fields"].split(";"))
        assert not row["table_code"]
    assert any(row["is_emergency"] == "true" for row in ten)


def test_harms_of_every_kind_at_every_clock(tables: Tables) -> None:
    harms = tables["harms"]
    assert {row["kind"] for row in harms} == {"illness", "injury", "violence", "rumour"}
    assert any(not row["filed_on"] for row in harms)
    for row in harms:
        dates = [row[name] for name in ("date", "filed_on", "decided_on", "paid_on") if row[name]]
        assert dates == sorted(dates)


def test_findings_have_one_or_several_channels(tables: Tables) -> None:
    counts = {len(row["channels"].split(";")) for row in tables["findings"]}
    assert 1 in counts
    assert max(counts) > 1
    assert {row["level"] for row in tables["findings"]} == {"outstanding", "exceptional"}


def test_dues_go_mostly_to_the_front_line(tables: Tables) -> None:
    spent: dict[bool, int] = defaultdict(int)
    for row in tables["fund_entries"]:
        if row["fund"] == "party_dues":
            spent[row["purpose"] in ("frontline_support", "consolation")] += int(row["amount_fen"])
    assert 0.55 < spent[True] / (spent[True] + spent[False]) < 0.95


def test_the_ten_million_for_community_workers_is_there(tables: Tables) -> None:
    assert any(
        (row["on_date"], row["amount_fen"], row["fund"], row["beneficiary_kind"])
        == ("2020-03-06", "1000000000", "matching", "community_worker")
        for row in tables["fund_entries"]
    )


def test_waivers_touch_several_provisions(tables: Tables) -> None:
    assert {"M11-4", "M11-5"} <= {row["provision"] for row in tables["waivers"]}
