"""Who and what was found, as a workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nuanxin.domains.people.models import Unit
from nuanxin.domains.search.finding import Found
from nuanxin.domains.sheets import Column, Sheet, Value
from nuanxin.policy.text import Text

KINDS = {"person": Text("人", "person"), "unit": Text("单位", "unit")}


def found(words: str, rows: Sequence[Found], units: Mapping[str, Unit]) -> Sheet[Found]:
    """People before units, in the order of the page."""

    def unit(one: Found) -> Value:
        return units[one.unit_id].name if one.unit_id in units else None

    columns: Sequence[Column[Found]] = (
        Column(Text("种类", "Kind"), lambda one: KINDS[one.kind], width=8),
        Column(Text("名称", "Name"), lambda one: one.name, width=28),
        Column(Text("编号", "Number"), lambda one: one.key, look="person"),
        Column(Text("单位", "Unit"), unit, width=28),
        Column(Text("相近", "Near"), lambda one: one.alike, width=8),
    )
    about = ((Text("查找", "Looked for"), words),)
    return Sheet(Text("查找结果", "Found"), columns, rows, len(rows), about)
