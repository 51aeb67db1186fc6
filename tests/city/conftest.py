"""One city for the tests that only look at it."""

from __future__ import annotations

from pathlib import Path

import pytest

from nuanxin.city import CityPlan, CitySummary, build_city

from .reading import Tables, read_csv

PEOPLE = 3_000


@pytest.fixture(scope="session")
def summary(tmp_path_factory: pytest.TempPathFactory) -> CitySummary:
    """A city of 3 000 people as CSV."""
    return build_city(CityPlan(PEOPLE), tmp_path_factory.mktemp("city") / "facts")


@pytest.fixture(scope="session")
def folder(summary: CitySummary) -> Path:
    """Its folder."""
    return summary.out


@pytest.fixture(scope="session")
def tables(folder: Path) -> Tables:
    """Its tables as rows of text."""
    return read_csv(folder)
