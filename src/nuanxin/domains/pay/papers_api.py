"""What of a pay run leaves the house, and the restricted funds, for other systems."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Query

from nuanxin.domains.access.roles import SEES_MONEY, STAFF, Role
from nuanxin.domains.api import current
from nuanxin.domains.api.files import CSV, PAPERS, XLSX, Form, handed
from nuanxin.domains.api.operations import Operations
from nuanxin.domains.api.paging import page_of
from nuanxin.domains.api.shapes import Number, Paged, Told
from nuanxin.domains.documents.handing import made
from nuanxin.domains.masking import masked
from nuanxin.domains.pay import exports, funds, papers, selectors
from nuanxin.domains.pay.api import PAYS, run_of
from nuanxin.domains.rules.standing import in_force
from nuanxin.domains.wording import say
from nuanxin.packs import load_pack
from nuanxin.policy.text import Text

api = Operations(Text("发放的文件和专项资金", "Papers of pay runs, and funds"))
SEES_FUNDS = SEES_MONEY | {Role.SUPPLIES}


@api.get("/pay/runs/{number}/bank.csv", Text("银行文件", "The bank's file"), PAYS, (CSV,))
def pay_bank(request: HttpRequest, number: Number) -> HttpResponse:
    """Of an approved run; the same whenever it is asked for."""
    del request
    run = run_of(number)
    return handed(exports.bank_file(run), CSV, f"{exports.batch(run)}.csv")


@api.get(
    "/pay/runs/{number}/settlement.xlsx",
    Text("结算表", "Settlement workbook"),
    SEES_MONEY,
    (XLSX,),
)
def pay_settlement(request: HttpRequest, number: Number) -> HttpResponse:
    """Sums, people, days, and what is to be taken back."""
    del request
    run = run_of(number)
    return handed(exports.settlement(run), XLSX, f"{exports.batch(run)}.xlsx")


@api.get(
    "/pay/runs/{number}/papers/{paper}.{form}",
    Text("公示或结算表的公文", "Its notice or settlement as an official document"),
    SEES_MONEY,
    tuple(PAPERS.values()),
)
def pay_paper(
    request: HttpRequest, number: Number, paper: Literal["notice", "settlement"], form: Form
) -> HttpResponse:
    """In the form of GB/T 9704; a notice once the run is public."""
    del request
    document = papers.paper_of(run_of(number), paper)
    if document is None:
        raise Http404(say("还没有公示", "It has not been made public."))
    content, name = made(form, document)
    return handed(content, PAPERS[form], name)


class PublicLine(Told):
    """A line of the public list; of the number only the end is shown."""

    name: str
    number: str
    days: int
    fen: int


class PublicList(Told):
    """A page of the public list of a run, and the cursor of the next."""

    payer: str
    month: date
    noticed_on: date
    notice_until: date | None
    items: list[PublicLine]
    next: str | None


@api.get("/pay/runs/{number}/public", Text("公示名单", "The public list"), STAFF, PublicList)
def pay_public(request: HttpRequest, number: Number, asked: Query[Paged]) -> PublicList:
    """Who is paid for how many days how much."""
    del request
    run = run_of(number)
    if run.noticed_on is None:
        raise Http404(say("还没有公示", "It has not been made public."))
    every = selectors.public_lines(run)
    rows, following = page_of(every, ("person_id",), asked.cursor, asked.limit)
    items = [
        PublicLine(
            name=line.name,
            number=masked(line.person_id),
            days=getattr(line, "paid_days", 0),
            fen=line.owed_fen,
        )
        for line in rows
    ]
    return PublicList(
        payer=run.payer,
        month=run.month,
        noticed_on=run.noticed_on,
        notice_until=run.notice_until,
        items=items,
        next=following,
    )


class Fund(Told):
    """A restricted fund in fen, and its share of the front line in percent against floor and
    alarm; ``percent`` is None while nothing was spent."""

    fund: str
    received: int
    spent: int
    left: int
    frontline: int
    percent: Decimal | None
    floor: Decimal
    alarm: Decimal
    state: str


class Funds(Told):
    """Every fund."""

    items: list[Fund]


@api.get("/funds", Text("专项资金", "Restricted funds"), SEES_FUNDS, Funds)
def funds_(request: HttpRequest) -> Funds:
    """Received, spent, and the share of the front line, from the books."""
    del request
    parameters = in_force(load_pack(current.standing().pack))
    return Funds(items=[Fund.model_validate(one) for one in funds.standings(parameters)])
