"""Facts read by DuckDB, judged on another engine, and the result brought back to be written.

Reading and writing are the same for every engine, so what is set aside and what the files look
like cannot depend on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from nuanxin.engines.duckdb import DuckDB
from nuanxin.policy.engine import Engine
from nuanxin.policy.evaluate import COUNTER_TYPES, DAY_TYPES, Progress, Run, evaluate

ENGINES = ("duckdb", "postgres", "spark")
"""What ``evaluate`` can run on."""


class EngineMissing(Exception):
    """An engine that cannot run here; the text says what is missing and how to get it."""


class Elsewhere(Engine, Protocol):
    """An engine to which facts go and from which rows come back."""

    def take(self, facts: DuckDB) -> None:
        """Copy in the facts that DuckDB has read."""

    def give(self, table: str, columns: Mapping[str, str], folder: Path) -> str:
        """Write a table into the folder; what DuckDB reads it from."""


def evaluate_elsewhere(run: Run, facts: DuckDB, engine: Elsewhere, on_progress: Progress) -> None:
    """Evaluate on another engine and fill ``out`` of the DuckDB that holds the facts.

    Raises what the engine raises.
    """
    on_progress(f"copying facts to {engine.name}", 0.0)
    engine.take(facts)
    evaluate(run, engine, on_progress)
    bring_back(run, facts, engine)


def bring_back(run: Run, facts: DuckDB, engine: Elsewhere) -> None:
    """Fill ``out`` of DuckDB, and what is kept of ``run``, with what another engine found."""
    wanted = {f"out.{table}": columns for table, columns in run.output().items()}
    wanted |= {f"run.{counter}": COUNTER_TYPES for counter in run.counters()}
    if run.days:
        wanted[f"run.{run.days}"] = DAY_TYPES
    facts.clear()
    with TemporaryDirectory(prefix="nuanxin-") as folder:
        for table, columns in wanted.items():
            facts.build(table, f"SELECT * FROM {engine.give(table, columns, Path(folder))}")
