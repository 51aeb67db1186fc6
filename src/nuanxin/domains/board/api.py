"""The board and the obligations for other systems."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from nuanxin.domains.access.roles import SEES_PEOPLE, STAFF
from nuanxin.domains.actor import actor_of
from nuanxin.domains.api import scope
from nuanxin.domains.api.operations import Operations
from nuanxin.domains.api.paging import page_of
from nuanxin.domains.api.scope import standing, within
from nuanxin.domains.api.shapes import Asked, Both, Name, Paged, Sought, Told, bare
from nuanxin.domains.board.figures import Standing, measure_rows
from nuanxin.domains.board.listing import Line, as_lines
from nuanxin.domains.board.reasons import Reason
from nuanxin.domains.board.why import Used, Why, why
from nuanxin.domains.ledger import selectors
from nuanxin.domains.ledger.selectors import Filter
from nuanxin.domains.states import states_of
from nuanxin.packs import load_pack
from nuanxin.policy.text import Text

api = Operations(Text("总览和义务", "Board and obligations"))
ORDER = ("rank", "due_on", "obligation_id")
Family = Literal[
    "met", "planned", "owed", "excepted", "unknown", "overdue", "breached", "available"
]


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


class Board(Told):
    """The sixteen measures and how far they are kept."""

    pack: str
    as_of: date
    all: Figures
    measures: list[MeasureFigures]


@api.get("/board", Text("十六条措施的总数", "Figures of the sixteen measures"), STAFF, Board)
def board(request: HttpRequest, asked: Query[Part]) -> Board:
    """Counts of the whole city, or of a district or kind of unit; names nobody."""
    del request
    run = standing()
    chosen = [
        one
        for one in selectors.counts(run)
        if asked.district in ("", one.district) and asked.unit_kind in ("", one.unit_kind)
    ]
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
    )


class Wanted(Paged):
    """Which obligations; what is left out filters nothing."""

    state: Family | None = None
    measure: Annotated[int, Field(ge=1, le=16)] | None = None
    provision: Sought = ""
    district: Sought = ""
    unit_kind: Sought = ""
    unit: Sought = ""
    subject: Annotated[Sought, Field(description="kind:number, as person:P00000032")] = ""


class Obligation(Told):
    """One obligation: quantities in its unit, money in fen."""

    obligation_id: str
    provision: str
    measure: int
    modality: str
    title: Both
    state: str
    subject_kind: str
    subject_id: str
    subject_name: str
    owner_unit_id: str | None
    owner_name: str | None
    period_start: date | None
    period_end: date | None
    quantity: Decimal | None
    quantity_met: Decimal | None
    quantity_unit: str | None
    due_on: date | None
    missing: list[str]
    as_of: date

    @classmethod
    def of(cls, line: Line | Why) -> Obligation:
        """The same, from a line of the list or the page of one."""
        row, named = line.row, ("quantity", "quantity_met", "quantity_unit", "due_on", "as_of")
        return cls(
            **{name: getattr(row, name) for name in (*named, *SAME)},
            title=Both.of(line.entry.title),
            subject_name=line.subject.name if line.subject else "",
            owner_name=line.owner.name if line.owner else None,
            missing=[name for name in (row.missing or "").split(";") if name],
        )


SAME = (
    *("obligation_id", "provision", "measure", "modality", "state", "subject_kind"),
    *("subject_id", "owner_unit_id", "period_start", "period_end"),
)


class Obligations(Told):
    """A page of obligations, and the cursor of the next."""

    as_of: date
    items: list[Obligation]
    next: str | None


@api.get(
    "/obligations",
    Text("义务清单，最急的在前", "Obligations, the most urgent first"),
    SEES_PEOPLE,
    Obligations,
)
def obligations(request: HttpRequest, asked: Query[Wanted]) -> Obligations:
    """Those that the unit of the token, or one below, owes; the whole city without a unit."""
    run = standing()
    kind, _, number = asked.subject.partition(":")
    chosen = Filter(
        measure=asked.measure,
        provision=asked.provision,
        states=states_of(asked.state) if asked.state else (),
        district=asked.district,
        unit_kind=asked.unit_kind,
        unit=asked.unit,
        subjects=((kind, number),) if asked.subject else None,
    )
    mine = within(selectors.obligations(run, chosen), "owner_unit_id", actor_of(request))
    rows, following = page_of(mine, ORDER, asked.cursor, asked.limit)
    items = [Obligation.of(line) for line in as_lines(run, load_pack(run.pack), rows)]
    return Obligations(as_of=run.as_of, items=items, next=following)


class FactRef(Told):
    """A fact that a reason rests on."""

    table: str
    key: str


class Because(Told):
    """One reason: the question, whether it holds (None: not known), its value, its facts."""

    question: str
    answer: Both
    value: str
    facts: list[FactRef]

    @classmethod
    def of(cls, reason: Reason) -> Because:
        """The same, from the page's."""
        facts = [FactRef(table=one.table, key=one.key) for one in (*reason.facts, *reason.more)]
        return cls(
            question=reason.question,
            answer=Both.of(reason.answer),
            value=bare(reason.value),
            facts=facts,
        )


class UsedRule(Told):
    """A parameter with the version that was in force."""

    key: str
    label: Both
    value: str
    unit: str
    since: date
    place: Both
    source: Both

    @classmethod
    def of(cls, used: Used) -> UsedRule:
        """The same, from the page's."""
        version = used.version
        return cls(
            key=used.parameter.key,
            label=Both.of(used.parameter.label),
            value=str(version.value),
            unit=used.parameter.unit,
            since=version.start,
            place=Both.of(used.place),
            source=Both.of(version.source),
        )


class Explained(Told):
    """One obligation and why it stands so."""

    obligation: Obligation
    sentence: str
    days_left: int | None
    reasons: list[Because]
    rules: list[UsedRule]


@api.get(
    "/obligations/{path:obligation_id}",
    Text("一项义务和它的理由", "One obligation, and why"),
    SEES_PEOPLE,
    Explained,
)
def obligation(request: HttpRequest, obligation_id: Name) -> Explained:
    """Its reasons in the order of the rule, the facts behind each, the numbers in force."""
    run = standing()
    row = scope.obligation(run, obligation_id, actor_of(request))
    told = why(run, load_pack(run.pack), row)
    return Explained(
        obligation=Obligation.of(told),
        sentence=f"{told.who}{bare(told.sentence)}",
        days_left=told.days_left,
        reasons=[Because.of(one) for one in told.reasons],
        rules=[UsedRule.of(one) for one in told.used],
    )
