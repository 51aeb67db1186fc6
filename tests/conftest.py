"""The database of all tests: one server, in a home of its own."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connections

from nuanxin.site import postgres


@pytest.fixture(scope="session")
def server() -> Iterator[postgres.Dsn]:
    """An embedded PostgreSQL in a home of its own, running while tests use it."""
    home = Path(tempfile.mkdtemp(prefix="nuanxin-test-", dir="/tmp"))
    home.chmod(0o711)  # the account that runs PostgreSQL must pass through
    with postgres.using(home) as dsn:
        yield dsn
    shutil.rmtree(home)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(server: postgres.Dsn) -> None:
    """Django's database is in that server."""
    settings = connections["default"].settings_dict
    settings.update({k: v for k, v in server.django().items() if k != "OPTIONS"})
