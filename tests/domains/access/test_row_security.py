"""The database keeps one unit's rows from another's, whatever a page asks for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import ProgrammingError, connection, transaction
from django.urls import reverse
from psycopg.errors import InsufficientPrivilege
from pytest_django.plugin import DjangoDbBlocker

from nuanxin.city import CityPlan, build_city
from nuanxin.domains.access.opening import opening_of
from nuanxin.domains.access.policies import DB_ROLES, PERSON, RULES, UNIT
from nuanxin.domains.access.roles import Role
from nuanxin.domains.access.row_security import apply
from nuanxin.domains.access.scope import Scope, everywhere, within
from nuanxin.domains.api.document import document, operations
from nuanxin.domains.intake.services import take
from nuanxin.domains.ledger.models import Load, Obligation, Run
from nuanxin.domains.ledger.services import load_live
from nuanxin.domains.search.filling import refresh
from tests.domains.access.routes import routes
from tests.domains.api.asking import asking
from tests.signed_in import signed_in

pytestmark = pytest.mark.django_db
NUMBER = re.compile(r"\bP\d{6,}\b")


@dataclass(frozen=True)
class Two:
    """Two hospitals, and people of each whom the other has nothing to do with."""

    ours: str
    theirs: str
    our_people: frozenset[str]
    their_people: frozenset[str]

    @property
    def scope(self) -> Scope:
        """An HR officer of ours."""
        return Scope(Role.UNIT_HR, self.ours, actor="hr")


@pytest.fixture(scope="module")
def two(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Two:
    """A live city with its ledger and search rows, committed."""
    del django_db_setup
    place: Path = tmp_path_factory.mktemp("city") / "facts"
    build_city(CityPlan(400, dirty_rows=5), place, "csv")
    with django_db_blocker.unblock():
        take([place], who="孙立", why="测试")
        load_live("dalian2020", date(2020, 4, 20))
        refresh()
        return _two()


def _two() -> Two:
    found = _rows(
        "select unit_id, array_agg(person_id) from live_people join live_units using (unit_id)"
        " where kind = 'hospital' group by 1 order by count(*) desc limit 2"
    )
    (ours, _), (theirs, at_home) = found
    with within(Scope(Role.UNIT_HR, ours)):
        seen = {person for (person,) in _rows("select unnest(access_people())")}
    counts = {"added": 0, "changed": 1, "withdrawn": 0}
    run = Run.objects.get()
    for person in (min(seen), min(set(at_home) - seen)):
        Load.objects.create(run=run, as_of=run.as_of, scope=f"person:{person}", by="x", **counts)
    return Two(ours, theirs, frozenset(seen), frozenset(at_home) - seen)


def _rows(query: str, values: Any = None) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return list(cursor.fetchall())


def _tables() -> set[str]:
    return {n for (n,) in _rows("select tablename from pg_tables where schemaname = 'public'")}


class TestRules:
    def test_every_table_has_its_rule_and_is_secured(self) -> None:
        assert _tables() == set(RULES)
        unsecured = _rows(
            "select relname from pg_class where relnamespace = 'public'::regnamespace"
            " and relkind = 'r' and not relrowsecurity"
        )
        assert {name for (name,) in unsecured} == {t for t, r in RULES.items() if r.is_open}
        roles = _rows("select distinct polroles::regrole[]::text from pg_policy")
        assert {told for (told,) in roles} == {f"{{{role}}}" for role in DB_ROLES}

    def test_they_are_brought_in_once(self) -> None:
        assert not apply()

    def test_nobody_who_is_signed_in_owns_or_bypasses(self) -> None:
        strong = _rows(
            "select rolname from pg_roles where rolname = any(%s)"
            " and (rolsuper or rolbypassrls or rolcanlogin)",
            [list(DB_ROLES)],
        )
        assert strong == []
        assert (
            _rows("select tablename from pg_tables where tableowner = any(%s)", [list(DB_ROLES)])
            == []
        )


class TestAUnit:
    def test_reads_nobody_of_another_in_any_table(self, two: Two) -> None:
        assert len(two.our_people) > 3
        assert len(two.their_people) > 3
        leaks, seen = {}, set()
        with within(two.scope):
            for table in sorted(_tables()):
                text = json.dumps(_rows(f"select to_jsonb(t)::text from {table} as t"))
                named = set(NUMBER.findall(text))
                if named & two.their_people:
                    leaks[table] = sorted(named & two.their_people)[:3]
                if named & two.our_people:
                    seen.add(table)
        assert leaks == {}
        assert {"live_people", "live_spells", "ledger_obligation", "search_entry"} <= seen

    def test_its_rows_are_found_by_index_and_no_list_is_walked(self, two: Two) -> None:
        asked = "explain select * from ledger_obligation where run_id = %s order by rank limit 50"
        with within(two.scope):
            _rows("select set_config('enable_seqscan', 'off', true)")  # the city is small
            plan = "\n".join(line for (line,) in _rows(asked, [Run.objects.get().pk]))
        assert "BitmapOr" in plan
        assert "on obligation_owner" in plan
        assert "on obligation_subject" in plan

    def test_writes_no_row_of_another_in_any_table(self, two: Two) -> None:
        """Their rows, offered again or changed: refused, or not found."""
        for table, rule in sorted(RULES.items()):
            if rule.of(UNIT) in ("", "true") or table.startswith(("access", "django")):
                continue
            theirs = _of_them(table, two.their_people)
            for row in theirs:
                assert _refused(two.scope, table, row), f"{table}: {row}"

    def test_what_is_read_only_is_not_written(self, two: Two) -> None:
        for table, rule in sorted(RULES.items()):
            for role, scope in ((UNIT, two.scope), (PERSON, Scope(Role.WORKER, person_id="x"))):
                if role in rule.write:
                    continue
                with (
                    pytest.raises(ProgrammingError, match="permission denied"),
                    transaction.atomic(),
                    within(scope),
                ):
                    _rows(f"delete from {table} returning 1")

    def test_sees_its_own_whole(self, two: Two) -> None:
        ours = Obligation.objects.filter(owner_unit_id=two.ours).count()
        with within(two.scope):
            assert Obligation.objects.filter(owner_unit_id=two.ours).count() == ours > 0
            assert not Obligation.objects.filter(subject_id__in=two.their_people).exists()
            with everywhere():
                assert Obligation.objects.filter(subject_id__in=two.their_people).exists()
            assert not Obligation.objects.filter(subject_id__in=two.their_people).exists()

    def test_no_page_shows_another(self, two: Two) -> None:
        """Every address, for every role that has a unit, asked about somebody of the other."""
        stranger = min(two.their_people)
        for role in (Role.UNIT_HR, Role.HEAD_NURSE, Role.COMMUNITY, Role.FINANCE):
            client = signed_in(role, unit_id=two.ours, person_id=min(two.our_people))
            for path in _addresses(role, stranger):
                answer = client.get(path)
                text = b"" if answer.streaming else answer.content
                assert not set(NUMBER.findall(text.decode(errors="replace"))) & (
                    two.their_people - {stranger}
                ), f"{role} {path}"
                if stranger in path:
                    assert answer.status_code in (403, 404), f"{role} {path}"

    def test_no_operation_shows_another(self, two: Two) -> None:
        """Every operation that reads, with a token of the unit, asked about somebody of theirs."""
        stranger, day = min(two.their_people), "2020-04-20"
        known = {"person_id": stranger, "number": "1", "table": "people", "key": stranger}
        seen: set[str] = set()
        for role in (Role.UNIT_HR, Role.HEAD_NURSE, Role.COMMUNITY, Role.FINANCE):
            client = asking(role, unit_id=two.ours)
            for method, address, told in operations(document()):
                if method != "get" or role not in told["x-roles"]:
                    continue
                path = re.sub(r"{(\w+)}", lambda part: known.get(part[1], "x"), address)
                more = {"on": day} if path.endswith("/then") else {}
                more |= {"q": stranger} if path.endswith("/search") else {}
                answer = client.get(path, more)
                found = set(NUMBER.findall(answer.content.decode(errors="replace")))
                seen |= found
                assert not found & (two.their_people - {stranger}), f"{role} {path}"
                if stranger in path:
                    assert answer.status_code in (403, 404), f"{role} {path}"
        assert seen & two.our_people


def test_a_worker_sees_themselves_alone(two: Two) -> None:
    me = min(two.our_people)
    with within(Scope(Role.WORKER, person_id=me)):
        assert [person for (person,) in _rows("select person_id from live_people")] == [me]
        assert {p for (p,) in _rows("select person_id from live_attendance")} <= {me}
        subjects = _rows(
            "select distinct subject_id from ledger_obligation where subject_kind = 'person'"
        )
        assert subjects == [(me,)]
        assert _rows("select 1 from search_entry") == []


def test_administrators_see_nobody(two: Two) -> None:
    del two
    for role in (Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN):
        with within(Scope(role)):
            assert _rows("select 1 from live_people") == []
            assert _rows("select 1 from ledger_obligation") == []


def _addresses(role: Role, stranger: str) -> Iterator[str]:
    named = {"life:life", "people:person"}
    for name, view, arguments in routes():
        if not opening_of(view).admits(role) or name in ("access:sign_out", "access:change_role"):
            continue
        yield reverse(name, kwargs={"number": stranger} if name in named else arguments)


def _of_them(table: str, people: frozenset[str]) -> list[str]:
    """A few rows of a table that name them and nobody of ours, as JSON."""
    pattern = "|".join(sorted(people))
    found = _rows(
        f"select to_jsonb(t)::text from {table} as t where t::text ~ %s limit 2", [pattern]
    )
    return [row for (row,) in found]


def _refused(scope: Scope, table: str, row: str) -> bool:
    try:
        with transaction.atomic(), within(scope), connection.cursor() as cursor:
            cursor.execute("select set_config('nuanxin.change', '1', true)")
            cursor.execute(
                f"insert into {table}"
                f" select * from jsonb_populate_record(null::{table}, %s::jsonb)",
                [row],
            )
    except ProgrammingError as error:
        return isinstance(error.__cause__, InsufficientPrivilege)
    return False
