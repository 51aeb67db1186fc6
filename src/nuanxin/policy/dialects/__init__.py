"""How each engine says what the rules mean: Ibis' compilers, mended where they drift.

One value, three engines: an expression gives the same rows on all of them. What a compiler gets
wrong, or says in another type than the expression has, is overridden in the module of its
engine and nowhere else; stages and provisions know of no engine.
"""

from __future__ import annotations

from typing import Any

from nuanxin.policy.dialects.duckdb import DuckDBTexts
from nuanxin.policy.dialects.postgres import PostgresTexts
from nuanxin.policy.dialects.spark import SparkTexts

COMPILERS: dict[str, Any] = {
    "duckdb": DuckDBTexts(),
    "postgres": PostgresTexts(),
    "spark": SparkTexts(),
}
"""The compiler of each engine, by the name of the folder its texts are kept in."""
