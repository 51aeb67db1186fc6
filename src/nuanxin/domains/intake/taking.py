"""Taking one file in: examined in DuckDB, judged against the live city, written set by set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

import duckdb
from django.db.backends.utils import CursorWrapper

from nuanxin.domains.changes import bulk
from nuanxin.domains.changes.bulk import Counts
from nuanxin.domains.duty.services import clash_column, refuse_clashes
from nuanxin.domains.intake.references import Replaced, resolve
from nuanxin.domains.intake.staging import drop_unknown_parents, stage
from nuanxin.domains.seals.sealing import teach
from nuanxin.facts import sql
from nuanxin.facts.carriers.source import Given, Source
from nuanxin.facts.dirty import notes
from nuanxin.facts.dirty.header import Heading
from nuanxin.facts.dirty.sheet import DirtySheet
from nuanxin.facts.fill import fill
from nuanxin.facts.load import Examined, examine, tidy
from nuanxin.facts.plain import Plausible

CLASH = {"attendance": notes.CLASH_ATTENDANCE, "spells": notes.CLASH_SPELLS}
OnStep = Callable[[str, int], None]
"""Told the file or sheet in hand and the hundredths of the work that are done."""


@dataclass(frozen=True)
class SheetTaken:
    """One sheet: rows read and what became of them, and what its headings were taken for."""

    file: str
    table: str
    read: int
    counts: Counts
    headings: tuple[Heading, ...] = ()
    ignored: tuple[str, ...] = ()


@dataclass
class Taking:
    """The work on one file inside one transaction; what was found stays in DuckDB.

    ``facts.set_aside`` has what is refused or unknown, ``facts.note`` what was written
    otherwise or is changed, ``facts.line`` (when ``with_lines``) every row with its outcome.
    """

    cursor: CursorWrapper
    with_lines: bool
    on_step: OnStep
    part: tuple[int, int] = (0, 1)
    con: duckdb.DuckDBPyConnection = field(default_factory=duckdb.connect)

    def __post_init__(self) -> None:
        teach(self.con)
        self.con.execute(f"CREATE SCHEMA facts; CREATE SCHEMA {sql.READING}")
        self.con.execute(
            'CREATE TABLE facts.set_aside (file VARCHAR, "row" BIGINT, "column" VARCHAR, '
            "value VARCHAR, reason VARCHAR, kind VARCHAR)"
        )
        self.con.execute(
            'CREATE TABLE facts.note (file VARCHAR, "row" BIGINT, "column" VARCHAR, '
            "told VARCHAR, understood VARCHAR, note VARCHAR)"
        )
        self.con.execute(
            'CREATE TABLE facts.line (file VARCHAR, "table" VARCHAR, "row" BIGINT, '
            "outcome VARCHAR, subject VARCHAR)"
        )

    def tell(self, what: str, share: float) -> None:
        """Say how far the work is: the share done of the part (number, of how many) in hand."""
        done, parts = self.part
        self.on_step(what, int(99 * (done + min(share, 1.0)) / parts))

    def sheet(self, given: Given, today: date) -> SheetTaken:
        """Take one sheet in; FactsError when it cannot be read."""
        self.tell(given.file, 0)
        dirty = isinstance(given, DirtySheet)
        if isinstance(given, DirtySheet):
            rows = len(given.grid.cells)
            given.on_row = lambda row: self.tell(given.file, 0.4 * row / rows)
        source, replaced = resolve(self.con, self.cursor, given.stage(self.con), by_name=dirty)
        self._note_replaced(source, replaced)
        misnamed = self._set_misnamed_aside(given, source) if isinstance(given, DirtySheet) else 0
        self.tell(given.file, 0.4)
        seen = examine(self.con, source, Plausible.until(today))
        self.tell(given.file, 0.5)
        counts = self._write(seen)
        self.tell(given.file, 0.95)
        if self.with_lines:
            self._keep_lines(seen)
        tidy(self.con, source)
        headings = given.found.headings if isinstance(given, DirtySheet) else ()
        fallen = Counts(refused=seen.fallen + seen.doubled + misnamed)
        return SheetTaken(
            given.file,
            given.table.name,
            seen.read + misnamed,
            counts + fallen,
            headings,
            source.ignored,
        )

    def _set_misnamed_aside(self, given: DirtySheet, source: Source) -> int:
        """Refuse rows whose number is another person's than their name says; how many."""
        told = given.names
        if not told:
            return 0
        numbers = dict(self.con.execute(f"SELECT row, person_id FROM {source.relation}").fetchall())
        self.cursor.execute(
            "select person_id, name from live_people where person_id = any(%s)",
            [list(set(numbers.values()) - {None, ""})],
        )
        names = {number: "".join(name.split()) for number, name in self.cursor.fetchall()}
        wrong = [
            (row, f"{numbers[row]} {names[numbers[row]]} / {name}")
            for row, name in told
            if numbers.get(row) in names and names[numbers[row]] != name
        ]
        fill(
            self.con,
            "facts.set_aside",
            [(given.file, row, "person_id", who, notes.OTHER_NAME, "row") for row, who in wrong],
        )
        rows = ", ".join(str(row) for row, _ in wrong)
        if rows:
            self.con.execute(f"DELETE FROM {source.relation} WHERE row IN ({rows})")
        return len(wrong)

    def _write(self, seen: Examined) -> Counts:
        table = seen.source.table
        stage(self.con, self.cursor, seen)
        drop_unknown_parents(self.con, self.cursor, seen)
        self.tell(seen.source.file, 0.6)
        bulk.judge(self.cursor, table)
        file, name = seen.source.file, table.name
        clashing = [
            (file, clash.row, clash_column(name), clash.other, CLASH[name], "row")
            for clash in refuse_clashes(self.cursor, name)
        ]
        fill(self.con, "facts.set_aside", clashing)
        altered = [
            (file, row, column, old or "", new, notes.CHANGED)
            for row, column, old, new in bulk.alterations(self.cursor, table)
        ]
        fill(self.con, "facts.note", altered)
        self.tell(file, 0.7)
        return bulk.write(self.cursor, table)

    def _note_replaced(self, source: Source, replaced: list[Replaced]) -> None:
        for one in replaced:
            self.con.execute(
                f"INSERT INTO facts.note SELECT ?, row, ?, ?, ?, ? FROM {source.relation} "
                f"WHERE {sql.name(one.column)} = ?",
                [
                    source.file,
                    one.column,
                    one.told,
                    one.understood,
                    notes.BY_NAME if one.by_name else notes.MERGED,
                    one.understood,
                ],
            )

    def _keep_lines(self, seen: Examined) -> None:
        """Note every row's outcome; the refused ones that never reached PostgreSQL as well."""
        file, table = seen.source.file, seen.source.table
        self.cursor.execute(f"select row, outcome, {_subject(table.name)} from judged as j")
        lines = [(file, table.name, *line) for line in self.cursor.fetchall()]
        fill(self.con, "facts.line", lines)
        self.con.execute(
            f"INSERT INTO facts.line SELECT DISTINCT file, {sql.text(table.name)}, row, 'refused', "
            "NULL FROM facts.set_aside AS s WHERE kind = 'row' AND file = ? "
            "AND NOT EXISTS (FROM facts.line AS l WHERE l.file = s.file AND l.row = s.row)",
            [file],
        )


def _subject(table: str) -> str:
    """Whom or what a row is about, by name, as SQL over ``judged as j``."""
    by_person = "(select p.name from live_people as p where p.person_id = j.{})"
    match table:
        case "units" | "people" | "posts" | "children":
            return "j.name"
        case "deliveries":
            return f"coalesce({by_person.format('subject_id')}, j.subject_id)"
        case "stock_issues":
            return "j.item"
        case "held_fields":
            return "j.field"
        case "calendar":
            return "j.date::text"
        case "data_requests" | "fund_entries":
            return "null::text"
    return by_person.format("person_id")
