"""Spark gives what DuckDB and PostgreSQL give: the same files of a city of ten thousand people.

Further random cities: ``NUANXIN_SPARK_CITIES=3 pytest tests/engines/test_spark.py``.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import cast

import pytest

from nuanxin.city import CityPlan, build_city
from nuanxin.engines import output
from nuanxin.engines.duckdb import DuckDB
from nuanxin.engines.elsewhere import Elsewhere, evaluate_elsewhere
from nuanxin.engines.java import NoJava, java_home
from nuanxin.engines.postgres import Postgres
from nuanxin.engines.spark import Spark
from nuanxin.facts import load_facts
from nuanxin.facts.memory import hold_facts
from nuanxin.packs import NAMES, load_pack
from nuanxin.packs.dalian2020 import PACK
from nuanxin.policy.compiler import Values, read_text, texts
from nuanxin.policy.evaluate import Run, evaluate
from nuanxin.policy.pack import Pack
from nuanxin.site.postgres import Dsn
from tests.oracle.cities import random_city

from .same import assert_same, left
from .words import EXPECTED, values_on

AS_OF = date(2020, 4, 20)
CITIES = int(os.environ.get("NUANXIN_SPARK_CITIES", "0"))
QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:ReservedCodeCacheSize=256m"
"""A Java that starts fast rather than runs fast."""


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Spark]:
    """One Spark for the module; skipped with what is missing when there is no Java at all."""
    try:
        java_home(tmp_path_factory.mktemp("java"))
    except NoJava as missing:
        pytest.skip(str(missing))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JDK_JAVA_OPTIONS", QUICK)
        with Spark() as engine:
            yield engine


def test_each_term_has_its_value(spark: Spark) -> None:
    assert values_on(spark) == EXPECTED


@pytest.mark.parametrize("pack", [load_pack(name) for name in NAMES], ids=lambda pack: pack.id)
def test_every_text_of_a_pack_is_spark_sql(pack: Pack, spark: Spark) -> None:
    """The quick check of a new stage or rule: each text is parsed, none is run."""
    parser = spark.session._jsparkSession.sessionState().sqlParser()
    values = Values(AS_OF, pack.parameters)
    for name in texts(pack):
        parser.parsePlan(values.fill(read_text(pack, name, "spark")))


def test_three_engines_write_the_same_files_of_ten_thousand_people(
    spark: Spark, server: Dsn, tmp_path: Path
) -> None:
    city = build_city(CityPlan(10_000, days=90), tmp_path / "facts", format="parquet").out
    with Postgres(server.url) as postgres:
        for engine in (None, postgres, spark):
            written(city, tmp_path / (engine.name if engine else "duckdb"), engine)
    for name in ("postgres", "spark"):
        for file in sorted((tmp_path / "duckdb").iterdir()):
            other = tmp_path / name / file.name
            if file.name == "summary.json":
                assert told(other, name) == told(file, "duckdb")
            else:
                assert other.read_bytes() == file.read_bytes(), f"{name}: {file.name}"
    rows = cast(list[object], told(tmp_path / "spark" / "summary.json", "spark")["obligations"])
    assert len(rows) > 30


def written(city: Path, out: Path, engine: Elsewhere | None) -> None:
    held = DuckDB()
    report = load_facts(city, held.connection, AS_OF)
    run = Run(PACK, AS_OF, PACK.parameters, frozenset(report.absent_tables), with_standing=True)
    if engine is None:
        evaluate(run, held)
    else:
        evaluate_elsewhere(run, held, engine, lambda _what, _share: None)
    output.write(held, run, report, out, 0.0, ran_on="duckdb" if engine is None else engine.name)


def told(summary: Path, engine: str) -> dict[str, object]:
    """What the summary says, but for the engine, which is the one asked for."""
    found = cast(dict[str, object], json.loads(summary.read_text(encoding="utf-8")))
    assert found.pop("engine") == engine
    return found


@pytest.mark.parametrize("seed", range(CITIES))
def test_agrees_on_a_random_city(seed: int, spark: Spark) -> None:
    facts, as_of = random_city(seed, people=12)
    held = DuckDB(threads=1)
    run = Run(PACK, as_of, PACK.parameters, hold_facts(facts, held.connection), with_standing=True)
    evaluate(run, held)
    spark.take(held)
    evaluate(run, spark)
    assert_same(left(spark, run), left(held, run))
