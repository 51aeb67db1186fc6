"""A ledger written by hand: who is owed which days by whom, without an evaluation."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from nuanxin.domains.actor import Actor
from nuanxin.domains.ledger.models import Obligation, PersonDay, Run, Subject
from nuanxin.domains.pay import services
from nuanxin.domains.pay.models import PayRun

MARCH = date(2020, 3, 1)
TODAY = date(2020, 4, 20)
AFTER_NOTICE = date(2020, 4, 26)
TIER2 = 20_000
MAKER, OFFICER, OTHER = Actor("F1", "finance"), Actor("F2", "approver"), Actor("F3", "approver")


def ledger() -> Run:
    """The run of the ledger, as of 20 April 2020."""
    run, _ = Run.objects.get_or_create(
        pack="dalian2020", defaults={"version": "test", "as_of": TODAY, "engine": "none"}
    )
    return run


def person(person_id: str, *, is_leader: bool = False, name: str = "") -> None:
    """A person the ledger knows."""
    Subject.objects.update_or_create(
        run=ledger(),
        kind="person",
        subject_id=person_id,
        defaults={"name": name or f"人员{person_id}", "is_leader": is_leader, "unit_id": "H1"},
    )


def owe(
    payer: str,
    person_id: str,
    days: Iterable[int],
    *,
    fen: int = TIER2,
    met: int = 0,
    contact: Iterable[int] | None = None,
    aid: bool = False,
) -> None:
    """Have a payer owe a person some days of March at a rate, and nothing else for that month.

    ``contact`` are the days with recorded contact (all, when not said); a leader's other days
    pay nothing, as the rule has it.
    """
    run, reported = ledger(), sorted(days)
    seen = set(reported if contact is None else contact)
    leads = Subject.objects.filter(run=run, subject_id=person_id, is_leader=True).exists()
    forget(payer, person_id)
    paid = [day for day in reported if day in seen or not leads]
    for day in reported:
        PersonDay.objects.create(
            run=run,
            person_id=person_id,
            date=MARCH + timedelta(days=day - 1),
            payer=payer,
            tier=2,
            percent=100,
            is_half=False,
            contact=day in seen,
            is_aid=aid,
            fen=fen if day in paid else 0,
        )
    if paid:
        _row(run, payer, person_id, fen * len(paid), met)


def forget(payer: str, person_id: str) -> None:
    """Have a payer owe a person nothing for March."""
    mine = {"run": ledger(), "subject_id": person_id, "owner_unit_id": payer}
    Obligation.objects.filter(**mine).delete()
    PersonDay.objects.filter(run=ledger(), person_id=person_id, payer=payer).delete()


def _row(run: Run, payer: str, person_id: str, fen: int, met: int) -> None:
    Obligation.objects.create(
        run=run,
        obligation_id=f"M09-1|person|{person_id}|2020-03-01|{payer}|fen",
        provision="M09-1",
        measure=9,
        modality="MUST",
        subject_kind="person",
        subject_id=person_id,
        period_start=MARCH,
        period_end=date(2020, 3, 31),
        quantity=fen,
        quantity_unit="fen",
        quantity_met=met,
        due_on=date(2020, 4, 15),
        owner_unit_id=payer,
        state="met" if met >= fen else "overdue",
        evaluated_state="met" if met >= fen else "overdue",
        as_of=TODAY,
        rank=0,
    )


def noticed(payer: str = "H1", *, approver: str = "") -> PayRun:
    """A run that was made and made public."""
    run = services.draft(payer, MARCH, MAKER, approver=approver)
    return services.notice(run.pk, MAKER, TODAY)


def approved(payer: str = "H1") -> PayRun:
    """A run that went all the way to its approval."""
    return services.approve(noticed(payer).pk, OFFICER, AFTER_NOTICE)
