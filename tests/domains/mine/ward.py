"""A fever clinic as of 20 April 2020: nurse Lin with all that her page shows, and her unit.

Written by hand: the live city through its services, the ledger row by row. Lin worked 7 days in
a row (53 h, one shift of 9.5 h), has two rest accounts, half a month of subsidy, a child.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from nuanxin.domains.actor import Actor
from nuanxin.domains.ledger.deeds import Named, dispute
from nuanxin.domains.ledger.models import (
    Criterion,
    Obligation,
    PersonDay,
    Run,
    Subject,
    Unit,
)
from nuanxin.domains.needs.services import Asked, answer, ask
from nuanxin.domains.states import RANK
from tests.domains import live_city

TODAY = date(2020, 4, 20)
LIN, HEAD, MATE, KIN = "P1", "P2", "P4", "P5"
SPELL = date(2020, 4, 8)
STARTS = {
    14: (8, 16),
    15: (8, 16),
    16: (16, 24),
    17: (8, 12),
    18: (8, 17.5),
    19: (8, 16),
    20: (8, 15.5),
}
"""Days of April and the hours worked: 8, 8, 8, 4, 9.5, 8, 7.5 = 53."""


def at(day: date, hour: float) -> datetime:
    """A local time of a day; 24 is the next midnight."""
    return datetime(day.year, day.month, day.day) + timedelta(hours=hour)


def april(number: int) -> date:
    return date(2020, 4, number)


def fill() -> Run:
    """The live city and the ledger."""
    live_city.settle()
    live_city.person(LIN, "林晓岚", "U1", work_start=date(2009, 7, 1))
    live_city.person(MATE, "于海燕", "U1")
    _duty()
    live_city.put(
        "children",
        child_id="C1",
        name="小林",
        guardian_id=LIN,
        stage="primary_entry",
        birth_date=date(2014, 5, 1),
        household_district="甘井子区",
    )
    for kind in ("accident", "critical_illness"):
        live_city.put(
            "insurance",
            policy_no=f"DL-{kind[0].upper()}-1",
            person_id=LIN,
            kind=kind,
            start_date=SPELL,
            end_date=date(2020, 12, 31),
        )
    for number, kind, first, last in (
        ("B1", "rest15", april(1), april(5)),
        ("B2", "annual", date(2020, 1, 6), date(2020, 1, 8)),
    ):
        live_city.put(
            "absences",
            absence_id=number,
            person_id=LIN,
            kind=kind,
            start_date=first,
            end_date=last,
        )
    live_city.person(KIN, "林建国", "U2")
    live_city.put("relations", person_id=LIN, relative_id=KIN, kind="spouse")
    _requests()
    return ledger()


def _requests() -> None:
    """Two offices ask the hospital; one asks for what table A holds."""
    live_city.unit("O1", "市卫生健康委员会")
    live_city.unit("O2", "市商务局")
    live_city.put("held_fields", field="体温", table_code="A", owner_id="O1")
    for number, issuer, fields, day in (
        ("R1", "O2", ["体温", "接触史"], 19),
        ("R2", "O1", ["床位"], 20),
    ):
        live_city.put(
            "data_requests",
            request_id=number,
            issuer_id=issuer,
            target_id="U1",
            fields=fields,
            issued_at=at(april(day), 9),
            minutes=Decimal(10),
            is_emergency=False,
        )


def waiting(run: Run) -> None:
    """A dispute without an answer, and three needs: one of the family, one arranged."""
    lin, family = Actor(LIN, "worker"), Actor("family-of-P1", "family")
    dispute(Named(run.pack, f"M11-4|{LIN}|2020-02-08|count"), lin, "体检 4 月 8 日做过")
    ask(Asked(LIN, "family", "老人要买降压药", by_family=True), family, run)
    ask(Asked(LIN, "transport", "住在旅顺，夜班没有车"), lin, run)
    arranged = ask(Asked(LIN, "rest", "想调一天"), lin, run)
    answer(arranged.pk, "arranged", Actor(HEAD, "unit_hr"), run, words="24 日排休")


def _duty() -> None:
    live_city.spell("S1", LIN, SPELL)
    for day, (start, end) in STARTS.items():
        more = {"reason_over_8h": "接班人员在途"} if day == 18 else {}
        live_city.shift(
            f"A{day}",
            LIN,
            at(april(day), start),
            at(april(day), end),
            contact_confirmed=None if day == 18 else day in (14, 15),
            **more,
        )
    for day, person in ((21, LIN), (23, LIN)):
        live_city.shift(
            f"N{day}-{person}", person, at(april(day), 16), at(april(day), 24), status="planned"
        )
    for number, day, person in (("D1", 13, LIN), ("D2", 18, MATE), ("D3", 19, MATE)):
        live_city.shift(number, person, at(april(day), 8), at(april(day), 16), status="planned")


def ledger() -> Run:
    """The run of the ledger, with Lin's obligations and her unit's."""
    run = Run.objects.create(pack="dalian2020", version="test", as_of=TODAY, engine="none")
    Unit.objects.create(
        run=run, unit_id="U1", name="市海湾医院", kind="hospital", district="甘井子区"
    )
    for number, name in ((LIN, "林晓岚"), (HEAD, "周文静"), (MATE, "于海燕")):
        Subject.objects.create(run=run, kind="person", subject_id=number, name=name, unit_id="U1")
    owe("M07-4", "hours", 61, met=24, state="owed", start=date(2020, 2, 8), due=date(2020, 9, 26))
    owe("M11-5", "days", 15, met=5, state="owed", start=date(2020, 2, 8), due=date(2020, 9, 26))
    owe("M07-3", "hours", 48, met=10, state="owed", start=april(18), due=april(22))
    owe("M09-1", "fen", 160_000, met=0, state="owed", start=april(1), due=date(2020, 5, 18))
    owe("M09-1", "days", 1, state="unknown", start=april(1), missing="contact_confirmed")
    owe("M09-1", "fen", 400_000, met=400_000, state="met", start=date(2020, 3, 1), due=april(15))
    owe("M11-4", "count", 1, met=0, state="overdue", start=date(2020, 2, 8), due=april(10))
    owe("M12-5", "count", 1, met=1, state="met", start=SPELL, due=april(9))
    owe("M12-3", "count", 1, met=0, state="owed", start=SPELL, due=april(22))
    owe("M13-3", "count", 1, state="available", start=SPELL, kind="child", subject="C1", owner="")
    owe("M11-4", "count", 1, met=0, state="owed", start=SPELL, due=TODAY, subject=MATE)
    owe("M15-2", "count", 1, state="breached", start=april(19), kind="request", subject="R1",
        owner="O2")  # fmt: skip
    Criterion.objects.create(
        run=run, obligation_id=f"M12-5|{LIN}|{SPELL}|count", criterion="contact_named",
        holds=True, value=MATE,
    )  # fmt: skip
    Criterion.objects.create(
        run=run, obligation_id=f"M07-4|{LIN}|2020-02-08|hours", criterion="accrued",
        holds=True, value="61.0000", fact_refs="attendance:A14;attendance:A15",
    )  # fmt: skip
    for day, (start, end) in STARTS.items():
        contact, half = day in (14, 15), end - start <= 4
        fen = (30_000 if contact else 20_000) // (2 if half else 1)
        PersonDay.objects.create(
            run=run,
            person_id=LIN,
            date=april(day),
            payer="U1",
            tier=1 if contact else 2,
            percent=100,
            is_half=half,
            contact=contact,
            is_aid=False,
            fen=fen,
        )
    return run


def owe(
    provision: str,
    unit: str,
    quantity: int,
    *,
    state: str,
    start: date,
    met: int | None = None,
    due: date | None = None,
    missing: str | None = None,
    kind: str = "person",
    subject: str = LIN,
    owner: str = "U1",
) -> str:
    """Write one obligation; its number."""
    number = f"{provision}|{subject}|{start}|{unit}"
    values: dict[str, Any] = {
        "run": Run.objects.get(),
        "obligation_id": number,
        "provision": provision,
        "measure": int(provision[1:3]),
        "modality": "MAY" if state == "available" else "MUST",
        "subject_kind": kind,
        "subject_id": subject,
        "period_start": start,
        "quantity": quantity,
        "quantity_unit": unit,
        "due_on": due,
        "missing": missing,
        "quantity_met": None if met is None else Decimal(met),
        "owner_unit_id": owner or None,
        "state": state,
        "evaluated_state": state,
        "as_of": TODAY,
        "rank": RANK[state],
    }
    Obligation.objects.create(**values)
    return number
