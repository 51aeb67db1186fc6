"""What tests of the web side share: a home folder of their own, a database, a loaded city."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import django
import pytest
from django.conf import settings

if "DJANGO_SETTINGS_MODULE" not in os.environ:
    HOME = Path(tempfile.mkdtemp(prefix="nuanxin-test-"))
    HOME.chmod(0o711)  # the account that runs PostgreSQL must pass through
    os.environ["NUANXIN_HOME"] = str(HOME)
    os.environ["DJANGO_SETTINGS_MODULE"] = "nuanxin.site.settings"
settings.NUANXIN_PACKS = "tests.domains.small_pack.small_pack"
django.setup()

from nuanxin.domains.ledger.services import load_evaluation  # noqa: E402
from nuanxin.site import postgres  # noqa: E402
from tests.domains import small_city  # noqa: E402


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> Iterator[None]:
    """Have the embedded PostgreSQL running while tests use it."""
    with postgres.using(settings.HOME):
        yield


@pytest.fixture
def evaluation(tmp_path: Path) -> Path:
    """The folder of an evaluation of the small city."""
    return small_city.evaluate(tmp_path / "out")


@pytest.fixture
def loaded(request: pytest.FixtureRequest, evaluation: Path) -> None:
    """The small city in the ledger."""
    request.getfixturevalue("db")
    load_evaluation(evaluation, small_city.city())
