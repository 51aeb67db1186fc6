"""Opening the engine that ``--engine`` names, with a way out when it is not there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from nuanxin.engines.elsewhere import Elsewhere, EngineMissing


@contextmanager
def opened(name: str) -> Iterator[Elsewhere]:
    """The engine of that name inside the block; EngineMissing says why there is none."""
    if name == "postgres":
        with _postgres() as engine:
            yield engine
    else:
        with _spark() as engine:
            yield engine


@contextmanager
def _postgres() -> Iterator[Elsewhere]:
    """A session of the server of ``DATABASE_URL``, or of the embedded one of the home folder."""
    import psycopg

    from nuanxin.engines.postgres import Postgres
    from nuanxin.site import postgres
    from nuanxin.site.home import home

    try:
        with postgres.using(home()) as dsn, Postgres(dsn.url) as engine:
            yield engine
    except (postgres.PostgresError, psycopg.Error) as error:
        said = str(error).strip().partition("\n")[0]
        raise EngineMissing(f"--engine postgres: {said}") from None


@contextmanager
def _spark() -> Iterator[Elsewhere]:
    """A Spark of this machine."""
    from nuanxin.engines.java import NoJava

    try:
        from nuanxin.engines.spark import PySparkException, Spark
    except ModuleNotFoundError as error:
        raise EngineMissing(
            f"--engine spark: the package {error.name} is not installed (make spark)"
        ) from None
    try:
        with Spark() as engine:
            yield engine
    except (NoJava, PySparkException) as error:
        said = str(error).strip().partition("\n")[0]
        raise EngineMissing(f"--engine spark: {said}") from None
