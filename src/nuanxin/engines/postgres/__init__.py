"""PostgreSQL as an engine: over facts copied into a session, or over a schema that is there."""

from nuanxin.engines.postgres.engine import Postgres

__all__ = ["Postgres"]
