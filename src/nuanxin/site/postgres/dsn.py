"""How a database is reached."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

import psycopg
from psycopg.conninfo import conninfo_to_dict

from nuanxin.site.postgres.errors import PostgresError

NAMED = ("host", "port", "dbname", "user", "password")


@dataclass(frozen=True)
class Dsn:
    """A database by host (or socket folder), port, name and user; ``options`` go to libpq."""

    host: str
    dbname: str
    user: str
    port: int = 5432
    password: str = field(default="", repr=False)
    options: tuple[tuple[str, str], ...] = ()

    @classmethod
    def parse(cls, url: str) -> Dsn:
        """Read a ``postgresql://`` address or a libpq ``key=value`` text."""
        try:
            parts: dict[str, Any] = dict(conninfo_to_dict(url))
        except psycopg.ProgrammingError as error:
            raise PostgresError(
                f"DATABASE_URL cannot be read ({str(error).strip()}); "
                "write it as postgresql://user:password@host:5432/database"
            ) from error
        more = tuple((key, str(value)) for key, value in parts.items() if key not in NAMED)
        return cls(
            host=str(parts.get("host", "")),
            dbname=str(parts.get("dbname", "")),
            user=str(parts.get("user", "")),
            port=int(parts.get("port") or 5432),
            password=str(parts.get("password") or ""),
            options=more,
        )

    @property
    def url(self) -> str:
        """The same as an address; a socket folder is quoted into the host."""
        secret = f":{quote(self.password, safe='')}" if self.password else ""
        query = urlencode({"host": self.host, **dict(self.options)}, quote_via=quote)
        user = quote(self.user, safe="")
        return f"postgresql://{user}{secret}@:{self.port}/{quote(self.dbname, safe='')}?{query}"

    def django(self) -> dict[str, Any]:
        """The same as a Django database setting."""
        return {
            "ENGINE": "django.db.backends.postgresql",
            "HOST": self.host,
            "PORT": self.port,
            "NAME": self.dbname,
            "USER": self.user,
            "PASSWORD": self.password,
            "OPTIONS": dict(self.options),
        }
