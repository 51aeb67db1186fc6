"""The Dalian pack holds what the specification's data tables say (``data/README.md``)."""

import csv
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import nuanxin.packs.dalian2020 as dalian2020
from nuanxin.policy.parameters import Parameters
from nuanxin.policy.registry import load_pack_text

PACK = Path(dalian2020.__file__).parent
PACK_TEXT = load_pack_text(PACK)
PARAMETERS = Parameters.load(PACK / "parameters")


def rows(name: str) -> list[dict[str, str]]:
    with (Path(__file__).parent / "data" / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


RESEARCHED = rows("policy_parameters.csv")
CERTAINTY = {"text": "text", "sourced": "sourced", "sourced_peer": "peer"}
NORMALISED = {
    "subsidy.day_rule.full": Decimal(4),
    "subsidy.identity_neutral": True,
    "tax.iit_exempt": True,
}
FIXED = """
roster.shift_max_normal=8 hours; roster.over_shift_share_max=10 %;
roster.over_shift_always_allowed=1 count; rest.week_window=7 days; rest.week_hours_max=60 hours;
rest.duty_run_max=10 days; rest.long_shifts_in_week=3 count; rest.forced_hours=48 hours;
rest.long_deployment=30 days; rest.long_deployment_rest=7 days; comp.workday_hours=8 hours;
comp.absence_day_hours=8 hours; comp.begin_within=30 days; comp.done_within=180 days;
subsidy.day_rule.full=4 hours; subsidy.due_workdays=10 workdays; care.check_within=30 days;
care.extra_rest_min=15 days; care.rest_begin_within=60 days; care.rest_done_within=180 days;
care.rest_blocks_max=2 blocks; edu.zhongkao_bonus=10 points; burden.minutes_per_day=30 minutes;
burden.repeat_hours=168 hours; burden.emergency_hours=72 hours; injury.file_within=3 workdays;
injury.decide_within=15 days; injury.first_pay_within=10 workdays; injury.apply_days=30 days;
injury.decide_days=60 days; families.ledger_within=3 days; families.first_visit_within=7 days;
families.visit_every=14 days; families.join_gap=14 days; families.per_contact_max=3 count
"""


def test_sixteen_measures_and_the_64_obligations_with_their_force() -> None:
    assert [m.number for m in PACK_TEXT.measures] == list(range(1, 17))
    found = [(o.id, str(o.measure), o.modality.value) for o in PACK_TEXT.obligations]
    assert found == [(r["id"], r["measure"], r["modality"]) for r in rows("obligations.csv")]
    assert len(found) == 64


def test_titles_fit_the_board() -> None:
    titles = [m.title for m in PACK_TEXT.measures] + [o.title for o in PACK_TEXT.obligations]
    for title in titles:
        assert len(title.zh) <= 16, title
        assert len(title.en.split()) <= 6, title


def test_english_holds_no_chinese_and_chinese_is_chinese() -> None:
    texts = [
        value
        for entry in (*PACK_TEXT.measures, *PACK_TEXT.obligations, *PACK_TEXT.gaps)
        for value in vars(entry).values()
        if hasattr(value, "zh")
    ]
    assert len(texts) > 700
    for text in texts:
        assert not re.search(r"[\u3000-\u9fff]", text.en), text
        assert re.search(r"[\u4e00-\u9fff]", text.zh), text


def test_citations_follow_the_ids() -> None:
    assert PACK_TEXT.obligation("M07-2").citation.zh == "第七条第二款"
    assert PACK_TEXT.obligation("M07-2").citation.en == "Measure 7, item 2"
    for obligation in PACK_TEXT.obligations:
        item = obligation.id.partition("-")[2]
        assert obligation.citation.en == f"Measure {obligation.measure}, item {item}"


@pytest.mark.parametrize("row", RESEARCHED, ids=lambda row: row["key"])
def test_a_researched_parameter_is_kept_as_found(row: dict[str, str]) -> None:
    parameter = PARAMETERS[row["key"]]
    [version] = parameter.values
    wanted = NORMALISED.get(row["key"], row["value"])
    if isinstance(version.value, Decimal) and isinstance(wanted, str):
        wanted = Decimal(wanted)
    assert version.value == wanted
    assert version.certainty == CERTAINTY.get(row["confidence"], "unverified")
    assert version.jurisdiction == (row["jurisdiction"] or "national")
    stated = row["effective_from"].partition(" ")[0]
    assert version.precision == "unknown" or version.start.isoformat().startswith(stated)


@pytest.mark.parametrize("entry", FIXED.replace("\n", " ").split(";"), ids=str.strip)
def test_a_number_of_the_definitions_is_a_parameter(entry: str) -> None:
    key, _, rest = entry.strip().partition("=")
    value, unit = rest.split(" ")
    assert PARAMETERS.number(key) == Decimal(value)
    assert PARAMETERS[key].unit == unit


def test_the_definitions_numbers_judge_every_day() -> None:
    for entry in FIXED.replace("\n", " ").split(";"):
        key = entry.strip().partition("=")[0]
        assert PARAMETERS.value(key, date(2019, 12, 1)) == PARAMETERS.value(key), key


@pytest.mark.parametrize(
    ("key", "steps"),
    [
        ("subsidy.tier1.daily", [(date.min, 0), (date(2020, 1, 25), 300)]),
        ("subsidy.tier2.daily", [(date.min, 0), (date(2020, 1, 25), 200)]),
        ("subsidy.multiplier.hubei", [(date.min, 1), (date(2020, 2, 22), 2)]),
    ],
)
def test_only_tiers_and_factor_change_by_duty_day(key: str, steps: list[tuple[date, int]]) -> None:
    assert PARAMETERS.timeline(key) == steps


def test_only_medical_respirators_are_scarce() -> None:
    assert PARAMETERS.words("ppe.scarce_standards") == ("GB19083",)


def test_peer_rules_name_their_place_and_are_not_dalians() -> None:
    peers = [v for p in PARAMETERS.values() for v in p.values if v.certainty == "peer"]
    assert peers
    assert all(v.jurisdiction not in ("Dalian", "national") for v in peers)


def test_what_the_text_says_is_only_what_the_measures_say() -> None:
    said = {k for k, p in PARAMETERS.items() if p.values[0].certainty == "text"}
    assert said == {
        "roster.shift_max_normal",
        "care.extra_rest_min",
        "insurance.kinds",
        "burden.tables_max",
    }
