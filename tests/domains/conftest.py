"""What tests of the web side share: a small city, evaluated and loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from nuanxin.domains.ledger.services import load_evaluation
from tests.domains import small_city


@pytest.fixture
def evaluation(tmp_path: Path) -> Path:
    """The folder of an evaluation of the small city."""
    return small_city.evaluate(tmp_path / "out")


@pytest.fixture
def loaded(request: pytest.FixtureRequest, evaluation: Path) -> None:
    """The small city in the ledger."""
    request.getfixturevalue("db")
    load_evaluation(evaluation, small_city.city())
