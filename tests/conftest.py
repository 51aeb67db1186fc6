"""The database of all tests: one server, in a home of its own; every module finds it empty."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest
from django.db import connection, connections
from django.utils import translation
from pytest_django.plugin import DjangoDbBlocker

from nuanxin.domains.ledger import one_person
from nuanxin.site import postgres
from nuanxin.site.postgres.cluster import SUPERUSER

HERE = Path(__file__).parent
UNCOUNTED = (
    "engines/test_invariants.py",
    "engines/test_scope.py",
    "facts/dirty/test_property.py",
    "facts/test_property.py",
    "faults",
    "oracle",
    "packs/dalian2020/test_cases.py",
    "packs/dalian2020/test_oracle.py",
    "packs/dalian2020/test_oracle_merit.py",
)
"""Cases, whole cities and made-up inputs by the thousand go over the same lines again and again,
and to count the lines doubles their time."""

born_with: set[str] = set()
"""The tables that migrations fill; empty until a test has asked for the database."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Lines are not counted in tests of the ``UNCOUNTED``."""
    places = [HERE / place for place in UNCOUNTED]
    for item in items:
        if any(item.path.is_relative_to(place) for place in places):
            item.add_marker("no_cover")


@pytest.fixture(scope="session")
def server() -> Iterator[postgres.Dsn]:
    """An embedded PostgreSQL in a home of its own, running while tests use it."""
    home = Path(tempfile.mkdtemp(prefix="nuanxin-test-", dir="/tmp"))
    home.chmod(0o711)  # the account that runs PostgreSQL must pass through
    with postgres.using(home) as dsn:
        if postgres.status(home).state != "external":
            _write_at_leisure(dsn)
        yield dsn
    shutil.rmtree(home)


def _write_at_leisure(dsn: postgres.Dsn) -> None:
    """What is written survives a kill all the same; only a power cut would lose it."""
    with psycopg.connect(replace(dsn, user=SUPERUSER).url, autocommit=True) as connection:
        connection.execute("alter system set fsync = off")
        connection.execute("select pg_reload_conf()")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(server: postgres.Dsn) -> None:
    """Django's database is in that server."""
    settings = connections["default"].settings_dict
    settings.update({k: v for k, v in server.django().items() if k != "OPTIONS"})


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The tables; what migrations put into them is noted."""
    del django_db_setup
    with django_db_blocker.unblock():
        born_with.update(filled())
    yield
    one_person.give_up()


@pytest.fixture(autouse=True)
def _first_language() -> None:
    """A request in English leaves its language in the thread: every test begins in Chinese."""
    translation.deactivate()


@pytest.fixture(scope="module", autouse=True)
def _leaves_nothing(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """What a module committed goes with it: no test depends on who came before."""
    yield
    if not born_with:
        return
    with django_db_blocker.unblock():
        left = filled() - born_with
        if left:
            with connection.cursor() as cursor:
                cursor.execute(f"truncate {', '.join(sorted(left))} restart identity cascade")


def filled() -> set[str]:
    """The tables that hold at least one row, with their schemas, quoted."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select format('%I.%I', schemaname, tablename) from pg_tables"
            " where schemaname not in ('pg_catalog', 'information_schema')"
        )
        every = [name for (name,) in cursor.fetchall()]
        if not every:
            return set()
        cursor.execute(
            " union all ".join(
                f"(select '{name}' where exists (select from {name}))" for name in every
            )
        )
        return {name for (name,) in cursor.fetchall()}
