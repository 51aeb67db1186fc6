"""One person by one prepared statement: the rows of the full run, found without a full scan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from nuanxin.engines.postgres import Postgres
from nuanxin.engines.postgres.facts import copy_facts, make_tables
from nuanxin.engines.postgres.prepared import Prepared
from nuanxin.packs.dalian2020 import PACK
from nuanxin.policy.evaluate import Run
from nuanxin.policy.explain import explain
from nuanxin.policy.provision import CRITERIA_COLUMNS, OBLIGATION_COLUMNS
from nuanxin.site.postgres import Dsn
from tests.oracle.cities import random_city
from tests.oracle.model import Facts

from .runs import criteria, engine, obligations, run_of
from .same import Bag

SCHEMA = "facts_of_a_city"


@pytest.fixture
def stored(server: Dsn) -> Iterator[Dsn]:
    """Facts that stay in the server: those of ``random_city(11)``."""
    with Postgres(server.url, facts=SCHEMA) as session:
        make_tables(session)
        run_of(*random_city(11, people=4))
        copy_facts(engine(), session)
        session.connection.commit()
        yield server
        session.execute(f"DROP SCHEMA {SCHEMA} CASCADE")
        session.connection.commit()


def told() -> tuple[Facts, date]:
    return random_city(11, people=4)


def bag(rows: list[dict[str, object]], columns: tuple[str, ...]) -> Bag:
    return Bag(tuple(row[name] for name in columns) for row in rows)


def test_each_person_gets_the_rows_and_reasons_of_the_full_run(stored: Dsn) -> None:
    facts, as_of = told()
    every, why = obligations(facts, as_of, criteria=True), criteria()
    run = run_of(facts, as_of)
    with Postgres(stored.url, facts=SCHEMA) as session:
        prepared = Prepared(session, run)
        for person in facts["people"]:
            who = person["person_id"]
            rows, reasons = prepared.judge(str(who))
            theirs = [r for r in every if (r["subject_kind"], r["subject_id"]) == ("person", who)]
            ids = {row["obligation_id"] for row in theirs}
            assert bag(rows, OBLIGATION_COLUMNS) == bag(theirs, OBLIGATION_COLUMNS)
            theirs_why = [reason for reason in why if reason["obligation_id"] in ids]
            assert bag(reasons, CRITERIA_COLUMNS) == bag(theirs_why, CRITERIA_COLUMNS)


def test_a_change_of_facts_is_seen_at_once_and_explained(stored: Dsn) -> None:
    facts, as_of = told()
    run = run_of(facts, as_of)
    with Postgres(stored.url, facts=SCHEMA) as session, Postgres(stored.url) as other:
        prepared = Prepared(session, run)
        before = prepared.explain("P1")
        assert before == prepared.explain("P1")
        other.connection.execute(f"UPDATE {SCHEMA}.attendance SET status = 'cancelled'".encode())
        other.connection.execute(f"DELETE FROM {SCHEMA}.spells".encode())
        other.connection.commit()
        after = prepared.explain("P1")
        assert len(after) < len(before)
        assert {row["provision"] for row in after} < {row["provision"] for row in before}


def test_the_explanation_is_that_of_an_evaluation(stored: Dsn) -> None:
    facts, as_of = told()
    obligations(facts, as_of, subject="person:P2", criteria=True)
    run = Run(PACK, as_of, PACK.parameters, subject="person:P2")
    wanted = explain(run, engine())
    with Postgres(stored.url, facts=SCHEMA) as session:
        assert Prepared(session, run_of(facts, as_of)).explain("P2") == wanted
    assert wanted


def test_others_are_not_read_from_end_to_end(stored: Dsn) -> None:
    """With thousands of other people there, neither they nor their shifts are looked through."""
    facts, as_of = told()
    with Postgres(stored.url, facts=SCHEMA) as session:
        for table, row in {
            "people": "SELECT 'X' || n, 'x', 'X' || n / 99, 'contract', 'nurse', false",
            "attendance": "SELECT 'X' || n, 'X' || n / 9, 'Q1', NULL, d, d + '8 h', 'worked'",
        }.items():
            columns = {
                "people": "person_id, name, unit_id, employment, profession, is_leader",
                "attendance": 'attendance_id, person_id, post_id, spell_id, start, "end", status',
            }[table]
            session.execute(
                f"INSERT INTO facts.{table} ({columns}) {row}"
                " FROM generate_series(1, 20000) AS n, (VALUES (timestamp '2020-02-20 08:00'))"
                " AS v (d)"
            )
            session.execute(f"ANALYZE facts.{table}")
        session.connection.commit()
        prepared = Prepared(session, run_of(facts, as_of))
        whole = {
            table for who in facts["people"] for table in prepared.read_whole(str(who["person_id"]))
        }
    assert whole & {"attendance", "deliveries", "people"} == set()
