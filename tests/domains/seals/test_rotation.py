"""A new key seals everything anew; broken off, it goes on; nobody notices meanwhile."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from nuanxin.domains.changes.models import Change, OldRow
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.changes.selectors import history
from nuanxin.domains.people.models import Person
from nuanxin.domains.people.selectors import perhaps_the_same
from nuanxin.domains.seals import keyring, rotation
from nuanxin.domains.seals.places import PLACES
from nuanxin.domains.seals.sealing import keys, opened, seal
from nuanxin.domains.seals.trouble import KeyTrouble
from nuanxin.domains.search.filling import refresh
from nuanxin.domains.search.finding import find
from nuanxin.site.keys import seal_keys
from tests.domains import live_city
from tests.domains.intake.sheets import taken
from tests.domains.seals.test_at_rest import FIRST, SECOND, people_file


@pytest.fixture(autouse=True)
def city(db: None, settings: Any, tmp_path: Path) -> None:
    del db
    settings.SEAL_KEYS = seal_keys(tmp_path / "home")
    live_city.settle()
    live_city.person("P1", "林晓岚", id_number=FIRST)
    live_city.person("P2", "周文静", id_number=FIRST)
    live_city.person("P2", "周文静", id_number=SECOND)
    refresh()


class Killed(Exception):
    """Ends a rotation on its way."""


def broken_off(monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """Rotate row by row, and end after so many steps."""
    monkeypatch.setattr(rotation, "BATCH", 1)
    steps = iter(range(after))

    def step(_table: str, _done: int, _all: int) -> None:
        if next(steps, None) is None:
            raise Killed

    with pytest.raises(Killed):
        rotation.rotate(step)


def test_everything_is_sealed_by_the_new_key_and_nothing_else_changes() -> None:
    before = keys().newest.name
    written = Change.objects.count(), OldRow.objects.count()
    steps: list[tuple[str, int, int]] = []
    assert rotation.rotate(lambda *step: steps.append(step)) == 3
    newest = keys().newest
    assert newest.name != before
    assert newest.complete
    assert rotation.seals_by_key() == {newest.name: 3}
    assert ("live_people", 2, 2) in steps
    assert (Change.objects.count(), OldRow.objects.count()) == written
    assert Person.objects.get(pk="P1").id_number == FIRST
    assert [v.row["id_number"] for v in history("people", "P2") if v.row] == [None, FIRST, SECOND]
    assert [one.name for one in find("1234")] == ["林晓岚"]


@pytest.mark.parametrize("after", [0, 1])
def test_broken_off_it_goes_on_with_the_same_key(
    monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    broken_off(monkeypatch, after)
    begun = keys().newest
    assert not begun.complete
    assert len(rotation.seals_by_key()) == 2
    rotation.rotate()
    assert len(keys().keys) == 2
    assert rotation.seals_by_key() == {begun.name: 3}


def test_half_way_the_city_works_as_ever(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken_off(monkeypatch, 0)
    live_city.person("P3", "孙立", "U2", id_number=SECOND)
    assert {one.pk for one in perhaps_the_same(Person.objects.get(pk="P3"))} == {"P2"}
    assert [one.name for one in find("1234")] == ["林晓岚"]
    changes = Change.objects.count()
    assert taken(people_file(tmp_path, FIRST)).counts.same == 1
    assert Change.objects.count() == changes


def test_an_old_key_is_dropped_only_when_nothing_needs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    broken_off(monkeypatch, 1)
    newest, old = keys().keys
    with pytest.raises(Refusal, match="still need key"):
        rotation.drop(old.name)
    with pytest.raises(Refusal, match="newest"):
        rotation.drop(newest.name)
    rotation.rotate()
    rotation.drop(old.name)
    assert [key.name for key in keys().keys] == [newest.name]


def test_keys_of_another_installation_open_what_it_sealed(settings: Any, tmp_path: Path) -> None:
    sealed, theirs = seal("id", FIRST), settings.SEAL_KEYS
    settings.SEAL_KEYS = seal_keys(tmp_path / "other")
    with pytest.raises(KeyTrouble, match="not among the keys of this home"):
        opened(sealed)
    (name,) = rotation.missing()
    assert rotation.add(theirs) == [name]
    assert rotation.add(theirs) == rotation.missing() == []
    assert opened(sealed) == FIRST


def test_the_file_is_closed_to_others(settings: Any) -> None:
    rotation.rotate()
    assert stat.S_IMODE(Path(settings.SEAL_KEYS).stat().st_mode) == 0o600
    Path(settings.SEAL_KEYS).write_text("[]")
    with pytest.raises(KeyTrouble, match="holds no keys"):
        keyring.ring(Path(settings.SEAL_KEYS))


def test_a_rotation_reaches_every_sealed_column() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select table_name, column_name from information_schema.columns"
            " where table_schema = 'public' and data_type in ('text', 'jsonb', 'character varying')"
        )
        columns = cursor.fetchall()
        sealed = []
        for table, column in columns:
            cursor.execute(f'select from "{table}" where "{column}"::text like \'%seal:%\' limit 1')
            sealed += [(table, column)] * cursor.rowcount
    assert set(sealed) <= {(one.table, one.column) for one in PLACES}
    assert len(sealed) == 2
