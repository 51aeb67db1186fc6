"""Whatever a workbook holds: no crash, and every row of it is accounted for."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.intake.books import refused_book
from nuanxin.domains.intake.reading import look_at
from nuanxin.domains.intake.refused import refused_rows, refused_sheets
from nuanxin.facts.dirty.grid import open_grids
from nuanxin.facts.errors import FactsError
from tests.domains.intake.sheets import SHIFTS, taken
from tests.domains.live_city import settle

pytestmark = pytest.mark.django_db

junk = st.one_of(
    st.text(max_size=12).map(lambda text: ILLEGAL_CHARACTERS_RE.sub("", text)),
    st.floats(allow_nan=False, allow_infinity=False),
    st.integers(-(10**18), 10**18),
    st.booleans(),
    st.none(),
    st.datetimes(datetime(1905, 1, 1), datetime(2200, 1, 1)),
    st.sampled_from(
        ["#REF!", "=1/0", "=A1", "'", "2020-02-30", "1e400", "９９９", "P1", "T1", "出勤"]
    ),
)
good = st.sampled_from(
    [
        ["P1", "T1", "2020-02-10 08:00", "2020-02-10 16:00", "出勤", "是"],
        ["P2", "T1", "2020-02-10 08:00", "2020-02-10 16:00", "出勤", None],
        ["P1", "T2", "2020/2/11 8:00", "2020/2/11 16:00", "计划", "否"],
    ]
)
row = st.one_of(
    good,
    st.lists(junk, max_size=8),
    st.tuples(good, st.integers(0, 5), junk).map(
        lambda told: [*told[0][: told[1]], told[2], *told[0][told[1] + 1 :]]
    ),
)
head = st.one_of(
    st.just(SHIFTS),
    st.permutations(SHIFTS),
    st.just([*SHIFTS, "工号"]),
    st.lists(st.sampled_from(SHIFTS), max_size=8),
    st.lists(junk, max_size=6),
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(head, st.lists(row, max_size=8), st.lists(st.tuples(*[st.integers(1, 6)] * 4), max_size=2))
def test_every_row_has_an_outcome(
    head: list[Any], rows: list[list[Any]], merged: list[tuple[int, int, int, int]]
) -> None:
    book = Workbook()
    sheet = book.active
    for told in [head, *rows]:
        sheet.append(list(told))
    for top, left, down, right in merged:
        sheet.merge_cells(
            start_row=top, start_column=left, end_row=top + down, end_column=left + right
        )
    with TemporaryDirectory() as folder, transaction.atomic():
        path = Path(folder) / "考勤.xlsx"
        book.save(path)
        account_for(path)
        transaction.set_rollback(True)


def account_for(path: Path) -> None:
    settle()
    try:
        told = taken(path, with_lines=True)
    except (FactsError, Refusal):
        return
    (grid,) = open_grids(path)
    filled = [
        number
        for number, cells in enumerate(grid.cells, 1)
        if any(not isinstance(cell, str) or cell.strip() for cell in cells)
    ]
    if told.unread:
        assert told.refused == len(filled)
        return
    if not filled:
        assert told.read == 0
        return
    counts = told.counts
    assert counts.new + counts.changed + counts.same + counts.refused == told.read
    assert told.found is not None
    lines = told.found.execute("SELECT row, outcome FROM facts.line ORDER BY row").fetchall()
    first = look_at(path).given[0].found.first_row  # type: ignore[attr-defined]
    assert [number for number, _ in lines] == [number for number in filled if number > first]
    refused = {number for number, outcome in lines if outcome == "refused"}
    faults = refused_rows(told.found, path.name)
    assert set(faults) == refused
    assert all(reason for of_row in faults.values() for _, _, reason in of_row)
    assert refused_book(refused_sheets(look_at(path), {path.name: faults}))
