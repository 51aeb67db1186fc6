"""The facts of a folder, read as the evaluation read them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import duckdb

from nuanxin.facts.load import load_facts


@contextmanager
def read_facts(folder: Path, as_of: date) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection with the fact tables of a folder in schema ``facts``, for a ``with``."""
    with duckdb.connect() as con:
        load_facts(folder, con, as_of)
        yield con
