"""Serving the pages: database, tables, then the web server, and all of it down again in order."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from django.core.management import call_command
from granian import Granian
from granian.constants import Interfaces

from nuanxin.site import postgres
from nuanxin.site.home import home as default_home
from nuanxin.site.scratch import scratch

Tell = Callable[[str], None]
SETTINGS = "nuanxin.site.settings"
STEPS = ("database", "tables", "server")
LOOPBACK = ("127.0.0.1", "localhost", "::1")


class ServeError(RuntimeError):
    """The pages cannot be served; the message says why and what to do."""


@contextmanager
def prepared(home: Path | None = None, *, on_step: Tell | None = None) -> Iterator[Path]:
    """Have the database running with its tables, and Django ready, inside the block.

    ``on_step`` is told each step's name (STEPS) as it begins. The database is stopped at the
    end when nobody else uses it. Raises PostgresError.
    """
    tell = on_step or _silent
    place = (home or default_home()).absolute()
    os.environ["NUANXIN_HOME"] = str(place)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    tell("database")
    with postgres.using(place), scratch(place):
        tell("tables")
        django.setup()
        call_command("migrate", verbosity=0, interactive=False)
        yield place


def serve(
    port: int = 8000,
    home: Path | None = None,
    *,
    host: str = "127.0.0.1",
    workers: int = 1,
    demo: bool = False,
    on_step: Tell | None = None,
    on_ready: Tell | None = None,
) -> None:
    """Serve the pages until interrupted (SIGINT or SIGTERM); prints nothing.

    On the own machine only its own names are answered (so that no foreign page can read ours
    through a name of its own); on a network any name, or those in ``NUANXIN_HOSTS``.

    With ``demo`` the demo's links sign in with one click, unless it is served to a network.

    ``on_step`` is told the steps, ``on_ready`` the address once pages are answered there.
    Raises PostgresError or ServeError.
    """
    _check_free(host, port)
    with prepared(home, on_step=on_step):
        (on_step or _silent)("server")
        _make_ready_to_fork(host, demo)
        server = Granian(
            "nuanxin.site.wsgi:application",
            address=host,
            port=port,
            interface=Interfaces.WSGI,
            workers=workers,
            blocking_threads=8,
            log_enabled=False,
        )
        if on_ready:
            server.on_startup(lambda: _announce(host, port, on_ready))
        server.serve()


def _make_ready_to_fork(host: str, demo: bool) -> None:
    """Leave nothing open that forked workers must not share, and say under which names we go.

    A pool that crosses a fork has the same sockets in every worker, and none of its threads.
    """
    from django.conf import settings
    from django.db import connections
    from django.db.backends.postgresql.base import DatabaseWrapper

    for connection in connections.all():
        connection.close()
        if isinstance(connection, DatabaseWrapper):
            connection.close_pool()
    settings.DEMO = demo and host in LOOPBACK
    os.environ["NUANXIN_DEMO"] = "1" if settings.DEMO else "0"
    if host not in LOOPBACK and "NUANXIN_HOSTS" not in os.environ:
        os.environ["NUANXIN_HOSTS"] = "*"
        settings.ALLOWED_HOSTS = ["*"]


def _check_free(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise ServeError(
                f"{host}:{port} cannot be listened on ({error.strerror}); name another --port"
            ) from error


def _announce(host: str, port: int, tell: Tell, patience: float = 60) -> None:
    """Tell the address once somebody answers there; waits beside the server."""

    def wait() -> None:
        until = time.monotonic() + patience
        while time.monotonic() < until:
            try:
                socket.create_connection((host, port), timeout=1).close()
            except OSError:
                time.sleep(0.05)
            else:
                name = f"[{host}]" if ":" in host else host
                tell(f"http://{name}:{port}/")
                return

    threading.Thread(target=wait, daemon=True).start()


def _silent(_: str) -> None:
    """Tell nobody."""
