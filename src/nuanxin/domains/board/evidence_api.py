"""What rules were fed with, for other systems: one fact, what was set aside, a cover."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Query

from nuanxin.domains.access.roles import SEES_EVIDENCE, SEES_PEOPLE
from nuanxin.domains.api import current
from nuanxin.domains.api.files import PAPERS, Form, handed
from nuanxin.domains.api.operations import Operations
from nuanxin.domains.api.paging import page_of
from nuanxin.domains.api.shapes import Name, Paged, Sought, Told
from nuanxin.domains.board import papers
from nuanxin.domains.board.facts import fact_of, person_of
from nuanxin.domains.board.why import why
from nuanxin.domains.documents.handing import made
from nuanxin.domains.ledger import selectors
from nuanxin.domains.reads.services import note, note_subject
from nuanxin.domains.wording import say
from nuanxin.packs import load_pack
from nuanxin.policy.text import Text

api = Operations(Text("证据", "Evidence"))


class FactTold(Told):
    """A row of a fact table, by the columns of the facts contract."""

    table: str
    key: str
    row: dict[str, Any]


@api.get("/facts/{table}/{path:key}", Text("一条事实", "One fact"), SEES_PEOPLE, FactTold)
def fact(request: HttpRequest, table: Name, key: Name) -> FactTold:
    """As the last evaluation had it, else as it stands; nothing that is sealed."""
    del request
    found = fact_of(current.standing(), table, key)
    if found is None:
        raise Http404(say("没有事实 {t} {k}", "There is no fact {t} {k}.", t=table, k=key))
    if person := person_of(found):
        note(person, "board:fact")
    return FactTold.model_validate(found)


@api.get(
    "/evidence/{form}/{path:obligation_id}",
    Text("一项义务的证据卷宗", "The evidence of an obligation"),
    SEES_PEOPLE,
    tuple(PAPERS.values()),
)
def evidence(request: HttpRequest, form: Form, obligation_id: Name) -> HttpResponse:
    """Its cover as an official document: what it rests on, each fact with its digest."""
    del request
    run = current.standing()
    row = current.obligation(run, obligation_id)
    note_subject(row.subject_kind, row.subject_id, "board:evidence")
    told = why(run, load_pack(run.pack), row)
    content, name = made(form, lambda: papers.cover(run, told))
    return handed(content, PAPERS[form], name)


class WhichAside(Paged):
    """Of which file, and of which kind: row, cell or suspect; empty is all."""

    file: Sought = ""
    kind: Sought = ""


class Aside(Told):
    """A row or cell of the input that could not stand, and why."""

    file: str
    row_number: int | None
    column: str | None
    value: str | None
    reason: str
    kind: str


class AllAside(Told):
    """A page of what was set aside, and the cursor of the next."""

    items: list[Aside]
    next: str | None


@api.get("/set-aside", Text("搁置的数据", "What was set aside"), SEES_EVIDENCE, AllAside)
def set_aside(request: HttpRequest, asked: Query[WhichAside]) -> AllAside:
    """In the order of the evaluation; not told apart by unit, so a token of a unit sees none."""
    del request
    every = selectors.set_aside(current.standing(), file=asked.file, kind=asked.kind)
    rows, following = page_of(every, ("position",), asked.cursor, asked.limit)
    return AllAside(items=[Aside.model_validate(row) for row in rows], next=following)
