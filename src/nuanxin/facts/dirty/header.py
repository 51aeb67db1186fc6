"""Finding the header of a sheet below its titles, and the table that it heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from nuanxin.facts.dirty import derived
from nuanxin.facts.dirty.cells import half_width, plain
from nuanxin.facts.dirty.grid import Cell, Grid
from nuanxin.facts.dirty.names import folded, headings, hinted
from nuanxin.policy.contract import TABLES, Table

DEPTH = 30
"""Rows from the top within which a header is looked for."""
_YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d)")


@dataclass(frozen=True)
class Heading:
    """One column of a sheet: what stands above it, and the contract's column; empty = not used.

    ``doubled`` tells that the same heading stands above another column too.
    """

    place: int
    told: str
    column: str
    doubled: bool = False


@dataclass(frozen=True)
class Found:
    """A header: its table and columns, the first row of data (from 0), the year of the titles."""

    table: Table
    headings: tuple[Heading, ...]
    first_row: int
    year: int | None

    @property
    def columns(self) -> dict[str, int]:
        """The contract's columns, and DAY or SPAN, with their places."""
        return {h.column: h.place for h in self.headings if h.column}

    @property
    def doubled(self) -> list[str]:
        """Headings that stand twice and mean something."""
        return sorted({h.told for h in self.headings if h.doubled})

    @property
    def missing(self) -> list[str]:
        """Required columns that nothing in the sheet gives."""
        given = set(self.columns) | derived.given_by(self.table, set(self.columns))
        return [c.name for c in self.table.columns if c.required and c.name not in given]


def find_header(grid: Grid, names: Sequence[str]) -> Found | None:
    """The best header of a sheet; None when no row looks like one.

    ``names`` are those of the sheet and of its file, whose words tell the table when several fit.
    """
    hints = [table for name in names for table in hinted(name)]
    best: tuple[tuple[int, ...], Found] | None = None
    for at in range(min(DEPTH, len(grid.cells))):
        for depth in (1, 2):
            told = _told(grid.cells[at : at + depth])
            if depth == 2 and (len(grid.cells) <= at + 1 or not _stacked(grid.cells[at : at + 2])):
                continue
            for found in _candidates(grid, told, at + depth, names):
                score = _score(found, told, hints, at)
                if score and (best is None or score > best[0]):
                    best = (score, found)
    return best[1] if best else None


def _told(rows: Sequence[Sequence[Cell]]) -> list[tuple[str, ...]]:
    """For each column what stands in the header rows, the lowest first, together last."""
    width = max((len(row) for row in rows), default=0)
    texts = [[_text(row, place) for row in rows] for place in range(width)]
    return [tuple(dict.fromkeys([*reversed(parts), "".join(parts)])) for parts in texts]


def _text(row: Sequence[Cell], place: int) -> str:
    return half_width(plain(row[place])) if place < len(row) else ""


def _stacked(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether two rows are one header: the upper repeats over merged columns, no figures below."""
    upper = [_text(rows[0], place) for place in range(len(rows[0]))]
    lower = [_text(rows[1], place) for place in range(len(rows[1]))]
    repeated = any(a and a == b for a, b in pairwise(upper))
    figures = any(re.search(r"\d{2}", text) for text in lower)
    return repeated and not figures and upper != lower


def _candidates(
    grid: Grid, told: list[tuple[str, ...]], first_row: int, names: Sequence[str]
) -> list[Found]:
    titles = [plain(cell) for row in grid.cells[: first_row - 1] for cell in row]
    year = _year([" ".join(titles), *names])
    return [Found(table, _match(table, told), first_row, year) for table in TABLES]


def _match(table: Table, told: list[tuple[str, ...]]) -> tuple[Heading, ...]:
    """Match the headings with the columns; of several for one column the least far-fetched."""
    known = headings(table.name)
    meant: list[tuple[str, str, int]] = []
    for texts in told:
        hit = next(((t, *known[folded(t)]) for t in texts if t and folded(t) in known), None)
        meant.append(hit or (texts[-1], "", 0))
    best: dict[str, int] = {}
    for _, column, rank in meant:
        if column:
            best[column] = min(rank, best.get(column, rank))
    used = [(text, column if best.get(column) == rank else "") for text, column, rank in meant]
    pairs = [(text, column) for text, column in used if column]
    columns = [column for _, column in pairs]
    return tuple(
        Heading(place, text, column, bool(column) and columns.count(column) > 1)
        for place, (text, column) in enumerate(used)
        if text
    )


def _score(
    found: Found, told: list[tuple[str, ...]], hints: list[str], at: int
) -> tuple[int, ...] | None:
    """How well a header fits: complete, by name, by the number of columns; None when not at all."""
    matched = sum(1 for heading in found.headings if heading.column)
    filled = sum(1 for texts in told if texts[-1])
    if matched < 2 or matched * 3 < filled:
        return None
    named = len(hints) - hints.index(found.table.name) if found.table.name in hints else 0
    order = -[table.name for table in TABLES].index(found.table.name)
    return (int(not found.missing), int(named > 0), matched, -len(found.missing), named, -at, order)


def _year(texts: Sequence[str]) -> int | None:
    """The year of the first text that names exactly one."""
    for text in texts:
        years = set(_YEAR.findall(half_width(text)))
        if len(years) == 1:
            return int(years.pop())
    return None
