"""What people do about an obligation: plan, deliver, waive, propose, decide, dispute, answer.

Each deed says who (``by``), in which role, and why; it is written once for its ``key`` and never
changed. Deliveries and waivers are facts: the person is evaluated again and the state follows.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from psycopg import sql

from nuanxin.domains.actor import Actor
from nuanxin.domains.changes.services import record
from nuanxin.domains.ledger import tasks
from nuanxin.domains.ledger.counting import recounted
from nuanxin.domains.ledger.models import Deed, Mark, Obligation, Run
from nuanxin.domains.ledger.moment import begin
from nuanxin.domains.states import RANK
from nuanxin.packs import load_pack
from nuanxin.policy.modality import Modality, State
from nuanxin.policy.text import Text

WAIVABLE = ("owed", "overdue", "planned", "not_kept", "available")


class DeedRefused(ValueError):
    """What was asked cannot be done; ``text`` says why and what to do, in both languages."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.text = Text(zh, en)


@dataclass(frozen=True)
class Named:
    """The obligation a deed is about, as people see it: pack and number."""

    pack: str
    obligation_id: str


def plan(what: Named, on: date, by: Actor, reason: str = "", *, key: str | None = None) -> Deed:
    """Owed becomes planned: it will be delivered on a day."""
    with _open(what, key) as (row, done):
        if done:
            return done
        _expect(row, (State.OWED, State.PLANNED), "安排", "planned")
        return _mark(row, "plan", State.PLANNED, State.OWED, by, reason, key, on_date=on)


def propose(what: Named, by: Actor, reason: str, *, key: str | None = None) -> Deed:
    """Available becomes proposed (MAY): somebody in charge has to decide."""
    with _open(what, key) as (row, done):
        if done:
            return done
        _expect(row, (State.AVAILABLE, State.DECLINED), "提出", "proposed")
        _reasoned(reason)
        return _mark(row, "propose", State.PROPOSED, State.AVAILABLE, by, reason, key)


def decide(what: Named, *, approved: bool, by: Actor, reason: str, key: str | None = None) -> Deed:
    """Proposed becomes approved or declined; never by the one who proposed it."""
    with _open(what, key) as (row, done):
        if done:
            return done
        _expect(row, (State.PROPOSED,), "审批", "decided on")
        _reasoned(reason)
        proposed = Deed.objects.filter(run_id=row.run_id, entry=row.pk, kind="propose").last()
        if proposed is not None and proposed.by == by.id:
            raise DeedRefused(
                f"{by.id} 提出的事项不能由本人审批，请换一位有权的人。",
                f"{by.id} proposed this and cannot decide on it; somebody else must.",
            )
        kind, state = ("approve", State.APPROVED) if approved else ("decline", State.DECLINED)
        return _mark(row, kind, state, State.AVAILABLE, by, reason, key)


def deliver(
    what: Named,
    on: date,
    by: Actor,
    *,
    evidence: str,
    quantity: Decimal | None = None,
    counterpart: str | None = None,
    key: str | None = None,
) -> Deed:
    """Record a delivery with its evidence; the state follows when it is evaluated again."""
    with _open(what, key) as (row, done):
        if done:
            return done
        if not evidence.strip():
            raise DeedRefused("请写明凭据。", "Say what proves it.")
        if row.provision == "M09-1":
            raise DeedRefused(
                "补助通过核算发放，不在这里登记。", "The subsidy is paid by pay runs, not here."
            )
        deed = _deed(row, "deliver", by, "", key, on_date=on, quantity=quantity, evidence=evidence)
        record_delivery(
            f"LEDGER-{deed.pk}",
            by,
            evidence,
            provision=row.provision,
            subject_id=row.subject_id,
            on_date=on,
            quantity=quantity,
            counterpart_id=counterpart,
            period_start=row.period_start,
        )
        _evaluate_again(row)
        return deed


def record_delivery(delivery_id: str, by: Actor, why: str, **values: Any) -> None:
    """Write a delivery, or bring it up to date: a fact for evaluation."""
    record("deliveries", {"delivery_id": delivery_id, **values}, who=by.id, why=why)


def waive(what: Named, on: date, by: Actor, reason: str, *, key: str | None = None) -> Deed:
    """The person declines what is owed, with a reason (a fact, see definitions: waivers)."""
    with _open(what, key) as (row, done):
        if done:
            return done
        _reasoned(reason)
        _expect(row, WAIVABLE, "放弃", "waived")
        if row.subject_kind != "person":
            raise DeedRefused("只有本人可以放弃。", "Only a person can waive.")
        if row.provision in load_pack(what.pack).unwaivable:
            raise DeedRefused(
                "强制休息和保险不能放弃。", "Forced rest and insurance cannot be waived."
            )
        deed = _deed(row, "waive", by, reason, key, on_date=on)
        waived = {
            "waiver_id": f"LEDGER-{deed.pk}",
            "person_id": row.subject_id,
            "provision": row.provision,
            "on_date": on,
            "reason": reason,
        }
        record("waivers", waived, who=by.id, why=reason)
        _evaluate_again(row)
        return deed


def dispute(what: Named, by: Actor, reason: str, *, key: str | None = None) -> Deed:
    """Somebody says that this is not right; it stays open until it is answered."""
    with _open(what, key) as (row, done):
        if done:
            return done
        _reasoned(reason)
        return _deed(row, "dispute", by, reason, key)


def answer(
    disputed: int, *, corrected: bool, by: Actor, reason: str, key: str | None = None
) -> Deed:
    """Answer a dispute once: the facts were corrected, or they stand; the reason is kept."""
    asked = Deed.objects.select_related("run").get(pk=disputed, kind="dispute")
    with _open(_now_of(asked), key, entry=asked.entry) as (row, done):
        if done:
            return done
        _reasoned(reason)
        earlier = Deed.objects.filter(answers=asked).first()
        if earlier is not None:
            raise DeedRefused(
                f"这条异议已由 {earlier.by} 答复。", f"{earlier.by} has answered this already."
            )
        deed = _deed(row, "correct" if corrected else "uphold", by, reason, key, answers=asked)
        if corrected:
            _evaluate_again(row)
        return deed


# -- parts ---------------------------------------------------------------------------------------


def _now_of(asked: Deed) -> Named:
    """The name that the disputed obligation has now: it may have moved since."""
    now = Obligation.objects.filter(pk=asked.entry).values_list("obligation_id", flat=True)
    return Named(asked.run.pack, now.first() or asked.obligation_id)


@contextmanager
def _open(
    what: Named, key: str | None, *, entry: int | None = None
) -> Iterator[tuple[Obligation, Deed | None]]:
    """The obligation, locked, and the deed that was done with this key already."""
    with transaction.atomic():
        begin(what.pack)
        done = Deed.objects.filter(key=key).first() if key else None
        run = Run.objects.filter(pack=what.pack).first()
        row = Obligation.objects.filter(run=run, obligation_id=what.obligation_id).first()
        if row is None and entry is not None and run is not None:
            row = Obligation(pk=entry, run=run, obligation_id=what.obligation_id)
        if row is None:
            raise DeedRefused(
                "这一项已不成立，不能再办。", "This obligation no longer stands; nothing was done."
            )
        yield row, done


def _expect(row: Obligation, states: tuple[str, ...], zh: str, en: str) -> None:
    if row.state not in states:
        state = State(row.state).text
        raise DeedRefused(
            f"{state.zh}的事项不能{zh}。", f"What is {state.en.lower()} cannot be {en}."
        )
    if not Modality(row.modality).decides:
        raise DeedRefused("“注重”不产生义务。", "A consideration makes no obligation.")


def _reasoned(reason: str) -> None:
    if not reason.strip():
        raise DeedRefused("请写明原因。", "Give a reason.")


def _deed(row: Obligation, kind: str, by: Actor, reason: str, key: str | None, **more: Any) -> Deed:
    return Deed.objects.create(
        run_id=row.run_id,
        entry=row.pk,
        obligation_id=row.obligation_id,
        kind=kind,
        by=by.id,
        role=by.role,
        reason=reason.strip(),
        key=key,
        **more,
    )


def _mark(
    row: Obligation,
    kind: str,
    state: State,
    over: State,
    by: Actor,
    reason: str,
    key: str | None,
    on_date: date | None = None,
) -> Deed:
    """Write a deed that gives the obligation a state of the ledger's own."""
    deed = _deed(row, kind, by, reason, key, on_date=on_date)
    Mark.objects.update_or_create(
        run_id=row.run_id,
        entry=row.pk,
        defaults={"state": state, "over": over, "on_date": on_date},
    )
    with recounted(row.run, sql.SQL("id = {}").format(row.pk)):
        Obligation.objects.filter(pk=row.pk).update(state=state, rank=RANK[state])
    return deed


def _evaluate_again(row: Obligation) -> None:
    """Ask for the subject to be evaluated again within a moment."""
    tasks.ask(row.run.pack, f"{row.subject_kind}:{row.subject_id}")
