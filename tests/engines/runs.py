"""Runs of the engine over facts in memory, and their rows in a form that can be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from nuanxin.engines.duckdb import DuckDB
from nuanxin.facts.memory import hold_facts
from nuanxin.packs.dalian2020 import PACK
from nuanxin.policy.evaluate import Run, evaluate
from nuanxin.policy.provision import CRITERIA_COLUMNS, OBLIGATION_COLUMNS
from tests.oracle.model import Facts

Row = dict[str, object]
SHOWN = OBLIGATION_COLUMNS[1:]
"""What two evaluators must agree on: every column but the id, which only the engine gives."""


@cache
def engine() -> DuckDB:
    """One engine for all tests of a process: its facts and output are replaced by each run."""
    return DuckDB(threads=1)


def run_of(facts: Facts, as_of: date, *, subject: str | None = None, criteria: bool = False) -> Run:
    """Hold the facts in the engine and say what to evaluate."""
    absent = hold_facts(facts, engine().connection)
    return Run(PACK, as_of, PACK.parameters, absent, subject, criteria)


def obligations(
    facts: Facts, as_of: date, *, subject: str | None = None, criteria: bool = False
) -> list[Row]:
    """The rows of ``obligations``."""
    evaluate(run_of(facts, as_of, subject=subject, criteria=criteria), engine())
    return fetched("obligations", OBLIGATION_COLUMNS)


def criteria() -> list[Row]:
    """The rows of ``criteria`` that the last run left."""
    return fetched("criteria", CRITERIA_COLUMNS)


def fetched(table: str, columns: tuple[str, ...], on: DuckDB | None = None) -> list[Row]:
    """The rows of a table that the last run left in ``out``."""
    rows = (on or engine()).fetch(f"SELECT {', '.join(columns)} FROM out.{table}")
    return [dict(zip(columns, row, strict=True)) for row in rows]


def comparable(row: Mapping[str, object], columns: Iterable[str] = SHOWN) -> tuple[object, ...]:
    """The row as a value; numbers to four decimals (T4), an empty text as unknown."""
    return tuple(_plain(row.get(name)) for name in columns)


def _plain(value: object) -> object:
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return Decimal(value).quantize(Decimal("0.0001"), ROUND_HALF_UP)
    return str(value) if value not in (None, "") else None


def counted(rows: Iterable[Mapping[str, object]]) -> Counter[tuple[object, ...]]:
    """The rows as a bag: their order says nothing, their number does."""
    return Counter(map(comparable, rows))
