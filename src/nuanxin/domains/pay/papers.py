"""The official documents of a run: the public notice with its list, and the settlement sheet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from nuanxin.domains.documents.content import Attachment, Document, Table
from nuanxin.domains.ledger import selectors as ledger
from nuanxin.domains.masking import masked
from nuanxin.domains.pay import exports, selectors
from nuanxin.domains.pay.models import PayRun
from nuanxin.domains.wording import yuan

LIST = "临时性工作补助发放名单"


def notice(of: PayRun, issuer: str) -> Document:
    """The notice to be put up: who is paid for how many days how much, numbers masked."""
    if of.noticed_on is None or of.notice_until is None:
        raise ValueError("a run that is not public has no notice")
    sums, month = selectors.sums(of), _month(of.month)
    rows = [
        (str(n), line.name, masked(line.person_id), _days(line), yuan(line.owed_fen))
        for n, line in enumerate(selectors.public_lines(of), 1)
    ]
    total = ("", "合计", "", str(sum(int(row[3]) for row in rows)), yuan(sums.owed))
    days = (of.notice_until - of.noticed_on).days
    return Document(
        title=f"关于{month}\n临时性工作补助发放名单的公示",
        issuer=issuer,
        number=f"〔{of.noticed_on.year}〕　　号",
        to="各科室、全体职工",
        paragraphs=(
            f"根据大连市十六条措施第九条，按考勤和接触记录逐日核算，现将本单位{month}临时性工作"
            f"补助发放名单予以公示。本次共{len(rows)}人，合计人民币{yuan(sums.owed)}元。",
            f"公示期自{_day(of.noticed_on)}起，至{_day(of.notice_until)}止，共{days}天。公示期内，对"
            "名单、天数、金额有异议的，请向本单位提出，逐条答复。异议成立的，移出本批，另行核算。",
            "名单中的编号只显示末尾。公示期满、异议都已答复，由核算人以外的人批准后发放。",
        ),
        attachment=Attachment(
            f"{month}{LIST}",
            Table(
                ("序号", "姓名", "编号", "天数", "金额（元）"),
                [*rows, total],
                frozenset({0, 3, 4}),
                (10, 25, 30, 12, 23),
                last_is_sum=True,
            ),
        ),
        signed_by=issuer,
        signed_on=of.noticed_on,
        file_name=f"公示-{exports.batch(of)}",
    )


def settlement(of: PayRun, issuer: str) -> Document:
    """The settlement sheet: sums, and the difference of each person, to be signed by hand."""
    sums = selectors.sums(of)
    people = of.lines.filter(held="").exclude(owed_fen=0, fen=0).order_by("person_id")
    rows = [
        (
            *(str(n), line.name, masked(line.person_id)),
            *(yuan(line.before_fen), yuan(line.owed_fen), yuan(line.fen)),
        )
        for n, line in enumerate(people, 1)
    ]
    total = ("", "合计", "", yuan(sums.before), yuan(sums.owed), yuan(sums.fen))
    held = f"移出本批{sums.held}人" if sums.held else "没有移出的人"
    return Document(
        title=f"{_month(of.month)}临时性工作补助结算表",
        paragraphs=(
            f"发放单位：{issuer}。批次：{exports.batch(of)}。截至{_day(of.as_of)}核算，核算："
            f"{of.made_by}，批准：{of.approved_by or '尚未批准'}。{held}；另有{sums.unknown_days}"
            "人天待定，未计入。只发差额，不重复发。",
        ),
        tables=(
            Table(
                ("序号", "姓名", "编号", "已发（元）", "应发（元）", "差额（元）"),
                [*rows, total],
                frozenset({0, 3, 4, 5}),
                (10, 17, 19, 18, 18, 18),
                last_is_sum=True,
            ),
        ),
        signatures=("制表", "审核", "批准"),
        file_name=f"结算表-{exports.batch(of)}",
    )


PAPERS: dict[str, Callable[[PayRun, str], Document]] = {"notice": notice, "settlement": settlement}


def paper_of(of: PayRun, name: str) -> Callable[[], Document] | None:
    """How a paper of a run is made; None when there is none of that name, or not yet."""
    if name not in PAPERS or (name == "notice" and of.noticed_on is None):
        return None
    standing = ledger.run_of(of.pack)
    unit = ledger.units(standing, [of.payer]).get(of.payer) if standing else None
    return lambda: PAPERS[name](of, unit.name if unit else of.payer)


def _days(line: object) -> str:
    return str(getattr(line, "paid_days", 0))


def _month(month: date) -> str:
    return f"{month.year}年{month.month}月"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
