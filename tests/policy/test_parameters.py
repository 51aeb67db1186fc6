"""Dated parameters: what holds on which day, what was known when, and what is refused."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from nuanxin.policy.parameters import NotInForce, Parameters, UnknownParameter

HEAD = "{label: {zh: 数, en: Number}, unit: %s, measures: [9]%s, values: [%s]}"
TAIL = "jurisdiction: Dalian, certainty: text, source: {zh: 第九条, en: Measure 9}"


def version(value: object, start: str, known: str | None = None, end: str | None = None) -> str:
    to = f", to: {end}" if end else ""
    return f"{{value: {value}, from: {start}{to}, known: {known or start}, {TAIL}}}"


def parameters(folder: Path, *versions: str, unit: str = "hours", more: str = "") -> Parameters:
    (folder / "theme.yaml").write_text("a.key: " + HEAD % (unit, more, ", ".join(versions)))
    return Parameters.load(folder)


def test_a_value_holds_from_its_day_until_the_next_one(tmp_path: Path) -> None:
    held = parameters(tmp_path, version(1, "2020-02-01"), version(2, "2020-03-01"))
    assert held.value("a.key", date(2020, 2, 29)) == 1
    assert held.value("a.key", date(2020, 3, 1)) == 2
    assert held.value("a.key") == 2


def test_before_its_first_day_there_is_no_value(tmp_path: Path) -> None:
    held = parameters(tmp_path, version(1, "2020-02-01"))
    with pytest.raises(NotInForce, match=r"a\.key has no value on 2020-01-31"):
        held.value("a.key", date(2020, 1, 31))


def test_otherwise_fills_the_days_outside(tmp_path: Path) -> None:
    held = parameters(tmp_path, version(300, "2020-01-25", end="2020-12-31"), more=", otherwise: 0")
    assert held.timeline("a.key") == [
        (date.min, Decimal(0)),
        (date(2020, 1, 25), Decimal(300)),
        (date(2021, 1, 1), Decimal(0)),
    ]


def test_always_judges_the_days_before_its_source_too(tmp_path: Path) -> None:
    held = parameters(tmp_path, version(15, "2020-02-20"), more=", applies: always")
    assert held.timeline("a.key") == [(date.min, Decimal(15))]
    assert held.value("a.key", date(2020, 1, 23), known=date(2020, 1, 23)) == 15


def test_a_day_can_be_judged_as_it_was_known_then(tmp_path: Path) -> None:
    held = parameters(
        tmp_path,
        version(1, "2020-02-01"),
        version(2, "2020-02-10", known="2020-03-15"),
    )
    day = date(2020, 2, 20)
    assert held.value("a.key", day, known=date(2020, 3, 14)) == 1
    assert held.value("a.key", day, known=date(2020, 3, 15)) == 2
    assert held.value("a.key", day) == 2


def test_a_newer_publication_wins_for_its_period_only(tmp_path: Path) -> None:
    held = parameters(
        tmp_path,
        version(1, "2020-02-01"),
        version(5, "2020-02-10", known="2020-04-01", end="2020-02-12"),
        more=", otherwise: 0",
    )
    assert held.timeline("a.key") == [
        (date.min, Decimal(0)),
        (date(2020, 2, 1), Decimal(1)),
        (date(2020, 2, 10), Decimal(5)),
        (date(2020, 2, 13), Decimal(1)),
    ]


def test_numbers_are_decimal_never_float(tmp_path: Path) -> None:
    held = parameters(tmp_path, version("1.10", "2020-02-01"))
    assert str(held.value("a.key")) == "1.10"


def test_typed_reads_refuse_another_type(tmp_path: Path) -> None:
    held = parameters(tmp_path, version("1.5", "2020-02-01"))
    assert held.number("a.key") == Decimal("1.5")
    with pytest.raises(TypeError, match="not a whole number"):
        held.whole("a.key")
    with pytest.raises(TypeError, match="not a list"):
        held.words("a.key")


def test_an_unknown_key_names_near_matches(tmp_path: Path) -> None:
    held = parameters(tmp_path, version(1, "2020-02-01"))
    with pytest.raises(UnknownParameter, match=r"'a\.kye'; did you mean a\.key"):
        held.value("a.kye")


def test_an_override_keeps_the_days_before_the_rule(tmp_path: Path) -> None:
    held = parameters(tmp_path, version(300, "2020-01-25"), more=", otherwise: 0")
    changed = held.override({"a.key": " 400 "})
    assert changed.timeline("a.key") == [
        (date.min, Decimal(0)),
        (date(2020, 1, 25), Decimal(400)),
    ]
    assert held.value("a.key") == 300


def test_an_override_is_never_shown_as_the_policys_own_word(tmp_path: Path) -> None:
    changed = parameters(tmp_path, version(8, "2020-02-20")).override({"a.key": "12"})
    version_used = changed["a.key"].version(date(2020, 3, 1))
    assert version_used is not None
    assert (version_used.certainty, version_used.jurisdiction) == ("default", "what-if")


@pytest.mark.parametrize(
    ("unit", "value", "text", "said"),
    [
        ("days", "15", "2.5", "a.key=2.5: expected a whole number in days"),
        ("days", "15", "many", "a.key=many: expected a number in days"),
        ("hours", "8", "-1", "a.key=-1: expected a number of 0 or more in hours"),
        ("hours", "8", "NaN", "a.key=NaN: expected a number of 0 or more in hours"),
        ("hours", "8", "1e400", "a.key=1e400: expected a number of at most 1,000,000 in hours"),
        (
            "hours",
            "8",
            "0.12345",
            "a.key=0.12345: expected a number with at most 4 decimals in hours",
        ),
        ("yes/no", "true", "1", "a.key=1: expected true or false"),
        ("text", "words", "", "a.key=: expected a text"),
    ],
)
def test_an_override_must_fit_type_and_unit(
    tmp_path: Path, unit: str, value: str, text: str, said: str
) -> None:
    held = parameters(tmp_path, version(value, "2020-02-20"), unit=unit)
    with pytest.raises(ValueError, match="expected") as error:
        held.override({"a.key": text})
    assert str(error.value) == said


def test_a_list_is_overridden_item_by_item(tmp_path: Path) -> None:
    held = parameters(tmp_path, version("[GB19083]", "2020-02-20"), unit="list")
    changed = held.override({"a.key": "GB19083; GB2626;"})
    assert changed.words("a.key") == ("GB19083", "GB2626")


def test_overriding_an_unknown_key_is_refused(tmp_path: Path) -> None:
    held = parameters(tmp_path, version(1, "2020-02-01"))
    with pytest.raises(UnknownParameter):
        held.override({"b": "1"})


def test_a_dated_trial_holds_in_its_period_and_leaves_the_rest(tmp_path: Path) -> None:
    held = parameters(tmp_path, version(300, "2020-01-25"), more=", otherwise: 0")
    changed = held.override([("a.key", "400@2020-03-01..2020-03-31"), ("a.key", "500@2020-05-01")])
    assert changed.timeline("a.key") == [
        (date.min, Decimal(0)),
        (date(2020, 1, 25), Decimal(300)),
        (date(2020, 3, 1), Decimal(400)),
        (date(2020, 4, 1), Decimal(300)),
        (date(2020, 5, 1), Decimal(500)),
    ]


def test_a_trial_before_the_rule_leaves_a_rule_for_always_in_force(tmp_path: Path) -> None:
    held = parameters(tmp_path, version(15, "2020-02-20"), more=", applies: always")
    changed = held.override({"a.key": "20@2020-01-01..2020-01-31"})
    assert changed.timeline("a.key") == [
        (date.min, Decimal(15)),
        (date(2020, 1, 1), Decimal(20)),
        (date(2020, 2, 1), Decimal(15)),
    ]


def test_a_trial_is_known_on_every_day_and_wins_over_later_publications(tmp_path: Path) -> None:
    held = parameters(tmp_path, version(1, "2020-02-01"), version(2, "2020-02-01", "2020-05-01"))
    changed = held.override({"a.key": "9@2020-02-10"})
    earlier = changed.as_known(date(2020, 3, 1))
    assert (changed.value("a.key", date(2020, 2, 9)), earlier.value("a.key", date(2020, 2, 9))) == (
        2,
        1,
    )
    assert changed.value("a.key", date(2020, 2, 10)) == 9
    assert earlier.value("a.key", date(2020, 2, 10)) == 9


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("4@yesterday", "a.key=4@yesterday: expected a number in hours"),
        (
            "4@2020-02-30",
            "a.key=4@2020-02-30: expected value@FROM or value@FROM..TO with days as 2020-03-01",
        ),
        (
            "4@2020-03-02..2020-03-01",
            "a.key=4@2020-03-02..2020-03-01: the period ends on 2020-03-01, before it begins",
        ),
    ],
)
def test_the_dates_of_a_trial_are_read_strictly(tmp_path: Path, text: str, said: str) -> None:
    held = parameters(tmp_path, version(8, "2020-02-20"))
    with pytest.raises(ValueError, match=r"expected|ends") as error:
        held.override({"a.key": text})
    assert str(error.value) == said


def test_as_known_leaves_out_what_was_published_later(tmp_path: Path) -> None:
    held = parameters(
        tmp_path, version(2, "2020-02-22", "2020-02-22"), more=", otherwise: 1", unit="x"
    )
    before = held.as_known(date(2020, 2, 21))
    assert before.timeline("a.key") == [(date.min, Decimal(1))]
    assert held.as_known(date(2020, 2, 22)).value("a.key", date(2020, 2, 22)) == 2
