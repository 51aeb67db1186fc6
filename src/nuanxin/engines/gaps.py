"""Whom the gaps of a policy's text concern in a city, counted from its facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from nuanxin.engines.duckdb import DuckDB
from nuanxin.policy.evaluate import Run, evaluate

Count = dict[str, int]
"""How many subjects, by kind."""


def concerned(
    run: Run, engine: DuckDB, on_progress: Callable[[str, float], None]
) -> tuple[dict[str, Count], dict[str, Count]]:
    """The subjects that each gap concerns, by its key, and those with a row of each provision.

    The rows of a provision are judged by our default where the text leaves something open.
    """
    stages = run.pack.gaps
    evaluate(replace(run, with_criteria=False, also=tuple(stages.values())), engine, on_progress)
    gaps = {key: _counted(engine, f"run.{stage}") for key, stage in stages.items()}
    provisions: dict[str, Count] = {}
    for provision, kind, count in engine.fetch(
        "SELECT provision, subject_kind, count(DISTINCT subject_id) FROM out.obligations"
        " GROUP BY ALL ORDER BY ALL"
    ):
        provisions.setdefault(str(provision), {})[str(kind)] = int(str(count))
    return gaps, provisions


def _counted(engine: DuckDB, table: str) -> Count:
    rows = engine.fetch(
        f"SELECT subject_kind, count(DISTINCT subject_id) FROM {table} GROUP BY 1 ORDER BY 1"
    )
    return {str(kind): int(str(count)) for kind, count in rows}
