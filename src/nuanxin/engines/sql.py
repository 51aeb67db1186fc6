"""What engines with ordinary tables share: statements that make, fill and change them."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path

from nuanxin.policy.contract import Column, Table

CALENDAR = Table("calendar_day", (Column("date", "date"), Column("is_workday", "bool")), ("date",))
"""What the reader makes beside the contract's tables: every day, and whether it is a workday."""

_TABLE = re.compile(r"""(?<![\w."'`])(["`]?)(facts|run|out)\1\.(["`]?)(\w+)\3""")


def placed(sql: str, place: Callable[[str, str], str]) -> str:
    """The statement with each table of ``facts``, ``run`` and ``out`` named as it is placed."""
    return _TABLE.sub(lambda found: place(found[2], found[4]), sql)


def literal_file(file: Path) -> str:
    """A path as a text literal."""
    return "'" + str(file).replace("'", "''") + "'"


class SqlEngine(ABC):
    """An engine that keeps stages in tables it can change."""

    name: str

    @abstractmethod
    def execute(self, sql: str) -> None:
        """Run one statement."""

    @abstractmethod
    def fetch(self, query: str) -> list[tuple[object, ...]]:
        """Run one query and return its rows."""

    @abstractmethod
    def clear(self) -> None:
        """Forget every table of ``run`` and ``out``."""

    def build(self, table: str, query: str, *, append: bool = False) -> None:
        """Make a table anew of the rows of a query, or add them to it."""
        if append:
            self.execute(f"INSERT INTO {table}\n{query}")
        else:
            self.execute(f"DROP TABLE IF EXISTS {table}")
            self.execute(f"CREATE TABLE {table} AS\n{query}")

    def amend(self, table: str, column: str, value: str, where: str) -> None:
        """Set a column to an SQL value in the rows for which a condition is true."""
        self.execute(f"UPDATE {table} SET {column} = {value} WHERE {where}")

    def remove(self, table: str, where: str) -> None:
        """Take out the rows for which a condition is true."""
        self.execute(f"DELETE FROM {table} WHERE {where}")

    def forget(self, table: str) -> None:
        """Give back the room of a table that is not read again."""
        self.execute(f"DROP TABLE IF EXISTS {table}")
