"""``nuanxin worker``: does the jobs that wait in the database."""

from __future__ import annotations

from typing import Annotated

import typer

from nuanxin.commands.shared import Refused


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("worker")
    def worker(
        once: Annotated[bool, typer.Option("--once", help="stop when no job waits")] = False,
    ) -> None:
        """Do the jobs that wait: evaluate changed people again, and everybody at night.

        Example: nuanxin worker
        """
        from nuanxin.site import server
        from nuanxin.site.postgres import PostgresError

        try:
            with server.prepared():
                typer.echo("worker: waiting for jobs (Ctrl-C stops it)", err=True)
                work(wait=not once)
        except PostgresError as error:
            raise Refused(str(error)) from error


def work(*, wait: bool) -> None:
    """Run jobs until stopped, or until none waits; Django must be ready."""
    from procrastinate.contrib.django import app

    connector = app.connector.get_worker_connector()  # type: ignore[attr-defined]
    with app.replace_connector(connector) as ready:
        ready.run_worker(wait=wait, concurrency=1, install_signal_handlers=wait)
