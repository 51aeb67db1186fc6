"""Who read whose record: noted with the request, chained, and shown to be whole or broken."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction
from typer.testing import CliRunner

from nuanxin.domains.access.roles import Role
from nuanxin.domains.access.scope import Scope, within
from nuanxin.domains.reads.models import Entry
from nuanxin.domains.reads.selectors import breaks, readers_of
from nuanxin.domains.reads.services import note
from tests.domains import live_city
from tests.signed_in import signed_in

pytestmark = pytest.mark.django_db


def read(*people: str) -> None:
    for person in people:
        with within(Scope(Role.AUDITOR, account="7", actor="孙立", purpose="年度审计")):
            note(person, "life:life")


def tampered(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("alter table reads_entry disable trigger append_only")
        cursor.execute(statement)
        cursor.execute("alter table reads_entry enable trigger append_only")


def test_a_page_about_a_person_notes_who_looked_in_which_role_and_why() -> None:
    live_city.settle()
    signed_in(Role.AUDITOR).get("/people/P1/")
    signed_in(Role.UNIT_HR, unit_id="U1", person_id="P2").get("/people/P1/")
    found = [(one.role, one.actor, one.purpose, one.page) for one in readers_of("P1")]
    assert found == [
        ("unit_hr", "P2", "test", "people:person"),
        ("auditor", "test-auditor", "test", "people:person"),
    ]
    assert readers_of("P2") == []


def test_who_is_refused_read_nothing() -> None:
    live_city.settle()
    assert signed_in(Role.UNIT_HR, unit_id="U2").get("/people/P1/").status_code == 404
    assert readers_of("P1") == []


def test_ones_own_record_is_ones_own() -> None:
    with within(Scope(Role.UNIT_HR, "U1", person_id="P2")):
        note("P2", "people:person")
    assert readers_of("P2") == []


def test_the_chain_is_whole_until_somebody_touches_it() -> None:
    read("P1", "P2", "P1")
    assert list(breaks()) == []
    tampered("update reads_entry set person = 'P9' where number = 2")
    assert [(one.number, one.what) for one in breaks()] == [(2, "altered")]


@pytest.mark.parametrize(("number", "what"), [(1, "missing"), (3, "missing at the end")])
def test_a_removed_entry_is_missed(number: int, what: str) -> None:
    read("P1", "P2", "P3")
    tampered(f"delete from reads_entry where number = {number}")
    assert [(one.number, one.what) for one in breaks()] == [(number, what)]


@pytest.mark.parametrize("act", ["update reads_entry set page = ''", "delete from reads_entry"])
def test_the_log_only_grows(act: str) -> None:
    read("P1")
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        connection.cursor().execute(act)
    assert Entry.objects.count() == 1


def test_the_command_names_the_first_broken_entry() -> None:
    from nuanxin.commands import audit

    read("P1", "P2")
    told = CliRunner().invoke(audit.app, ["verify"])
    assert (told.exit_code, told.stdout) == (0, "2 entries, each hangs on the one before it\n")
    tampered("update reads_entry set role = 'worker' where number = 1")
    told = CliRunner().invoke(audit.app, ["verify"])
    assert told.exit_code == 1
    assert "entry 1 was altered, or one before it" in told.output
