"""What tests of the web side share: a small city, evaluated and loaded."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from nuanxin.domains.access.roles import Role
from nuanxin.domains.ledger.services import load_evaluation
from tests.domains import small_city
from tests.signed_in import signed_in


@pytest.fixture
def client(db: None) -> Client:
    """A client of an officer of the organisation department, who sees the whole city."""
    del db
    return signed_in(Role.ORGANISATION)


@pytest.fixture
def evaluation(tmp_path: Path) -> Path:
    """The folder of an evaluation of the small city."""
    return small_city.evaluate(tmp_path / "out")


@pytest.fixture
def loaded(request: pytest.FixtureRequest, evaluation: Path) -> None:
    """The small city in the ledger."""
    request.getfixturevalue("db")
    load_evaluation(evaluation, small_city.city())
