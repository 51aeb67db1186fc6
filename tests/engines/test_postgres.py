"""PostgreSQL gives the rows that DuckDB gives, to several runs at once, and leaves nothing."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import psycopg
import pytest
from hypothesis import given, settings

from nuanxin.engines.duckdb import DuckDB
from nuanxin.engines.elsewhere import evaluate_elsewhere
from nuanxin.engines.postgres import Postgres
from nuanxin.engines.postgres.facts import make_tables
from nuanxin.facts.memory import hold_facts
from nuanxin.packs import NAMES, load_pack
from nuanxin.packs.dalian2020 import PACK
from nuanxin.policy.compiler import Values, read_text, texts
from nuanxin.policy.engine import make_table
from nuanxin.policy.evaluate import Run, evaluate
from nuanxin.policy.pack import Pack
from nuanxin.policy.procedure import Procedure
from nuanxin.site.postgres import Dsn
from tests.oracle.cities import cities, random_city
from tests.oracle.model import Facts

from .runs import engine, obligations, run_of
from .same import Bag, assert_same, left

AS_OF = date(2020, 4, 20)


@pytest.fixture
def session(server: Dsn) -> Iterator[Postgres]:
    with Postgres(server.url) as postgres:
        yield postgres


@pytest.mark.parametrize("pack", [load_pack(name) for name in NAMES], ids=lambda pack: pack.id)
def test_every_text_of_a_pack_runs_on_empty_tables(pack: Pack, session: Postgres) -> None:
    """The quick check of a new stage or rule: what PostgreSQL does not take fails here."""
    make_tables(session)
    values = Values(AS_OF, pack.parameters)
    evaluate(Run(pack, AS_OF, pack.parameters, provisions=frozenset()), session)
    for stage in pack.stages:
        text = values.fill(read_text(pack, f"stages/{stage.name}", "postgres"))
        if isinstance(stage, Procedure):
            assert session.fetch(text) == []
            make_table(session, f"run.{stage.name}", stage.columns)
        else:
            session.build(f"run.{stage.name}", text)
    for name in sorted(texts(pack)):
        if not name.startswith("stages/"):
            assert session.fetch(values.fill(read_text(pack, name, "postgres"))) == [], name


def both(facts: Facts, as_of: date, dsn: str) -> None:
    run = replace(run_of(facts, as_of, criteria=True), with_standing=True)
    evaluate(run, engine())
    wanted = left(engine(), run)
    with Postgres(dsn) as session:
        session.take(engine())
        evaluate(run, session)
        assert_same(left(session, run), wanted)


@pytest.mark.parametrize("seed", range(3))
def test_agrees_on_a_random_city(seed: int, server: Dsn) -> None:
    both(*random_city(seed, people=12), server.url)


@given(cities(people=5))
@settings(max_examples=5, deadline=None)
def test_agrees_on_any_city(server: Dsn, city: tuple[Facts, date]) -> None:
    both(*city, server.url)


@pytest.mark.parametrize("kind", ["person", "unit"])
def test_one_subject_gets_the_rows_of_the_full_run(kind: str, server: Dsn) -> None:
    facts, as_of = random_city(11, people=3)
    every = obligations(facts, as_of, criteria=True)
    table = {"person": "people", "unit": "units"}[kind]
    with Postgres(server.url) as session:
        session.take(engine())
        for one in facts[table]:
            subject = str(one[f"{kind}_id"])
            run = Run(PACK, as_of, PACK.parameters, subject=f"{kind}:{subject}")
            evaluate(run, session)
            wanted = Bag(
                tuple(row.values())
                for row in every
                if (row["subject_kind"], row["subject_id"]) == (kind, subject)
            )
            assert left(session, run)["obligations"] == wanted


def test_runs_at_once_do_not_meet(server: Dsn) -> None:
    """Two cities in two sessions of one server, and a third one afterwards."""

    def judged(seed: int) -> tuple[dict[str, Bag], dict[str, Bag]]:
        facts, as_of = random_city(seed, people=6)
        held = DuckDB(threads=1)
        run = Run(PACK, as_of, PACK.parameters, hold_facts(facts, held.connection))
        evaluate(run, held)
        wanted = left(held, run)
        with Postgres(server.url) as session:
            session.take(held)
            evaluate(run, session)
            return left(session, run), wanted

    with ThreadPoolExecutor(2) as pool:
        for found, wanted in pool.map(judged, (21, 22, 23)):
            assert_same(found, wanted)


def test_a_run_leaves_nothing_behind(server: Dsn) -> None:
    relations = "SELECT count(*) FROM pg_class WHERE relname ~ '^(facts|run|out)_'"
    both(*random_city(1, people=3), server.url)
    with psycopg.connect(server.url) as connection:
        assert connection.execute(relations).fetchone() == (0,)


def test_rows_come_back_as_they_are_in_duckdb(server: Dsn) -> None:
    """Through CSV: empty texts stay empty, unknown stays unknown, decimals keep their places."""
    facts, as_of = random_city(5, people=6)
    run = run_of(facts, as_of, criteria=True)
    evaluate(run, engine())
    wanted = left(engine(), run)
    with Postgres(server.url) as session:
        evaluate_elsewhere(run, engine(), session, lambda _what, _share: None)
    assert_same(left(engine(), run), wanted)
