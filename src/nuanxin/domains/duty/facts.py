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
