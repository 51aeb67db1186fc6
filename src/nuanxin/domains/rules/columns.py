"""The parameters in force, as a workbook. (The one to edit is ``nuanxin pack parameters``.)"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from nuanxin.domains.board.templatetags.board import UNITS
from nuanxin.domains.modalities import CERTAINTY
from nuanxin.domains.rules.selectors import Line
from nuanxin.domains.sheets import Column, Sheet, Value
from nuanxin.policy.registry import Measure
from nuanxin.policy.text import Text

Row = tuple[Measure, Line]
COLUMNS: Sequence[Column[Row]] = (
    Column(Text("措施", "Measure"), lambda row: row[0].number, width=8),
    Column(Text("参数", "Parameter"), lambda row: row[1].parameter.label, width=36),
    Column(Text("键", "Key"), lambda row: row[1].parameter.key, width=30),
    Column(Text("现在的值", "Value in force"), lambda row: _value(row[1])),
    Column(Text("计量", "Unit"), lambda row: UNITS[row[1].parameter.unit], width=12),
    Column(
        Text("起", "From"), lambda row: row[1].version.start if row[1].version else None, width=11
    ),
    Column(Text("有多确定", "Certainty"), lambda row: _certainty(row[1]), width=12),
    Column(Text("哪里的规定", "Whose rule"), lambda row: row[1].place),
    Column(
        Text("出处", "Source"),
        lambda row: row[1].version.source if row[1].version else None,
        width=48,
    ),
)


def parameters(measures: Sequence[tuple[Measure, Sequence[Line]]], on: date) -> Sheet[Row]:
    """Every parameter under the first measure it serves."""
    rows = [(measure, line) for measure, lines in measures for line in lines]
    about = ((Text("截至", "As of"), on),)
    return Sheet(Text("政策参数", "Parameters"), COLUMNS, rows, len(rows), about)


def _value(line: Line) -> Value:
    value = line.version.value if line.version else line.parameter.otherwise
    if value is None or isinstance(value, str | int | Decimal):
        return value
    return "、".join(value)


def _certainty(line: Line) -> Value:
    return CERTAINTY[line.version.certainty][1] if line.version else None
