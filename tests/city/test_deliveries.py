"""Deliveries: payments that a finance office could have made, and care that was given or not."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from .reading import Row, Tables


def given(tables: Tables, provision: str) -> list[Row]:
    """The deliveries of one provision."""
    return [row for row in tables["deliveries"] if row["provision"] == provision]


def test_payments_name_person_payer_and_whole_fen(tables: Tables) -> None:
    people = {row["person_id"] for row in tables["people"]}
    payers = {row["arranged_by"] for row in tables["spells"]}
    amounts = []
    for row in given(tables, "M09-1"):
        assert row["subject_id"] in people
        assert row["counterpart_id"] in payers
        if row["quantity"]:
            amounts.append(int(row["quantity"]))
    assert min(amounts) >= 10_000
    # 31 days at the doubled first rate are the most that a month can pay.
    assert max(amounts) <= 31 * 60_000
    assert all(amount % 5_000 == 0 for amount in amounts)


def test_payments_are_in_time_or_late_and_some_have_no_amount(tables: Tables) -> None:
    paid = given(tables, "M09-1")
    assert any(not row["quantity"] for row in paid)
    months = Counter(row["on_date"][:7] for row in paid)
    assert {"2020-02", "2020-03", "2020-04", "2020-08"} <= set(months)
    named = [row for row in paid if row["period_start"]]
    assert 0.2 < len(named) / len(paid) < 0.4
    assert all(row["period_start"] < row["on_date"] for row in named)
    assert all(row["period_start"][8:] == "01" for row in named)


def test_a_simple_aid_month_is_paid_to_the_fen(tables: Tables) -> None:
    """March of those away: 600 a day with contact, 400 without, when nothing is unclear."""
    away = {row["person_id"] for row in tables["spells"] if row["mission"] == "aid"}
    leaders = {row["person_id"] for row in tables["people"] if row["is_leader"] == "true"}
    days: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in (row for row in tables["attendance"] if row["status"] == "worked"):
        if row["person_id"] in away - leaders and row["start"][:7] == "2020-03":
            days[row["person_id"]][row["start"][:10]].append(row)
    paid = {
        row["subject_id"]: int(row["quantity"])
        for row in given(tables, "M09-1")
        if row["on_date"][:7] == "2020-04" and row["quantity"]
    }
    right = 0
    for person, months in days.items():
        owed = sum(_aid_day(rows) for rows in months.values())
        right += paid.get(person) == owed
    assert right > 0.7 * len(days)


def _aid_day(rows: list[Row]) -> int:
    rate = 60_000 if any(row["contact_confirmed"] == "true" for row in rows) else 40_000
    spans = {(row["start"], row["end"]) for row in rows}
    hours = sum((int(end[11:13]) - int(start[11:13])) % 24 for start, end in spans)
    return rate if hours > 4 else rate // 2


def test_some_months_are_short_and_some_unpaid(tables: Tables) -> None:
    worked = {
        (row["person_id"], row["start"][:7])
        for row in tables["attendance"]
        if row["status"] == "worked" and row["contact_confirmed"] == "true"
    }
    in_time = {(row["subject_id"], row["on_date"][:7]) for row in given(tables, "M09-1")}
    march = {person for person, month in worked if month == "2020-02"}
    unpaid = {person for person in march if (person, "2020-03") not in in_time}
    assert 0 < len(unpaid) < 0.3 * len(march)


@pytest.mark.parametrize("provision", ["M11-4", "M12-2", "M12-3", "M12-5", "M13-1"])
def test_care_was_given_to_some(tables: Tables, provision: str) -> None:
    assert given(tables, provision)


def test_health_checks_reach_most_but_not_all_and_some_come_late(tables: Tables) -> None:
    medical = {
        row["person_id"]
        for row in tables["people"]
        if row["profession"] in ("doctor", "nurse", "medical_technician")
    }
    spring = {row["person_id"] for row in tables["spells"] if row["start_date"] < "2020-03-01"}
    checked = {row["subject_id"]: row["on_date"] for row in given(tables, "M11-4")}
    share = len(set(checked) & medical & spring) / len(medical & spring)
    assert 0.8 < share < 1
    assert any(date > "2020-04-30" for date in checked.values())


def test_absences_of_every_kind(tables: Tables) -> None:
    kinds = Counter(row["kind"] for row in tables["absences"])
    assert set(kinds) == {
        *("annual", "compensatory", "rest15", "forced"),
        *("quarantine", "sick", "injury"),
    }


def test_insurance_has_group_policies_gaps_and_uninsured_days(tables: Tables) -> None:
    policies = Counter((row["policy_no"], row["kind"]) for row in tables["insurance"])
    assert max(policies.values()) > 5
    treating = {
        row["person_id"]: row["start_date"]
        for row in reversed(tables["spells"])
        if row["treats_confirmed"] == "true"
    }
    medical = {row["person_id"] for row in tables["people"] if row["profession"] == "nurse"}
    covers: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for row in tables["insurance"]:
        covers[row["person_id"], row["kind"]].append((row["start_date"], row["end_date"]))
    bare = [
        person
        for person, first in treating.items()
        for kind in ("accident", "critical_illness")
        if person in medical and not any(a <= first <= b for a, b in covers[person, kind])
    ]
    assert 0 < len(bare) < 0.3 * 2 * len(treating)
    assert any(end == "2020-06-30" for spans in covers.values() for _, end in spans)
