"""What is personal or secret cannot be read from the database, and is whole where it is needed."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client

from nuanxin.domains.changes.selectors import history
from nuanxin.domains.duty.models import Attendance
from nuanxin.domains.intake import lines
from nuanxin.domains.intake.export import export_facts
from nuanxin.domains.intake.models import Line, Upload
from nuanxin.domains.ledger.services import load_evaluation
from nuanxin.domains.people.models import Person
from nuanxin.domains.people.selectors import perhaps_the_same
from nuanxin.domains.seals import old
from nuanxin.domains.seals.files import opened_file, write_sealed
from nuanxin.domains.seals.places import PERSONAL
from nuanxin.domains.seals.sealing import every_seal, opened, seal
from nuanxin.domains.seals.trouble import KeyTrouble
from nuanxin.domains.search.filling import refresh
from nuanxin.policy.contract import TABLES
from tests.domains import live_city, small_city
from tests.domains.intake.sheets import SHIFTS, book, taken

FIRST, SECOND, THIRD = "210202199001011234", "21020219900101123X", "210202199001015678"
ASKED = ["工号", "姓名", "单位", "用工形式", "职业", "是否领导", "身份证号"]
GOOD = ["P1", "林晓岚", "U1", "合同制", "护士", "否"]


@pytest.fixture(autouse=True)
def city(db: None) -> None:
    del db
    live_city.settle()


def everywhere(text: str) -> list[str]:
    """The tables in which a text stands, whatever the column."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select schemaname || '.' || tablename from pg_tables where tablename !~ '^pg_|^sql_'"
        )
        tables = [name for (name,) in cursor.fetchall()]
        found = []
        for name in tables:
            cursor.execute(f"select from {name} as t where t::text like %s limit 1", [f"%{text}%"])
            found += [name] * cursor.rowcount
    return found


def people_file(folder: Path, number: str) -> Path:
    return book(folder / "people.xlsx", 人员=[ASKED, [*GOOD, number]])


def test_no_table_holds_an_id_number_whichever_way_it_came(tmp_path: Path) -> None:
    live_city.person("P1", "林晓岚", id_number=FIRST)
    live_city.person("P1", "林晓岚", id_number=SECOND)
    refresh()
    upload = Upload.objects.create(name="a", who="孙立", why="测试")
    one = taken(people_file(tmp_path, THIRD), with_lines=True)
    assert one.counts.changed == 1
    lines.store(upload, one)
    shifts = [SHIFTS, [FIRST, "T1", "2020-02-10 08:00", "2020-02-10 16:00", "出勤", "是"]]
    lost = taken(book(tmp_path / "b.xlsx", 考勤=shifts), with_lines=True)
    other = Upload.objects.create(name="b", who="孙立", why="测试")
    lines.store(other, lost)
    for number in (FIRST, SECOND, THIRD, FIRST[:-4]):
        assert everywhere(number) == []
    assert everywhere("林晓岚")
    told = Line.objects.get(upload=upload).remarks
    assert [(r["told"], r["understood"]) for r in told if r["column"] == "id_number"] == [
        (SECOND, THIRD)
    ]
    assert Line.objects.get(upload=other).remarks[0]["told"] == FIRST
    assert [v.row["id_number"] for v in history("people", "P1") if v.row] == [
        *(None, FIRST, SECOND, THIRD)
    ]


def test_equal_numbers_are_found_and_nothing_else_is_asked() -> None:
    live_city.person("P1", "林晓岚", id_number=FIRST)
    live_city.person("P2", "周文静", id_number=FIRST)
    assert [one.pk for one in perhaps_the_same(Person.objects.get(pk="P1"))] == ["P2"]
    with pytest.raises(TypeError, match="equality"):
        Person.objects.filter(id_number__startswith="2102").exists()


def test_a_file_names_somebody_by_the_id_number(tmp_path: Path) -> None:
    live_city.person("P2", "周文静", id_number=SECOND)
    shifts = [SHIFTS, [SECOND, "T1", "2020-02-10 08:00", "2020-02-10 16:00", "出勤", "是"]]
    assert taken(book(tmp_path / "a.xlsx", 考勤=shifts)).counts.new == 1
    assert Attendance.objects.get().person_id == "P2"


def test_the_same_file_twice_changes_nothing(tmp_path: Path) -> None:
    file = people_file(tmp_path, FIRST)
    assert taken(file).counts.changed == 1
    assert taken(file).counts.same == 1


def test_the_database_takes_no_plain_number() -> None:
    with connection.cursor() as cursor:
        cursor.execute("select set_config('nuanxin.change', '1', true)")
        with pytest.raises(IntegrityError, match="people_id_number_sealed"), transaction.atomic():
            cursor.execute("update live_people set id_number = %s", [FIRST])


def test_facts_go_out_whole(tmp_path: Path) -> None:
    live_city.person("P1", "林晓岚", id_number=FIRST)
    export_facts(tmp_path / "facts")
    assert FIRST in (tmp_path / "facts" / "people.csv").read_text()
    assert "seal:" not in (tmp_path / "facts" / "people.csv").read_text()


def test_a_page_shows_the_ends_only(client: Client) -> None:
    live_city.person("P1", "林晓岚", id_number=FIRST)
    live_city.person("P1", "林晓岚", id_number=SECOND)
    page = client.get("/people/P1/").content.decode()
    assert "210*************3X" in page
    assert FIRST not in page
    assert SECOND not in page
    assert "seal:" not in page


def test_the_ledger_copies_no_id_number(evaluation: Path) -> None:
    facts: duckdb.DuckDBPyConnection = small_city.city()
    facts.execute(f"UPDATE facts.people SET id_number = '{FIRST}'")
    load_evaluation(evaluation, facts)
    assert everywhere(FIRST) == []


def test_whatever_is_personal_in_the_contract_is_sealed() -> None:
    personal = ("id_number", "phone", "mobile", "account", "bank")
    found = {
        (table.name, column.name)
        for table in TABLES
        for column in table.columns
        if any(word in column.name for word in personal)
    }
    assert found == {(table, name) for table, names in PERSONAL.items() for name in names}


def test_a_seal_opens_only_whole_and_as_its_own_kind() -> None:
    sealed = seal("id", FIRST)
    assert opened(f"见 {sealed}。") == f"见 {FIRST}。"
    assert every_seal("id", FIRST) == [sealed]
    end = "A" if sealed[-1] != "A" else "B"
    for broken in (sealed.replace(":id:", ":totp:"), sealed[:-3] + end + sealed[-2:]):
        with pytest.raises(KeyTrouble, match="broken"):
            opened(broken)
    with pytest.raises(KeyTrouble, match="nuanxin keys add"):
        opened(sealed[:8] + "00000000" + sealed[16:])


@pytest.mark.parametrize("pieces", [[], [b"a"], [b"ab", b"cd", b"e"]])
def test_a_file_is_sealed_and_opens_only_whole(tmp_path: Path, pieces: list[bytes]) -> None:
    path = tmp_path / "file.csv"
    key = write_sealed(iter(pieces), path)
    with opened_file(path, key) as plain:
        assert plain.read_bytes() == b"".join(pieces)
        assert plain.suffix == ".csv"
    assert not plain.exists()
    whole = path.read_bytes()
    if len(pieces) > 1:
        path.write_bytes(whole[: 4 + 16 + 2])
        with pytest.raises(KeyTrouble, match="damaged"), opened_file(path, key):
            pass


def test_what_stood_plain_before_there_were_seals_is_sealed() -> None:
    live_city.person("P1", "林晓岚", id_number=FIRST)
    live_city.person("P1", "林晓岚", id_number=SECOND)
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")
        cursor.execute("alter table live_people drop constraint people_id_number_sealed")
        cursor.execute("alter table live_people disable trigger user")
        cursor.execute("update live_people set id_number = %s where person_id = 'P1'", [SECOND])
        cursor.execute(
            "update changes_oldrow set row = row || jsonb_build_object('id_number', %s::text)"
            " where row ->> 'id_number' is not null",
            [FIRST],
        )
    assert everywhere(FIRST) == ["public.changes_oldrow"]
    assert everywhere(SECOND) == ["public.live_people"]
    old.seal_people(None, connection.schema_editor())
    assert everywhere(FIRST) == everywhere(SECOND) == []
    assert Person.objects.get(pk="P1").id_number == SECOND
    assert [v.row["id_number"] for v in history("people", "P1") if v.row] == [None, FIRST, SECOND]
