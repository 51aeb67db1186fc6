"""What the live tables make impossible, whoever writes."""

from __future__ import annotations

from datetime import date

import pytest

from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.duty.services import cancel_attendance, record_attendance
from tests.domains.live_city import at, put, settle, shift, spell

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def city() -> None:
    settle()


def test_nobody_works_twice_at_once() -> None:
    shift("A1", "P1", at(10, 8), at(10, 16))
    with pytest.raises(Refusal) as refused:
        record_attendance("A2", "P1", "T2", at(10, 15, 59), at(10, 20), who="吴静", why="补登")
    for part in ("林晓岚", "市海湾医院", "2020-02-10 08:00", "2020-02-10 16:00", "A1", "孙立"):
        assert part in refused.value.text.zh, "who has the hours is told"
    assert "A1" in refused.value.text.en


@pytest.mark.parametrize("hours", [(16, 20), (4, 8)])
def test_shifts_may_touch(hours: tuple[int, int]) -> None:
    shift("A1", "P1", at(10, 8), at(10, 16))
    start, end = (at(10, hour) for hour in hours)
    assert record_attendance("A2", "P1", "T2", start, end, who="a", why="b") == "new"


def test_others_and_plans_and_cancelled_hours_do_not_clash() -> None:
    shift("A1", "P1", at(10, 8), at(10, 16))
    assert shift("A2", "P2", at(10, 8), at(10, 16)) == "new"
    assert shift("A3", "P1", at(10, 8), at(10, 16), status="planned") == "new"
    cancel_attendance("A1", who="a", why="登错")
    assert shift("A4", "P1", at(10, 9), at(10, 17)) == "new"
    with pytest.raises(Refusal):
        put("attendance", attendance_id="A1", status="worked")


def test_a_shift_ends_after_it_starts() -> None:
    with pytest.raises(Refusal, match="ends before"):
        shift("A1", "P1", at(10, 8), at(10, 8))


def test_a_spell_of_another_person_is_not_ones_own() -> None:
    spell("S2", "P2", date(2020, 2, 1))
    with pytest.raises(Refusal, match="another person"):
        shift("A1", "P1", at(10, 8), at(10, 16), spell_id="S2")


def test_spells_of_one_person_at_one_post_are_apart() -> None:
    spell("S1", "P1", date(2020, 2, 1), date(2020, 2, 10))
    with pytest.raises(Refusal, match="overlap"):
        spell("S2", "P1", date(2020, 2, 10))
    assert spell("S2", "P1", date(2020, 2, 11)) == "new"
    with pytest.raises(Refusal, match="overlap"):
        put("spells", spell_id="S1", end_date=None)
    assert spell("S3", "P2", date(2020, 2, 1)) == "new"


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("insurance", {"policy_no": "G", "person_id": "P1", "kind": "accident"}),
        ("absences", {"absence_id": "B", "person_id": "P1", "kind": "annual"}),
    ],
)
def test_nothing_ends_before_it_starts(table: str, values: dict[str, str]) -> None:
    day, before = date(2020, 2, 2), date(2020, 2, 1)
    with pytest.raises(Refusal, match="ends before"):
        put(table, start_date=day, end_date=before, **values)
    assert put(table, start_date=day, end_date=day, **values) == "new"


def test_a_release_names_whom() -> None:
    with pytest.raises(Refusal, match="person released"):
        put("declarations", date=date(2020, 3, 30), kind="release", person_id=None)


def test_a_city_wide_declaration_stands_once() -> None:
    told = {"date": date(2020, 3, 30), "kind": "task_end", "person_id": None}
    assert [put("declarations", **told), put("declarations", **told)] == ["new", "same"]


def test_hours_of_nobody_are_refused() -> None:
    with pytest.raises(Refusal, match="unknown id"):
        shift("A1", "P9", at(10, 8), at(10, 16))
