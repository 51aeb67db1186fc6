"""All writes of pay runs. Each takes who acts, is done once for its ``key``, and is all or nothing.

Order of locks, the same everywhere: the payer's month, then the run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.db.models import Max
from django.utils import timezone

from nuanxin.domains.actor import Actor
from nuanxin.domains.ledger import selectors as ledger
from nuanxin.domains.ledger import tasks
from nuanxin.domains.ledger.services import record_delivery
from nuanxin.domains.pay import approval, reckoning
from nuanxin.domains.pay.fairness import check
from nuanxin.domains.pay.models import OPEN, Check, LineDay, Objection, PayLine, PayRun, Step
from nuanxin.domains.pay.refused import Refused
from nuanxin.domains.rules.standing import in_force
from nuanxin.packs import load_pack

PACK = "dalian2020"


def draft(
    payer: str,
    month: date,
    by: Actor,
    *,
    approver: str = "",
    reason: str = "",
    key: str | None = None,
    pack: str = PACK,
) -> PayRun:
    """Reckon a payer's month anew from the ledger; an open run of it is superseded.

    ``approver`` is who is meant to approve. The fairness check is part of it: the run comes out
    clear or stopped. Raises Refused when nothing is owed, booked or reported.
    """
    with transaction.atomic():
        _lock(payer, month)
        if done := _done(key):
            return done.run
        standing = ledger.run_of(pack)
        if standing is None:
            raise Refused("账本还是空的，请先计算。", "The ledger is empty; evaluate first.")
        for old in PayRun.objects.select_for_update().filter(
            payer=payer, month=month, state__in=OPEN
        ):
            old.state = "superseded"
            old.save(update_fields=["state"])
            _step(old, "supersede", by, reason)
        last = PayRun.objects.filter(payer=payer, month=month).aggregate(n=Max("number"))["n"]
        run = PayRun(
            payer=payer,
            month=month,
            number=(last or 0) + 1,
            state="stopped",
            pack=pack,
            as_of=standing.as_of,
            made_by=by.id,
            approver=approver,
        )
        lines, days = reckoning.lines(run, standing)
        if not lines:
            raise Refused(
                f"{payer} {month:%Y-%m} 没有应发的补助。",
                f"{payer} owes nothing for {month:%Y-%m}.",
            )
        run.save()
        PayLine.objects.bulk_create(lines, batch_size=1000)
        LineDay.objects.bulk_create(days, batch_size=2000)
        _step(run, "draft", by, reason, key)
        _check(run)
        return run


def hold(
    run_id: int, people: Iterable[str], by: Actor, reason: str, *, key: str | None = None
) -> PayRun:
    """Leave people out of a run so that the others go on; the next run takes them up again."""
    with _changing(run_id, key, ("stopped", "clear"), "移出", "changed") as (run, done):
        if done:
            return run
        _reasoned(reason)
        found = run.lines.filter(person_id__in=list(people))
        if not found.update(held="officer", held_reason=reason.strip()):
            raise Refused("请选出要移出的人。", "Name whom to leave out.")
        _step(run, "hold", by, reason, key)
        _check(run)
        return run


def notice(run_id: int, by: Actor, today: date, *, key: str | None = None) -> PayRun:
    """Make the list public; the days of the notice are a parameter, counted after today."""
    with _changing(run_id, key, ("clear", "stopped"), "公示", "noticed") as (run, done):
        if done:
            return run
        if run.state == "stopped":
            failed = ", ".join(
                run.checks.filter(passed=False, stops=True).values_list("code", flat=True)
            )
            raise Refused(
                "公平检查没有全过，不能公示；先改正，或者移出有关的人。",
                f"The fairness check failed ({failed}): correct it, or leave those people out.",
            )
        parameters = in_force(load_pack(run.pack))
        run.noticed_on = today
        run.notice_until = today + timedelta(days=parameters.whole("subsidy.publicity_days"))
        run.state = "noticed"
        run.save(update_fields=["noticed_on", "notice_until", "state"])
        _step(run, "notice", by, "", key)
        return run


def object_to(run_id: int, person_id: str, by: Actor, text: str) -> Objection:
    """Object to a person's line while it is noticed."""
    with _changing(run_id, None, ("noticed",), "提出异议", "objected to") as (run, _):
        _reasoned(text)
        if not run.lines.filter(person_id=person_id).exists():
            raise Refused("名单里没有这个人。", "Nobody of that number is on the list.")
        return Objection.objects.create(run=run, person_id=person_id, by=by.id, text=text.strip())


def answer(objection_id: int, by: Actor, *, upheld: bool, reason: str) -> Objection:
    """Answer an objection once; when it is upheld the person is left out of the run."""
    run_id = Objection.objects.values_list("run_id", flat=True).get(pk=objection_id)
    with _changing(run_id, None, ("noticed",), "答复异议", "answered") as (run, _):
        _reasoned(reason)
        said = Objection.objects.get(pk=objection_id)
        if said.upheld is not None:
            raise Refused(
                f"{said.answered_by} 已经答复。", f"{said.answered_by} has answered already."
            )
        said.upheld, said.answered_by, said.answer = upheld, by.id, reason.strip()
        said.save()
        if upheld:
            run.lines.filter(person_id=said.person_id).update(
                held="objection", held_reason=reason.strip()
            )
        return said


def approve(run_id: int, by: Actor, today: date, *, key: str | None = None) -> PayRun:
    """Approve a run after its notice: the differences are booked and the days are paid, once.

    By another person than made it, who is not paid by it. Whose amount fell since, or whose day
    another payer paid meanwhile, is held for the next run. Raises Refused.
    """
    for attempt in (1, 2):
        try:
            with _changing(run_id, key, ("noticed",), "批准", "approved") as (run, done):
                if done:
                    return run
                approval.check(run, by, today)
                approval.book(run)
                run.state, run.approved_by, run.approved_at = "approved", by.id, timezone.now()
                run.save(update_fields=["state", "approved_by", "approved_at"])
                _step(run, "approve", by, "", key)
                _books_agree()
                return run
        except IntegrityError as error:
            # Another payer booked the same day between our look and our write: look again.
            if attempt == 2 or "day_paid_once" not in str(error):
                raise
    raise AssertionError("unreachable")


def settle(
    run_id: int, by: Actor, on: date, *, bank_reference: str, key: str | None = None
) -> PayRun:
    """The bank's return has come: what was booked is now a delivery, and is evaluated so."""
    with _changing(run_id, key, ("approved",), "登记回单", "settled") as (run, done):
        if done:
            return run
        if not bank_reference.strip():
            raise Refused("请写明银行回单号。", "Give the number of the bank's return.")
        run.state, run.paid_on, run.bank_reference = "paid", on, bank_reference.strip()
        run.save(update_fields=["state", "paid_on", "bank_reference"])
        for person, fen in approval.paid_by_us(run.payer, run.month).items():
            record_delivery(
                reckoning.delivery_id(run.payer, run.month, person),
                by,
                bank_reference,
                provision="M09-1",
                subject_id=person,
                on_date=on,
                quantity=fen,
                counterpart_id=run.payer,
                period_start=run.month,
            )
        for person in run.entries.values_list("person_id", flat=True).distinct():
            tasks.ask(run.pack, f"person:{person}")
        _step(run, "settle", by, bank_reference, key)
        return run


# -- parts ---------------------------------------------------------------------------------------


def _lock(payer: str, month: date) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext(%s))", [f"pay {payer} {month}"])


@contextmanager
def _changing(
    run_id: int, key: str | None, states: tuple[str, ...], zh: str, en: str
) -> Iterator[tuple[PayRun, Step | None]]:
    """The run, locked and in one of the states, and the step that this key already did."""
    with transaction.atomic():
        place = PayRun.objects.filter(pk=run_id).values_list("payer", "month").first()
        if place is None:
            raise Refused("没有这次核算。", "There is no such run.")
        _lock(*place)
        run = PayRun.objects.select_for_update().get(pk=run_id)
        done = _done(key)
        if done is None and run.state not in states:
            raise _too_late(run, zh, en)
        yield run, done


def _too_late(run: PayRun, zh: str, en: str) -> Refused:
    if run.state == "superseded":
        newer = PayRun.objects.filter(payer=run.payer, month=run.month).aggregate(n=Max("number"))
        return Refused(
            f"这次核算已被第 {newer['n']} 次取代，不能{zh}。",
            f"Run {newer['n']} has taken the place of this one; it cannot be {en}.",
        )
    if run.approved_by is not None:
        return Refused(
            f"{run.approved_by} 已经批准，不能再{zh}。",
            f"{run.approved_by} has approved it already; it cannot be {en}.",
        )
    if run.state == "noticed":
        return Refused(f"已经在公示，不能{zh}。", f"It is public already; it cannot be {en}.")
    return Refused(f"还没有走到这一步，不能{zh}。", f"It is not time yet; it cannot be {en}.")


def _done(key: str | None) -> Step | None:
    return Step.objects.select_related("run").filter(key=key).first() if key else None


def _reasoned(reason: str) -> None:
    if not reason.strip():
        raise Refused("请写明原因。", "Give a reason.")


def _step(run: PayRun, kind: str, by: Actor, reason: str, key: str | None = None) -> Step:
    return Step.objects.create(
        run=run, kind=kind, by=by.id, role=by.role, reason=reason.strip(), key=key
    )


def _check(run: PayRun) -> None:
    """Check a run's fairness over those it would pay, and say whether it may go on."""
    findings = check(reckoning.beneficiaries(run), run.approver)
    for finding in findings:
        Check.objects.update_or_create(run=run, code=finding.code, defaults=_fields(finding))
    run.state = "clear" if all(f.passed or not f.stops for f in findings) else "stopped"
    run.save(update_fields=["state"])


def _fields(finding: Any) -> dict[str, Any]:
    return {name: value for name, value in vars(finding).items() if name != "code"}


def _books_agree() -> None:
    """Have the database compare days and entries now rather than at the end."""
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")
        cursor.execute("set constraints all deferred")
