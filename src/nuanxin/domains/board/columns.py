"""The board's lists as workbooks: their columns, and rows a batch at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice

from django.db.models import QuerySet

from nuanxin.domains import sheets
from nuanxin.domains.board import fact_words
from nuanxin.domains.board.figures import MeasureRow
from nuanxin.domains.board.listing import Line, as_lines, found, total_of
from nuanxin.domains.board.query import Query
from nuanxin.domains.board.tree import Node
from nuanxin.domains.ledger.models import Obligation, Run, SetAside
from nuanxin.domains.ledger.selectors import Counted
from nuanxin.domains.sheets import Column, Sheet, Value
from nuanxin.domains.states import FAMILIES
from nuanxin.policy.modality import Modality, State
from nuanxin.policy.pack import Pack
from nuanxin.policy.text import Text

BATCH = 2000
FEN, DAYS, HOURS = Text("元", "yuan"), Text("天", "days"), Text("小时", "hours")
UNITS = {"fen": FEN, "days": DAYS, "hours": HOURS, "count": Text("项", "count")}
"""The unit of a quantity, in a column of its own so that the quantity is a number."""

ASKED: dict[str, Text] = {
    "state": Text("状态", "State"),
    "provision": Text("条款", "Provision"),
    "district": Text("区市县", "District"),
    "kind": Text("单位类别", "Kind of unit"),
    "unit": Text("负责单位", "Owing unit"),
    "subject": Text("对象", "Subject"),
    "q": Text("姓名或编号", "Name or number"),
}
"""What a list can be asked for, as the second sheet of its workbook says it."""

OBLIGATIONS: Sequence[Column[Line]] = (
    Column(Text("条款", "Provision"), lambda line: line.entry.reference, width=8),
    Column(Text("名称", "Title"), lambda line: line.entry.title, width=28),
    Column(Text("力度", "Force"), lambda line: Modality(line.row.modality).text, width=8),
    Column(Text("状态", "State"), lambda line: State(line.row.state).text, width=10),
    Column(Text("谁", "Who"), lambda line: line.subject.name if line.subject else None),
    Column(Text("编号", "Number"), lambda line: line.row.subject_id, look="person"),
    Column(Text("起", "From"), lambda line: line.row.period_start, width=11),
    Column(Text("止", "To"), lambda line: line.row.period_end, width=11),
    Column(Text("应", "Owed"), lambda line: amount(line.row, line.row.quantity), width=12),
    Column(Text("已", "Done"), lambda line: amount(line.row, line.row.quantity_met), width=12),
    Column(Text("计量", "Unit"), lambda line: UNITS.get(line.row.quantity_unit or ""), width=8),
    Column(Text("期限", "Due"), lambda line: line.row.due_on, width=11),
    Column(Text("负责单位", "Owed by"), lambda line: line.owner.name if line.owner else None),
    Column(Text("区市县", "District"), lambda line: line.row.district),
    Column(Text("缺的事实", "Missing fact"), lambda line: _missing(line.row)),
)

KINDS = {
    "row": Text("整行搁置", "row set aside"),
    "cell": Text("这一格作未知", "cell taken as unknown"),
    "suspect": Text("留用，但可疑", "kept, but suspect"),
}
"""What became of what was set aside."""

ASIDE: Sequence[Column[SetAside]] = (
    Column(Text("文件", "File"), lambda row: row.file, width=20),
    Column(Text("行", "Row"), lambda row: row.row_number, width=8),
    Column(Text("种类", "Kind"), lambda row: KINDS.get(row.kind, Text(row.kind, row.kind))),
    Column(Text("列", "Column"), lambda row: fact_words.column(row.column or "")),
    Column(Text("值", "Value"), lambda row: row.value, width=20),
    Column(Text("原因", "Reason"), lambda row: row.reason, width=40),
)


MEASURE: Sequence[Column[MeasureRow]] = (
    Column(Text("措施", "Measure"), lambda row: row.measure.number, width=8),
    Column(Text("名称", "Title"), lambda row: row.measure.title, width=24),
    Column(Text("合计", "All"), lambda row: None if row.later else row.standing.total),
)
MONEY: Sequence[Column[MeasureRow]] = (
    Column(Text("应发（元）", "Due (yuan)"), lambda row: row.standing.owed_fen, look="money"),
    Column(Text("已发（元）", "Paid (yuan)"), lambda row: row.standing.paid_fen, look="money"),
)


def obligations(
    run: Run, pack: Pack, query: Query, counts: Sequence[Counted], measure: int | None = None
) -> Sheet[Line]:
    """A list of obligations as a workbook."""
    rows = found(run, query, measure)
    total, _ = total_of(rows, query, counts, most=sheets.MOST)
    asked = [(ASKED[name], getattr(query, name)) for name in ASKED if getattr(query, name)]
    return Sheet(
        Text("义务清单", "Obligations"),
        OBLIGATIONS,
        _batches(run, pack, rows[: sheets.MOST]),
        total,
        [(Text("截至", "As of"), run.as_of), (Text("规则包", "Pack"), run.pack), *asked],
    )


def measures(run: Run, rows: Sequence[MeasureRow]) -> Sheet[MeasureRow]:
    """The sixteen lines of the board as a workbook."""
    return Sheet(
        Text("十六条措施", "Sixteen measures"),
        (*MEASURE, *map(_of_family, FAMILIES), *MONEY),
        rows,
        len(rows),
        [(Text("截至", "As of"), run.as_of), (Text("规则包", "Pack"), run.pack)],
    )


def units(run: Run, nodes: Sequence[Node]) -> Sheet[Node]:
    """The units of one place of the tree as a workbook."""
    own = (
        Column[Node](Text("单位", "Unit"), lambda node: node.unit.name, width=24),
        Column[Node](Text("编号", "Number"), lambda node: node.unit.unit_id),
        Column[Node](Text("合计", "All"), lambda node: node.whole.total),
    )
    title = Text("各单位", "Units")
    every = (*own, *map(_owed_in, FAMILIES))
    return Sheet(title, every, nodes, len(nodes), [(Text("截至", "As of"), run.as_of)])


def _owed_in(name: str) -> Column[Node]:
    return Column(State(name).text, lambda node: node.whole.rows[name])


def set_aside(run: Run, rows: QuerySet[SetAside], total: int) -> Sheet[SetAside]:
    """What was set aside as a workbook."""
    return Sheet(
        Text("搁置的数据", "Set aside"),
        ASIDE,
        rows[: sheets.MOST].iterator(BATCH),
        total,
        [(Text("截至", "As of"), run.as_of)],
    )


def amount(row: Obligation, value: Decimal | None) -> Value:
    """A quantity as a number: fen become yuan, whole numbers lose their empty decimals."""
    if value is None:
        return None
    exact = value / 100 if row.quantity_unit == "fen" else value
    return int(exact) if exact == exact.to_integral_value() else exact.normalize()


def _missing(row: Obligation) -> Value:
    words = [fact_words.column(name) for name in (row.missing or "").split(";") if name]
    if not words:
        return None
    return Text("、".join(word.zh for word in words), ", ".join(word.en for word in words))


def _batches(run: Run, pack: Pack, rows: QuerySet[Obligation]) -> Iterator[Line]:
    """The lines of many obligations, names looked up for BATCH of them at a time."""
    every = rows.iterator(BATCH)
    while batch := list(islice(every, BATCH)):
        yield from as_lines(run, pack, batch)


def _of_family(name: str) -> Column[MeasureRow]:
    return Column(State(name).text, lambda row: None if row.later else row.standing.rows[name])
