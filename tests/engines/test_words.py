"""A term means one value, on whichever engine it is worked out (Spark: test_spark.py)."""

from nuanxin.engines.duckdb import DuckDB
from nuanxin.engines.postgres import Postgres
from nuanxin.site.postgres import Dsn

from .words import EXPECTED, values_on


def test_each_term_has_its_value_on_duckdb() -> None:
    engine = DuckDB(threads=1)
    engine.clear()
    assert values_on(engine) == EXPECTED


def test_each_term_has_its_value_on_postgresql(server: Dsn) -> None:
    with Postgres(server.url) as session:
        assert values_on(session) == EXPECTED
