"""Taking files in: row by row, all or nothing, and the same twice is once."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from nuanxin.domains.changes.models import Change, OldRow
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.duty.models import Attendance, Spell
from nuanxin.domains.intake.services import Stopped
from nuanxin.domains.people.models import Person, Unit
from nuanxin.domains.people.services import merge
from nuanxin.facts import reasons
from nuanxin.facts.dirty import notes
from nuanxin.facts.errors import FactsError
from tests.domains.intake.sheets import GOOD, SHIFTS, book, noted, outcomes, taken, wrong
from tests.domains.live_city import at, person, put, settle, shift, spell, unit

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def city() -> None:
    settle()


def test_new_then_the_same_then_corrected(tmp_path: Path) -> None:
    file = book(tmp_path / "a.xlsx", 考勤=[SHIFTS, GOOD])
    assert outcomes(taken(file)) == (1, 0, 0, 0)
    changes = Change.objects.count()
    again = taken(file)
    assert (outcomes(again), again.change) == ((0, 0, 1, 0), None)
    assert Change.objects.count() == changes, "the same file twice changes nothing"
    longer = [*GOOD[:3], "2020-02-10 18:00", *GOOD[4:]]
    corrected = taken(book(tmp_path / "b.xlsx", 考勤=[SHIFTS, longer]))
    assert outcomes(corrected) == (0, 1, 0, 0)
    assert (2, "end", "2020-02-10T18:00:00", notes.CHANGED) in noted(corrected)
    assert OldRow.objects.get(table="attendance").row["end"].startswith("2020-02-10T08:00:00")


def test_an_empty_cell_says_nothing(tmp_path: Path) -> None:
    taken(book(tmp_path / "a.xlsx", 考勤=[SHIFTS, GOOD]))
    silent = [*GOOD[:5], None]
    assert outcomes(taken(book(tmp_path / "b.xlsx", 考勤=[SHIFTS, silent]))) == (0, 0, 1, 0)
    assert Attendance.objects.get().contact_confirmed is True


def test_a_column_that_is_not_there_is_not_touched(tmp_path: Path) -> None:
    person("P1", "林晓岚", birth_date=date(1990, 1, 2))
    head = ["工号", "姓名", "单位", "用工形式", "职业", "领导干部"]
    rows = [head, ["P1", "林晓岚", "U1", "聘用人员", "医生", "否"]]
    assert outcomes(taken(book(tmp_path / "a.xlsx", 花名册=rows))) == (0, 1, 0, 0)
    one = Person.objects.get(pk="P1")
    assert (one.profession, one.birth_date) == ("doctor", date(1990, 1, 2))


def test_a_dry_run_tells_the_same_and_writes_nothing(tmp_path: Path) -> None:
    file = book(tmp_path / "a.xlsx", 考勤=[SHIFTS, GOOD, ["P9", *GOOD[1:]]])
    told = taken(file, dry_run=True)
    assert (outcomes(told), told.change) == ((1, 0, 0, 1), None)
    assert not Attendance.objects.exists()
    assert outcomes(taken(file)) == outcomes(told)


def test_refused_rows_say_where_and_why(tmp_path: Path) -> None:
    bad = [
        ["P9", *GOOD[1:]],
        ["P1", "T9", *GOOD[2:]],
        [*GOOD[:2], "2020.2.3", *GOOD[3:]],
        [*GOOD[:3], "2020-02-10 07:00", *GOOD[4:]],
        [*GOOD[:4], "迟到", None],
    ]
    told = taken(book(tmp_path / "a.xlsx", 考勤=[["二月考勤"], SHIFTS, GOOD, *bad]))
    assert outcomes(told) == (1, 0, 0, 5)
    assert wrong(told) == [
        (4, "person_id", reasons.UNKNOWN_ID),
        (5, "post_id", reasons.UNKNOWN_ID),
        (6, "start", reasons.EMPTY),
        (7, "end", reasons.END_NOT_AFTER_START),
        (8, "status", reasons.NOT_IN_VOCABULARY),
    ]


def test_hours_already_recorded_are_refused_whoever_recorded_them(tmp_path: Path) -> None:
    shift("A1", "P1", at(10, 12), at(10, 20))
    told = taken(book(tmp_path / "a.xlsx", 考勤=[SHIFTS, GOOD, ["P2", *GOOD[1:]]]))
    assert outcomes(told) == (1, 0, 0, 1)
    assert wrong(told) == [(2, "start", notes.CLASH_ATTENDANCE)]


def test_of_overlapping_rows_of_a_file_the_first_stands(tmp_path: Path) -> None:
    def hours(start: int, end: int) -> list[str]:
        return [*GOOD[:2], f"2020-02-10 {start}:00", f"2020-02-10 {end}:00", *GOOD[4:]]

    rows = [SHIFTS, hours(8, 12), hours(11, 14), hours(13, 16), hours(16, 20)]
    told = taken(book(tmp_path / "a.xlsx", 考勤=rows))
    assert wrong(told) == [(3, "start", notes.CLASH_ATTENDANCE)], "13-16 meets only what fell"
    assert outcomes(told) == (3, 0, 0, 1)


def test_a_shift_that_moves_away_makes_room_in_the_same_file(tmp_path: Path) -> None:
    shift("A1", "P1", at(10, 8), at(10, 16))
    head = ["考勤编号", *SHIFTS]
    rows = [
        head,
        ["A2", *GOOD],
        ["A1", *GOOD[:2], "2020-02-10 16:00", "2020-02-10 20:00", *GOOD[4:]],
    ]
    assert outcomes(taken(book(tmp_path / "a.xlsx", 考勤=rows))) == (1, 1, 0, 0)


def test_a_refused_correction_leaves_the_old_row_in_the_way_of_others(tmp_path: Path) -> None:
    shift("A1", "P1", at(10, 8), at(10, 16))
    shift("A3", "P1", at(11, 8), at(11, 16))
    head = ["考勤编号", *SHIFTS]
    rows = [
        head,
        ["A1", *GOOD[:2], "2020-02-11 08:00", "2020-02-11 12:00", *GOOD[4:]],
        ["A2", *GOOD],
    ]
    told = taken(book(tmp_path / "a.xlsx", 考勤=rows))
    assert outcomes(told) == (0, 0, 0, 2)
    assert Attendance.objects.get(pk="A1").start.day == 10


def test_spells_that_overlap_are_refused_and_a_known_end_counts(tmp_path: Path) -> None:
    spell("S1", "P1", date(2020, 2, 1), date(2020, 2, 10))
    head = [
        "任务期编号",
        "工号",
        "岗位",
        "派出单位",
        "开始日期",
        "结束日期",
        "任务",
        "救治确诊患者",
    ]
    rows = [
        head,
        ["S1", "P1", "T1", "U1", "2020-02-01", None, "本市", "是"],
        ["S2", "P1", "T1", "U1", "2020-02-11", None, "本市", "是"],
        ["S3", "P1", "T1", "U1", "2020-03-01", None, "本市", "是"],
    ]
    told = taken(book(tmp_path / "a.xlsx", 派驻=rows))
    assert wrong(told) == [(4, "start_date", notes.CLASH_SPELLS)]
    assert outcomes(told) == (1, 0, 1, 1)
    assert Spell.objects.get(pk="S1").end_date == date(2020, 2, 10)


def test_several_sheets_refer_to_each_other_in_any_order(tmp_path: Path) -> None:
    people = [
        ["工号", "姓名", "单位", "用工形式", "职业", "领导干部"],
        ["N1", "新人", "滨海区中心医院", "编外", "护师", "否"],
    ]
    told = taken(book(tmp_path / "a.xlsx", 考勤=[SHIFTS, ["N1", *GOOD[1:]]], 花名册=people))
    assert outcomes(told) == (2, 0, 0, 0)
    assert Person.objects.get(pk="N1").unit_id == "U2"


def test_names_stand_for_numbers_when_only_one_goes_by_them(tmp_path: Path) -> None:
    person("P7", "孙立", "U1")
    head = ["姓名", *SHIFTS[1:]]
    rows = [head, ["林 晓岚", "发热门诊", *GOOD[2:]], ["孙立", *GOOD[1:]], ["无此人", *GOOD[1:]]]
    told = taken(book(tmp_path / "a.xlsx", 考勤=rows))
    assert wrong(told) == [
        (3, "person_id", reasons.UNKNOWN_ID),
        (4, "person_id", reasons.UNKNOWN_ID),
    ]
    assert Attendance.objects.get().person_id == "P1"


def test_a_number_that_is_another_persons_is_refused(tmp_path: Path) -> None:
    rows = [["姓名", *SHIFTS], ["林晓岚", *GOOD], ["周文净", "P2", *GOOD[1:]]]
    told = taken(book(tmp_path / "a.xlsx", 考勤=rows))
    assert wrong(told) == [(3, "person_id", notes.OTHER_NAME)]
    assert outcomes(told) == (1, 0, 0, 1)


def test_the_day_apart_from_the_times_and_over_midnight(tmp_path: Path) -> None:
    head = ["工号", "日期", "上班", "下班", "岗位", "状态"]
    rows = [
        ["2020年2月考勤"],
        head,
        ["P1", "2月10日", "20:00", "8:00", "T1", "出勤"],
        ["P2", datetime(2020, 2, 10), "8：00", "24:00", "T1", "出勤"],
    ]
    told = taken(book(tmp_path / "a.xlsx", 考勤=rows))
    assert outcomes(told) == (2, 0, 0, 0)
    ends = dict(Attendance.objects.values_list("person_id", "end"))
    assert {who: end.isoformat() for who, end in ends.items()} == {
        "P1": "2020-02-11T00:00:00+00:00",
        "P2": "2020-02-10T16:00:00+00:00",
    }
    assert (3, "end", "2020-02-11T08:00:00", notes.NEXT_DAY) in noted(told)


def test_a_span_in_one_cell(tmp_path: Path) -> None:
    head = ["工号", "日期", "班次时间", "岗位", "状态"]
    rows = [head, ["P1", "2020/2/10", "20:00-08:00", "T1", "出勤"]]
    assert outcomes(taken(book(tmp_path / "a.xlsx", 考勤=rows))) == (1, 0, 0, 0)


def test_sheets_that_cannot_be_read_are_told_with_their_rows(tmp_path: Path) -> None:
    told = taken(
        book(
            tmp_path / "a.xlsx",
            考勤=[SHIFTS, GOOD],
            通知=[["请按时报送"], ["谢谢"]],
            考勤2=[SHIFTS[:4], GOOD[:4]],
            花名册=[["姓名", "姓名", "工号", "单位"], ["a", "b", "c", "d"]],
        )
    )
    assert outcomes(told) == (1, 0, 0, 2 + 2 + 2)
    why = {one.file.partition("#")[2]: one.reason.zh for one in told.unread}
    assert "表头" in why["通知"]
    assert "状态" in why["考勤2"]
    assert "出现两次" in why["花名册"]


def test_a_formula_without_a_value_is_no_empty_cell(tmp_path: Path) -> None:
    told = taken(book(tmp_path / "a.xlsx", 考勤=[SHIFTS, [*GOOD[:5], "=1=1"]]))
    assert outcomes(told) == (1, 0, 0, 0)
    assert told.found is not None
    lines = told.found.execute('SELECT "column", reason, kind FROM facts.set_aside').fetchall()
    assert lines == [("contact_confirmed", notes.NO_VALUE, "cell")]


def test_csv_in_gb18030(tmp_path: Path) -> None:
    text = "\n".join(",".join(row) for row in (SHIFTS, GOOD))
    (tmp_path / "考勤.csv").write_bytes(text.encode("gb18030"))
    assert outcomes(taken(tmp_path / "考勤.csv")) == (1, 0, 0, 0)


def test_units_in_any_order_and_one_without_a_known_parent(tmp_path: Path) -> None:
    head = ["单位编号", "单位名称", "上级单位", "单位性质", "所在区市县"]
    rows = [
        head,
        ["B", "分院", "A", "医院", "中山区"],
        ["A", "总院", None, "医院", "中山区"],
        ["C", "外院", "查无此院", "医院", "中山区"],
    ]
    told = taken(book(tmp_path / "a.xlsx", 单位=rows))
    assert outcomes(told) == (3, 0, 0, 0)
    assert dict(Unit.objects.filter(pk__in="ABC").values_list("pk", "parent_id")) == {
        "A": None,
        "B": "A",
        "C": None,
    }
    assert told.found is not None
    assert told.found.execute('SELECT "row", "column", kind FROM facts.set_aside').fetchall() == [
        (4, "parent_id", "cell")
    ]


def test_a_circle_of_units_refuses_the_whole_file(tmp_path: Path) -> None:
    head = ["单位编号", "单位名称", "上级单位", "单位性质", "所在区市县"]
    rows = [head, ["B", "分院", "A", "医院", "甲"], ["A", "总院", "B", "医院", "甲"]]
    with pytest.raises(Refusal, match="above itself"):
        taken(book(tmp_path / "a.xlsx", 单位=rows))
    assert not Unit.objects.filter(pk__in="AB").exists()


def test_rows_of_a_merged_record_go_to_the_one_that_counts(tmp_path: Path) -> None:
    file = book(tmp_path / "a.xlsx", 考勤=[SHIFTS, ["P2", *GOOD[1:]]])
    taken(file)
    merge("P1", "P2", who="a", why="b")
    assert outcomes(taken(file)) == (0, 0, 1, 0), "the same file again changes nothing"
    later = ["P2", "T1", "2020-02-11 08:00", "2020-02-11 16:00", "出勤", "是"]
    told = taken(book(tmp_path / "b.xlsx", 考勤=[SHIFTS, later]))
    assert outcomes(told) == (1, 0, 0, 0)
    assert set(Attendance.objects.values_list("person_id", flat=True)) == {"P1"}
    head = ["工号", "姓名", "单位", "用工形式", "职业", "领导干部"]
    rows = [head, ["P2", "周文静", "U1", "聘用人员", "医生", "否"]]
    assert outcomes(taken(book(tmp_path / "c.xlsx", 花名册=rows))) == (0, 0, 1, 0)
    assert Person.objects.get(pk="P1").profession == "nurse"


def test_stopping_on_the_way_leaves_nothing(tmp_path: Path) -> None:
    file = book(tmp_path / "a.xlsx", 考勤=[SHIFTS, GOOD])

    def stop(_what: str, share: int) -> None:
        if share > 70:
            raise Stopped

    changes = Change.objects.count()
    with pytest.raises(Stopped):
        taken(file, on_step=stop)
    assert not Attendance.objects.exists()
    assert Change.objects.count() == changes


def test_a_file_that_is_none_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"no workbook")
    with pytest.raises(FactsError, match="not a sound workbook"):
        taken(tmp_path / "a.xlsx")
    with pytest.raises(FactsError, match="does not exist"):
        taken(tmp_path / "b.xlsx")


def test_who_and_why_are_on_record(tmp_path: Path) -> None:
    told = taken(book(tmp_path / "八月.xlsx", 考勤=[SHIFTS, GOOD]))
    assert told.change is not None
    assert (told.change.who, told.change.why, told.change.source) == ("孙立", "测试", "八月.xlsx")
    assert Attendance.objects.get().change_id == told.change.pk


def test_a_unit_found_by_name(tmp_path: Path) -> None:
    unit("U8", "市海湾医院")
    put("units", unit_id="U8", name="市海湾医院分院")
    head = ["工号", "姓名", "单位", "用工形式", "职业", "领导干部"]
    rows = [head, ["N1", "新人", "市海湾医院", "聘用人员", "护士", "否"]]
    assert outcomes(taken(book(tmp_path / "a.xlsx", 花名册=rows))) == (1, 0, 0, 0)
    assert Person.objects.get(pk="N1").unit_id == "U1"
