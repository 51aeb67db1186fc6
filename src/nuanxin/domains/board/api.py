"""The board for other systems: counts by measure and by unit; they name nobody."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from django.http import Http404, HttpRequest
from ninja import Query
from pydantic import Field

from nuanxin.domains.access.roles import STAFF
from nuanxin.domains.api.current import standing
from nuanxin.domains.api.operations import Operations
from nuanxin.domains.api.shapes import Asked, Both, Sought, Told
from nuanxin.domains.board.figures import Cell, Standing, definitions, measure_rows
from nuanxin.domains.board.tree import Node, Tree
from nuanxin.domains.ledger import selectors
from nuanxin.domains.ledger.models import Run
from nuanxin.domains.ledger.selectors import Counted
from nuanxin.domains.wording import say
from nuanxin.packs import load_pack
from nuanxin.policy.text import Text

api = Operations(Text("总览", "Board"))


class Part(Asked):
    """Which part of the city."""

    district: Sought = ""
    unit_kind: Sought = ""


class Figure(Told):
    """How many obligations stand so, and the fen of them: paid where met, unpaid of the rest."""

    family: str
    rows: int
    fen: int


class Figures(Told):
    """The states of a set of obligations, by family."""

    total: int
    open: int
    urgent: int
    figures: list[Figure]

    @classmethod
    def of(cls, standing: Standing) -> Figures:
        """The same, from the board's."""
        figures = [Figure(family=f, rows=n, fen=int(fen)) for f, n, fen in standing.figures]
        return cls(
            total=standing.total, open=standing.open, urgent=standing.urgent, figures=figures
        )


class MeasureFigures(Figures):
    """Those of one measure."""

    measure: int
    title: Both


class FlowDay(Told):
    """Of what is still open: how many obligations arose on a day, and how many fall due."""

    day: date
    arose: int
    due: int


class Board(Told):
    """The sixteen measures and how far they are kept; ``flow`` has the days of what is open."""

    pack: str
    as_of: date
    all: Figures
    measures: list[MeasureFigures]
    flow: list[FlowDay]


@api.get("/board", Text("十六条措施的总数", "Figures of the sixteen measures"), STAFF, Board)
def board(request: HttpRequest, asked: Query[Part]) -> Board:
    """Counts of the whole city, or of a district or kind of unit; names nobody."""
    del request
    run = standing()
    chosen = _of_part(run, asked)
    return Board(
        pack=run.pack,
        as_of=run.as_of,
        all=Figures.of(Standing.of(chosen)),
        measures=[
            MeasureFigures(
                measure=row.measure.number,
                title=Both.of(row.measure.title),
                **Figures.of(row.standing).model_dump(),
            )
            for row in measure_rows(load_pack(run.pack), chosen)
        ],
        flow=[
            FlowDay(day=day, arose=arose, due=due)
            for day, arose, due in selectors.flow(run, **asked.model_dump())
        ],
    )


def _of_part(run: Run, asked: Part, measure: int | None = None) -> list[Counted]:
    return [
        one
        for one in selectors.counts(run, measure=measure)
        if asked.district in ("", one.district) and asked.unit_kind in ("", one.unit_kind)
    ]


class Defined(Figures):
    """An obligation of a measure: how firmly it is promised, and how it stands; ``state`` is the
    worst, None where nothing was computed."""

    provision: str
    modality: str
    title: Both
    summary: Both
    subject: Both
    duty_holder: Both
    evidence: Both
    default: Both
    certainty: str
    state: str | None

    @classmethod
    def from_cell(cls, cell: Cell, standing: Standing) -> Defined:
        """The same, from the page's."""
        texts = ("title", "summary", "subject", "duty_holder", "evidence", "default")
        told: dict[str, Any] = {name: Both.of(getattr(cell.entry, name)) for name in texts}
        return cls(
            provision=cell.entry.id,
            modality=cell.entry.modality,
            certainty=cell.entry.certainty,
            state=cell.state,
            **told,
            **Figures.of(standing).model_dump(),
        )


class MeasureTold(Told):
    """One measure: what it promises, and each of its obligations."""

    measure: int
    title: Both
    text: Both
    as_of: date
    obligations: list[Defined]


@api.get("/measures/{number}", Text("一条措施", "One measure"), STAFF, MeasureTold)
def measure(
    request: HttpRequest, number: Annotated[int, Field(ge=1, le=99)], asked: Query[Part]
) -> MeasureTold:
    """Its obligations in words, and how each stands; names nobody."""
    del request
    run = standing()
    pack = load_pack(run.pack)
    try:
        found = pack.text.measure(number)
    except KeyError:
        told = say("没有第 {n} 条措施", "There is no measure {n}.", n=number)
        raise Http404(told) from None
    counts = _of_part(run, asked, number)
    return MeasureTold(
        measure=number,
        title=Both.of(found.title),
        text=Both.of(found.text),
        as_of=run.as_of,
        obligations=[Defined.from_cell(*one) for one in definitions(pack, number, counts)],
    )


class Owing(Figures):
    """A unit with all below it; ``below`` counts those."""

    unit_id: str
    name: str
    below: int

    @classmethod
    def from_node(cls, node: Node) -> Owing:
        """The same, from the page's."""
        told = Figures.of(node.whole).model_dump()
        return cls(unit_id=node.unit.unit_id, name=node.unit.name, below=node.below, **told)


class AtUnit(Asked):
    """A unit; empty is the top of the tree."""

    unit: Sought = ""


class Branch(Told):
    """A place of the tree: the numbers above it, itself (None at the top), what is below."""

    above: list[str]
    here: Owing | None
    children: list[Owing]


@api.get("/board/units", Text("各单位的总数", "Figures of each unit"), STAFF, Branch)
def board_units(request: HttpRequest, asked: Query[AtUnit]) -> Branch:
    """What the units at a place of the tree owe, the most urgent first."""
    del request
    run = standing()
    branch = Tree.of(selectors.unit_tree(run), selectors.unit_counts(run)).branch(asked.unit)
    if branch is None:
        raise Http404(say("没有单位 {n}", "There is no unit {n}.", n=asked.unit))
    return Branch(
        above=[unit.unit_id for unit in branch.above],
        here=Owing.from_node(branch.here) if branch.here else None,
        children=[Owing.from_node(node) for node in branch.children],
    )
