"""The server as people start it: pages on an address, and everything down again afterwards."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from nuanxin.site import postgres
from nuanxin.site.server import ServeError, serve
from tests.site.conftest import kill_everything, wait_until

SERVE = """
import sys
from pathlib import Path
from nuanxin.site.server import serve
say = lambda what: print(what, flush=True)
port, home, host, workers = sys.argv[1:]
serve(int(port), Path(home), host=host, workers=int(workers), on_step=say, on_ready=say)
print("stopped", flush=True)
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def started(
    home: Path, *, host: str = "127.0.0.1", workers: int = 1
) -> tuple[subprocess.Popen[str], str]:
    """A server in a process of its own, and its address once it answers."""
    server = subprocess.Popen(
        [sys.executable, "-c", SERVE, str(free_port()), home, host, str(workers)],
        stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": "src"},
    )  # fmt: skip
    assert server.stdout is not None
    said = [server.stdout.readline().strip() for _ in range(4)]
    assert said[:3] == ["database", "tables", "server"]
    return server, said[3]


def read(address: str) -> tuple[int, str, str]:
    with urllib.request.urlopen(address, timeout=20) as answer:
        policy = answer.headers.get("Content-Security-Policy", "")
        return answer.status, answer.read().decode(), policy


def test_serves_pages_and_stops_everything_when_told(home: Path) -> None:
    server, address = started(home)
    status, page, policy = read(address)
    assert status == 200
    assert "登录" in page
    assert "default-src 'none'" in policy
    assert "Sign in" in read(f"{address}en/")[1]
    style = read(f"{address}static/nuanxin/tokens.css")
    assert "--paper" in style[1]
    server.send_signal(signal.SIGTERM)
    assert server.stdout is not None
    assert server.stdout.read().split() == ["stopped"]
    assert server.wait(30) == 0
    assert postgres.status(home).state == "stopped"


def test_starts_again_after_kill_9_of_server_and_database(home: Path) -> None:
    server, address = started(home)
    read(address)
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
    for victim in (server.pid, *map(int, children)):
        os.kill(victim, signal.SIGKILL)
    server.wait()
    kill_everything(home)
    server, address = started(home)
    assert read(address)[0] == 200
    server.send_signal(signal.SIGINT)
    assert server.wait(30) == 0
    wait_until(lambda: postgres.status(home).state == "stopped")


def test_a_port_in_use_is_said_before_anything_starts(home: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(ServeError, match="name another --port"):
            serve(other.getsockname()[1], home)
    assert postgres.status(home).state == "absent"


def test_many_readers_at_once_are_all_answered(home: Path) -> None:
    server, address = started(home, workers=2)
    with ThreadPoolExecutor(24) as readers:
        answers = list(readers.map(read, [f"{address}set-aside/"] * 120))
    assert {status for status, _, _ in answers} == {200}
    server.send_signal(signal.SIGTERM)
    assert server.wait(30) == 0


def test_only_its_own_names_are_answered_on_the_own_machine(home: Path) -> None:
    server, address = started(home)
    stranger = urllib.request.Request(address, headers={"Host": "elsewhere.example"})
    with pytest.raises(urllib.error.HTTPError, match="400"):
        urllib.request.urlopen(stranger, timeout=20)
    server.send_signal(signal.SIGTERM)
    assert server.wait(30) == 0
    server, address = started(home, host="0.0.0.0")
    stranger.full_url = address
    with urllib.request.urlopen(stranger, timeout=20) as answer:
        assert answer.status == 200
    server.send_signal(signal.SIGTERM)
    assert server.wait(30) == 0
