"""Criteria in words: each kind of value, and what is said when there is none."""

from __future__ import annotations

import pytest
from django.utils import translation

from nuanxin.domains.board.reasons import in_order, reason, refs_of
from nuanxin.domains.ledger.models import Criterion, Fact, Unit
from nuanxin.packs import load_pack
from nuanxin.policy.criteria import ANY

PACK = load_pack("dalian2020")


def criterion(name: str, value: str | None, refs: str | None = None) -> Criterion:
    return Criterion(criterion=name, holds=True, value=value, fact_refs=refs)


@pytest.mark.parametrize(
    ("provision", "name", "value", "said"),
    [
        ("M11-5", "rested", "7", "<b>7</b> days taken"),
        ("M11-5", "is_medical", "true", "Profession on record is medical: <b>yes</b>"),
        ("M11-5", "released", "2020-03-30", "Released on <b>30 March 2020</b>"),
        ("M07-2", "within_limit", "12.5000", "This shift lasted <b>12.5</b> hours"),
        ("M07-2", "within_budget", "2/18", "2/18"),
        ("M09-1", "earned", "160000", "<b>1,600.00</b> yuan earned"),
        ("M09-1", "payer_known", "U1", "市海湾医院"),
        ("M10-4", "covered", "accident", "Cover lacking: <b>accident insurance</b>"),
        ("M07-3", "rest_unbroken", "2020-01-29T08:00:00", "<b>2020-01-29 08:00</b>"),
        ("M07-3", "rest_unbroken", None, ""),
        ("M09-1", "aid_place_known", "", "The spell does not name a place"),
        ("M11-5", "rested", "seven", '<b><span translate="no" lang="zh-Hans">seven</span></b>'),
    ],
)
def test_values_are_said_as_people_read_them(
    provision: str, name: str, value: str | None, said: str
) -> None:
    units = {"U1": Unit(unit_id="U1", name="市海湾医院")}
    with translation.override("en"):
        found = reason(PACK, provision, criterion(name, value), {}, units).value
    assert said in found
    assert bool(said) == bool(found)


def test_a_count_of_none_is_no_failure() -> None:
    none = Criterion(criterion="half_days", holds=False, value="0", fact_refs=None)
    found = reason(PACK, "M09-1", none, {}, {})
    assert (found.mark, found.answer.en) == ("none", "Count")


def test_a_key_with_a_semicolon_stays_whole() -> None:
    odd = criterion("rested", "7", "absences:A%3BB;absences:C")
    assert refs_of(odd) == [("absences", "A;B"), ("absences", "C")]


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("value", [None, "", "0", "true", "2020-03-30", "<x>"])
def test_every_criterion_of_the_pack_can_be_said_whatever_its_value(
    language: str, value: str | None
) -> None:
    with translation.override(language):
        for provision, name in PACK.criteria:
            shown = "M11-5" if provision == ANY else provision
            found = reason(PACK, shown, criterion(name, value), {}, {})
            assert found.question
            assert "<x>" not in found.value
            assert "{" not in found.value


def test_references_are_read_with_keys_of_several_parts() -> None:
    refs = "attendance:A1;insurance:P/1/accident/2020-02-02;declarations:2020-03-30/release/"
    assert refs_of(criterion("rested", "1", refs)) == [
        ("attendance", "A1"),
        ("insurance", "P/1/accident/2020-02-02"),
        ("declarations", "2020-03-30/release/"),
    ]
    assert refs_of(criterion("rested", "1")) == []


def test_facts_not_kept_are_named_by_their_key_and_kept_ones_by_their_day() -> None:
    kept = {("attendance", "A1"): Fact(row={"start": "2020-02-10T08:00:00"})}
    found = reason(PACK, "M11-5", criterion("worked", "1", "attendance:A1;attendance:A2"), kept, {})
    assert [(link.which, link.row is None) for link in found.facts] == [
        ("2020-02-10 08:00", False),
        ("A2", True),
    ]


def test_criteria_stand_in_the_order_of_their_rule() -> None:
    mixed = [criterion(name, "1") for name in ("rested", "not_waived", "is_medical", "worked")]
    names = [c.criterion for c in in_order(PACK, "M11-5", mixed)]
    assert names == ["is_medical", "worked", "rested", "not_waived"]
