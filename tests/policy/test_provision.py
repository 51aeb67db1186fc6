"""How criteria become a state, and what a ruling's rows and reasons hold."""

from __future__ import annotations

from datetime import date

import duckdb
import ibis
import ibis.expr.types as ir
import pytest

from nuanxin.policy.compiler import Values, compile_text
from nuanxin.policy.parameters import Parameters
from nuanxin.policy.provision import (
    CRITERIA_COLUMNS,
    LISTED_COLUMNS,
    OBLIGATION_COLUMNS,
    Criterion,
    Facts,
    Identity,
    Rule,
    Ruling,
    criteria_of,
    listed_of,
    listing,
    may,
    missing_of,
    must,
    must_unbroken,
    normally,
    obligations_of,
    offered,
    prefer,
    ruling,
)
from nuanxin.policy.terms import text

AS_OF = date(2020, 4, 20)


def decided(state: ir.StringValue) -> object:
    """What a state made of literals comes to."""
    sql = compile_text(state.name("state").as_table())
    ((found,),) = duckdb.sql(sql).fetchall()
    return found


def held(holds: bool | None) -> Criterion:
    return Criterion("it", ibis.literal(holds, type="boolean"), text(""))


@pytest.mark.parametrize(
    ("done", "begun", "finished", "state"),
    [
        (True, True, True, "met"),
        (True, False, False, "met"),
        (False, True, True, "owed"),
        (False, False, True, "overdue"),
        (False, True, False, "overdue"),
        (None, True, True, "owed"),
        (False, None, True, "owed"),
    ],
)
def test_must_is_met_also_late_and_overdue_when_a_clock_ran_out(
    done: bool | None, begun: bool | None, finished: bool | None, state: str
) -> None:
    assert decided(must(held(done), held(begun), held(finished))) == state


@pytest.mark.parametrize(
    ("unbroken", "done", "state"),
    [
        (True, True, "met"),
        (True, False, "owed"),
        (False, True, "breached"),
        (False, False, "breached"),
    ],
)
def test_a_breach_stays_on_the_record(unbroken: bool, done: bool, state: str) -> None:
    assert decided(must_unbroken(held(unbroken), held(done))) == state


@pytest.mark.parametrize(
    ("kept", "reason", "state"),
    [
        (True, True, "kept"),
        (True, False, "kept"),
        (False, True, "excepted"),
        (False, False, "breached"),
        (False, None, "breached"),
    ],
)
def test_normally_bears_an_exception_with_a_reason(
    kept: bool, reason: bool | None, state: str
) -> None:
    assert decided(normally(held(kept), held(reason))) == state
    assert decided(normally(held(kept))) == ("kept" if kept else "breached")


@pytest.mark.parametrize(
    ("done", "one", "other", "state", "missing"),
    [
        (False, True, True, "available", None),
        (True, False, None, "met", None),
        (False, None, True, "unknown", "one"),
        (False, None, None, "unknown", "one;other"),
        (False, True, None, "unknown", "other"),
    ],
)
def test_what_is_offered_waits_for_a_person_and_names_what_is_unknown(
    done: bool, one: bool | None, other: bool | None, state: str, missing: str | None
) -> None:
    conditions = [asked("one", one), asked("other", other)]
    assert decided(offered(held(done), *conditions)) == state
    assert decided(missing_of(held(done), *conditions)) == missing


def asked(name: str, holds: bool | None) -> Criterion:
    return Criterion(name, ibis.literal(holds, type="boolean"), text(""), missing=name)


@pytest.mark.parametrize(
    ("done", "condition", "tie", "may_stand", "prefer_stands"),
    [
        (False, True, True, True, True),
        (False, True, False, True, False),
        (False, False, True, False, False),
        (False, None, False, True, True),
        (True, False, False, True, True),
    ],
)
def test_a_preference_acts_only_on_a_tie_and_an_act_stands_whatever_else(
    done: bool, condition: bool | None, tie: bool, may_stand: bool, prefer_stands: bool
) -> None:
    one = asked("one", condition)
    found = may(held(done), one), prefer(held(done), held(tie), one)
    assert tuple(decided(row.cast("string")) for row in found) == tuple(
        str(stands).lower() for stands in (may_stand, prefer_stands)
    )


def test_nothing_asked_is_always_offered() -> None:
    assert decided(offered(held(False))) == "available"
    assert decided(missing_of(held(False))) is None
    assert decided(may(held(False)).cast("string")) == "true"


def test_an_orientation_lists_with_its_evidence_and_has_no_state() -> None:
    young = Criterion("young", DAYS.hours < 9, DAYS.hours, DAYS.person_id)
    tired = Criterion("tired", DAYS.hours > 7, DAYS.hours, text(""))
    known = Criterion("known", DAYS.hours > 8, DAYS.hours)
    rule = Rule("M01-2", "day", "person", (), lambda: _listed(young, tired, known), lists=True)
    con = duckdb.connect()
    con.execute("CREATE SCHEMA run")
    con.execute("CREATE TABLE run.days AS SELECT 'P1' AS person_id, 18293 AS day, 8 AS hours")
    values = Values(AS_OF, Parameters([]))
    found = con.execute(values.fill(compile_text(listed_of(rule)))).fetchall()
    assert [dict(zip(LISTED_COLUMNS, row, strict=True)) for row in found] == [
        {
            "listing_id": "M01-2|person|P1|2020-02-01",
            "provision": "M01-2",
            "measure": 1,
            "subject_kind": "person",
            "subject_id": "P1",
            "period_start": date(2020, 2, 1),
            "period_end": None,
            "owner_unit_id": "U1",
            "evidence": "young;tired",
            "fact_refs": "P1",
            "as_of": AS_OF,
        }
    ]


def _listed(*criteria: Criterion) -> Ruling:
    who = Identity("M01-2", "ORIENT", "person", DAYS.person_id, DAYS.day)
    return listing(DAYS, who, owner=text("U1"), criteria=criteria)


DAYS = ibis.table(
    {"person_id": "string", "day": "int64", "hours": "int64"}, name="days", database="run"
)
SHIFTS = ibis.table({"who": "string", "ref": "string"}, name="shifts", database="run")


def _found() -> Ruling:
    short = Criterion("is_short", DAYS.hours <= 8, DAYS.hours)
    behind = Facts(SHIFTS, lambda r, f: [r.person_id == f.who])
    worked = Criterion("worked", DAYS.hours > 0, DAYS.hours, behind)
    return ruling(
        DAYS,
        Identity("M07-2", "NORMALLY", "person", DAYS.person_id, DAYS.day, [text("x"), DAYS.hours]),
        end=DAYS.day + 1,
        amount=DAYS.hours,
        unit="hours",
        owner=text("U1"),
        state=normally(short),
        criteria=[short, worked],
    )


RULE = Rule("M07-2", "shift", "person", (), _found)


@pytest.fixture
def made() -> duckdb.DuckDBPyConnection:
    """Three hours of P1, nine hours of P2 in two shifts, one of them told twice."""
    db = duckdb.connect()
    db.execute("CREATE SCHEMA run")
    db.execute("CREATE TABLE run.days (person_id VARCHAR, day BIGINT, hours BIGINT)")
    db.execute("INSERT INTO run.days VALUES ('P1', 18372, 3), ('P2', 18373, 9)")
    db.execute("CREATE TABLE run.shifts (who VARCHAR, ref VARCHAR)")
    db.execute("INSERT INTO run.shifts VALUES ('P2', 'a:2'), ('P2', 'a:1'), ('P2', 'a:2')")
    return db


def rows_of(db: duckdb.DuckDBPyConnection, table: ir.Table) -> list[tuple[object, ...]]:
    sql = Values(AS_OF, Parameters([])).fill(compile_text(table))
    return sorted(db.execute(sql).fetchall(), key=repr)


def test_rows_have_the_columns_of_the_contract(made: duckdb.DuckDBPyConnection) -> None:
    assert RULE.key == "M07-2.shift"
    table = obligations_of(RULE)
    assert tuple(table.columns) == OBLIGATION_COLUMNS
    first, _ = rows_of(made, table)
    assert dict(zip(OBLIGATION_COLUMNS, first, strict=True)) == {
        "obligation_id": "M07-2|person|P1|2020-04-20|x|3",
        "provision": "M07-2",
        "measure": 7,
        "modality": "NORMALLY",
        "subject_kind": "person",
        "subject_id": "P1",
        "period_start": date(2020, 4, 20),
        "period_end": date(2020, 4, 21),
        "quantity": 3,
        "quantity_unit": "hours",
        "quantity_met": None,
        "due_on": None,
        "owner_unit_id": "U1",
        "state": "kept",
        "missing": None,
        "as_of": AS_OF,
    }


def test_reasons_are_the_criteria_that_decided_with_their_facts(
    made: duckdb.DuckDBPyConnection,
) -> None:
    table = criteria_of(RULE)
    assert tuple(table.columns) == CRITERIA_COLUMNS
    one, two = "M07-2|person|P1|2020-04-20|x|3", "M07-2|person|P2|2020-04-21|x|9"
    assert rows_of(made, table) == [
        (one, "is_short", True, "3", ""),
        (one, "worked", True, "3", ""),
        (two, "is_short", False, "9", ""),
        (two, "worked", True, "9", "a:1;a:2"),
    ]
