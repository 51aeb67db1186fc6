"""What the stages read: the fact tables of the contract, and the run's own small tables."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.policy.contract import TABLE
from nuanxin.policy.refs import escaped
from nuanxin.policy.terms import in_scope, text

_TYPES = {
    "text": "string",
    "date": "date",
    "time": "timestamp",
    "bool": "boolean",
    "whole": "int64",
    "decimal": "decimal(28, 10)",
    "list": "array<string>",
}

scope = ibis.table({"person_id": "string"}, name="scope", database="run")
"""The people being evaluated: everybody, a slice of everybody, or one."""

parameter_values = ibis.table(
    {"key": "string", "from_day": "int64", "to_day": "int64", "value": "decimal(18, 4)"},
    name="parameter_values",
    database="run",
)
"""The values of dated parameters, a row for each period (``to_day`` included)."""

parameter_words = ibis.table(
    {"key": "string", "from_day": "int64", "to_day": "int64", "value": "string"},
    name="parameter_words",
    database="run",
)
"""The items of dated lists, a row for each item and period."""

calendar_day = ibis.table(
    {"date": "date", "is_workday": "boolean"}, name="calendar_day", database="facts"
)
"""Every day of the mainland calendar, overridden by the calendar table (C1)."""


def fact(name: str) -> ir.Table:
    """A fact table, whole."""
    columns = {column.name: _TYPES[column.kind] for column in TABLE[name].columns}
    return ibis.table(columns, name=name, database="facts")


def fact_in_scope(name: str, person: str = "person_id") -> ir.Table:
    """The rows of a fact table that belong to the people being evaluated."""
    table = fact(name)
    return table.filter(in_scope(table[person]))


def reference(table: ir.Table, name: str) -> ir.StringValue:
    """The reference of each row of a fact table: its name and key, parts joined by ``/``."""
    keys = [escaped(table[key].cast("string").fill_null("")) for key in TABLE[name].key]
    return text(f"{name}:") + text("/").join(keys)
