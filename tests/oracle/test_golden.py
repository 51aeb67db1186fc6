"""The evaluator agrees with every golden case, and the format refuses what it does not know."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

import nuanxin.packs.dalian2020
from nuanxin.policy.cases import Case, CaseError, differences, load_cases, load_defaults
from nuanxin.policy.contract import TABLES

from .evaluate import JUDGED, evaluate
from .states import STATES

CASES = Path(nuanxin.packs.dalian2020.__file__).parent / "cases"
FILES = sorted(CASES.glob("M*.yaml"))


@cache
def _all() -> list[Case]:
    every = [case for file in FILES for case in load_cases(file)]
    return [case for case in every if case.provision in JUDGED]


@pytest.mark.parametrize("case", _all(), ids=lambda case: f"{case.provision} {case.name.en}")
def test_case(case: Case) -> None:
    assert differences(case, evaluate(case.facts, case.as_of)) == []


def test_every_provision_has_a_case_of_every_state_and_one_without_rows() -> None:
    seen = {(case.provision, row.get("state")) for case in _all() for row in case.expect}
    assert seen >= {(name, state) for name in JUDGED for state in STATES[name]}
    assert {case.provision for case in _all() if not case.expect} == JUDGED


def test_names_are_unique_in_a_file() -> None:
    names = [(case.provision, case.name.en) for case in _all()]
    assert len(names) == len(set(names))


def test_defaults_follow_the_contract() -> None:
    defaults = load_defaults(CASES / "defaults.yaml")
    assert list(defaults.rows) == [table.name for table in TABLES]
    for table in TABLES:
        assert list(defaults.rows[table.name]) == [column.name for column in table.columns]
        for column in table.columns:
            assert defaults.kinds.get(column.name, "text") == column.kind


HEAD = """
provision: M07-2
cases:
  - name: {zh: 例, en: case}
    why: {zh: 因, en: why}
    as_of: 2020-03-31
"""


def _load(folder: Path, body: str) -> list[Case]:
    text = (CASES / "defaults.yaml").read_text(encoding="utf-8")
    (folder / "defaults.yaml").write_text(text, encoding="utf-8")
    (folder / "case.yaml").write_text(HEAD + body, encoding="utf-8")
    return load_cases(folder / "case.yaml")


def test_a_row_is_filled_numbered_and_repeated(tmp_path: Path) -> None:
    [case] = _load(
        tmp_path,
        """
    facts:
      people: [{person_id: P1, profession: doctor}, {person_id: P9}]
      attendance: [{start: "2020-03-31T08:00:00", end: 2020-03-31T16:00:00, repeat_days: 2}]
      deliveries: [{provision: M09-1, on_date: 2020-03-31, quantity: 1.5}]
    tables_absent: [insurance]
    expect: []
""",
    )
    first, second = case.facts["attendance"]
    assert (first["attendance_id"], second["attendance_id"]) == ("A1", "A2")
    assert first["start"] == datetime(2020, 3, 31, 8)
    assert second["end"] == datetime(2020, 4, 1, 16)
    assert first["contact_confirmed"] is None
    assert case.facts["deliveries"][0]["quantity"] == Decimal("1.5")
    people = {row["person_id"]: row["profession"] for row in case.facts["people"]}
    assert (people["P1"], people["P2"], people["P9"]) == ("doctor", "doctor", "nurse")
    assert "insurance" not in case.facts
    assert case.facts["children"] == []
    assert case.as_of == date(2020, 3, 31)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("    expect: []\n    expects: []", "expects"),
        ("    as_off: 1", "as_off"),
        ("    facts: {shifts: []}\n    expect: []", "shifts"),
        ("    facts: {spells: [{starts: 2020-03-01}]}\n    expect: []", "starts"),
        ("    facts: {spells: [{end_date: 2020-03-01}]}\n    expect: []", "start_date must be"),
        ("    facts: {spells: [{start_date: soon}]}\n    expect: []", "soon"),
        ("    facts: {attendance: [{start: '2020-03-31', end: '1'}]}\n    expect: []", "no time"),
        ("    expect: [{amount: 3}]", "amount"),
        ("    expect: [{quantity: true}]", "no number"),
        ("    expect: []\n    tables_absent: [shifts]", "shifts"),
        ("    expect: []\n    as_of: 2020-03-30", "stands twice"),
        ("    facts: {}", "expect is missing"),
    ],
)
def test_what_the_format_does_not_know_is_an_error(tmp_path: Path, body: str, message: str) -> None:
    with pytest.raises(CaseError, match=message):
        _load(tmp_path, body)


def test_a_difference_names_both_rows(tmp_path: Path) -> None:
    [case] = _load(tmp_path, "    expect: [{subject_id: U1, quantity: 1, state: kept}]")
    row = {"provision": "M07-2", "subject_id": "U1", "quantity": Decimal(2), "state": "kept"}
    assert differences(case, [{**row, "quantity": Decimal("1.00001")}]) == []
    assert differences(case, [row]) == [
        "expected, not given: subject_id=U1, quantity=1, state=kept",
        "given, not expected: provision=M07-2, subject_id=U1, quantity=2, state=kept",
    ]
