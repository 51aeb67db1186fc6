"""One sheet of a workbook as a table of the contract, with notes on what was written otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation

import duckdb

from nuanxin.facts.carriers.source import Header, NumberedRow, Source, stage_texts
from nuanxin.facts.dirty import derived, moments, notes
from nuanxin.facts.dirty.cells import Understood, half_width, plain, understand
from nuanxin.facts.dirty.grid import Cell, Grid
from nuanxin.facts.dirty.header import Found, Heading
from nuanxin.facts.dirty.names import DAY, SPAN, folded
from nuanxin.facts.fill import fill
from nuanxin.policy.contract import Column, Table

EVERY = 2_000
"""Rows between two calls of ``on_row``."""
MEMORY = 50_000
"""Understood cells remembered for each column."""
ROW_TIMES = ("start", "end")
Note = tuple[int, str, str, str, str]
"""Row, column, what is written, what we understood (empty when lost), and why."""


@dataclass
class DirtySheet:
    """A sheet whose header was found; a ``Given`` of the intake."""

    grid: Grid
    found: Found
    file: str
    notes: list[Note] = field(default_factory=list)
    lost: list[Note] = field(default_factory=list)
    on_row: Callable[[int], None] | None = None

    @property
    def table(self) -> Table:
        """The contract of the table."""
        return self.found.table

    @property
    def rows(self) -> Iterator[tuple[int, list[Cell]]]:
        """The rows below the header that are not blank, by the number a spreadsheet shows."""
        first = self.found.first_row
        for at, cells in enumerate(self.grid.cells[first:], first):
            if any(not isinstance(cell, str) or cell.strip() for cell in cells):
                yield at + 1, cells

    def original(self, row: int) -> list[Cell]:
        """A row as it stands in the file."""
        return self.grid.cells[row - 1]

    def stage(self, con: duckdb.DuckDBPyConnection) -> Source:
        """Read the sheet into ``reading``; notes go into ``facts.note``, losses are set aside."""
        self.notes.clear()
        self.lost.clear()
        names = [column.name for column in self._columns]
        ignored = tuple(h.told for h in self.found.headings if not h.column)
        header = Header({name: at for at, name in enumerate(names)}, ignored, len(names))
        source = stage_texts(con, self.table, self.file, header, self._texts())
        self._tell(con)
        return source

    @property
    def _columns(self) -> list[Column]:
        there = set(self.found.columns)
        there |= derived.given_by(self.table, there)
        return [column for column in self.table.columns if column.name in there]

    def _texts(self) -> Iterator[NumberedRow]:
        columns, places = self._columns, self.found.columns
        memory: dict[str, dict[Cell, Understood]] = {column.name: {} for column in columns}
        for number, cells in self.rows:
            row: dict[str, str] = {}
            for column in columns:
                place = places.get(column.name)
                cell = cells[place] if place is not None and place < len(cells) else ""
                row[column.name] = self._cell(number, column, place, cell, memory[column.name])
            if DAY in places or SPAN in places:
                self._join(number, cells, row)
            self._number(number, row)
            if self.on_row and number % EVERY == 0:
                self.on_row(number)
            yield number, [row[column.name] for column in columns]

    def _number(self, number: int, row: dict[str, str]) -> None:
        """Give a row without a number one made from what it says."""
        key = self.table.key[0]
        if row.get(key) or self.table.name not in derived.NUMBERED_BY:
            return
        made = derived.number_of(self.table, row)
        if made:
            self.notes.append((number, key, "", made, notes.DERIVED))
        # Without one the row falls anyhow, for what it does not say; that is to be the reason.
        row[key] = made or f"row {number}"

    def _cell(
        self,
        number: int,
        column: Column,
        place: int | None,
        cell: Cell,
        memory: dict[Cell, Understood],
    ) -> str:
        if cell == "":
            if place is not None and (number - 1, place) in self.grid.no_value:
                self.lost.append((number, column.name, "", "", notes.NO_VALUE))
            return ""
        seen = memory.get(cell) if isinstance(cell, str) else None
        if seen is None:
            seen = understand(self.table.name, column, cell, self.found.year)
            if column.name == "amount_fen" and self._in_yuan:
                seen = _as_fen(seen)
            if isinstance(cell, str) and len(memory) < MEMORY:
                memory[cell] = seen
        if seen.lost:
            self.lost.append((number, column.name, plain(cell), "", seen.lost))
        elif seen.note:
            self.notes.append((number, column.name, plain(cell), seen.text, seen.note))
        return seen.text

    @property
    def _in_yuan(self) -> bool:
        told = [h.told for h in self.found.headings if h.column == "amount_fen"]
        return any("元" in text for text in told)

    def _join(self, number: int, cells: list[Cell], row: dict[str, str]) -> None:
        """Put the day and the times of day of an attendance row together."""
        places = self.found.columns
        day = self._day(number, cells, places)
        clocks = self._clocks(cells, places)
        if day is None or clocks is None:
            return
        start, end = (moments.on(day, clock) for clock in clocks)
        note = notes.DATE
        if end <= start:
            end, note = end + timedelta(days=1), notes.NEXT_DAY
        while self.lost and self.lost[-1][0] == number and self.lost[-1][1] in ROW_TIMES:
            self.lost.pop()
        row["start"], row["end"] = start.isoformat(), end.isoformat()
        told = " ".join(plain(cells[p]) for p in sorted(_times(places)) if p < len(cells))
        self.notes.append((number, "end", told, row["end"], note))

    def _day(self, number: int, cells: list[Cell], places: dict[str, int]) -> date | None:
        place = places.get(DAY)
        if place is None or place >= len(cells):
            return None
        seen = understand("calendar", Column("date", "date"), cells[place], self.found.year)
        if seen.lost:
            self.lost.append((number, "start", plain(cells[place]), "", seen.lost))
        return moments.a_day(seen.text, self.found.year)

    @property
    def names(self) -> list[tuple[int, str]]:
        """The rows whose person is told by number and by name: row, name."""
        place = next((h.place for h in self.found.headings if _is_name(h)), None)
        if place is None or "person_id" not in self.found.columns or self.table.name == "people":
            return []
        told = ((row, cells[place]) for row, cells in self.rows if place < len(cells))
        return [(row, "".join(half_width(plain(cell)).split())) for row, cell in told if cell]

    def _clocks(
        self, cells: list[Cell], places: dict[str, int]
    ) -> tuple[timedelta, timedelta] | None:
        place = places.get(SPAN)
        if place is not None and place < len(cells):
            return moments.a_span(half_width(plain(cells[place])))
        start, end = (_clock(cells, places.get(name)) for name in ("start", "end"))
        return None if start is None or end is None else (start, end)

    def _tell(self, con: duckdb.DuckDBPyConnection) -> None:
        fill(con, "facts.note", [(self.file, *note) for note in self.notes])
        fill(
            con,
            "facts.set_aside",
            [
                (self.file, row, column, told, why, "cell")
                for row, column, told, _, why in self.lost
            ],
        )


def _is_name(heading: Heading) -> bool:
    return not heading.column and folded(heading.told) in (
        "姓名",
        "职工姓名",
        "员工姓名",
        "人员姓名",
    )


def _times(places: dict[str, int]) -> set[int]:
    return {places[name] for name in (DAY, SPAN, *ROW_TIMES) if name in places}


def _clock(cells: list[Cell], place: int | None) -> timedelta | None:
    cell = cells[place] if place is not None and place < len(cells) else ""
    if isinstance(cell, timedelta):
        return cell
    if isinstance(cell, datetime):
        return None
    if isinstance(cell, time):
        return timedelta(hours=cell.hour, minutes=cell.minute, seconds=cell.second)
    if isinstance(cell, float) and 0 <= cell <= 1:
        return timedelta(seconds=round(cell * 86_400))
    return moments.a_clock(half_width(cell)) if isinstance(cell, str) else None


def _as_fen(seen: Understood) -> Understood:
    try:
        fen = Decimal(seen.text) * 100
    except InvalidOperation:
        return seen
    whole = fen == fen.to_integral_value()
    return Understood(str(int(fen)) if whole else str(fen), notes.YUAN)
