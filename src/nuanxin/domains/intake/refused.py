"""The refused rows of a taking, as they stand in their files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import duckdb

from nuanxin.domains.intake.books import RefusedRow, RefusedSheet
from nuanxin.domains.intake.reading import Brought, Unread
from nuanxin.domains.intake.words import reason_words
from nuanxin.facts.carriers.csv import CsvFile, records
from nuanxin.facts.carriers.source import Given
from nuanxin.facts.dirty.grid import Cell
from nuanxin.facts.dirty.sheet import DirtySheet
from nuanxin.facts.errors import FactsError

Faults = Mapping[int, Sequence[tuple[str, str, str]]]
"""Row number to its faults: column, value, reason."""


def refused_rows(
    found: duckdb.DuckDBPyConnection, file: str
) -> dict[int, list[tuple[str, str, str]]]:
    """The refused rows of a sheet with every fault found in them."""
    rows = found.execute(
        'SELECT "row", "column", coalesce(value, \'\'), reason FROM facts.set_aside AS s '
        "WHERE file = $1 AND kind <> 'suspect' AND EXISTS (FROM facts.set_aside AS r "
        "WHERE r.file = s.file AND r.row = s.row AND r.kind = 'row') ORDER BY rowid",
        [file],
    ).fetchall()
    faults: dict[int, list[tuple[str, str, str]]] = {}
    for row, column, value, reason in rows:
        faults.setdefault(row, []).append((column, value, reason))
    return faults


def refused_sheets(
    brought: Brought, faults: Mapping[str, Faults], unread: Sequence[Unread] = ()
) -> Iterator[RefusedSheet]:
    """The sheets that have refused rows; those not read at all come whole, with their reason."""
    for given in brought.given:
        if of_sheet := faults.get(given.file):
            yield _sheet(given, of_sheet)
    for one in unread:
        if one.cells:
            rows = [
                RefusedRow(number, cells, {}, one.reason.zh)
                for number, cells in enumerate(one.cells, 1)
                if any(not isinstance(cell, str) or cell.strip() for cell in cells)
            ]
            width = max(len(cells) for cells in one.cells)
            yield RefusedSheet(one.file, [""] * width, rows)


def _sheet(given: Given, faults: Faults) -> RefusedSheet:
    if isinstance(given, DirtySheet):
        width = max((h.place for h in given.found.headings), default=-1) + 1
        told = {h.place: h.told for h in given.found.headings}
        headings = [told.get(place, "") for place in range(width)]
        places = given.found.columns
        originals: dict[int, Sequence[Cell]] = {row: given.original(row) for row in faults}
    else:
        headings, originals = _of_csv(given, set(faults))
        places = {name: place for place, name in enumerate(headings)}
    rows = (_row(row, originals[row], faults[row], places) for row in sorted(originals))
    return RefusedSheet(given.file, headings, list(rows))


def _row(
    number: int,
    cells: Sequence[Cell],
    faults: Sequence[tuple[str, str, str]],
    places: Mapping[str, int],
) -> RefusedRow:
    said = {column: reason_words(column, value, why).zh for column, value, why in faults[::-1]}
    by_place = {places[column]: text for column, text in said.items() if column in places}
    return RefusedRow(number, cells, by_place, "；".join(dict.fromkeys(said.values())))


def _of_csv(given: Given, wanted: set[int]) -> tuple[list[str], dict[int, Sequence[Cell]]]:
    if not isinstance(given, CsvFile):
        raise FactsError(given.file, "its rows cannot be put into a workbook", "give CSV or XLSX")
    rows = records(Path(given.path))
    _, headings = next(rows)
    return list(headings), {number: list(cells) for number, cells in rows if number in wanted}
