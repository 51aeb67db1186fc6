"""Small evaluations done ahead on both cores, so that hundreds of them stay quick to run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import local
from typing import TypeVar

import pytest

from nuanxin.engines.duckdb import DuckDB

Found = TypeVar("Found")
CORES = 2


def chosen(request: pytest.FixtureRequest, test: str, parameter: str) -> list[int]:
    """The values of a parameter with which a test of this module was selected to run."""
    return [
        item.callspec.params[parameter]
        for item in request.session.items
        if isinstance(item, pytest.Function)
        and item.module is request.module
        and item.originalname == test
    ]


@contextmanager
def ahead(
    work: Callable[[int, DuckDB], Found], numbers: list[int]
) -> Iterator[Callable[[int], Found]]:
    """What ``work`` finds for each number, worked out by two threads with an engine each.

    Gives a function that waits for one of the findings; it raises what the work raised.
    """
    own = local()

    def with_engine(number: int) -> Found:
        if not hasattr(own, "engine"):
            own.engine = DuckDB(threads=1)
        return work(number, own.engine)

    with ThreadPoolExecutor(CORES) as pool:
        found = {number: pool.submit(with_engine, number) for number in numbers}
        yield lambda number: found[number].result()
        pool.shutdown(cancel_futures=True)
