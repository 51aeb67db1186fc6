"""Rules become texts, and a run writes its values into them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import ibis
import pytest

from nuanxin.policy.compiler import Values, compile_text, day_number, plain, read_text, write_texts
from nuanxin.policy.pack import Pack
from nuanxin.policy.parameter import Parameter, Value
from nuanxin.policy.parameters import Parameters, UnknownParameter
from nuanxin.policy.stage import stage
from nuanxin.policy.terms import absent, as_of, param
from nuanxin.policy.text import Text

PEOPLE = ibis.table({"person_id": "string", "age": "int64"}, name="people", database="facts")
AS_OF = date(2020, 4, 20)
SOURCE = Text("来源", "Source")


def parameter(key: str, *values: tuple[str, date]) -> Parameter:
    """A number of days with a version from each of these days."""
    versions = (Value(Decimal(v), d, d, "Dalian", "default", SOURCE) for v, d in values)
    return Parameter(key, Text("名称", "Name"), "hours", (7,), tuple(versions))


REST = parameter("rest.hours", ("48", date(2020, 1, 1)), ("36.5", date(2020, 7, 1)))


def values(as_of: date, *absent: str) -> Values:
    return Values(as_of, Parameters([REST]), absent)


def test_values_stand_where_the_text_calls_for_them() -> None:
    text = "WHERE day <= AS_OF() AND hours > PARAM('rest.hours') AND NOT ABSENT('insurance')"
    assert values(date(1970, 1, 11)).fill("SELECT AS_OF()") == "SELECT CAST(10 AS BIGINT)"
    assert values(date(2020, 4, 20), "insurance").fill(text) == (
        "WHERE day <= CAST(18372 AS BIGINT) AND hours > CAST(48 AS BIGINT) AND NOT TRUE"
    )
    assert "NOT FALSE" in values(date(2020, 4, 20), "waivers").fill(text)


def test_a_past_day_is_judged_by_the_rules_of_that_day() -> None:
    call = "PARAM('rest.hours')"
    assert values(date(2020, 6, 30)).fill(call) == "CAST(48 AS BIGINT)"
    assert values(date(2020, 7, 1)).fill(call) == "36.5"


def test_the_scope_is_written_out_for_the_column_that_asks() -> None:
    text = 'WHERE IN_SCOPE("t0"."person_id") OR IN_SCOPE("t1"."subject_id")'
    everybody, one = values(AS_OF), replace(values(AS_OF), scope="{0} = 'P1'")
    assert everybody.fill(text) == "WHERE (TRUE) OR (TRUE)"
    assert one.fill(text) == """WHERE ("t0"."person_id" = 'P1') OR ("t1"."subject_id" = 'P1')"""


def test_a_parameter_that_is_not_there_is_named() -> None:
    with pytest.raises(UnknownParameter, match=r"'rest\.hour'; did you mean rest\.hours"):
        values(date(2020, 4, 20)).fill("PARAM('rest.hour')")


@pytest.mark.parametrize(
    ("number", "sql"),
    [
        ("48", "CAST(48 AS BIGINT)"),
        ("48.000", "CAST(48 AS BIGINT)"),
        ("0", "CAST(0 AS BIGINT)"),
        ("0.5", "0.5"),
        ("1E+3", "CAST(1000 AS BIGINT)"),
        ("1E-4", "0.0001"),
    ],
)
def test_numbers_are_exact(number: str, sql: str) -> None:
    assert plain(Decimal(number)) == sql


def test_days_are_counted_from_1970() -> None:
    assert day_number(date(1970, 1, 1)) == 0
    assert day_number(date(2020, 2, 29)) + 1 == day_number(date(2020, 3, 1)) == 18_322


def test_calls_survive_compiling() -> None:
    rows = PEOPLE.filter(PEOPLE.age > param("rest.hours"), as_of() > 0, ~absent("insurance"))
    text = compile_text(rows)
    assert "PARAM('rest.hours')" in text
    assert "AS_OF()" in text
    assert "ABSENT('insurance')" in text


def test_dropped_columns_stand_in_order() -> None:
    """Ibis keeps them as a set, whose order differs from process to process."""
    letters = dict.fromkeys("zyxwvutsrqponmlkjihgfedcba", "string")
    wide = ibis.table(letters, name="wide", database="facts")
    assert 'EXCLUDE ("b", "c", "f")' in compile_text(wide.drop("f", "c", "b"))


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    @stage
    def grown_up() -> ibis.Table:
        return PEOPLE.filter(PEOPLE.age >= 18)

    return Pack(tmp_path, (grown_up,), ())


def test_texts_are_written_once_and_stale_ones_go(pack: Pack) -> None:
    written = write_texts(pack)
    folder = pack.folder / "sql" / "duckdb"
    assert {file.relative_to(folder).as_posix() for file in written} == {
        "stages/grown_up.sql",
        "waivers/criteria.sql",
        "waivers/excepted.sql",
    }
    assert "18" in read_text(pack, "stages/grown_up")
    assert write_texts(pack) == []

    stale, edited = folder / "stages" / "gone.sql", folder / "stages" / "grown_up.sql"
    stale.write_text("SELECT 1", encoding="utf-8")
    edited.write_text("SELECT 2", encoding="utf-8")
    assert write_texts(pack) == [stale, edited]
    assert not stale.exists()
    assert "18" in read_text(pack, "stages/grown_up")
