"""A small city with an evaluation of it, written by hand: every state, unit and kind once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import duckdb

from nuanxin.policy.contract import TABLE, TABLES

AS_OF = "2020-04-20"
SQL = {"date": "DATE", "time": "TIMESTAMP", "bool": "BOOLEAN", "whole": "BIGINT"}

UNITS = [
    ("U1", "市海湾医院", None, "hospital", "甘井子区"),
    ("U2", "滨海区中心医院", None, "hospital", "中山区"),
    ("U3", "星河社区", None, "community", "沙河口区"),
    ("U4", "北山卫生院", None, "public_institution", "瓦房店市"),
    ("U5", "新区<b>医院", None, "hospital", "远方新区"),
]
PEOPLE = [
    ("P1", "林晓岚", "U1", "nurse"),
    ("P2", "周文静", "U1", "doctor"),
    ("P3", "孙立", "U2", "nurse"),
    ("P4", "魏文博", "U2", "doctor"),
    ("P5", "赵敏", "U3", "administrator"),
    ("P6", "O'Neil <script>", "U5", "nurse"),
]
ATTENDANCE = [
    ("A1", "P1", "2020-02-10T08:00:00", "2020-02-10T16:00:00", True, None),
    ("A2", "P3", "2020-02-12T08:00:00", "2020-02-12T19:00:00", None, "抢救"),
    ("A3", "P4", "2020-02-13T08:00:00", "2020-02-13T20:00:00", False, None),
]
REST = "absences:B1;absences:B2"
M11_5 = ("M11-5", 11, "MUST", "person")

# obligation_id, (provision, measure, modality, subject_kind), subject, from, to, quantity,
# unit, met, due, owner, state, missing
OBLIGATIONS: list[tuple[Any, ...]] = [
    (
        "rest|P1",
        M11_5,
        "P1",
        "2020-02-08",
        "2020-03-30",
        15,
        "days",
        7,
        "2020-09-26",
        "U1",
        "owed",
        None,
    ),
    (
        "rest|P3",
        M11_5,
        "P3",
        "2020-02-08",
        "2020-02-12",
        15,
        "days",
        0,
        "2020-04-12",
        "U2",
        "overdue",
        None,
    ),
    (
        "rest|P2",
        M11_5,
        "P2",
        "2020-02-08",
        "2020-03-01",
        15,
        "days",
        15,
        "2020-08-28",
        "U1",
        "met",
        None,
    ),
    (
        "shift|P3",
        ("M07-2", 7, "NORMALLY", "person"),
        "P3",
        "2020-02-12",
        "2020-02-12",
        11,
        "hours",
        None,
        None,
        "U2",
        "excepted",
        None,
    ),
    (
        "shift|P4",
        ("M07-2", 7, "NORMALLY", "person"),
        "P4",
        "2020-02-13",
        "2020-02-13",
        12.5,
        "hours",
        None,
        None,
        "U2",
        "breached",
        None,
    ),
    (
        "shift|U2",
        ("M07-2", 7, "NORMALLY", "unit"),
        "U2",
        "2020-02-01",
        "2020-02-29",
        2,
        "count",
        None,
        None,
        "U2",
        "breached",
        None,
    ),
    (
        "shift|U1",
        ("M07-2", 7, "NORMALLY", "unit"),
        "U1",
        "2020-02-01",
        "2020-02-29",
        0,
        "count",
        None,
        None,
        "U1",
        "kept",
        None,
    ),
    (
        "comp|P5",
        ("M07-4", 7, "MUST", "person"),
        "P5",
        "2020-02-01",
        None,
        24.5,
        "hours",
        8,
        None,
        "U3",
        "owed",
        None,
    ),
    (
        "pay|P1|2",
        ("M09-1", 9, "MUST", "person"),
        "P1",
        "2020-02-01",
        "2020-02-29",
        480000,
        "fen",
        480000,
        "2020-03-13",
        "U1",
        "met",
        None,
    ),
    (
        "pay|P1|3",
        ("M09-1", 9, "MUST", "person"),
        "P1",
        "2020-03-01",
        "2020-03-31",
        1600000,
        "fen",
        400000,
        "2020-04-15",
        "U1",
        "overdue",
        None,
    ),
    (
        "pay|P3|2",
        ("M09-1", 9, "MUST", "person"),
        "P3",
        "2020-02-01",
        "2020-02-29",
        3,
        "days",
        None,
        None,
        "U2",
        "unknown",
        "contact_confirmed",
    ),
    (
        "pay|P4|2",
        ("M09-1", 9, "MUST", "person"),
        "P4",
        "2020-02-01",
        "2020-02-29",
        40000,
        "fen",
        None,
        "2020-03-13",
        None,
        "unknown",
        "spell",
    ),
    (
        "ins|P4",
        ("M10-4", 10, "MUST", "person"),
        "P4",
        "2020-02-13",
        "2020-02-14",
        2,
        "days",
        None,
        "2020-02-13",
        "U2",
        "breached",
        None,
    ),
    (
        "pair|P6",
        ("M11-1", 11, "BEST_EFFORT", "person"),
        "P6",
        "2020-02-13",
        "2020-02-20",
        8,
        "days",
        None,
        None,
        "U5",
        "not_kept",
        None,
    ),
    (
        "check|P6",
        ("M11-4", 11, "MUST", "person"),
        "P6",
        "2020-02-13",
        "2020-04-10",
        1,
        "count",
        0,
        "2020-05-10",
        "U5",
        "owed",
        None,
    ),
]

# obligation_id, criterion, holds, value, fact_refs
CRITERIA: list[tuple[Any, ...]] = [
    ("rest|P1", "is_medical", True, "true", "people:P1"),
    ("rest|P1", "worked", True, "38", "attendance:A1;spells:S1"),
    ("rest|P1", "released", True, "2020-03-30", "declarations:2020-03-30/release/P1"),
    ("rest|P1", "rested", False, "7", REST),
    ("shift|P3", "within_limit", False, "11.0000", "attendance:A2"),
    ("shift|P3", "reason_recorded", True, "true", "attendance:A2"),
    ("shift|P4", "within_limit", False, "12.5000", "attendance:A3"),
    ("shift|P4", "reason_recorded", False, "false", "attendance:A3"),
    ("pay|P3|2", "contact_known", None, None, "attendance:A2;attendance:GONE"),
    ("pay|P1|3", "earned", True, "1600000", "attendance:A1"),
    ("ins|P4", "covered", False, "accident", "insurance:POL1/P4/accident/2020-02-15"),
]
SET_ASIDE = [
    ("attendance.csv", 17, "end", "24:00:00", "not a time of day", "row"),
    ("people.csv", 4, "birth_date", "2020-2-3", "not a date", "cell"),
    ("spells.csv", 9, "start_date", "2019-01-01", "long before the epidemic", "suspect"),
]


def city() -> duckdb.DuckDBPyConnection:
    """The facts in a DuckDB connection, schema ``facts``."""
    con = duckdb.connect()
    con.execute("create schema facts")
    for table in TABLES:
        columns = ", ".join(f'"{c.name}" {SQL.get(c.kind, "VARCHAR")}' for c in table.columns)
        con.execute(f"create table facts.{table.name} ({columns})")
    _insert(con, "units", [dict(zip(_names("units"), row, strict=True)) for row in UNITS])
    for person, name, unit, profession in PEOPLE:
        row = {"person_id": person, "name": name, "unit_id": unit, "employment": "contract"}
        _insert(con, "people", [{**row, "profession": profession, "is_leader": False}])
    for number, person, start, end, contact, reason in ATTENDANCE:
        row = {"attendance_id": number, "person_id": person, "post_id": "Q1", "status": "worked"}
        more = {"start": start, "end": end, "contact_confirmed": contact, "reason_over_8h": reason}
        _insert(con, "attendance", [row | more])
    spell = {"spell_id": "S1", "person_id": "P1", "post_id": "Q1", "arranged_by": "U1"}
    _insert(con, "spells", [spell | {"start_date": "2020-02-08", "mission": "aid"}])
    release = {"date": "2020-03-30", "kind": "release", "person_id": "P1"}
    _insert(con, "declarations", [release])
    for number, start, end, kind in (
        ("B1", "2020-04-14", "2020-04-20", "rest15"),
        ("B2", "2020-03-31", "2020-04-13", "quarantine"),
    ):
        rest = {"absence_id": number, "person_id": "P1", "start_date": start}
        _insert(con, "absences", [rest | {"end_date": end, "kind": kind}])
    cover = {"policy_no": "POL1", "person_id": "P4", "kind": "accident"}
    _insert(con, "insurance", [cover | {"start_date": "2020-02-15", "end_date": "2020-12-31"}])
    return con


def evaluate(
    folder: Path,
    obligations: list[tuple[Any, ...]] = OBLIGATIONS,
    criteria: list[tuple[Any, ...]] = CRITERIA,
    **summary: Any,
) -> Path:
    """Write an evaluation's output into a folder, as the engine would."""
    folder.mkdir(parents=True, exist_ok=True)
    con = duckdb.connect()
    con.execute(
        """create table obligations (obligation_id varchar, provision varchar, measure integer,
        modality varchar, subject_kind varchar, subject_id varchar, period_start date,
        period_end date, quantity decimal(18,4), quantity_unit varchar, quantity_met decimal(18,4),
        due_on date, owner_unit_id varchar, state varchar, missing varchar, as_of date)"""
    )
    for number, kind, subject, *rest in obligations:
        row = [number, *kind, subject, *rest, AS_OF]
        con.execute(f"insert into obligations values ({_marks(row)})", row)
    con.execute(
        "create table criteria (obligation_id varchar, criterion varchar, holds boolean, "
        "value varchar, fact_refs varchar)"
    )
    for row in criteria:
        con.execute(f"insert into criteria values ({_marks(row)})", list(row))
    con.execute(
        'create table set_aside (file varchar, "row" bigint, "column" varchar, value varchar, '
        "reason varchar, kind varchar)"
    )
    for row in SET_ASIDE:
        con.execute(f"insert into set_aside values ({_marks(row)})", list(row))
    for table in ("obligations", "criteria", "set_aside"):
        con.execute(f"copy {table} to '{folder / table}.parquet' (format parquet)")
    told = {
        "pack": "dalian2020",
        "pack_version": "0123456789ab",
        "as_of": AS_OF,
        "engine": "duckdb",
        "seconds": 1.25,
        "rows": {"read": 40, "kept": 38, "set_aside": 2},
        "cells": {"unknown": 1, "suspect": 1},
        "absent_tables": ["harms"],
        "parameters": {},
    }
    (folder / "summary.json").write_text(json.dumps(told | summary))
    return folder


def _insert(con: duckdb.DuckDBPyConnection, table: str, rows: list[dict[str, Any]]) -> None:
    for row in rows:
        columns = ", ".join(f'"{name}"' for name in row)
        con.execute(
            f"insert into facts.{table} ({columns}) values ({_marks(list(row))})",
            list(row.values()),
        )


def _names(table: str) -> list[str]:
    return [column.name for column in TABLE[table].columns]


def _marks(row: Any) -> str:
    return ", ".join("?" * len(row))
