"""The schema ``facts`` has exactly the names and columns of the contract."""

from __future__ import annotations

import pytest
from django.db import connection

from nuanxin.domains.changes.models import Live
from nuanxin.domains.changes.tables import models
from nuanxin.domains.people.services import NAMING
from nuanxin.policy.contract import TABLE, TABLES
from tests.domains.live_city import at, put, settle, shift

pytestmark = pytest.mark.django_db

TYPES = {
    "text": "text",
    "date": "date",
    "time": "timestamp without time zone",
    "bool": "boolean",
    "whole": "bigint",
    "decimal": "numeric",
    "list": "ARRAY",
}


@pytest.mark.parametrize("table", TABLES, ids=[table.name for table in TABLES])
def test_a_view_has_the_columns_of_the_contract(table: object) -> None:
    name = table.name  # type: ignore[attr-defined]
    with connection.cursor() as cursor:
        cursor.execute(
            "select column_name, data_type from information_schema.columns "
            "where table_schema = 'facts' and table_name = %s order by ordinal_position",
            [name],
        )
        found = cursor.fetchall()
    assert found == [(column.name, TYPES[column.kind]) for column in TABLE[name].columns]


def test_no_table_is_forgotten() -> None:
    assert set(models()) == set(TABLE)
    for name, model in models().items():
        columns = {field.column for field in model._meta.concrete_fields}
        ours = {"id", "change_id", "merged_into_id"}
        assert columns - ours == {column.name for column in TABLE[name].columns}


def test_every_live_table_keeps_its_old_rows() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select c.relname, array_agg(t.tgname order by t.tgname) from pg_trigger as t "
            "join pg_class as c on c.oid = t.tgrelid where t.tgname in "
            "('stamp', 'keep_changed', 'keep_removed') group by 1"
        )
        found = dict(cursor.fetchall())
    live = {model._meta.db_table for model in models().values() if issubclass(model, Live)}
    assert set(found) == live
    assert all(names == ["keep_changed", "keep_removed", "stamp"] for names in found.values())


def test_times_are_local() -> None:
    settle()
    shift("A1", "P1", at(10, 22), at(10, 30))
    with connection.cursor() as cursor:
        cursor.execute("set local timezone = 'America/New_York'")
        cursor.execute('select start, "end" from facts.attendance')
        assert cursor.fetchall() == [(at(10, 22), at(11, 6))]


def test_lists_and_days_come_as_they_are() -> None:
    put("calendar", date=at(9, 0).date(), is_workday=True, overtime_pct=None)
    with connection.cursor() as cursor:
        cursor.execute("select is_workday, overtime_pct from facts.calendar")
        assert cursor.fetchall() == [(True, None)]


def test_a_merge_moves_every_column_that_names_a_person() -> None:
    """A new column that refers to people must follow a merge as well."""
    for table in TABLES:
        refers = {c.name for c in table.columns if c.references == "people.person_id"}
        assert refers <= set(NAMING.get(table.name, ())), table.name
