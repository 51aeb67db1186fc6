"""Waivers: which rows a person's declining touches, and which it never can."""

from __future__ import annotations

from datetime import date

import pytest

from nuanxin.engines.duckdb import DuckDB
from nuanxin.policy import waiver
from nuanxin.policy.compiler import Values, compile_text
from nuanxin.policy.engine import make_table
from nuanxin.policy.parameters import Parameters
from nuanxin.policy.provision import OBLIGATION_TYPES

AS_OF = date(2020, 4, 20)
Rows = dict[str, str]


def settled(rows: list[tuple[str, str, str, str]], *waivers: tuple[str, str, str, str]) -> Rows:
    """States by id after waiving. A row: id, provision, period start, state, all of P1; a
    waiver: id, provision, date, reason."""
    engine = DuckDB(threads=1)
    for schema in ("facts", "out", "run"):
        engine.execute(f"CREATE SCHEMA {schema}")
    make_table(engine, "out.obligations", OBLIGATION_TYPES)
    for name, provision, start, state in rows:
        engine.execute(
            "INSERT INTO out.obligations (obligation_id, provision, subject_kind, subject_id,"
            f" period_start, state) VALUES ('{name}', '{provision}', 'person', 'P1', '{start}',"
            f" '{state}')"
        )
    kinds = dict.fromkeys(("waiver_id", "person_id", "provision"), "VARCHAR")
    make_table(engine, "facts.waivers", {**kinds, "on_date": "DATE", "reason": "VARCHAR"})
    for name, provision, on_date, reason in waivers:
        engine.execute(
            f"INSERT INTO facts.waivers VALUES ('{name}', 'P1', '{provision}', '{on_date}',"
            f" '{reason}')"
        )
    sql = Values(AS_OF, Parameters([])).fill(compile_text(waiver.excepted(("M07-3", "M10-4"))))
    engine.execute(f"CREATE TABLE run.excepted AS {sql}")
    engine.amend("out.obligations", "state", "'excepted'", waiver.WAIVED)
    found = engine.fetch("SELECT obligation_id, state FROM out.obligations")
    return {str(name): str(state) for name, state in found}


MARCH, APRIL = ("march", "M11-5", "2020-03-01", "owed"), ("april", "M11-5", "2020-04-01", "owed")


@pytest.mark.parametrize(
    ("on_date", "touched"),
    [
        ("2020-02-15", "march"),  # none has begun: the next one
        ("2020-03-01", "march"),
        ("2020-03-31", "march"),
        ("2020-04-01", "april"),
        ("2020-04-20", "april"),
        ("2020-04-21", None),  # a waiver after as-of does not exist
    ],
)
def test_the_latest_period_begun_is_touched_else_the_next(
    on_date: str, touched: str | None
) -> None:
    states = settled([MARCH, APRIL], ("W1", "M11-5", on_date, "不需要"))
    assert {name for name, state in states.items() if state == "excepted"} == ({touched} - {None})


@pytest.mark.parametrize(
    ("state", "after"),
    [
        *((state, "excepted") for state in ("owed", "overdue", "not_kept", "available")),
        *((state, state) for state in ("met", "breached", "kept", "unknown", "excepted")),
    ],
)
def test_only_what_is_open_can_be_declined(state: str, after: str) -> None:
    rows = [("it", "M11-5", "2020-03-01", state)]
    assert settled(rows, ("W1", "M11-5", "2020-04-01", "不需要")) == {"it": after}


@pytest.mark.parametrize("provision", ["M07-3", "M10-4"])
def test_forced_rest_and_insurance_cannot_be_waived(provision: str) -> None:
    rows = [("it", provision, "2020-03-01", "owed")]
    assert settled(rows, ("W1", provision, "2020-04-01", "不需要")) == {"it": "owed"}


def test_all_rows_of_the_period_are_touched_and_other_provisions_are_not() -> None:
    """Two payers of one month; the state of a row does not choose the period."""
    rows = [
        ("paid", "M09-1", "2020-03-01", "met"),
        ("first", "M09-1", "2020-03-01", "owed"),
        ("second", "M09-1", "2020-03-01", "overdue"),
        ("earlier", "M09-1", "2020-02-01", "overdue"),
        ("other", "M11-5", "2020-03-01", "owed"),
    ]
    assert settled(rows, ("W1", "M09-1", "2020-03-15", "捐赠")) == {
        "paid": "met",
        "first": "excepted",
        "second": "excepted",
        "earlier": "overdue",
        "other": "owed",
    }


def test_two_waivers_touch_their_periods() -> None:
    waivers = [("W1", "M11-5", "2020-03-10", "甲"), ("W2", "M11-5", "2020-04-10", "乙")]
    assert set(settled([MARCH, APRIL], *waivers).values()) == {"excepted"}
