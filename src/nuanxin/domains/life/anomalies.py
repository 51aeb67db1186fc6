"""What does not fit together, each with the evidence it leads to. Nothing here accuses: a rule
names rows that somebody has to look at, and says which.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils import timezone

from nuanxin.domains.duty.models import Attendance, StockIssue
from nuanxin.domains.ledger.models import Obligation, PersonDay, Run, Subject
from nuanxin.domains.pay.models import PayLine
from nuanxin.domains.wording import day, number
from nuanxin.policy.text import Text

MOST = 50


@dataclass(frozen=True)
class Case:
    """One row that a rule names: whose, what in words, and where the evidence is.

    ``named`` is what else there is to know, in the names that the facts have.
    """

    person_id: str
    words: Text
    link: str
    named: str = ""


@dataclass(frozen=True)
class Anomaly:
    """A rule, what it looks for, and the cases it names (the first MOST of them)."""

    code: str
    title: Text
    why: Text
    cases: Sequence[Case]

    @property
    def more(self) -> bool:
        """Whether there may be more than are listed."""
        return len(self.cases) == MOST


def anomalies(run: Run | None, person: str = "") -> list[Anomaly]:
    """All rules over the city, or over what concerns one person; a query each."""
    return [
        Anomaly(
            "approver",
            Text("批准人在领钱的名单里", "The approver is paid by the run"),
            Text("批的人和领的人要分开", "who approves and who is paid are two people"),
            list(_approvers(person)),
        ),
        Anomaly(
            "leaders",
            Text("领导报的天数多于有接触的天数", "A leader's days exceed the days with contact"),
            Text(
                "领导的补助按有接触记录的天数算", "a leader is paid by days with recorded contact"
            ),
            list(_leaders(run, person)),
        ),
        Anomaly(
            "own",
            Text("自己确认自己接触", "Contact confirmed by the one it pays"),
            Text("接触要由别人确认", "somebody else has to confirm contact"),
            list(_own(person)),
        ),
        Anomaly(
            "twice",
            Text("同一天两个单位都要发", "One day claimed from two payers"),
            Text("一天只由一个单位发", "a day is paid by one unit"),
            list(_twice(person)),
        ),
        Anomaly(
            "nameless",
            Text("物资发出去没有写给谁", "Protective stock issued to nobody by name"),
            Text("紧缺物资要写到人", "scarce stock is issued by name"),
            [] if person else list(_nameless()),
        ),
        Anomaly(
            "breached",
            Text("做了不许做的事", "What must not be done was done"),
            Text("违反补不回来，要看原因", "a breach cannot be undone; look at its reason"),
            list(_breached(run, person)),
        ),
    ]


def _approvers(person: str) -> Iterator[Case]:
    lines = PayLine.objects.filter(
        Q(person_id=F("run__approved_by")) | Q(person_id=F("run__approver")), owed_fen__gt=0
    ).exclude(run__state="superseded")
    for one in _of(lines, person).select_related("run")[:MOST]:
        told = f"{one.run.month:%Y-%m}"
        yield Case(
            one.person_id,
            Text(f"{told} 的核算", f"the run of {told}"),
            reverse("pay:run", args=[one.run_id]),
        )


def _leaders(run: Run | None, person: str) -> Iterator[Case]:
    if run is None:
        return
    leaders = Subject.objects.filter(run=run, kind="person", is_leader=True)
    days = PersonDay.objects.filter(run=run, person_id__in=leaders.values("subject_id"))
    counted = (
        _of(days, person)
        .values("person_id")
        .annotate(n=Count("pk"), contact=Count("pk", filter=Q(contact=True)))
        .filter(n__gt=F("contact"))
        .order_by("person_id")
    )
    for row in counted[:MOST]:
        n, contact = row["n"], row["contact"]
        yield Case(
            row["person_id"],
            Text(f"报 {n} 天，有接触 {contact} 天", f"{n} days reported, {contact} with contact"),
            reverse("life:life", args=[row["person_id"]]),
        )


def _own(person: str) -> Iterator[Case]:
    rows = Attendance.objects.filter(contact_confirmed=True, reported_by=F("person_id"))
    for one in _of(rows, person).order_by("start")[:MOST]:
        on = timezone.localdate(one.start)
        yield Case(
            one.person_id,
            Text(f"{on} 的班次", f"the shift of {on}"),
            f"{reverse('life:life', args=[one.person_id])}?day={on}#trace",
        )


def _twice(person: str) -> Iterator[Case]:
    lines = PayLine.objects.filter(held="elsewhere").exclude(run__state="superseded")
    for one in _of(lines, person).select_related("run")[:MOST]:
        told = f"{one.run.month:%Y-%m}"
        yield Case(
            one.person_id,
            Text(f"{told} 的核算已暂扣", f"held in the run of {told}"),
            reverse("pay:run", args=[one.run_id]),
        )


def _nameless() -> Iterator[Case]:
    rows = StockIssue.objects.filter(person_id=None).select_related("unit")
    for one in rows.order_by("at")[:MOST]:
        on = timezone.localdate(one.at)
        yield Case(
            "",
            Text(f"{on:%Y-%m-%d}", day(on)),
            reverse("board:fact", args=["stock_issues", one.issue_id]),
            f"{one.unit.name} {one.item} × {number(one.quantity)}",
        )


def _breached(run: Run | None, person: str) -> Iterator[Case]:
    if run is None:
        return
    rows = Obligation.objects.filter(
        run=run, subject_kind="person", modality="MUST_NOT", state="breached"
    )
    if person:
        rows = rows.filter(subject_id=person)
    for one in rows.order_by("-period_start", "obligation_id")[:MOST]:
        on = one.period_start or one.as_of
        yield Case(
            one.subject_id,
            Text(f"{on:%Y-%m-%d}", day(on)),
            reverse("board:obligation", args=[one.obligation_id]),
        )


def _of(rows, person: str):  # type: ignore[no-untyped-def]
    return rows.filter(person_id=person) if person else rows
