"""The strict look at the rows in trouble: which fall, which cells become unknown, and why."""

from __future__ import annotations

import duckdb

from nuanxin.facts import cells, reasons, sql
from nuanxin.facts.carriers.source import Source
from nuanxin.facts.plain import Plausible
from nuanxin.facts.trouble import key_name, text_name, trouble_of
from nuanxin.policy.contract import Column, Table


def judged_of(source: Source) -> str:
    """The SQL name of the judged rows: ``row``, the contract's columns, ``faults``, ``falls``,
    and ``key_stands`` (the key is the one that came)."""
    return sql.name(sql.READING, f"{source.table.name} judged")


def judge(con: duckdb.DuckDBPyConnection, source: Source, plausible: Plausible) -> None:
    """Judge the rows in trouble (R2–R6); a row that falls has one fault, its first."""
    table = source.table
    columns = table.columns
    values = ", ".join(f"{_parsed(column)} AS {_value(column)}" for column in columns)
    because = ", ".join(f"{_why(table, column)} AS {_reason(column)}" for column in columns)
    finals = ", ".join(f"{_final(column)} AS {sql.name(column.name)}" for column in columns)
    keys = [table.column(key) for key in table.key]
    stands = sql.every(f"{_final(key)} IS NOT DISTINCT FROM {key_name(key)}" for key in keys)
    con.execute(f"""
        CREATE TABLE {judged_of(source)} AS
        WITH parsed AS (SELECT *, {values} FROM {trouble_of(source)}),
        found AS (SELECT * FROM parsed {_lookups(table)}),
        reasoned AS (SELECT *, {because} FROM found),
        faulty AS (SELECT *, {_faults(table, plausible)} AS every_fault FROM reasoned),
        fallen AS (
            SELECT *, list_filter(every_fault, lambda fault: fault.kind = 'row')[1] AS first_fault
            FROM faulty
        )
        SELECT row, {finals}, first_fault IS NOT NULL AS falls, {stands} AS key_stands,
            CASE WHEN first_fault IS NULL THEN every_fault ELSE [first_fault] END AS faults
        FROM fallen
    """)


def _value(column: Column) -> str:
    return sql.name(f"value {column.name}")


def _reason(column: Column) -> str:
    return sql.name(f"reason {column.name}")


def _found(column: Column) -> str:
    return sql.name(f"found {column.name}")


def _final(column: Column) -> str:
    return f"CASE WHEN {_reason(column)} IS NULL THEN {_value(column)} END"


def _owner(column: Column) -> str:
    return sql.name(f"{column.same} of {column.name}")


def _parsed(column: Column) -> str:
    return f"({cells.value_of(column, text_name(column))})::{cells.SQL_TYPE[column.kind]}"


def _lookups(table: Table) -> str:
    joins = []
    for column in table.columns:
        if column.references:
            other, _, key = column.references.partition(".")
            same = f", {sql.name(column.same)} AS {_owner(column)}" if column.same else ""
            joins.append(
                f"LEFT JOIN (SELECT {sql.name(key)} AS {_found(column)}{same} "
                f"FROM {sql.name('facts', other)}) ON {_found(column)} = {_value(column)}"
            )
    return " ".join(joins)


def _why(table: Table, column: Column) -> str:
    """Why a cell cannot stand; NULL when it can."""
    text, value = text_name(column), _value(column)
    cases = []
    if column.required:
        cases.append((f"{text} IS NULL", reasons.EMPTY))
    elif column.required_if:
        cases.append((f"{text} IS NULL AND {_falls(table, column)}", reasons.NO_PERSON))
    if column.kind == "list":
        cases.append((f"{text} IS NOT NULL AND len({cells.items_of(text)}) = 0", reasons.NO_ITEM))
    unreadable = f"{text} IS NOT NULL AND {value} IS NULL"
    cases.append((unreadable, reasons.NOT_IN_VOCABULARY if column.vocabulary else _form(column)))
    if column.references:
        cases.append((f"{value} IS NOT NULL AND {_found(column)} IS NULL", reasons.UNKNOWN_ID))
    if column.same:
        own = _value(table.column(column.same))
        cases.append((f"{value} IS NOT NULL AND {_owner(column)} <> {own}", reasons.OTHER_PERSON))
    if table.period and column.name == table.period[1]:
        start = _value(table.column(table.period[0]))
        late = table.period_holds == ">"
        reason = reasons.END_NOT_AFTER_START if late else reasons.END_BEFORE_START
        cases.append((f"NOT ({value} {table.period_holds} {start})", reason))
    whens = " ".join(f"WHEN {when} THEN {sql.text(reason)}" for when, reason in cases)
    return f"CASE {whens} END"


def _form(column: Column) -> str:
    return reasons.UNREADABLE.get(column.kind, reasons.EMPTY)


def _falls(table: Table, column: Column) -> str:
    """Whether a bad cell of the column sets its row aside."""
    if column.required or column.binding:
        return "true"
    if column.required_if:
        name, value = column.required_if
        return f"coalesce({_value(table.column(name))} = {sql.text(value)}, false)"
    return "false"


def _faults(table: Table, plausible: Plausible) -> str:
    """Every fault of a row as structs in contract order."""
    lists = []
    for column in table.columns:
        kind = f"CASE WHEN {_falls(table, column)} THEN 'row' ELSE 'cell' END"
        singles = [_fault(column, text_name(column), _reason(column), kind)]
        if column.dated:
            singles.append(_suspect(column, plausible))
        lists.append(f"[{', '.join(singles)}]")
        if column.kind == "list" and column.vocabulary:
            lists.append(_bad_items(column))
    every = f"flatten([{', '.join(lists)}])"
    return f"list_filter({every}, lambda fault: fault.reason IS NOT NULL)"


def _fault(column: Column, value: str, reason: str, kind: str) -> str:
    return (
        f"{{'column': {sql.text(column.name)}, 'value': coalesce({value}, ''), "
        f"'reason': {reason}, 'kind': {kind}}}"
    )


def _suspect(column: Column, plausible: Plausible) -> str:
    day = f"{_value(column)}::DATE"
    reason = (
        f"CASE WHEN {_reason(column)} IS NOT NULL THEN NULL "
        f"WHEN {day} < DATE '{plausible.first.isoformat()}' THEN {sql.text(reasons.EARLY)} "
        f"WHEN {day} > DATE '{plausible.last.isoformat()}' THEN {sql.text(reasons.LATE)} END"
    )
    return _fault(column, text_name(column), reason, "'suspect'")


def _bad_items(column: Column) -> str:
    known = sql.texts(column.vocabulary)
    items = f"list_filter({cells.items_of(text_name(column))}, lambda item: item NOT IN {known})"
    fault = _fault(column, "item", sql.text(reasons.NOT_IN_VOCABULARY), "'cell'")
    return f"list_transform(coalesce({items}, []), lambda item: {fault})"
