"""Asking to erase a person, and deciding it: two people, with reasons.

Nobody is erased while money is owed to them or they are on duty: what is promised comes first.
"""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from nuanxin.domains.access.scope import everywhere
from nuanxin.domains.actor import Actor
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.duty.models import Declaration, Spell
from nuanxin.domains.erasure.eraser import erase, whole
from nuanxin.domains.erasure.models import Request
from nuanxin.domains.ledger import tasks
from nuanxin.domains.ledger.models import Obligation, Run
from nuanxin.domains.ledger.selectors import current_run
from nuanxin.domains.people.models import Person


@transaction.atomic
def ask(person_id: str, by: Actor, reason: str) -> Request:
    """Ask that a person be erased; what is asked for already is the same request."""
    if not reason.strip():
        raise Refusal("请写明为什么", "say why")
    if not Person.objects.filter(pk=person_id).exists():
        raise Refusal(f"没有编号为 {person_id} 的人员", f"nobody has the number {person_id}")
    with everywhere():  # one request about a person at a time
        Person.objects.select_for_update().get(pk=person_id)
        _check(person_id)
    found, _ = Request.objects.get_or_create(
        person_id=person_id,
        state="asked",
        defaults={"reason": reason.strip()[:500], "asked_by": by.id, "asked_role": by.role},
    )
    return found


def decide(number: int, by: Actor, *, approved: bool, answer: str) -> Request:
    """Another person approves, and the person is erased at once; or refuses, and says why.

    The same decision again changes nothing. Refusal: who decides must be somebody else.
    """
    with transaction.atomic():
        asked = Request.objects.select_for_update().get(pk=number)
        wanted = "done" if approved else "refused"
        if asked.state == wanted:
            return asked
        if asked.state != "asked":
            raise Refusal("已经决定过了", "this has been decided already")
        if by.id in (asked.asked_by, asked.person_id):
            raise Refusal(
                "提出的人和本人不能批准，请换一个人",
                "neither who asked nor the person themselves can decide; ask somebody else",
            )
        if not answer.strip():
            raise Refusal("请写明理由", "say why")
        asked.state, asked.decided_by, asked.answer = wanted, by.id, answer.strip()[:500]
        asked.decided_at = timezone.now()
        asked.save()
        return _carry_out(asked) if approved else asked


def _carry_out(asked: Request) -> Request:
    with everywhere():
        return _erased(asked)


def _erased(asked: Request) -> Request:
    _check(asked.person_id)
    done = erase(asked.person_id)
    asked.refresh_from_db()  # it is kept as well: under the pseudonym
    asked.counts = {"erased": _some(done.erased), "kept": _some(done.kept)}
    asked.save(update_fields=["counts"])
    for run in Run.objects.all():
        tasks.ask(run.pack, f"person:{asked.person_id}")
    return asked


def _some(counts: dict[str, int]) -> dict[str, int]:
    return {table: rows for table, rows in counts.items() if rows}


def _check(person_id: str) -> None:
    """Refusal while the person serves, is owed money, or their number is part of another's."""
    run = current_run()
    on = run.as_of if run else timezone.localdate()
    if _serving(person_id, on):
        raise Refusal("还在任务期内，任务结束后再删", "they are on a spell; erase after its end")
    owed = Obligation.objects.filter(
        subject_kind="person",
        subject_id=person_id,
        quantity_unit="fen",
        state__in=("owed", "overdue", "planned"),
    )
    if owed.exists():
        raise Refusal("还有没发的钱，发清以后再删", "money is owed to them; pay it, then erase")
    pattern = whole(person_id)
    other = Person.objects.exclude(pk=person_id).filter(pk__regex=pattern).first()
    if other is not None:
        raise Refusal(
            f"编号 {other.pk} 里含有 {person_id}，删除会改到别人；请先改编号",
            f"the number {other.pk} holds {person_id}; renumber one of the two first",
        )


def _serving(person_id: str, on: date) -> bool:
    """Whether a spell runs on a day: not ended, and no release since it began."""
    running = Q(end_date=None) | Q(end_date__gte=on)
    spells = Spell.objects.filter(running, person=person_id, start_date__lte=on)
    releases = Declaration.objects.filter(person=person_id, kind="release", date__lt=on)
    last = max(releases.values_list("date", flat=True), default=date.min)
    return any(spell.start_date > last for spell in spells)
