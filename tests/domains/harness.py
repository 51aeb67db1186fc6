"""What tests of the web side share: a database of their own, and a small city loaded into it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connections

from nuanxin.domains.ledger.services import load_evaluation
from nuanxin.site import postgres
from tests.domains import small_city


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> Iterator[None]:
    """An embedded PostgreSQL in a home of its own, running while tests use it."""
    home = Path(tempfile.mkdtemp(prefix="nuanxin-test-", dir="/tmp"))
    home.chmod(0o711)  # the account that runs PostgreSQL must pass through
    with postgres.using(home) as dsn:
        settings = connections["default"].settings_dict
        settings.update({k: v for k, v in dsn.django().items() if k != "OPTIONS"})
        yield
    shutil.rmtree(home)


@pytest.fixture
def evaluation(tmp_path: Path) -> Path:
    """The folder of an evaluation of the small city."""
    return small_city.evaluate(tmp_path / "out")


@pytest.fixture
def loaded(request: pytest.FixtureRequest, evaluation: Path) -> None:
    """The small city in the ledger."""
    request.getfixturevalue("db")
    load_evaluation(evaluation, small_city.city())
