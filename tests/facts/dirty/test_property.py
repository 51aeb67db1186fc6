"""However a sheet is dressed, the same rows are read out of it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from nuanxin.facts.dirty.grid import open_grids
from nuanxin.facts.dirty.header import find_header
from nuanxin.facts.dirty.sheet import DirtySheet

HEADINGS = {
    "person_id": ("工号", "人员编号", "职工号*", "person_id", "员工 编号"),
    "post_id": ("岗位", "岗位编号", "工作岗位", "post_id"),
    "start": ("上班时间", "上班", "到岗时间", "开始时间（24小时）", "start"),
    "end": ("下班时间", "下班", "离岗时间", "结束", "end"),
    "status": ("状态", "出勤情况", "status"),
    "contact_confirmed": ("是否接触", "是否直接接触", "contact_confirmed"),
}
STATUS = {"worked": ("出勤", "已上班", "worked", "正 常"), "planned": ("计划", "排班")}
YES = {"true": ("是", "√", "Y", "有", True), "false": ("否", "×", "无", False), "": ("", None)}
FULL = str.maketrans("0123456789P:", "０１２３４５６７８９Ｐ：")

moments = st.builds(
    datetime.combine,
    st.dates(date(2020, 1, 23), date(2020, 8, 28)),
    st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30])),
)
ids = st.integers(1, 99_999).flatmap(
    lambda n: st.sampled_from(
        [
            (str(n), n),
            (str(n), float(n)),
            (f"P{n}", f"P{n}"),
            (f"P{n}", f"P{n}".translate(FULL)),
            (str(n), f" {n}　"),
        ]
    )
)


def written(moment: datetime) -> st.SearchStrategy[Any]:
    """The ways in which people write a moment."""
    d, clock = moment, f"{moment.hour}:{moment.minute:02}"
    return st.sampled_from(
        [
            moment,
            f"{d:%Y-%m-%d} {clock}",
            f"{d.year}/{d.month}/{d.day} {clock}",
            f"{d.year}.{d.month}.{d.day} {clock}",
            f"{d.year}年{d.month}月{d.day}日 {d.hour}时{d.minute}分",
            f"{d:%Y%m%d} {clock}:00",
            f"{d.year}-{d.month}-{d.day} {clock}".translate(FULL),
            f"{d.month}月{d.day}日{clock}",
            round((moment - datetime(1899, 12, 30)).total_seconds() / 86_400, 4),
        ]
    )


@st.composite
def rows(draw: st.DrawFn) -> tuple[dict[str, str], dict[str, Any]]:
    """A row as the contract has it, and as somebody writes it."""
    person, told_person = draw(ids)
    post, told_post = draw(ids)
    start = draw(moments)
    end = start + timedelta(hours=draw(st.integers(1, 12)))
    status, contact = draw(st.sampled_from(list(STATUS))), draw(st.sampled_from(list(YES)))
    meant = {
        "person_id": person,
        "post_id": post,
        "start": start.isoformat(),
        "end": end.isoformat(),
        "status": status,
        "contact_confirmed": contact,
    }
    told = {
        "person_id": told_person,
        "post_id": told_post,
        "start": draw(written(start)),
        "end": draw(written(end)),
        "status": draw(st.sampled_from(STATUS[status])),
        "contact_confirmed": draw(st.sampled_from(YES[contact])),
    }
    return meant, told


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_same_rows_however_they_are_dressed(data: st.DataObject) -> None:
    table = data.draw(st.lists(rows(), min_size=1, max_size=6))
    order = data.draw(st.permutations(list(HEADINGS)))
    titles = data.draw(st.integers(1, 3))
    blank = data.draw(st.booleans())
    book = Workbook()
    sheet = book.active
    sheet.append(["市海湾医院2020年考勤表"])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(order))
    for _ in range(titles - 1):
        sheet.append(["填表人：孙立", None, "科室盖章"])
    sheet.append(["序号", *(data.draw(st.sampled_from(HEADINGS[name])) for name in order), "备注"])
    for number, (_, told) in enumerate(table, 1):
        if blank:
            sheet.append([])
        sheet.append([number, *(told[name] for name in order), "x"])
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.xlsx"
        book.save(path)
        assert read(path) == [meant for meant, _ in table]


def read(path: Path) -> list[dict[str, str]]:
    """The rows of the first sheet, as the contract's texts."""
    (grid,) = open_grids(path)
    found = find_header(grid, [grid.name, path.stem])
    assert found is not None
    assert found.table.name == "attendance"
    assert found.missing == []
    con = duckdb.connect()
    con.execute("CREATE SCHEMA facts; CREATE SCHEMA reading")
    con.execute("CREATE TABLE facts.note (a text, b bigint, c text, d text, e text, f text)")
    con.execute("CREATE TABLE facts.set_aside (a text, b bigint, c text, d text, e text, f text)")
    source = DirtySheet(grid, found, "a.xlsx").stage(con)
    columns = ", ".join(f'"{name}"' for name in HEADINGS)
    texts = con.execute(f"SELECT {columns} FROM {source.relation} ORDER BY row").fetchall()
    return [dict(zip(HEADINGS, row, strict=True)) for row in texts]
