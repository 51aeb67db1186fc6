"""Finding people and units however somebody remembers them."""

from __future__ import annotations

import pytest

from nuanxin.domains.access.roles import Role
from nuanxin.domains.people.services import merge
from nuanxin.domains.search import sounds
from nuanxin.domains.search.filling import refresh
from nuanxin.domains.search.finding import find
from nuanxin.domains.search.models import Entry, Waiting
from tests.domains import live_city
from tests.domains.test_sheets import workbook
from tests.signed_in import signed_in


@pytest.fixture(autouse=True)
def city(db: None) -> None:
    del db
    live_city.settle()
    live_city.person("P1", "林晓岚", "U1", id_number="210202199001011234")
    live_city.person("P00077", "单小鹏", "U2")
    live_city.unit("U3", "市海湾医院急诊科", parent_id="U1")
    live_city.person("P4", "林海", "U3")
    refresh()


def names(words: str, below: str = "", *, near: bool = True) -> list[str]:
    return [one.name for one in find(words, below=below) if near or not one.alike]


@pytest.mark.parametrize(
    "words",
    [
        "林晓岚",
        "林晓",
        "linxiaolan",
        "Lin Xiaolan",
        "ＬＸＬ",
        "lxl",
        "lin xiao lan",
        "P1",
        "p1",
        "1234",
    ],
)
def test_by_name_pinyin_initials_number_and_tail_of_the_id_number(words: str) -> None:
    assert names(words, near=False)[:1] == ["林晓岚"]


@pytest.mark.parametrize("words", ["林晓兰", "lin xiaolang", "linxaolan", "linxiolan"])
def test_a_slip_is_forgiven_and_said_to_be_near(words: str) -> None:
    (first, *_) = find(words)
    assert (first.name, first.alike) == ("林晓岚", True)


def test_a_surname_has_its_own_reading() -> None:
    assert sounds.sound("单小鹏") == "shanxiaopeng"
    assert names("shanxp") == names("danxiaopeng", near=False) == []
    assert names("sxp") == ["单小鹏"]


def test_a_fragment_of_a_number() -> None:
    assert names("0077", near=False) == ["单小鹏"]


def test_two_words_name_person_and_unit() -> None:
    assert names("林 海湾") == ["林海", "林晓岚"] or set(names("林 海湾")) == {"林海", "林晓岚"}
    assert names("林 急诊") == ["林海"]


def test_scope_is_the_unit_and_those_below() -> None:
    assert set(names("lin", "U1")) == {"林晓岚", "林海"}
    assert names("lin", "U3") == ["林海"]
    assert names("林晓岚", "U2") == []
    assert names("1234", "U2") == []


def test_units_are_found_by_any_part_of_the_name() -> None:
    found = [one.key for one in find("海湾", kind="unit")]
    assert found == ["U1", "U3"]
    assert [one.key for one in find("shwyy", kind="unit")] == ["U1", "U3"]


def test_rows_follow_the_live_city() -> None:
    live_city.person("P1", "林晓红", "U2")
    assert Waiting.objects.count() == 1
    assert refresh() == 1
    assert (names("林晓岚", near=False), names("林晓红", "U2")) == ([], ["林晓红"])
    merge("P4", "P1", who="周科长", why="同一个人")
    refresh()
    assert names("林晓红", near=False) == []


def test_a_bulk_change_leaves_one_note_and_is_told_apart() -> None:
    Waiting.objects.create(kind="*", key="")
    Entry.objects.filter(key="P4").delete()
    Entry.objects.create(
        kind="person", key="GONE", name="无", sound="wu", initials="w", low_key="gone", unit_id="U1"
    )
    assert refresh() == 1
    assert set(Entry.objects.values_list("key", flat=True)) >= {"P4"}
    assert not Entry.objects.filter(key="GONE").exists()


@pytest.mark.parametrize("words", ["%", "_", "\\", "'", "😀", "  ", "a" * 100, "%林%"])
def test_whatever_is_typed_is_answered(words: str) -> None:
    find(words)


def test_the_id_number_cannot_be_read_from_the_rows() -> None:
    (entry,) = Entry.objects.exclude(tail="")
    assert "1234" not in entry.tail


def test_the_page_groups_and_keeps_to_the_scope() -> None:
    page = signed_in(Role.HEAD_NURSE, unit_id="U3").get("/search/?q=lin").content.decode()
    assert "林海" in page
    assert "林晓岚" not in page
    assert signed_in(Role.DRAFTER).get("/search/?q=lin").status_code == 403


def test_what_was_found_can_be_taken_away_within_the_scope() -> None:
    rows = workbook(signed_in(Role.HEAD_NURSE, unit_id="U3"), "/search/?q=lin&as=xlsx")
    assert [(row["种类"], row["名称"]) for row in rows] == [("人", "林海")]
