"""What the inbox does: confirm shifts, answer, hand a request for data back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction

from nuanxin.domains.actor import Actor
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.duty.models import DataRequest
from nuanxin.domains.duty.services import Confirmed, confirm_attendance
from nuanxin.domains.inbox import desk, selectors
from nuanxin.domains.inbox.models import HandedBack
from nuanxin.domains.ledger import services as ledger
from nuanxin.domains.ledger import tasks
from nuanxin.domains.ledger.deeds import DeedRefused
from nuanxin.domains.ledger.models import Deed, Run
from nuanxin.domains.needs import services as needs
from nuanxin.domains.needs.models import Need


class NotWaiting(LookupError):
    """Nothing of that number waits for who answers."""


def confirm(
    told: Mapping[str, bool | None], units: Sequence[str], by: Actor, run: Run, why: str
) -> Confirmed:
    """Confirm shifts as worked; everybody whose hours changed is evaluated again."""
    with transaction.atomic():
        done = confirm_attendance(told, units, who=by.id, why=why)
        for person in sorted(done.people):
            tasks.ask(run.pack, f"person:{person}")
    return done


def answer_need(
    number: int, said: str, units: Sequence[str], by: Actor, run: Run, words: str
) -> Need:
    """Answer what somebody of the units asked for; NotWaiting when it is not theirs to answer."""
    if number not in {shown.need.pk for shown in desk.needs_of(run, units, by)}:
        raise NotWaiting
    return needs.answer(number, said, by, run, words=words)


def answer_dispute(
    number: int, units: Sequence[str], by: Actor, run: Run, *, corrected: bool, words: str
) -> Deed:
    """Answer a dispute of what the units owe; refused when none of that number waits."""
    if number not in {deed.pk for deed, _ in selectors.disputes(run, units)}:
        raise DeedRefused("这条异议已经答复，或不归本单位。", "It was answered, or is not yours.")
    return ledger.answer(number, corrected=corrected, by=by, reason=words)


def hand_back(request_id: str, units: Sequence[str], by: Actor, reason: str) -> HandedBack:
    """Hand a request for data back to its issuer; once, whoever asks for it again."""
    if not reason.strip():
        raise Refusal("请写明为什么退回", "say why it is handed back")
    found = DataRequest.objects.filter(pk=request_id, target__in=list(units)).first()
    if found is None:
        raise Refusal("没有发给本单位的这条请求", "no such request was made to your unit")
    done, _ = HandedBack.objects.get_or_create(
        request_id=request_id,
        defaults={"unit_id": found.target_id, "by": by.id, "reason": reason.strip()[:500]},
    )
    return done
