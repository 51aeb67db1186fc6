"""The schema ``facts``: a view for each table of the contract over the live tables."""

from __future__ import annotations

from nuanxin.policy.contract import TABLES, Column, Table

ZONE = "Asia/Shanghai"


def views() -> str:
    """Create the schema with its views; columns are named, ordered and typed as in the contract."""
    return ";\n".join(["create schema facts", *map(_view, TABLES)])


def _view(table: Table) -> str:
    columns = ", ".join(_column(column) for column in table.columns)
    of_merged = " where merged_into_id is null" if table.name == "people" else ""
    return f"create view facts.{table.name} as select {columns} from live_{table.name}{of_merged}"


def _column(column: Column) -> str:
    if column.kind == "time":
        return f'"{column.name}" at time zone \'{ZONE}\' as "{column.name}"'
    return f'"{column.name}"'


CALENDAR = """
create table calendar_published (date date primary key, is_workday boolean not null);
create view facts.calendar_day as
select p.date, coalesce(l.is_workday, p.is_workday) as is_workday
from calendar_published as p left join live_calendar as l on l.date = p.date
"""
"""Every day of 1970 to 2099: what the city declared, else the mainland's own calendar (C1)."""
DROP_CALENDAR = "drop view facts.calendar_day; drop table calendar_published"
