"""Bringing files into the live city: all of a file or nothing of it, and the same twice is once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import duckdb
from django.db import connection

from nuanxin.domains.changes.bulk import LOCK, Counts
from nuanxin.domains.changes.models import Change
from nuanxin.domains.changes.services import changing
from nuanxin.domains.intake.reading import Brought, Unread, look_at
from nuanxin.domains.intake.taking import OnStep, SheetTaken, Taking
from nuanxin.domains.locks import HOURS, all_in_turn


class Stopped(Exception):
    """Somebody asked to stop; nothing was written."""


class _NothingToKeep(Exception):
    """Ends the transaction without writing."""


@dataclass
class Taken:
    """What a file brought. ``change`` is None when nothing was written; ``found`` has details."""

    sheets: list[SheetTaken] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    change: Change | None = None
    found: duckdb.DuckDBPyConnection | None = None

    @property
    def counts(self) -> Counts:
        """Rows by outcome over all sheets."""
        return sum((sheet.counts for sheet in self.sheets), Counts())

    @property
    def read(self) -> int:
        """Rows read over all sheets."""
        return sum(sheet.read for sheet in self.sheets)

    @property
    def refused(self) -> int:
        """Rows refused, those of sheets that could not be read at all included."""
        return self.counts.refused + sum(one.rows for one in self.unread)


def take(
    paths: Sequence[Path],
    *,
    who: str,
    why: str,
    dry_run: bool = False,
    with_lines: bool = False,
    names: Sequence[str] = (),
    on_step: OnStep | None = None,
    on_written: Callable[[Taken], None] | None = None,
) -> Taken:
    """Take files (or folders of files) in, in one transaction.

    A dry run does everything and takes it back, so what it tells is what would happen. Rows
    that cannot stand are refused one by one; ``found`` lists them. ``on_step`` may raise Stopped
    to end it; ``on_written`` is called inside the transaction. Raises FactsError when a named
    file cannot be read, Refusal when the whole cannot stand.
    """
    brought = Brought()
    for place, path in enumerate(paths):
        one = look_at(path, names[place] if place < len(names) else None)
        brought.given += one.given
        brought.unread += one.unread
    brought.sort()
    taken = Taken(unread=brought.unread)
    source = ", ".join(names or [path.name for path in paths])
    try:
        with changing(who, why, source=source) as change:
            _take_all(brought, taken, with_lines=with_lines, on_step=on_step)
            if dry_run or not taken.counts.written:
                raise _NothingToKeep
            taken.change = change
            if on_written:
                on_written(taken)
    except _NothingToKeep:
        pass
    return taken


def _take_all(brought: Brought, taken: Taken, *, with_lines: bool, on_step: OnStep | None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [LOCK])
        if any(given.table.name == "attendance" for given in brought.given):
            all_in_turn(HOURS)
        cursor.execute("set constraints attendance_apart, spells_apart deferred")
        taking = Taking(cursor, with_lines, on_step or (lambda _what, _share: None))
        taken.found = taking.con
        for done, given in enumerate(brought.given):
            taking.part = (done, len(brought.given))
            taken.sheets.append(taking.sheet(given, date.today()))
        taking.tell("", 1.0)
        cursor.execute("set constraints all immediate")
