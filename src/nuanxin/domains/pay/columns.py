"""The lists of money as workbooks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.db.models import QuerySet

from nuanxin.domains import sheets
from nuanxin.domains.ledger.models import Unit
from nuanxin.domains.pay.models import PayLine, PayRun
from nuanxin.domains.pay.selectors import Month
from nuanxin.domains.pay.words import HELD, STATES
from nuanxin.domains.sheets import Column, Sheet
from nuanxin.policy.text import Text

BATCH = 2000
Masked = tuple[PayLine, str]
"""A line and its number as the public may see it."""
LINES: Sequence[Column[PayLine]] = (
    Column(Text("姓名", "Name"), lambda line: line.name),
    Column(Text("编号", "Number"), lambda line: line.person_id, look="person"),
    Column(Text("已发（元）", "Before (yuan)"), lambda line: line.before_fen, look="money"),
    Column(Text("应发（元）", "Owed (yuan)"), lambda line: line.owed_fen, look="money"),
    Column(Text("差额（元）", "Difference (yuan)"), lambda line: line.fen, look="money"),
    Column(Text("待定天数", "Days to settle"), lambda line: line.unknown_days),
    Column(
        Text("移出原因", "Left out because"),
        lambda line: HELD[line.held] if line.held else None,
        width=28,
    ),
    Column(Text("说明", "Note"), lambda line: line.held_reason, width=28),
)


def months(found: Sequence[Month], units: Mapping[str, Unit]) -> Sheet[Month]:
    """Payers and months as a workbook."""
    columns: Sequence[Column[Month]] = (
        Column(
            Text("发放单位", "Payer"),
            lambda month: units[month.payer].name if month.payer in units else month.payer,
            width=24,
        ),
        Column(Text("月份", "Month"), lambda month: month.month),
        Column(Text("人数", "People"), lambda month: month.people),
        Column(Text("应发（元）", "Owed (yuan)"), lambda month: month.fen, look="money"),
        Column(
            Text("进度", "How far"),
            lambda month: STATES[month.run.state][1] if month.run else None,
        ),
    )
    return Sheet(Text("补助核算", "Subsidy runs"), columns, found, len(found))


def lines(of: PayRun, every: QuerySet[PayLine]) -> Sheet[PayLine]:
    """The differences of a run as a workbook, exceptions first."""
    return Sheet(
        Text("差额", "Differences"),
        LINES,
        every.iterator(BATCH),
        every.order_by()[: sheets.MOST + 1].count(),
        _about(of),
    )


def public(
    of: PayRun, shown: Iterable[tuple[PayLine, str]], total: int
) -> Sheet[tuple[PayLine, str]]:
    """The public list as a workbook; its numbers are masked for everybody."""
    columns: Sequence[Column[Masked]] = (
        Column(Text("姓名", "Name"), lambda row: row[0].name),
        Column(Text("编号", "Number"), lambda row: row[1]),
        Column(Text("天数", "Days"), lambda row: int(getattr(row[0], "paid_days", 0))),
        Column(Text("金额（元）", "Amount (yuan)"), lambda row: row[0].owed_fen, look="money"),
    )
    return Sheet(Text("公示名单", "Public list"), columns, shown, total, _about(of))


def _about(of: PayRun) -> list[tuple[Text, sheets.Value]]:
    return [
        (Text("发放单位", "Payer"), of.payer),
        (Text("月份", "Month"), of.month),
        (Text("第几次", "Run"), of.number),
        (Text("截至", "As of"), of.as_of),
    ]
