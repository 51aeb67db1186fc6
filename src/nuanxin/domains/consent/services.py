"""Giving and withdrawing consent; what rules read follows in the same transaction.

Withdrawn consent is a waiver of the provisions that need it (facts.md), dated the day it was
said. Consent given again takes that waiver back; its history stays with the change.
"""

from __future__ import annotations

from django.db import transaction

from nuanxin.domains.access.scope import everywhere
from nuanxin.domains.actor import Actor
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.changes.services import changing, record
from nuanxin.domains.consent.models import Statement
from nuanxin.domains.consent.purposes import PURPOSES
from nuanxin.domains.consent.selectors import standing
from nuanxin.domains.duty.models import Waiver
from nuanxin.domains.ledger.models import Run
from nuanxin.domains.people.models import Person

OWN = "CONSENT-"
"""How a waiver begins that stands for withdrawn consent."""


@transaction.atomic
def say(person_id: str, purpose: str, by: Actor, run: Run, *, given: bool) -> None:
    """A person's word on a purpose; the same word again writes nothing. Refusal: who and what."""
    if purpose not in PURPOSES:
        raise Refusal("没有这一种用途", "there is no such purpose")
    with everywhere():  # one word of a person at a time
        known = Person.objects.select_for_update().filter(pk=person_id).first()
    if known is None:
        raise Refusal("没有登记这个人", "this person is not on record")
    if by.person_id != person_id:
        raise Refusal("同意不同意，由本人说", "only the person themselves can say so")
    now = next(one for one in standing(person_id) if one.code == purpose)
    if now.given is given and now.said:
        return
    statement = Statement.objects.create(
        person_id=person_id,
        purpose=purpose,
        given=given,
        by=by.id,
        role=by.role,
        on_date=run.as_of,
    )
    _follow(statement, by)


def _follow(said: Statement, by: Actor) -> None:
    """Decline the provisions of the purpose, or take that back."""
    purpose = PURPOSES[said.purpose]
    why = f"{'同意' if said.given else '不同意'}：{purpose.title.zh}"
    if not said.given:
        for provision in purpose.provisions:
            waiver = {
                "waiver_id": f"{OWN}{said.pk}-{provision}",
                "person_id": said.person_id,
                "provision": provision,
                "on_date": said.on_date,
                "reason": why,
            }
            record("waivers", waiver, who=by.id, why=why)
        return
    declined = Waiver.objects.filter(person=said.person_id, provision__in=purpose.provisions)
    if said.purpose != "story":
        declined = declined.filter(pk__startswith=OWN)  # other reasons to decline stay
    if declined.exists():
        with changing(by.id, why):
            declined.delete()
