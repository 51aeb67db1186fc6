"""``nuanxin worker``: does the jobs that wait in the database."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Annotated

import typer

from nuanxin.commands.shared import in_live_city


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("worker")
    def worker(
        once: Annotated[bool, typer.Option("--once", help="stop when no job waits")] = False,
        attached: Annotated[
            bool, typer.Option("--attached", hidden=True, help="stop when standard input ends")
        ] = False,
    ) -> None:
        """Do the jobs that wait: evaluate changed people again, and everybody at night.

        Example: nuanxin worker
        """
        if attached:
            _stop_with_input()
        with in_live_city():
            typer.echo("worker: waiting for jobs (Ctrl-C stops it)", err=True)
            work(wait=not once)


@contextmanager
def working() -> Iterator[None]:
    """A worker of its own process beside the block, gone with it however it ends."""
    command = [sys.executable, "-m", "nuanxin", "worker", "--attached"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        try:
            yield
        finally:
            process.terminate()


def _stop_with_input() -> None:
    """Stop when nobody holds the other end of standard input: who started us has died."""

    def wait() -> None:
        sys.stdin.buffer.read()
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=wait, daemon=True).start()


def work(*, wait: bool) -> None:
    """Run jobs until stopped, or until none waits; Django must be ready."""
    from procrastinate.contrib.django import app

    connector = app.connector.get_worker_connector()  # type: ignore[attr-defined]
    with app.replace_connector(connector) as ready:
        if wait:
            ready.run_worker(wait=True, concurrency=1)
        else:
            # A thread has an event loop of its own, whatever runs in ours.
            with ThreadPoolExecutor(1) as alone:
                alone.submit(
                    ready.run_worker, wait=False, concurrency=1, install_signal_handlers=False
                ).result()
