"""How numbers, money, days and states are said in both languages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from nuanxin.domains import wording
from nuanxin.domains.board import fact_words
from nuanxin.domains.modalities import CERTAINTY, MEANING
from nuanxin.domains.states import FAMILIES, FAMILY, OPEN, RANK, states_of
from nuanxin.policy.contract import TABLES
from nuanxin.policy.modality import Modality, State
from nuanxin.policy.parameter import CERTAINTIES
from nuanxin.policy.text import Text

BOTH = pytest.mark.parametrize("language", ["zh-hans", "en"])


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "0"),
        (12752, "12,752"),
        (Decimal("24.5000"), "24.5"),
        (Decimal("15.0000"), "15"),
        (Decimal("1200.0000"), "1,200"),
        (Decimal("1E+3"), "1,000"),
        (Decimal("-7.25"), "-7.25"),
    ],
)
def test_numbers(value: Decimal | int, said: str) -> None:
    assert wording.number(value) == said


@pytest.mark.parametrize(
    ("fen", "said"),
    [(160000, "1,600.00"), (5, "0.05"), (0, "0.00"), (-15001, "-150.01"), (Decimal(99), "0.99")],
)
def test_money_is_written_from_whole_fen(fen: Decimal | int, said: str) -> None:
    assert wording.yuan(fen) == said


@pytest.mark.parametrize(
    ("fen", "zh", "en"),
    [
        (40_000, "400 元", "400 yuan"),
        (999_900, "9,999 元", "9,999 yuan"),
        (1_200_000, "1.2 万元", "12k yuan"),
        (256_900_000, "256.9 万元", "2.6m yuan"),
        (2_000_000_000_000, "200 亿元", "20,000m yuan"),
    ],
)
def test_money_in_narrow_places(fen: int, zh: str, en: str) -> None:
    with translation.override("zh-hans"):
        assert wording.rough_yuan(fen) == zh
    with translation.override("en"):
        assert wording.rough_yuan(fen) == en


@pytest.mark.parametrize(
    ("value", "unit", "zh", "en"),
    [
        (8, "days", "8 天", "8 days"),
        (1, "days", "1 天", "1 day"),
        (Decimal("1.5"), "hours", "1.5 小时", "1.5 hours"),
        (1, "hours", "1 小时", "1 hour"),
        (160000, "fen", "1,600.00 元", "1,600.00 yuan"),
        (2, "count", "2", "2"),
    ],
)
def test_quantities_with_their_unit(value: Decimal | int, unit: str, zh: str, en: str) -> None:
    with translation.override("zh-hans"):
        assert wording.quantity(value, unit) == zh
    with translation.override("en"):
        assert wording.quantity(value, unit) == en


def test_days() -> None:
    on = date(2020, 4, 20)
    with translation.override("zh-hans"):
        assert wording.day(on) == "4 月 20 日"
        assert wording.day(on, year=True) == "2020 年 4 月 20 日"
    with translation.override("en"):
        assert wording.day(on) == "20 April"
        assert wording.day(on, year=True) == "20 April 2020"


def test_saying_escapes_what_is_put_in() -> None:
    with translation.override("en"):
        assert wording.say("<b>{x}</b>", "<b>{x}</b>", x="<i>") == "<b>&lt;i&gt;</b>"


def test_a_name_is_marked_as_not_to_be_translated() -> None:
    assert wording.name("<王>") == '<span translate="no" lang="zh-Hans">&lt;王&gt;</span>'


def test_every_state_has_a_family_and_a_rank_of_its_own() -> None:
    assert set(FAMILY) == set(State)
    assert sorted(RANK.values()) == list(range(len(State)))
    assert set(FAMILY.values()) == {*FAMILIES, "available"}
    assert {state for family in set(FAMILY.values()) for state in states_of(family)} == set(State)
    assert set(OPEN) <= set(State)
    assert states_of("nonsense") == ()


def test_overdue_comes_first_and_met_last() -> None:
    assert min(RANK, key=RANK.__getitem__) == "overdue"
    assert max(RANK, key=RANK.__getitem__) == "met"


def test_every_force_and_certainty_is_explained() -> None:
    assert set(MEANING) == set(Modality)
    assert set(CERTAINTY) == set(CERTAINTIES)
    steps = [CERTAINTY[name][0] for name in CERTAINTIES]
    assert steps == sorted(steps, reverse=True)


def test_every_table_column_and_vocabulary_of_the_contract_has_words() -> None:
    assert set(fact_words.TABLES) == {table.name for table in TABLES}
    columns = {column.name for table in TABLES for column in table.columns}
    assert columns - set(fact_words.COLUMNS) == set()
    kinds = next(t for t in TABLES if t.name == "units").column("kind").vocabulary
    people = next(t for t in TABLES if t.name == "people")
    for word in (*kinds, *people.column("profession").vocabulary):
        assert word in fact_words.VALUES, word


@BOTH
def test_words_of_the_contract_differ_in_both_languages(language: str) -> None:
    for words in (fact_words.TABLES, fact_words.COLUMNS, fact_words.VALUES):
        for code, text in words.items():
            said = text.of(language)
            assert said.isascii() == (language == "en"), (code, said)


def test_an_unlisted_value_stays_as_it_is() -> None:
    assert fact_words.value("U00036") == Text("U00036", "U00036")
