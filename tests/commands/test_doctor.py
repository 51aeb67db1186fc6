"""``nuanxin doctor``: all is well here, or what is wrong and the mend."""

from __future__ import annotations

import psycopg
import pytest

from nuanxin.commands import doctor
from nuanxin.site.postgres import Dsn

from .conftest import Nuanxin

LOOKED_AT = ["python", "engine", "packs", "database", "keys", "ledger", "queue", "disk"]


@pytest.fixture(autouse=True)
def embedded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)


def test_all_is_well(nuanxin: Nuanxin) -> None:
    said = nuanxin("doctor")
    assert (said.code, said.err) == (0, "")
    lines = said.out.splitlines()
    assert [line.split()[:2] for line in lines] == [["ok", f"{what}:"] for what in LOOKED_AT]
    assert "dalian2020 (64 obligations," in said.out


def test_json_is_one_object(nuanxin: Nuanxin) -> None:
    findings = nuanxin("doctor", "--json").json["findings"]
    assert [finding["what"] for finding in findings] == LOOKED_AT
    assert all(finding["well"] for finding in findings)


def test_a_server_that_does_not_answer(nuanxin: Nuanxin, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody:secret@localhost:1/nothing")
    said = nuanxin("doctor")
    assert said.code == 1
    assert "WRONG database: connection failed" in said.out
    assert "→ start that server or correct DATABASE_URL" in said.out
    assert "secret" not in said.out + said.err


def test_a_full_disk(nuanxin: Nuanxin, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "LEAST_FREE", 10**18)
    said = nuanxin("doctor")
    assert said.code == 1
    assert "WRONG disk" in said.out
    assert "→ make room" in said.out


def test_what_breaks_on_looking_is_told_and_the_rest_still_seen(
    nuanxin: Nuanxin, monkeypatch: pytest.MonkeyPatch
) -> None:
    def _engine() -> doctor.Finding:
        raise ImportError("no module named duckdb")

    monkeypatch.setattr(doctor, "_engine", _engine)
    said = nuanxin("doctor")
    assert said.code == 1
    assert "WRONG engine: ImportError: no module named duckdb" in said.out
    assert "→ run make setup again" in said.out
    assert "ok   disk" in said.out


def test_a_ledger_that_follows_nothing_and_a_queue_that_stands(
    monkeypatch: pytest.MonkeyPatch, server: Dsn
) -> None:
    monkeypatch.setenv("DATABASE_URL", server.url)
    assert (doctor._ledger().well, doctor._queue().well) == (True, True), "no tables yet"
    with psycopg.connect(server.url) as connection:
        connection.execute(MADE.encode())
    try:
        ledger, queue = doctor._ledger(), doctor._queue()
    finally:
        with psycopg.connect(server.url) as connection:
            connection.execute("drop table ledger_run, procrastinate_events, procrastinate_jobs")
    assert (ledger.well, ledger.found) == (False, "2 ledgers, 1 of the live city")
    assert ledger.mend.startswith("dalian2020 do not follow")
    assert (queue.well, queue.found) == (False, "1 jobs failed, 1 wait for more than 10 minutes")
    assert "nuanxin worker" in queue.mend


MADE = """
create table ledger_run (pack text, source text);
insert into ledger_run values ('dalian2020', '/srv/facts'), ('peers2020', 'live');
create table procrastinate_jobs (id int, status text, scheduled_at timestamptz);
create table procrastinate_events (job_id int, at timestamptz);
insert into procrastinate_jobs values
    (1, 'failed', null), (2, 'todo', null), (3, 'todo', null),
    (4, 'todo', now() + interval '1 hour'), (5, 'succeeded', null);
insert into procrastinate_events
select id, now() - case when id = 3 then interval '1 minute' else interval '1 hour' end
from procrastinate_jobs;
"""
