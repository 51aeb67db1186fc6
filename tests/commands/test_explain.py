"""``nuanxin explain``: why, in words for a person and as one JSON object."""

from __future__ import annotations

from .conftest import AID_TEAM, AS_OF, Nuanxin

WHO = (AID_TEAM, "--subject", "person:N511", "--as-of", AS_OF)


def test_one_provision_in_english(nuanxin: Nuanxin) -> None:
    said = nuanxin("explain", *WHO, "--provision", "M11-5", "--lang", "en")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("M11-5 15 days' rest · Owed\n")
    for line in (
        "2020-02-08 – 2020-03-30 · 7 / 15 days · due 2020-09-26 · owner H1",
        "✓ The task has ended: Released on 2020-03-30",
        "facts: declarations:2020-03-30/release/N511",
        "✗ All days have been taken: 7 days taken",
        "facts: absences:B2",
        "care.extra_rest_min = 15 days (the policy's own words: Dalian) Days of rest beyond",
    ):
        assert line in said.out


def test_chinese_comes_first(nuanxin: Nuanxin) -> None:
    said = nuanxin("explain", *WHO, "--provision", "M11-5")
    assert "应兑现" in said.out
    assert "✗ 已经休满：已休 7 天" in said.out
    assert "facts:" not in said.out


def test_money_is_told_in_yuan_and_hours_without_empty_decimals(nuanxin: Nuanxin) -> None:
    said = nuanxin("explain", *WHO, "--lang", "en")
    assert "5,000.00 / 10,300.00 yuan · due 2020-04-15" in said.out
    assert "Paid in full: 5,000.00 yuan paid" in said.out
    assert "47 hours in all" in said.out
    assert "000000" not in said.out
    assert " fen" not in said.out


def test_the_unknown_names_what_is_missing_and_where(nuanxin: Nuanxin) -> None:
    said = nuanxin("explain", *WHO, "--provision", "M09-1", "--lang", "en")
    _, _, unknown = said.out.partition("Pay the subsidy · Unknown")
    unknown, _, _ = unknown.partition("Pay the subsidy · Overdue")
    assert "missing: contact_confirmed" in unknown
    assert "facts: attendance:A27\n" in unknown


def test_only_parameters_of_the_rule_that_spoke(nuanxin: Nuanxin) -> None:
    """M07-3 has two rules; the seven days after thirty know nothing of the hours of a week."""
    [told] = nuanxin("explain", *WHO, "--provision", "M07-3", "--json").json["obligations"]
    keys = {parameter["key"] for parameter in told["parameters"]}
    assert keys == {"rest.long_deployment", "rest.long_deployment_rest"}


def test_a_setting_is_told_as_such(nuanxin: Nuanxin) -> None:
    changed = ("--set", "care.extra_rest_min=20", "--provision", "M11-5", "--lang", "en")
    said = nuanxin("explain", *WHO, *changed)
    assert "7 / 20 days" in said.out
    assert "care.extra_rest_min = 20 days (our default: what-if)" in said.out
    assert "Set for this run" in said.out


def test_json_holds_every_obligation_with_its_reasons(nuanxin: Nuanxin) -> None:
    said = nuanxin("explain", *WHO, "--json")
    assert (said.code, said.err) == (0, "")
    told = said.json
    assert (told["subject"], told["as_of"], told["pack"]) == ("person:N511", AS_OF, "dalian2020")
    assert len(told["obligations"]) == 24
    ids = [obligation["obligation_id"] for obligation in told["obligations"]]
    assert ids == sorted(set(ids))
    promised = {f"M{n}" for n in ("07-2", "07-3", "07-4", "09-1", "10-4", "11-4", "11-5", "12-3")}
    assert promised <= {obligation["provision"] for obligation in told["obligations"]}
    for obligation in told["obligations"]:
        assert obligation["subject_id"] == "N511"
        assert obligation["law"]["citation"]["zh"].startswith("第")
        assert obligation["criteria"], obligation["obligation_id"]
        for criterion in obligation["criteria"]:
            assert criterion["question"]["zh"]
            assert criterion["question"]["en"]
            assert criterion["holds"] in (True, False, None)
        for parameter in obligation["parameters"]:
            assert {"key", "value", "unit", "source", "certainty"} <= set(parameter)


def test_a_unit_is_explained_too(nuanxin: Nuanxin) -> None:
    told = nuanxin("explain", AID_TEAM, "--subject", "unit:L1", "--as-of", AS_OF, "--json").json
    found = [(o["provision"], o["state"]) for o in told["obligations"]]
    assert found == [("M07-1", "unknown")] * 8 + [("M07-2", "kept")] * 2


def test_nobody_owes_anything_before_the_first_day(nuanxin: Nuanxin) -> None:
    before = (AID_TEAM, "--subject", "person:N511", "--as-of", "2020-02-07")
    assert nuanxin("explain", *before, "--lang", "en").out == "person:N511: no obligation\n"
    assert nuanxin("explain", *before, "--json").json["obligations"] == []


def test_a_count_is_no_failed_condition(nuanxin: Nuanxin) -> None:
    """N511 had no half day in February: that is a figure, not a reason against anything."""
    said = nuanxin("explain", *WHO, "--provision", "M09-1", "--lang", "en")
    assert "· Of these, counted as half days: 0 days" in said.out
    assert "✗ Of these" not in said.out
