"""``nuanxin compare``: scene 3, a rate with a date in the past; arrears worked out by hand."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from .conftest import AID_TEAM, AS_OF, Nuanxin

# Nurse N511, March 2020 (tests/scenes/test_aid_team.py): 16 full days and a half one of tier 1 in
# Hubei, where it is doubled, and one day of tier 2. 100 yuan more a day from 1 March on:
MARCH_MORE = (16 * 100 + 50) * 2 * 100  # fen: 3 300 yuan
# From Monday 16 March: 17, 20, 21, 23, 24, 26, 27 March; the 18th is tier 2.
LATE_MORE = 7 * 100 * 2 * 100
MARCH, PAID = 1_030_000, 500_000
RAISE = ("--set", "subsidy.tier1.daily=400@2020-03-01")


def compare(nuanxin: Nuanxin, *arguments: object) -> dict[str, object]:
    said = nuanxin("compare", AID_TEAM, "--as-of", AS_OF, "--json", *arguments)
    assert (said.code, said.err) == (0, "")
    return said.json


def test_a_rate_with_a_date_in_the_past_is_arrears(nuanxin: Nuanxin) -> None:
    found = compare(nuanxin, *RAISE)
    money = found["money"]
    assert isinstance(money, dict)
    assert money["difference_fen"] == money["arrears_fen"] == MARCH_MORE
    assert [month["month"] for month in money["months"]] == ["2020-03"]
    assert money["months"][0]["to_pay_fen"] == MARCH + MARCH_MORE - PAID
    assert [(payer["unit_id"], payer["arrears_fen"]) for payer in money["payers"]] == [
        ("H1", MARCH_MORE)
    ]
    people = found["people"]
    assert isinstance(people, dict)
    assert (people["gain"], people["lose"]) == (1, 0)
    assert [(p["subject_id"], p["fen"]) for p in people["most"]] == [("N511", MARCH_MORE)]


def test_a_date_within_the_month_counts_by_day(nuanxin: Nuanxin) -> None:
    money = compare(nuanxin, "--set", "subsidy.tier1.daily=400@2020-03-16")["money"]
    assert isinstance(money, dict)
    assert money["arrears_fen"] == LATE_MORE
    until = compare(nuanxin, "--set", "subsidy.tier1.daily=400@2020-03-01..2020-03-15")["money"]
    assert isinstance(until, dict)
    assert until["arrears_fen"] == MARCH_MORE - LATE_MORE


def test_what_officers_could_not_know_is_not_doubled(nuanxin: Nuanxin, tmp_path: Path) -> None:
    """The doubling is in force from 22 February and was published that day."""
    for known, february in (("2020-02-21", 15 * 300), ("2020-02-22", 9 * 300 + 6 * 600)):
        out = tmp_path / known
        said = nuanxin(
            *("evaluate", AID_TEAM, "--as-of", AS_OF, "--known", known, "--out", out, "--json")
        )
        assert said.code == 0
        [row] = [
            row
            for row in csv.DictReader((out / "obligations.csv").open(encoding="utf-8"))
            if row["provision"] == "M09-1" and row["period_start"] == "2020-02-01"
        ]
        assert row["quantity"] == str(february * 100)
        assert said.json["known"] == known
        versions = said.json["parameter_versions"]["subsidy.multiplier.hubei"]
        assert [v["value"] for v in versions] == ([] if known == "2020-02-21" else ["2"])


def test_before_publication_a_lasting_rule_judges_and_says_so(
    nuanxin: Nuanxin, tmp_path: Path
) -> None:
    said = nuanxin(
        *("evaluate", AID_TEAM, "--as-of", AS_OF, "--known", "2020-02-19", "--out", tmp_path),
        "--json",
    )
    [version] = said.json["parameter_versions"]["care.extra_rest_min"]
    assert (version["value"], version["known"], version["published_later"]) == (
        *("15", "2020-02-20"),
        True,
    )


def test_explain_names_the_factor_only_once_it_was_published(nuanxin: Nuanxin) -> None:
    asked = ("explain", AID_TEAM, "--subject", "person:N511", "--provision", "M09-1")
    for known, value in (("2020-02-21", 1), ("2020-02-22", 2)):
        told = nuanxin(*asked, "--as-of", AS_OF, "--known", known, "--json").json
        used = {p["key"]: p for row in told["obligations"] for p in row["parameters"]}
        assert used["subsidy.multiplier.hubei"]["value"] == value
        assert ("source" in used["subsidy.multiplier.hubei"]) == (value == 2)


def test_compare_with_what_was_known(nuanxin: Nuanxin) -> None:
    money = compare(nuanxin, *RAISE, "--known", "2020-02-21")["money"]
    assert isinstance(money, dict)
    assert money["arrears_fen"] == MARCH_MORE // 2


def test_the_report_is_readable_in_both_languages(nuanxin: Nuanxin) -> None:
    asked = ("compare", AID_TEAM, "--as-of", AS_OF, *RAISE)
    english, chinese = nuanxin(*asked, "--lang", "en").out, nuanxin(*asked).out
    assert "arrears 3,300.00" in english
    assert "补发 3,300.00" in chinese
    assert "+ person:N511 3,300.00" in english
    assert len(english.splitlines()) == len(chinese.splitlines())


def test_only_out_writes_and_only_the_differences(nuanxin: Nuanxin, tmp_path: Path) -> None:
    out = tmp_path / "differences"
    compare(nuanxin, *RAISE, "--out", out)
    assert {path.name for path in out.iterdir()} == {"differences.csv", "differences.parquet"}
    [row] = csv.DictReader((out / "differences.csv").open(encoding="utf-8"))
    assert (row["change"], row["effect"], row["subject_id"]) == ("changed", "gains", "N511")
    assert float(row["quantity_after"]) - float(row["quantity_before"]) == MARCH_MORE


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "nothing to compare: give --set key=value or --against PACK"),
        (("--set", "care.extra_rest_min=20@1 March"), "--set care.extra_rest_min=20@1 March: "),
        (("--set", "care.extra_rest=20"), "did you mean care.extra_rest_min"),
        (("--against", "wuhan"), "there is no pack 'wuhan'"),
        ((*RAISE, "--known", "2020-2-1"), "--known 2020-2-1: expected a date"),
        ((*RAISE, "--lang", "de"), "--lang de: expected zh or en"),
    ],
)
def test_what_cannot_be_compared_is_refused(
    nuanxin: Nuanxin, arguments: tuple[str, ...], said: str
) -> None:
    assert said in nuanxin("compare", AID_TEAM, "--as-of", AS_OF, *arguments).refused()
