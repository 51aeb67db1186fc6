"""A backup comes back equal, a damaged one is named, and nothing is lost on the way."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from nuanxin.site.backup import BackupError, Manifest, back_up, restore
from nuanxin.site.digests import differences, held_by
from nuanxin.site.postgres import Dsn

MADE = """
create table django_migrations (app text, name text);
insert into django_migrations values ('ledger', '0001_initial');
create table live_people (person_id text primary key, name text, at timestamptz, fen numeric);
insert into live_people select 'P' || n, '林晓岚' || chr(10) || n, now(), n / 3.0
from generate_series(1, 500) as n;
create schema facts;
create view facts.people as select person_id from live_people;
"""
KNOWN = {"ledger.0001_initial"}


@pytest.fixture
def home(server: Dsn) -> Iterator[Dsn]:
    """A database with 500 people."""
    mine = replace(server, dbname="of_backups")
    with psycopg.connect(replace(server, dbname="postgres").url, autocommit=True) as connection:
        connection.execute("create database of_backups")
        with psycopg.connect(mine.url) as made:
            made.execute(MADE.encode())
        yield mine
        connection.execute("drop database of_backups with (force)")


def execute(dsn: Dsn, statement: str) -> None:
    with psycopg.connect(dsn.url) as connection:
        connection.execute(statement.encode())


def people(dsn: Dsn) -> list[tuple[object, ...]]:
    with psycopg.connect(dsn.url) as connection:
        return connection.execute("select * from live_people order by 1").fetchall()


def databases(dsn: Dsn) -> set[str]:
    with psycopg.connect(dsn.url) as connection:
        return {name for (name,) in connection.execute("select datname from pg_database")}


def test_what_was_saved_comes_back(home: Dsn, tmp_path: Path) -> None:
    before, file = people(home), tmp_path / "all.nuanxin"
    made = back_up(home, file)
    assert made.tables["public.live_people"].rows == len(before) == 500
    assert file.stat().st_mode & 0o077 == 0, "only its owner may read it"
    execute(home, "delete from live_people; drop schema facts cascade; create table later (x int)")
    there = databases(home)
    assert restore(home, file, force=False, known=KNOWN) == made
    assert people(home) == before
    with psycopg.connect(home.url) as connection:
        assert not differences(made.tables, held_by(connection))
        assert connection.execute("select count(*) from facts.people").fetchone() == (500,)
        assert connection.execute("select to_regclass('later')").fetchone() == (None,)
    assert databases(home) == there, "nothing is left beside it"


def test_a_database_in_use_is_not_replaced_unasked(home: Dsn, tmp_path: Path) -> None:
    back_up(home, tmp_path / "all.nuanxin")
    execute(home, "update live_people set name = '周文静'")
    with pytest.raises(BackupError, match=r"not empty \(500 people\); --force"):
        restore(home, tmp_path / "all.nuanxin", force=False, known=KNOWN)
    assert {row[1] for row in people(home)} == {"周文静"}
    restore(home, tmp_path / "all.nuanxin", force=True, known=KNOWN)
    assert len({row[1] for row in people(home)}) == 500


@pytest.mark.parametrize("share", [0.05, 0.5, 0.9, 0.999])
def test_a_damaged_file_is_named_and_changes_nothing(
    home: Dsn, tmp_path: Path, share: float
) -> None:
    file = tmp_path / "all.nuanxin"
    back_up(home, file)
    before, data = people(home), bytearray(file.read_bytes())
    data[int(len(data) * share)] ^= 0x10
    file.write_bytes(data)
    with pytest.raises(BackupError, match=r"all\.nuanxin is damaged"):
        restore(home, file, force=True, known=KNOWN)
    assert people(home) == before
    with pytest.raises(BackupError, match="damaged or no backup"):
        restore(home, Path(__file__), force=True, known=KNOWN)


def test_what_comes_back_otherwise_does_not_take_the_place(home: Dsn, tmp_path: Path) -> None:
    """A manifest that tells of other rows: the restored database is thrown away."""
    file, lying = tmp_path / "all.nuanxin", tmp_path / "lying.nuanxin"
    back_up(home, file)
    with zipfile.ZipFile(file) as good, zipfile.ZipFile(lying, "w") as bad:
        told = good.read("manifest.json").decode().replace('"rows": 500', '"rows": 501')
        bad.writestr("manifest.json", told)
        bad.writestr("dump", good.read("dump"))
    there, before = databases(home), people(home)
    with pytest.raises(BackupError, match="live_people has 500 rows instead of 501"):
        restore(home, lying, force=True, known=KNOWN)
    assert (databases(home), people(home)) == (there, before)


def test_a_backup_of_a_later_version_is_refused(home: Dsn, tmp_path: Path) -> None:
    back_up(home, tmp_path / "all.nuanxin")
    with pytest.raises(BackupError, match=r"later version .*ledger\.0001_initial"):
        restore(home, tmp_path / "all.nuanxin", force=True, known=set())


def test_a_digest_sees_a_value_a_row_and_a_second_row(home: Dsn) -> None:
    def held() -> Manifest | object:
        with psycopg.connect(home.url) as connection:
            return held_by(connection)["public.live_people"]

    first = held()
    execute(home, "update live_people set fen = fen where person_id = 'P1'")
    assert held() == first, "the place of a row does not count"
    execute(home, "update live_people set name = 'x' where person_id = 'P1'")
    second = held()
    execute(home, "update live_people set name = 'X' where person_id = 'P1'")
    assert len({first, second, held()}) == 3
