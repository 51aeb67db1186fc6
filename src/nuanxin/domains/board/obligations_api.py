"""The obligations for other systems: the list, and why one stands as it does."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from nuanxin.domains.access.roles import SEES_PEOPLE
from nuanxin.domains.api import current
from nuanxin.domains.api.operations import Operations
from nuanxin.domains.api.paging import page_of
from nuanxin.domains.api.shapes import Both, Name, Paged, Sought, Told, bare
from nuanxin.domains.board.listing import Line, as_lines
from nuanxin.domains.board.reasons import Reason
from nuanxin.domains.board.why import Used, Why, why
from nuanxin.domains.ledger import history, selectors
from nuanxin.domains.ledger.models import Deed, Run
from nuanxin.domains.ledger.open_deeds import offered
from nuanxin.domains.ledger.selectors import Filter
from nuanxin.domains.reads.services import note_subject
from nuanxin.domains.states import states_of
from nuanxin.packs import load_pack
from nuanxin.policy.text import Text

api = Operations(Text("义务", "Obligations"))
ORDER = ("rank", "due_on", "obligation_id")
Family = Literal[
    "met", "planned", "owed", "excepted", "unknown", "overdue", "breached", "available"
]


class Wanted(Paged):
    """Which obligations; what is left out filters nothing."""

    state: Family | None = None
    measure: Annotated[int, Field(ge=1, le=16)] | None = None
    provision: Sought = ""
    district: Sought = ""
    unit_kind: Sought = ""
    unit: Sought = ""
    subject: Annotated[Sought, Field(description="kind:number, as person:P00000032")] = ""
    q: Annotated[Sought, Field(description="beginning of the subject's name or number")] = ""


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
    """Those that the token's unit, or one below, owes or is owed; the whole city without a unit."""
    del request
    run = current.standing()
    chosen = Filter(
        measure=asked.measure,
        provision=asked.provision,
        states=states_of(asked.state) if asked.state else (),
        district=asked.district,
        unit_kind=asked.unit_kind,
        unit=asked.unit,
        subjects=_subjects(run, asked),
    )
    every = selectors.obligations(run, chosen)
    rows, following = page_of(every, ORDER, asked.cursor, asked.limit)
    items = [Obligation.of(line) for line in as_lines(run, load_pack(run.pack), rows)]
    return Obligations(as_of=run.as_of, items=items, next=following)


def _subjects(run: Run, asked: Wanted) -> tuple[tuple[str, str], ...] | None:
    if asked.subject:
        kind, _, number = asked.subject.partition(":")
        return ((kind, number),)
    return tuple(selectors.named(run, asked.q)) if asked.q else None


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


class DeedDone(Told):
    """What somebody did about it: ``answers`` is the number of the dispute that it answers."""

    number: int
    kind: str
    by: str
    role: str
    reason: str
    evidence: str
    on_date: date | None
    quantity: Decimal | None
    answers: int | None

    @classmethod
    def of(cls, deed: Deed) -> DeedDone:
        """The same, from the table."""
        same = ("kind", "by", "role", "reason", "evidence", "on_date", "quantity")
        told = {name: getattr(deed, name) for name in same}
        return cls(number=deed.pk, answers=deed.answers_id, **told)


class Was(Told):
    """How it stood from ``since`` to ``until``; the last one stands, without an end."""

    state: str
    quantity: Decimal | None
    quantity_met: Decimal | None
    due_on: date | None
    since: datetime
    until: datetime | None

    @classmethod
    def of(cls, version: history.Version) -> Was:
        """The same, from the ledger's memory."""
        same = ("state", "quantity", "quantity_met", "due_on", "since")
        told = {name: getattr(version.row, name) for name in same}
        return cls(until=version.until, **told)


class Explained(Told):
    """One obligation and why it stands so; ``offers`` are the kinds of deed it is open to."""

    obligation: Obligation
    sentence: str
    days_left: int | None
    reasons: list[Because]
    rules: list[UsedRule]
    deeds: list[DeedDone]
    offers: list[str]
    versions: list[Was]


@api.get(
    "/obligations/{path:obligation_id}",
    Text("一项义务和它的理由", "One obligation, and why"),
    SEES_PEOPLE,
    Explained,
)
def obligation(request: HttpRequest, obligation_id: Name) -> Explained:
    """Its reasons in the order of the rule, the facts behind each, the numbers in force."""
    del request
    run = current.standing()
    row, pack = current.obligation(run, obligation_id), load_pack(run.pack)
    note_subject(row.subject_kind, row.subject_id, "board:obligation")
    told = why(run, pack, row)
    return Explained(
        obligation=Obligation.of(told),
        sentence=f"{told.who}{bare(told.sentence)}",
        days_left=told.days_left,
        reasons=[Because.of(one) for one in told.reasons],
        rules=[UsedRule.of(one) for one in told.used],
        deeds=[DeedDone.of(one) for one in history.deeds(run, row.pk)],
        offers=[kind for kind, *_ in offered(row, pack)],
        versions=[Was.of(one) for one in history.versions_of(row)],
    )
