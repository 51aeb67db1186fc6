"""Workbooks and CSV files for tests of the intake."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from nuanxin.domains.intake.services import Taken, take

Rows = Sequence[Sequence[Any]]
SHIFTS = ["工号", "岗位", "上班时间", "下班时间", "状态", "是否接触"]
GOOD = ["P1", "T1", "2020-02-10 08:00", "2020-02-10 16:00", "出勤", "是"]


def book(path: Path, /, **sheets: Rows) -> Path:
    """A workbook with these sheets."""
    made = Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    made.save(path)
    return path


def taken(*paths: Path, **more: Any) -> Taken:
    """Take files in, as 孙立."""
    return take(paths, who="孙立", why="测试", **more)


def outcomes(one: Taken) -> tuple[int, int, int, int]:
    """Rows new, changed, the same, refused."""
    counts = one.counts
    return counts.new, counts.changed, counts.same, one.refused


def wrong(one: Taken) -> list[tuple[int, str, str]]:
    """The refused rows: row, column, reason."""
    assert one.found is not None
    return one.found.execute(
        'SELECT "row", "column", reason FROM facts.set_aside WHERE kind = \'row\' ORDER BY 1'
    ).fetchall()


def noted(one: Taken) -> list[tuple[int, str, str, str]]:
    """What was understood otherwise than written: row, column, understood, why."""
    assert one.found is not None
    return one.found.execute(
        'SELECT "row", "column", understood, note FROM facts.note ORDER BY 1, 2'
    ).fetchall()
