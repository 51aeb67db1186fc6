"""The live city as a folder of facts: a CSV file for each table of the contract."""

from __future__ import annotations

from pathlib import Path

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from psycopg import sql

from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.seals.places import PERSONAL
from nuanxin.domains.seals.sealing import SEAL, opened
from nuanxin.policy.contract import TABLES, Column, Table


def export_facts(out: Path) -> dict[str, int]:
    """Write the live city as it stands at one moment; rows by table.

    ``out`` must be new or empty: Refusal otherwise. Each file appears only when it is whole.
    """
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise Refusal(
            f"{out} 不是空文件夹；请另指定一个", f"{out} is not an empty folder; name another"
        )
    out.mkdir(parents=True, exist_ok=True)
    with transaction.atomic(), connection.cursor() as cursor:
        if not connection.savepoint_ids:
            cursor.execute("set transaction isolation level repeatable read, read only")
        return {
            table.name: _export(cursor, table, out) for table in TABLES if _has_rows(cursor, table)
        }


def _has_rows(cursor: CursorWrapper, table: Table) -> bool:
    """Whether a table is to be written: one nobody ever filled is absent, which is unknown (R9)."""
    if table.required:
        return True
    cursor.execute(sql.SQL("select from facts.{} limit 1").format(sql.Identifier(table.name)))
    return bool(cursor.rowcount)


def _export(cursor: CursorWrapper, table: Table, out: Path) -> int:
    query = sql.SQL("copy (select {} from facts.{} order by {}) to stdout (format csv, header)")
    command = query.format(
        sql.SQL(", ").join(map(_as_text, table.columns)),
        sql.Identifier(table.name),
        sql.SQL(", ").join(map(sql.Identifier, table.key)),
    )
    part = out / f"{table.name}.csv.part"
    is_sealed = table.name in PERSONAL
    with part.open("wb") as file, cursor.copy(command) as copy:
        for block in copy:
            file.write(_opened(bytes(block)) if is_sealed else block)
    part.replace(out / f"{table.name}.csv")
    return int(cursor.rowcount)


def _opened(row: bytes) -> bytes:
    """A row of CSV (COPY hands out one at a time) with its seals opened."""

    def cell(told: str) -> str:
        plain = opened(told)
        quotes = any(mark in plain for mark in '",\r\n')
        return '"' + plain.replace('"', '""') + '"' if quotes else plain

    return SEAL.sub(lambda found: cell(found[0]), row.decode()).encode()


def _as_text(column: Column) -> sql.Composed:
    """A column in the contract's form (definitions R2)."""
    forms = {
        "time": "to_char({0}, 'YYYY-MM-DD\"T\"HH24:MI:SS') as {0}",
        "bool": "{0}::text as {0}",
        "decimal": "trim_scale({0}) as {0}",
        "list": "array_to_string({0}, ';') as {0}",
    }
    return sql.SQL(forms.get(column.kind, "{0}")).format(sql.Identifier(column.name))
