"""What the reading of facts says about itself."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class TableCount:
    """Rows of one table: ``read`` = ``kept`` + ``set_aside``."""

    read: int
    kept: int
    set_aside: int


@dataclass(frozen=True)
class Report:
    """Rows read, kept and set aside; cells unknown and suspect; what was absent or ignored.

    ``tables`` counts each table that was present; ``ignored_columns`` and ``overlong_rows``
    (rows with filled cells beyond the header) go by file name.
    """

    tables: dict[str, TableCount]
    unknown: int
    suspect: int
    absent_tables: tuple[str, ...]
    ignored_files: tuple[str, ...] = ()
    ignored_columns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    overlong_rows: dict[str, int] = field(default_factory=dict)

    @property
    def read(self) -> int:
        """Rows read, over all tables."""
        return sum(count.read for count in self.tables.values())

    @property
    def kept(self) -> int:
        """Rows kept, over all tables."""
        return sum(count.kept for count in self.tables.values())

    @property
    def set_aside(self) -> int:
        """Rows set aside, over all tables."""
        return sum(count.set_aside for count in self.tables.values())

    def summary(self) -> dict[str, object]:
        """The part of summary.json that speaks of the reading (R8, R9); plain JSON values."""
        return {
            "rows": {"read": self.read, "kept": self.kept, "set_aside": self.set_aside},
            "cells": {"unknown": self.unknown, "suspect": self.suspect},
            "absent_tables": list(self.absent_tables),
            "tables": {
                name: {"read": count.read, "kept": count.kept, "set_aside": count.set_aside}
                for name, count in self.tables.items()
            },
            "ignored": {
                "files": list(self.ignored_files),
                "columns": {file: list(names) for file, names in self.ignored_columns.items()},
            },
            "overlong_rows": dict(self.overlong_rows),
        }
