"""Values become SQL that means the same value."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from nuanxin.engines.duckdb import DuckDB
from nuanxin.policy import engine
from nuanxin.policy.engine import literal, make_table

COLUMNS = {
    "name": "VARCHAR",
    "number": "BIGINT",
    "amount": "DECIMAL(18, 4)",
    "is_true": "BOOLEAN",
    "day": "DATE",
}
ROWS = [
    ("O'Neil; --", 2**40, Decimal("30.5000"), True, date(2020, 2, 22)),
    ("体温", -1, Decimal("0.0001"), False, date(1969, 12, 31)),
    (None, None, None, None, None),
]


def test_values_come_back_as_they_went_in() -> None:
    db = DuckDB(threads=1)
    make_table(db, "t", COLUMNS, ROWS)
    assert sorted(db.fetch("SELECT * FROM t"), key=repr) == sorted(ROWS, key=repr)


def test_a_table_is_made_anew_and_may_be_empty() -> None:
    db = DuckDB(threads=1)
    make_table(db, "t", COLUMNS, ROWS)
    make_table(db, "t", {"name": "VARCHAR"})
    assert db.fetch("SELECT count(*) FROM t") == [(0,)]


def test_many_rows_go_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BATCH", 2)
    db = DuckDB(threads=1)
    make_table(db, "t", {"number": "BIGINT"}, [(n,) for n in range(5)])
    assert db.fetch("SELECT count(*), sum(number) FROM t") == [(5, 10)]


def test_what_has_no_literal_is_refused() -> None:
    with pytest.raises(TypeError, match="2020"):
        literal(datetime(2020, 2, 20, 8))
