"""Any facts, good or bad, in any carrier: read = kept + set aside, to the letter of R."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nuanxin.policy.contract import TABLES, Column, Table
from tests.facts import naive
from tests.facts.build import AS_OF, CARRIERS, GOOD, Loaded, Rows, load

BAD: dict[str, tuple[str, ...]] = {
    "date": ("2020-2-3", "2020-02-30", "20200203", "２０２０-02-03", "2020-02-03T00:00:00", "x"),
    "time": ("2020-02-03T24:00:00", "2020-02-03 08:00:00", "2020-02-03T08:00", "2020-02-03"),
    "bool": ("1", "0", "yes", "t"),
    "whole": ("1.5", "+1", "１", "1e3"),
    "decimal": ("-1", "+1", "1.", ".5", "1e3", "1,5"),
    "list": (";", " ; ;"),
    "text": ("x",),
}
GOOD_CELLS: dict[str, tuple[str, ...]] = {
    "date": ("2020-02-03", "2020-03-01", "2020-02-29", "2018-01-01", "2030-01-01", "0001-01-01"),
    "time": ("2020-02-03T08:00:00", "2020-02-03T23:59:59", "2019-01-01T00:00:00"),
    "bool": ("true", "FALSE", "False"),
    "whole": ("0", "-12", "2020"),
    "decimal": ("0", "12", "12.5", "0.0001"),
}
IDS = ("1", "2", "3", "4", "5")


def cells(table: Table, column: Column) -> st.SearchStrategy[str]:
    """Cells of a column: mostly good, some bad, some empty, some with blanks around."""
    good, bad = _good(table, column), BAD[column.kind]
    padded = [blank + cell for blank, cell in zip((" ", "\t", "\u3000"), good, strict=False)]
    wrong_word = [column.vocabulary[0].upper()] if column.vocabulary else []
    return st.sampled_from([*good, *good, *padded, *bad, *wrong_word, "", "  "])


def _good(table: Table, column: Column) -> tuple[str, ...]:
    if column.kind == "list":
        return ("phone;leader", "phone; fax ;;leader;fax", "meeting")
    if column.kind != "text":
        return GOOD_CELLS[column.kind]
    if column.vocabulary:
        return column.vocabulary[:4]
    name = column.references or f"{table.name}.{column.name}"
    prefix = GOOD[name.split(".")[0]].get(name.split(".")[1], "x")[:1]
    return tuple(prefix + number for number in IDS)


@st.composite
def rows(draw: st.DrawFn, table: Table) -> Rows:
    """A few rows of a table, each a good row with an id of its own and some cells replaced."""
    drawn: list[dict[str, str]] = []
    for number in range(draw(st.integers(0, 5))):
        row = dict(GOOD[table.name])
        if draw(st.integers(0, 4)):
            row[table.key[0]] = _good(table, table.columns[0])[number % len(IDS)]
        for column in draw(st.lists(st.sampled_from(table.columns), max_size=3)):
            row[column.name] = draw(cells(table, column))
        # A row of blanks is a row in CSV and Parquet and none in a workbook (R8).
        if any(cell.strip() for cell in row.values()):
            drawn.append(row)
    return drawn


def with_a_good_row_first(table: Table) -> st.SearchStrategy[Rows]:
    return rows(table).map(lambda drawn: [GOOD[table.name], *drawn])


FACTS = st.fixed_dictionaries(
    {table.name: with_a_good_row_first(table) for table in TABLES if table.required},
    optional={table.name: rows(table) for table in TABLES if not table.required},
)


@contextmanager
def loaded(carrier: str, facts: dict[str, Rows], *, as_large: bool = False) -> Iterator[Loaded]:
    """The facts as read; ``as_large`` takes the ways kept for large files."""
    folder = Path(tempfile.mkdtemp())
    with pytest.MonkeyPatch.context() as patch:
        if as_large:
            patch.setattr("nuanxin.facts.load.LARGE", 0)
            patch.setattr("nuanxin.facts.carriers.plain_csv.SMALL", 0)
        try:
            yield load(folder, carrier, **facts)
        finally:
            shutil.rmtree(folder)


def file_of(carrier: str, table: str) -> str:
    if carrier == "book":
        return f"book.xlsx#{table}"
    return f"{table}.{'parquet' if carrier == 'typed' else carrier}"


def by_key(table: Table, kept: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(kept, key=lambda row: [str(row[name]) for name in table.key])


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(FACTS, st.sampled_from(CARRIERS), st.booleans())
def test_the_engine_reads_as_the_law_row_by_row(
    facts: dict[str, Rows], carrier: str, as_large: bool
) -> None:
    expected = naive.read(facts, AS_OF, partial(file_of, carrier))
    with loaded(carrier, facts, as_large=as_large) as got:
        assert got.lines == expected.lines
        for table in TABLES:
            kept = by_key(table, got.rows(table.name))
            assert kept == by_key(table, expected.kept[table.name]), table.name


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(FACTS)
def test_read_is_kept_and_set_aside(facts: dict[str, Rows]) -> None:
    with loaded("csv", facts) as got:
        report, lines = got.report, Counter(line.kind for line in got.lines)
        assert report.read == sum(len(rows) for rows in facts.values())
        assert report.read == report.kept + report.set_aside
        assert report.kept == sum(len(got.rows(table.name)) for table in TABLES)
        assert report.set_aside == lines["row"]
        assert (report.unknown, report.suspect) == (lines["cell"], lines["suspect"])


@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(FACTS)
def test_every_carrier_keeps_the_same(facts: dict[str, Rows]) -> None:
    outcomes = []
    for carrier in CARRIERS:
        with loaded(carrier, facts) as got:
            kept = {table.name: by_key(table, got.rows(table.name)) for table in TABLES}
            outcomes.append((kept, [line[1:] for line in got.lines]))
    assert all(outcome == outcomes[0] for outcome in outcomes)
