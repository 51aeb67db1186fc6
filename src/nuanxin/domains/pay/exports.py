"""What leaves the house: the bank's file and the settlement workbook of an approved run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from nuanxin.domains.pay.models import Entry, LineDay, PayRun
from nuanxin.domains.pay.refused import Refused
from nuanxin.domains.wording import say, yuan

FIXED = datetime(2020, 1, 1)
"""Workbooks carry no time of their own: the same run gives the same file."""
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def bank_file(run: PayRun) -> bytes:
    """The transfers of an approved run as CSV for a spreadsheet or a bank (UTF-8 with mark).

    One line a person, the same whenever it is made: the batch number lets the bank refuse a
    file it has had. What is to be taken back is no transfer (see the settlement workbook).
    """
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\r\n")
    lines.writerow(["batch", "line", "person_id", "name", "amount_yuan", "purpose"])
    for number, (entry, name) in enumerate(_transfers(run), 1):
        purpose = f"{run.month:%Y-%m} 临时性工作补助"
        amount = yuan(entry.fen).replace(",", "")
        cells = [batch(run), number, _safe(entry.person_id), _safe(name), amount, purpose]
        lines.writerow(cells)
    return "\ufeff".encode() + out.getvalue().encode()


def batch(run: PayRun) -> str:
    """The number of a run at the bank."""
    return f"{run.payer}-{run.month:%Y%m}-{run.number:02d}"


def settlement(run: PayRun) -> bytes:
    """The settlement of a run as a workbook: sums, people, days, and what is to be taken back."""
    book = Workbook()
    book.properties.created = book.properties.modified = FIXED
    _sums(_sheet(book, say("汇总", "Sums")), run)
    people = run.lines.order_by("person_id")
    _table(
        _sheet(book, say("人员", "People")),
        [
            *(say("编号", "Number"), say("姓名", "Name"), say("应发（元）", "Owed (yuan)")),
            *(say("已发（元）", "Paid before (yuan)"), say("差额（元）", "Difference (yuan)")),
            *(say("待定天数", "Days to settle"), say("移出原因", "Left out because")),
        ],
        (
            [
                *(line.person_id, line.name, _amount(line.owed_fen), _amount(line.before_fen)),
                *(_amount(line.fen), line.unknown_days, line.held),
            ]
            for line in people
        ),
    )
    days = LineDay.objects.filter(line__run=run).select_related("line")
    _table(
        _sheet(book, say("人天", "Days")),
        [
            *(say("编号", "Number"), say("日期", "Date"), say("档", "Tier")),
            *(say("系数（%）", "Factor (%)"), say("半天", "Half"), say("有接触记录", "Contact")),
            say("金额（元）", "Amount (yuan)"),
        ],
        (
            [
                *(day.line.person_id, day.date, day.tier, day.percent),
                *(_yes(day.is_half), _yes(day.contact), _amount(day.fen)),
            ]
            for day in days.order_by("line__person_id", "date")
        ),
    )
    _table(
        _sheet(book, say("追回", "To take back")),
        [say("编号", "Number"), say("金额（元）", "Amount (yuan)")],
        (
            [entry.person_id, _amount(-entry.fen)]
            for entry in run.entries.filter(kind="pay", fen__lt=0).order_by("person_id")
        ),
    )
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _transfers(run: PayRun) -> Iterable[tuple[Entry, str]]:
    if run.approved_by is None:
        raise Refused("批准以后才有银行文件。", "There is a bank file once the run is approved.")
    names = dict(run.lines.values_list("person_id", "name"))
    for entry in run.entries.filter(kind="pay", fen__gt=0).order_by("person_id"):
        yield entry, names[entry.person_id]


def _sums(sheet: Worksheet, run: PayRun) -> None:
    held, paid = run.lines.exclude(held=""), run.lines.filter(held="")
    rows = [
        (say("批次", "Batch"), batch(run)),
        (say("应发人数", "People owed"), paid.filter(owed_fen__gt=0).count()),
        (say("应发（元）", "Owed (yuan)"), _amount(_total(paid, "owed_fen"))),
        (say("已发（元）", "Paid before (yuan)"), _amount(_total(paid, "before_fen"))),
        (say("本次差额（元）", "Difference of this run (yuan)"), _amount(_total(paid, "fen"))),
        (say("移出人数", "People left out"), held.count()),
        (say("核算", "Made by"), run.made_by),
        (say("批准", "Approved by"), run.approved_by or ""),
    ]
    for row in rows:
        sheet.append([_cell(value) for value in row])


def _total(lines: object, name: str) -> int:
    return sum(lines.values_list(name, flat=True))  # type: ignore[attr-defined]


def _sheet(book: Workbook, title: str) -> Worksheet:
    first = book.active
    if first is not None and first.title == "Sheet":
        first.title = str(title)
        return first
    return book.create_sheet(str(title))


def _table(sheet: Worksheet, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    sheet.append([str(word) for word in header])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    for row in rows:
        sheet.append([_cell(value) for value in row])


def _cell(value: object) -> object:
    return _safe(str(value)) if isinstance(value, str) else value


def _safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(DANGEROUS) else text


def _amount(fen: int) -> Decimal:
    return Decimal(fen) / 100


def _yes(value: bool) -> str:
    return str(say("是", "yes") if value else say("否", "no"))
